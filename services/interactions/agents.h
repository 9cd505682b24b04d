// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "core/factstreams.h"
#include "core/sessionrequests.h"
#include "interactions/agentrecord.h"
#include "interactions/site.h"
#include "protocol/admin.h"
#include "protocol/agent.h"

#include <functional>
#include <unordered_map>

namespace tandem {

// Agents: who they are, their sessions, their states, and how much they have in hand. Core thread.
class Agents final : public StoredState
{
public:
    Agents(Engine &engine, Site &site);

    Result<void> load(Database &database) override;

    // Who ends the connections of a session that is over; set once, by the host.
    void endSessionsWith(std::function<void(AgentId, Reason)> close) { m_close = std::move(close); }
    // What a snapshot tells of an agent's work; set once, by the service that keeps it.
    void describeWorkWith(std::function<void(AgentId, protocol::Snapshot &)> describe)
    {
        m_describe = std::move(describe);
    }

    // Null where there is none.
    const AgentRecord *find(AgentId id) const;
    const std::unordered_map<AgentId, AgentRecord> &all() const { return m_agents; }

    // Counts of what an agent has in hand. A negative change makes room: routing hears of it.
    void changeHandling(AgentId id, int by);
    void changeOffers(AgentId id, int by);
    // After a start, when everything is loaded: counts only, no notices.
    void restoreLoad(AgentId id, int handling, int offers);

    static protocol::AgentStatus statusOf(const AgentRecord &agent);

private:
    AgentRecord *record(AgentId id);
    AgentRecord *byUser(std::string_view userName);

    Result<CredentialsReply> credentials(const CredentialsOf &request);
    Result<SessionOpened> open(const SessionOpen &request);
    Result<SessionOpened> reconnect(const SessionReconnect &request);
    Result<protocol::Done> disconnect(const SessionDisconnect &request);
    Result<protocol::AgentStatus> setState(const Caller &caller,
                                           const protocol::AgentSetState &request);
    Result<protocol::AgentListReply> list(const protocol::AgentList &request);
    Result<protocol::AddUserReply> addUser(const protocol::AdminAddUser &request);
    Result<protocol::Done> setPassword(const protocol::AdminSetPassword &request);

    SessionOpened opened(AgentRecord &agent);
    void changeState(AgentRecord &agent, AgentState state, std::optional<std::string> reason);
    void endSession(AgentRecord &agent, Reason reason);
    void beginLostTimers(AgentRecord &agent, Ms offerDelay);
    void cancelLostTimers(AgentRecord &agent);
    void beginExpiry(AgentRecord &agent);
    void becameFree(AgentRecord &agent);

    Engine &m_engine;
    Site &m_site;
    std::function<void(AgentId, Reason)> m_close;
    std::function<void(AgentId, protocol::Snapshot &)> m_describe;
    std::unordered_map<AgentId, AgentRecord> m_agents;
};

} // namespace tandem
