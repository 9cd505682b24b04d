// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/agentstate.h"

#include <QMenu>
#include <QPointer>

#include <optional>
#include <string>

namespace tandem {

class AgentModel;
class Look;

// The states to choose from, with the reasons for not being ready: of all channels or of one.
class StatusMenu : public QMenu
{
    Q_OBJECT

public:
    explicit StatusMenu(const Look &look, QWidget *parent = nullptr);

    void show(AgentModel *agent);
    // Of that channel alone.
    void setChannel(const std::string &mediaType);

signals:
    // The channels one by one.
    void channelsAsked();

protected:
    using QMenu::show;

private:
    void build();
    bool isNow(AgentState state, const std::string &reason) const;
    void ask(AgentState state, const std::string &reason);

    const Look &m_look;
    QPointer<AgentModel> m_agent;
    std::optional<std::string> m_channel;
};

} // namespace tandem
