// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/sessionspanel.h"

#include "models/strategysessions.h"
#include "strategies/strategycells.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tandem {

namespace {

StrategyCells::Row sessionRow(const QModelIndex &index)
{
    using protocol::SessionOutcome;
    StrategyCells::Row row{index.data().toString(),
                           index.data(StrategySessionsModel::TimeRole).toString(),
                           index.data(StrategySessionsModel::StatesRole).toString(),
                           index.data(StrategySessionsModel::OutcomeTextRole).toString()};
    switch (static_cast<SessionOutcome>(index.data(StrategySessionsModel::OutcomeRole).toInt())) {
    case SessionOutcome::Running: break;
    case SessionOutcome::Finished:
        row.chipInk = Colour::Positive;
        row.chipField = Colour::PositiveSoft;
        break;
    case SessionOutcome::Over:
    case SessionOutcome::Replaced:
        row.chipInk = Colour::TextMuted;
        row.chipField = Colour::BubbleCustomer;
        break;
    case SessionOutcome::Failed:
        row.chipInk = Colour::Critical;
        row.chipField = Colour::CriticalSoft;
        break;
    }
    return row;
}

} // namespace

SessionsPanel::SessionsPanel(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_all(segment(tr("All"), "first")),
      m_running(segment(tr("Running"), "last")),
      m_list(new QListView(this)),
      m_empty(new EmptyState(look, this)),
      m_stack(new QStackedLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_all, 1);
    row->addWidget(m_running, 1);
    column->addLayout(row);
    auto *group = new QButtonGroup(this);
    group->addButton(m_all);
    group->addButton(m_running);
    m_all->setChecked(true);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    column->addLayout(m_stack, 1);
    m_list->setItemDelegate(new StrategyCells(look, 3, sessionRow, m_list));
    m_list->setAccessibleName(tr("Recorded sessions"));
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    const auto open = [this](const QModelIndex &index) {
        emit sessionChosen(index.data(StrategySessionsModel::IdRole).toString());
    };
    connect(m_list, &QListView::clicked, this, open);
    connect(m_list, &QListView::activated, this, open);
    connect(group, &QButtonGroup::buttonClicked, this, [this] { choose(m_strategy); });
    connect(m_empty, &EmptyState::actionAsked, this, [this] {
        if (m_sessions)
            m_sessions->refresh();
    });
}

QPushButton *SessionsPanel::segment(const QString &text, const char *side)
{
    auto *made = new QPushButton(text, this);
    made->setProperty("role", QStringLiteral("segment"));
    made->setProperty("side", QString::fromLatin1(side));
    made->setCheckable(true);
    return made;
}

void SessionsPanel::show(StrategySessionsModel *sessions)
{
    if (m_sessions)
        m_sessions->disconnect(this);
    m_sessions = sessions;
    m_list->setModel(sessions);
    if (!sessions)
        return;
    connect(sessions, &StrategySessionsModel::loadingChanged, this, &SessionsPanel::refresh);
    sessions->setShown(isVisible());
    refresh();
}

void SessionsPanel::choose(const QString &strategyId)
{
    m_strategy = strategyId;
    if (m_sessions)
        m_sessions->choose(strategyId, m_running->isChecked());
    refresh();
}

void SessionsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_sessions)
        m_sessions->setShown(true);
}

void SessionsPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_sessions)
        m_sessions->setShown(false);
}

void SessionsPanel::refresh()
{
    if (!m_sessions)
        return;
    m_stack->setCurrentIndex(m_sessions->rowCount() > 0 ? 0 : 1);
    using Loading = StrategySessionsModel::Loading;
    if (m_sessions->loading() == Loading::Failed)
        m_empty->set(QStringLiteral("wifi-off"), tr("The sessions cannot be shown"),
                     m_sessions->problem(), tr("Try again"));
    else if (m_sessions->loading() == Loading::Busy)
        m_empty->set(QStringLiteral("history"), tr("Reading the sessions …"), {});
    else if (m_running->isChecked())
        m_empty->set(QStringLiteral("history"), tr("No session runs"),
                     tr("No interaction is in this strategy now."));
    else
        m_empty->set(QStringLiteral("history"), tr("No sessions yet"),
                     tr("Each interaction of a queue that names this strategy stands here, step "
                        "by step."));
}

} // namespace tandem
