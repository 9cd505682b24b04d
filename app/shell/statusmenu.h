// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QPointer>

namespace tandem {

class AgentModel;
class Look;

// The states to choose from, with the reasons for not being ready.
class StatusMenu : public QMenu
{
    Q_OBJECT

public:
    explicit StatusMenu(const Look &look, QWidget *parent = nullptr);

    void show(AgentModel *agent);

protected:
    using QMenu::show;

private:
    void build();

    const Look &m_look;
    QPointer<AgentModel> m_agent;
};

} // namespace tandem
