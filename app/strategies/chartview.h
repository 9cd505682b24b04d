// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "strategies/chartlayout.h"

#include <QGraphicsView>

#include <memory>
#include <optional>
#include <set>

class QPushButton;

namespace tandem {

class ArcItem;
class ChartMetrics;
class Look;
class StateItem;

// A state chart: drag moves it, the wheel and + - zoom, 0 fits it into the view; Tab and Shift+Tab
// go through the states, arrows to the next one there. GUI thread.
class ChartView : public QGraphicsView
{
    Q_OBJECT

public:
    struct Place
    {
        QString state;
        int count = 0;
        QStringList interactions;
    };

    explicit ChartView(const Look &look, QWidget *parent = nullptr);
    ~ChartView() override;

    // null: nothing.
    void setChart(const scxml::ChartPointer &chart);
    const scxml::ChartPointer &chart() const { return m_chart; }
    void setPlaces(const std::vector<Place> &places);
    // Marked: the states active after a step, and what it took. none: nothing is marked.
    void setStep(const QStringList &active, const std::vector<int> &transitions);
    void fit();
    void zoom(double factor);
    // In document order; owned by the scene, others after each setChart.
    const std::vector<StateItem *> &states() const { return m_states; }
    // That the keyboard is at; null: none.
    StateItem *current() const;
    void goTo(StateItem *state);

protected:
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool focusNextPrevChild(bool isNext) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;

private:
    void build();
    void buildButtons();
    void addMarks(const DrawnChart &drawn);
    void mark();
    bool goTowards(int key);
    void dress();
    void placeButtons();
    QPushButton *button(const QString &name);

    const Look &m_look;
    scxml::ChartPointer m_chart;
    std::unique_ptr<ChartMetrics> m_metrics;
    std::vector<StateItem *> m_states;
    std::vector<ArcItem *> m_arcs;
    std::vector<Place> m_places;
    QStringList m_active;
    std::vector<int> m_taken;
    QWidget *m_buttons;
    QPushButton *m_in;
    QPushButton *m_out;
    QPushButton *m_fit;
    bool m_isFitted = true; // nobody has zoomed or moved it since
};

} // namespace tandem
