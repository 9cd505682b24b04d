// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "link/servicelink.h"
#include "models/models_export.h"
#include "protocol/agent.h"

#include <QObject>

namespace tandem {

// The agent who is signed in: own state, since when, channels, and what reasons there are.
// It asks for a new state and shows it when the fact comes. GUI thread.
class TANDEM_MODELS_EXPORT AgentModel : public QObject
{
    Q_OBJECT

public:
    AgentModel(ServiceLink &link, const Clock &clock, QObject *parent = nullptr);

    void welcome(const protocol::Welcome &welcome);
    // As of a snapshot: the server's own time counts.
    void show(const protocol::AgentStatus &status);
    // As it happens: from now on, since the clocks of two machines differ.
    void hear(const protocol::AgentStatus &status);

    AgentId id() const { return m_agent.id; }
    QString name() const;
    QString userName() const;
    bool hasRole(Role role) const;
    // Whether conversations can be offered to this agent at all.
    bool takesConversations() const;
    AgentState state() const { return m_status.state; }
    std::string reason() const { return m_status.reason.value_or(std::string()); }
    Ms timeInState() const;
    // "Ready", "Not ready · Lunch".
    QString stateText() const;
    const std::vector<protocol::Channel> &channels() const { return m_status.channels; }
    // How many interactions of a channel are the agent's; no fact tells, the desk counts them.
    void setActive(const std::string &mediaType, int active);
    const std::vector<protocol::Choice> &reasons() const { return m_reasons; }
    const std::vector<protocol::Choice> &dispositions() const { return m_dispositions; }
    // A state was asked for and is not there yet.
    bool isWaiting() const { return m_isWaiting; }

    // Of all channels.
    void askState(AgentState state, const std::string &reason = {});
    void askChannelState(const std::string &mediaType, AgentState state,
                         const std::string &reason = {});
    // A channel's own state where it has one, else the agent's.
    AgentState stateOf(const protocol::Channel &channel) const;
    std::string reasonOf(const protocol::Channel &channel) const;
    QString textOf(const protocol::Channel &channel) const;
    // Whether a channel is in another state than the agent.
    bool isMixed() const;
    void setChoices(const std::vector<protocol::Choice> &notReadyReasons,
                    const std::vector<protocol::Choice> &dispositions);

    static QString stateName(AgentState state);
    static QString stateText(AgentState state, const std::string &reason,
                             const std::vector<protocol::Choice> &reasons);
    // The name of a reason of the site's list, or of one that a rule has set.
    static QString reasonText(const std::string &reason,
                              const std::vector<protocol::Choice> &reasons);

signals:
    void changed();
    void choicesChanged();
    void refused(const tandem::Error &error);

private:
    void take(const protocol::AgentStatus &status);
    void ask(protocol::AgentSetState request, const std::string &reason);

    ServiceLink &m_link;
    const Clock &m_clock;
    protocol::Agent m_agent;
    protocol::AgentStatus m_status;
    UtcTime m_since{};
    std::vector<protocol::Choice> m_reasons;
    std::vector<protocol::Choice> m_dispositions;
    std::map<std::string, int> m_active;
    bool m_isWaiting = false;
};

// Initials for a round picture: "Alice Lindqvist" is "AL".
TANDEM_MODELS_EXPORT QString initials(const QString &name);

} // namespace tandem
