// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/queuefigures.h"
#include "models/waitingtrend.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;

namespace tandem {

class AgentStates;
class BigFigure;
class DeskSession;
class LevelGauge;
class Look;
class MenuButton;
class QueueBars;
class Settings;
class Supervision;
class TodayBars;
class TrendLine;

// Figures for a screen on the wall: how the queues chosen stand now and today, and the agents.
class WallboardPage : public QWidget
{
    Q_OBJECT

public:
    WallboardPage(const Look &look, Settings &settings, const Clock &clock,
                  QWidget *parent = nullptr);

    void show(DeskSession *session);
    // The window fills the screen: what is not for the wall is hidden.
    void setFullScreen(bool isFull);

signals:
    void fullScreenAsked();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    // Escape leaves the full screen.
    void keyPressEvent(QKeyEvent *event) override;
    using QWidget::show;

private:
    QHBoxLayout *head();
    void fillMenu();
    void setChosen(const QueueId &queue, bool isChosen);
    void sample();
    void refresh();
    void refreshFigures(const QueueFigures::Line &all);
    void scale();
    void dress();

    const Look &m_look;
    Settings &m_settings;
    const Clock &m_clock;
    QPointer<Supervision> m_supervision;
    WaitingTrend m_trend;
    bool m_isFull = false;
    std::vector<QueueId> m_chosen; // none: all
    QLabel *m_title;
    QLabel *m_time;
    MenuButton *m_queues;
    QMenu *m_menu;
    QPushButton *m_full;
    BigFigure *m_waiting;
    BigFigure *m_longest;
    BigFigure *m_abandoned;
    BigFigure *m_free;
    QueueBars *m_bars;
    LevelGauge *m_level;
    TodayBars *m_today;
    AgentStates *m_agents;
    TrendLine *m_line;
};

} // namespace tandem
