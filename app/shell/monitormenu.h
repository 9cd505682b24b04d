// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/supervision.h"

#include <QMenu>

#include <vector>

namespace tandem {

// Whether the next conversations of agents or of a queue are monitored as they begin.
class MonitorMenu : public QMenu
{
    Q_OBJECT

public:
    enum class Wish { None, Next, Each };
    Q_ENUM(Wish)

    explicit MonitorMenu(QWidget *parent = nullptr);

    void setWish(Wish wish);
    // Of that target, among the orders of a supervisor.
    static Wish wishOf(const std::vector<protocol::MonitorOrder> &orders,
                       const protocol::MonitorOrder &target);

signals:
    void chosen(tandem::MonitorMenu::Wish wish);

private:
    QAction *m_none;
    QAction *m_next;
    QAction *m_each;
};

} // namespace tandem
