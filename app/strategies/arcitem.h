// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "strategies/chartmetrics.h"

#include <QGraphicsItem>

namespace tandem {

class Look;

// A transition as a line with an arrow and its event.
class ArcItem : public QGraphicsItem
{
public:
    ArcItem(const Look &look, const scxml::Chart &chart, const ChartMetrics &metrics,
            const DrawnArc &arc);

    int transition() const { return m_arc.transition; }
    void setTaken(bool isTaken);

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const Look &m_look;
    DrawnArc m_arc;
    ChartMetrics::Label m_label;
    QFont m_font;
    double m_lineHeight;
    bool m_isTaken = false;
};

} // namespace tandem
