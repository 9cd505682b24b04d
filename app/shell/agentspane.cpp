// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/agentspane.h"

#include "models/agentmodel.h"
#include "models/supervision.h"
#include "shell/agentcells.h"
#include "widgets/confirmation.h"
#include "widgets/datatable.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"
#include "widgets/menubutton.h"
#include "widgets/statedot.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedLayout>

namespace tandem {

AgentsPane::AgentsPane(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_filter(AgentsTable::SearchRole, AgentsTable::SortRole, AgentsTable::GroupsRole),
      m_table(new DataTable(look, this)),
      m_empty(new EmptyState(look, this)),
      m_stack(new QStackedLayout(this)),
      m_actions(new QWidget(this)),
      m_state(new MenuButton(m_actions)),
      m_menu(new QMenu(this)),
      m_next(new MenuButton(m_actions)),
      m_monitor(new MonitorMenu(this))
{
    setProperty("surface", QStringLiteral("table"));
    m_stack->setContentsMargins(1, 1, 1, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_table->setModel(&m_filter);
    m_table->setItemDelegate(new AgentCells(look, m_table));
    m_table->setAccessibleName(tr("Agents"));
    m_table->sortByColumn(AgentsTable::State, Qt::AscendingOrder);
    m_state->setText(tr("Change state"));
    m_state->setPopup(m_menu);
    m_next->setText(tr("Monitor next"));
    m_next->setPopup(m_monitor);
    auto *buttons = new QHBoxLayout(m_actions);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(8);
    buttons->addWidget(m_next);
    buttons->addWidget(m_state);
    connect(m_monitor, &QMenu::aboutToShow, this, &AgentsPane::showOrders);
    connect(m_monitor, &MonitorMenu::chosen, this, &AgentsPane::monitorNext);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_menu->clear();
        addStates(*m_menu);
    });
    connect(m_table, &DataTable::chosenChanged, this, &AgentsPane::refresh);
    connect(m_table, &DataTable::menuAsked, this, &AgentsPane::openMenu);
    connect(m_empty, &EmptyState::actionAsked, this, [this] {
        if (m_supervision)
            m_supervision->refresh();
    });
    for (auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_filter, changed, this, &AgentsPane::refresh);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &AgentsPane::refresh);
}

void AgentsPane::show(Supervision *supervision)
{
    if (m_supervision)
        m_supervision->disconnect(this);
    m_supervision = supervision;
    m_filter.setSourceModel(supervision ? &supervision->agents() : nullptr);
    m_actions->setVisible(supervision && supervision->mayDirect());
    if (!supervision)
        return;
    m_table->setShares({140, 160, 85, 70, 140, 285, 55, 150, 95});
    connect(supervision, &Supervision::loadingChanged, this, &AgentsPane::refresh);
    refresh();
}

void AgentsPane::setWords(const QString &words)
{
    m_filter.setWords(words);
    refresh();
}

void AgentsPane::setGroup(const QString &group)
{
    m_filter.setValue(group);
    refresh();
}

void AgentsPane::tick() { m_table->tick(); }

std::vector<AgentId> AgentsPane::chosen() const
{
    std::vector<AgentId> ids;
    const auto rows = m_table->chosenRows();
    for (const auto &row : rows)
        ids.push_back(m_supervision->agents().idAt(m_filter.mapToSource(row).row()));
    return ids;
}

void AgentsPane::addStates(QMenu &menu)
{
    menu.setAccessibleName(tr("Change state"));
    if (!m_supervision)
        return;
    const auto &reasons = m_supervision->site().notReadyReasons;
    const auto add = [&](AgentState state, const std::string &reason) {
        auto *action =
            menu.addAction(stateDot(m_look, state), AgentModel::stateText(state, reason, reasons));
        connect(action, &QAction::triggered, this,
                [this, state, reason] { setState(state, reason); });
    };
    add(AgentState::Ready, {});
    add(AgentState::NotReady, {});
    for (const auto &reason : reasons)
        add(AgentState::NotReady, reason.code);
    add(AgentState::AfterContactWork, {});
    add(AgentState::DoNotDisturb, {});
    menu.addSeparator();
    add(AgentState::LoggedOut, {});
}

void AgentsPane::addRemoval(QMenu &menu)
{
    const auto ids = chosen();
    const auto *agent = ids.size() == 1 ? m_supervision->agents().find(ids.front()) : nullptr;
    if (!agent || !agent->picture)
        return;
    menu.addSeparator();
    menu.addAction(tr("Remove picture …"), this, [this, id = agent->id] {
        if (!m_supervision)
            return;
        confirm(this, m_look,
                tr("Remove the picture of %1?").arg(m_supervision->agents().nameOf(id)),
                tr("Neither colleagues nor customers see it any more."), tr("Remove"),
                [supervision = m_supervision, id] {
                    if (supervision)
                        supervision->removePicture(id);
                });
    });
}

void AgentsPane::openMenu(const QPoint &where)
{
    if (!m_supervision || m_table->chosenRows().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_supervision->mayDirect())
        addStates(*menu);
    if (m_supervision->mayRemovePictures())
        addRemoval(*menu);
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(where);
}

void AgentsPane::showOrders()
{
    const auto ids = chosen();
    m_monitor->setWish(ids.empty()
                           ? MonitorMenu::Wish::None
                           : MonitorMenu::wishOf(m_supervision->orders(), {ids.front(), {}, {}}));
}

void AgentsPane::monitorNext(MonitorMenu::Wish wish)
{
    if (!m_supervision)
        return;
    if (wish == MonitorMenu::Wish::None)
        m_supervision->cancelMonitorNext(chosen());
    else
        m_supervision->monitorNext(chosen(), wish == MonitorMenu::Wish::Each);
}

void AgentsPane::setState(AgentState state, const std::string &reason)
{
    if (m_supervision)
        m_supervision->setState(chosen(), state, reason);
}

void AgentsPane::refresh()
{
    if (!m_supervision)
        return;
    for (auto *button : {m_state, m_next})
        button->setEnabled(!m_table->chosenRows().isEmpty());
    m_stack->setCurrentIndex(m_filter.rowCount() > 0 ? 0 : 1);
    const bool hasAny = m_supervision->agents().rowCount() > 0;
    if (hasAny)
        m_empty->set(QStringLiteral("search"), tr("Nobody found"),
                     tr("No agent has this name, state or group."));
    else if (m_supervision->loading() == Supervision::Loading::Failed)
        m_empty->set(QStringLiteral("wifi-off"), tr("The team cannot be shown"),
                     m_supervision->problem(), tr("Try again"));
    else if (m_supervision->loading() == Supervision::Loading::Busy)
        m_empty->set(QStringLiteral("users"), tr("Looking who is there …"), {});
    else
        m_empty->set(QStringLiteral("users"), tr("No agents"),
                     tr("An administrator can add them."));
}

} // namespace tandem
