// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/agentstate.h"
#include "domain/ids.h"
#include "models/tablefilter.h"
#include "shell/monitormenu.h"

#include <QFrame>
#include <QPointer>

#include <string>
#include <vector>

class QMenu;
class QStackedLayout;

namespace tandem {

class DataTable;
class EmptyState;
class Look;
class MenuButton;
class Supervision;

// The agents' table, and what can be done with those chosen in it.
class AgentsPane : public QFrame
{
    Q_OBJECT

public:
    explicit AgentsPane(const Look &look, QWidget *parent = nullptr);

    void show(Supervision *supervision);
    // Stands above the table, beside what belongs to the page.
    QWidget *actions() const { return m_actions; }
    void setWords(const QString &words);
    void setGroup(const QString &group);
    void tick();

protected:
    using QFrame::show;

private:
    void addStates(QMenu &menu);
    void addRemoval(QMenu &menu);
    void openMenu(const QPoint &where);
    void refresh();
    void showOrders();
    void monitorNext(MonitorMenu::Wish wish);
    void setState(AgentState state, const std::string &reason);
    std::vector<AgentId> chosen() const;

    const Look &m_look;
    QPointer<Supervision> m_supervision;
    TableFilter m_filter;
    DataTable *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QWidget *m_actions;
    MenuButton *m_state;
    QMenu *m_menu;
    MenuButton *m_next;
    MonitorMenu *m_monitor;
};

} // namespace tandem
