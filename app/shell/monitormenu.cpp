// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/monitormenu.h"

#include <QActionGroup>

#include <algorithm>

namespace tandem {

MonitorMenu::MonitorMenu(QWidget *parent)
    : QMenu(parent),
      m_none(addAction(tr("Monitor none by itself"))),
      m_next(addAction(tr("Monitor the next conversation"))),
      m_each(addAction(tr("Monitor each conversation from now on")))
{
    setAccessibleName(tr("Monitor next"));
    auto *group = new QActionGroup(this);
    const auto add = [&](QAction *action, Wish wish) {
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, wish] { emit chosen(wish); });
    };
    add(m_none, Wish::None);
    add(m_next, Wish::Next);
    add(m_each, Wish::Each);
}

void MonitorMenu::setWish(Wish wish)
{
    (wish == Wish::None ? m_none : wish == Wish::Next ? m_next : m_each)->setChecked(true);
}

MonitorMenu::Wish MonitorMenu::wishOf(const std::vector<protocol::MonitorOrder> &orders,
                                      const protocol::MonitorOrder &target)
{
    const auto found = std::ranges::find_if(orders, [&](const protocol::MonitorOrder &order) {
        return order.agentId == target.agentId && order.queueId == target.queueId;
    });
    if (found == orders.end())
        return Wish::None;
    return found->always.value_or(false) ? Wish::Each : Wish::Next;
}

} // namespace tandem
