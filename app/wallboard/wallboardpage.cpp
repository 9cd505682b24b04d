// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallboard/wallboardpage.h"

#include "models/desksession.h"
#include "models/figuretext.h"
#include "models/settings.h"
#include "models/text.h"
#include "wallboard/agentstates.h"
#include "wallboard/bigfigure.h"
#include "wallboard/levelgauge.h"
#include "wallboard/queuebars.h"
#include "wallboard/todaybars.h"
#include "wallboard/trendline.h"
#include "widgets/look.h"
#include "widgets/menubutton.h"

#include <QGridLayout>
#include <QHideEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QShowEvent>
#include <QTimer>

#include <algorithm>

namespace tandem {

namespace {

constexpr int samplesEverySeconds = 3;
// Of the board's height one line of letters takes this part: at 1 m of height they are 26 mm high.
constexpr int linesOfLetters = 38;

} // namespace

WallboardPage::WallboardPage(const Look &look, Settings &settings, const Clock &clock,
                             QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_settings(settings),
      m_clock(clock),
      m_title(new QLabel(tr("Wallboard"), this)),
      m_time(new QLabel(this)),
      m_queues(new MenuButton(this)),
      m_menu(new QMenu(this)),
      m_full(new QPushButton(this)),
      m_waiting(new BigFigure(look, tr("Waiting now"), this)),
      m_longest(new BigFigure(look, tr("Longest wait"), this)),
      m_abandoned(new BigFigure(look, tr("Abandoned today"), this)),
      m_free(new BigFigure(look, tr("Free agents"), this)),
      m_bars(new QueueBars(look, this)),
      m_level(new LevelGauge(look, this)),
      m_today(new TodayBars(look, this)),
      m_agents(new AgentStates(look, this)),
      m_line(new TrendLine(look, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 18);
    column->setSpacing(12);
    column->addLayout(head());
    auto *grid = new QGridLayout;
    grid->setSpacing(12);
    int place = 0;
    for (auto *figure : {m_waiting, m_longest, m_abandoned, m_free})
        grid->addWidget(figure, 0, 3 * place++, 1, 3);
    grid->addWidget(m_bars, 1, 0, 1, 5);
    grid->addWidget(m_level, 1, 5, 1, 3);
    grid->addWidget(m_agents, 1, 8, 1, 4);
    grid->addWidget(m_today, 2, 0, 1, 6);
    grid->addWidget(m_line, 2, 6, 1, 6);
    for (int i = 0; i < 12; ++i)
        grid->setColumnStretch(i, 1);
    const int shares[] = {24, 40, 36};
    for (int row = 0; row < 3; ++row)
        grid->setRowStretch(row, shares[row]);
    column->addLayout(grid, 1);
    for (const auto &queue : settings.wallboardQueues())
        m_chosen.push_back(toUtf8(queue));
    auto *tick = new QTimer(this);
    connect(tick, &QTimer::timeout, this, [this, seconds = 0]() mutable {
        if (isVisible() && m_supervision && seconds++ % samplesEverySeconds == 0)
            sample();
        refresh();
    });
    tick->start(1000);
    connect(&look, &Look::changed, this, &WallboardPage::dress);
    dress();
}

QHBoxLayout *WallboardPage::head()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    m_title->setProperty("role", QStringLiteral("page"));
    m_time->setProperty("role", QStringLiteral("muted"));
    m_queues->setPopup(m_menu);
    m_queues->setAccessibleName(tr("Queues shown"));
    connect(m_menu, &QMenu::aboutToShow, this, &WallboardPage::fillMenu);
    m_full->setText(tr("Full screen"));
    m_full->setToolTip(tr("F11"));
    connect(m_full, &QPushButton::clicked, this, &WallboardPage::fullScreenAsked);
    row->addWidget(m_title);
    row->addWidget(m_time);
    row->addStretch();
    row->addWidget(m_queues);
    row->addWidget(m_full);
    return row;
}

void WallboardPage::show(DeskSession *session)
{
    if (m_supervision) {
        m_supervision->queues().disconnect(this);
        m_supervision->agents().disconnect(this);
    }
    m_supervision = session ? &session->supervision() : nullptr;
    m_trend = {};
    if (!m_supervision)
        return;
    connect(&m_supervision->queues(), &QueueFigures::changed, this, &WallboardPage::refresh);
    connect(&m_supervision->agents(), &AgentsTable::statesChanged, this, &WallboardPage::refresh);
    connect(&m_supervision->agents(), &QAbstractItemModel::modelReset, this,
            &WallboardPage::refresh);
    if (isVisible())
        m_supervision->setShown(QStringLiteral("wallboard"), true);
}

void WallboardPage::setFullScreen(bool isFull)
{
    m_isFull = isFull;
    m_full->setVisible(!isFull);
    m_queues->setVisible(!isFull);
    if (isFull)
        setFocus();
}

void WallboardPage::fillMenu()
{
    m_menu->clear();
    if (!m_supervision)
        return;
    for (const auto &line : m_supervision->queues().lines()) {
        auto *action = m_menu->addAction(line.name);
        action->setCheckable(true);
        action->setChecked(m_chosen.empty()
                           || std::ranges::find(m_chosen, line.id) != m_chosen.end());
        connect(action, &QAction::toggled, this,
                [this, id = line.id](bool isOn) { setChosen(id, isOn); });
    }
}

void WallboardPage::setChosen(const QueueId &queue, bool isChosen)
{
    auto chosen = m_chosen.empty() ? m_supervision->queues().ids() : m_chosen;
    std::erase(chosen, queue);
    if (isChosen)
        chosen.push_back(queue);
    // All of them: those that come later, too.
    m_chosen =
        chosen.size() == m_supervision->queues().ids().size() ? std::vector<QueueId>() : chosen;
    QStringList names;
    for (const auto &id : m_chosen)
        names += toQString(id);
    m_settings.setWallboardQueues(names);
    refresh();
}

void WallboardPage::sample()
{
    std::map<QueueId, int> waiting;
    for (const auto &line : m_supervision->queues().lines())
        waiting[line.id] = line.waiting;
    if (!waiting.empty())
        m_trend.sample(m_clock.now().steady, waiting);
}

void WallboardPage::refresh()
{
    if (!m_supervision || !isVisible())
        return;
    auto lines = m_supervision->queues().lines(m_chosen);
    // Queues that were chosen once and are no more.
    if (lines.empty())
        lines = m_supervision->queues().lines();
    const auto all = QueueFigures::together(lines, {});
    m_time->setText(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
    m_queues->setText(m_chosen.empty()
                          ? tr("All queues")
                          : tr("%n queue(s)", nullptr, static_cast<int>(lines.size())));
    refreshFigures(all);
    m_bars->set(lines);
    m_level->set(all, lines);
    m_today->set(lines);
    m_agents->set(m_supervision->agents().countByState());
    m_line->set(m_trend.points(m_clock.now().steady, m_chosen));
}

void WallboardPage::refreshFigures(const QueueFigures::Line &all)
{
    const auto number = [](int count) { return QLocale().toString(count); };
    m_waiting->set(number(all.waiting),
                   tr("one who comes now waits %1").arg(figuretext::wait(all.estimated)));
    m_longest->set(figuretext::wait(all.longest),
                   all.longest ? all.longestName : tr("nobody waits"));
    const double gone = all.abandoned.value_or(0);
    const double entered = all.entered.value_or(0);
    const auto share = entered > 0 ? std::optional(gone / entered) : std::nullopt;
    m_abandoned->set(figuretext::percent(share),
                     tr("%1 of %2", "abandoned, entered")
                         .arg(figuretext::count(all.abandoned), figuretext::count(all.entered)),
                     share && *share >= 0.1    ? Colour::Critical
                     : share && *share >= 0.05 ? Colour::Warning
                                               : Colour::Text);
    const auto states = m_supervision->agents().countByState();
    const auto ready = states.find(AgentState::Ready);
    const int free = m_supervision->agents().freeCount();
    m_free->set(number(free),
                tr("of %1 ready").arg(number(ready == states.end() ? 0 : ready->second)),
                free > 0          ? Colour::Positive
                : all.waiting > 0 ? Colour::Critical
                                  : Colour::Text);
}

void WallboardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_supervision && !event->spontaneous())
        m_supervision->setShown(QStringLiteral("wallboard"), true);
    refresh();
}

void WallboardPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_supervision && !event->spontaneous())
        m_supervision->setShown(QStringLiteral("wallboard"), false);
}

void WallboardPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    scale();
}

void WallboardPage::keyPressEvent(QKeyEvent *event)
{
    if (m_isFull && event->key() == Qt::Key_Escape)
        emit fullScreenAsked();
    else
        QWidget::keyPressEvent(event);
}

void WallboardPage::scale()
{
    const int unit = std::max(m_look.px(12), std::min(height() / linesOfLetters, width() / 64));
    for (auto *card :
         std::initializer_list<ChartCard *>{m_bars, m_level, m_today, m_agents, m_line})
        card->setUnit(unit);
}

void WallboardPage::dress()
{
    m_full->setIcon(m_look.buttonIcon(QStringLiteral("maximize"), Colour::Text, 16));
    scale();
}

} // namespace tandem
