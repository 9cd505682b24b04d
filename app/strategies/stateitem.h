// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "strategies/chartmetrics.h"

#include <QGraphicsObject>

#include <set>

namespace tandem {

class Look;

// One state of a chart as a box. Takes the keyboard. GUI thread.
class StateItem : public QGraphicsObject
{
    Q_OBJECT

public:
    // box, title: of DrawnChart.
    StateItem(const Look &look, const scxml::Chart &chart, const ChartMetrics &metrics,
              scxml::StateIndex state, const QRectF &box, const QRectF &title);

    scxml::StateIndex state() const { return m_state; }
    QRectF box() const { return m_box; }
    // "State usual, active, 3 interactions here"; then where its lines lead.
    QString spokenName() const { return m_spokenName; }
    QString spokenLines() const;
    void setActive(bool isActive);
    // Lines of those transitions are marked.
    void setTaken(const std::set<int> &transitions);
    // How many are in it now; interactions: their ids, for the tooltip.
    void setCount(int count, const QString &interactions);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool isOuter() const;
    bool isRegion() const;
    int depth() const;
    void paintBox(QPainter &painter) const;
    void paintHistory(QPainter &painter) const;
    void paintWords(QPainter &painter) const;
    void paintBadge(QPainter &painter) const;
    void describe();

    const Look &m_look;
    const scxml::Chart &m_chart;
    scxml::StateIndex m_state;
    QRectF m_box;
    QPointF m_wordsAt;
    ChartMetrics::Box m_words;
    QFont m_titleFont;
    QFont m_lineFont;
    double m_titleHeight;
    double m_lineHeight;
    bool m_isActive = false;
    std::set<int> m_taken;
    int m_count = 0;
    QString m_interactions;
    QString m_spokenName;
};

} // namespace tandem
