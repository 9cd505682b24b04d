// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "core/sessionrequests.h"
#include "interactions/agentrecord.h"
#include "protocol/agent.h"
#include "protocol/supervision.h"
#include "site/notices.h"
#include "site/site.h"

#include <functional>
#include <map>

namespace tandem {

// Agents at work: their sessions, their states, and how much they have in hand. Who they are is
// the site's. Core thread.
class Agents final : public StoredState
{
public:
    Agents(Engine &engine, Site &site);

    Result<void> load(Database &database) override;

    // Who ends the connections of a session that is over; set once, by the host.
    void endSessionsWith(std::function<void(AgentId, Reason)> close) { m_close = std::move(close); }
    // What a snapshot tells of an agent's work, by each service that keeps a part of it.
    void describeWorkWith(std::function<void(AgentId, protocol::Snapshot &)> describe)
    {
        m_describe.push_back(std::move(describe));
    }

    // Null where there is none.
    const AgentRecord *find(AgentId id) const;
    const AgentRecord *byUser(std::string_view userName) const;
    const std::map<AgentId, AgentRecord> &all() const { return m_agents; }

    // Counts of what an agent has in hand.
    void changeHandling(AgentId id, const std::string &mediaType, int by);
    void changeOffers(AgentId id, const std::string &mediaType, int by);
    // After a start, when everything is loaded: counts only, no notices.
    void restoreLoad(AgentId id, const std::string &mediaType, int handling, int offers);
    // An offer was left unanswered; too many in a row: not ready.
    void missedOffer(AgentId id);
    void answeredOffer(AgentId id);

    // Those agents and the supervisors who watch, each once.
    std::vector<AgentId> withWatchers(std::vector<AgentId> agents) const;
    static protocol::AgentStatus statusOf(const AgentRecord &agent);

private:
    AgentRecord *record(AgentId id);

    // --- agents.cpp
    void takeFromSite();
    void applyRule(AgentRecord &agent, const protocol::AgentDefinition &definition);
    void siteChanged(const SiteWasChanged &notice);
    Result<protocol::AgentListReply> list(const protocol::AgentList &request);
    void changed(AgentRecord &agent);

    // --- agentsessions.cpp
    void serveSessions();
    Result<SessionOpened> open(const SessionOpen &request);
    Result<void> checkPlace(const AgentRecord &agent, const std::string &place) const;
    Result<SessionOpened> reconnect(const SessionReconnect &request);
    Result<protocol::Done> disconnect(const SessionDisconnect &request);
    SessionOpened opened(AgentRecord &agent);
    void endSession(AgentRecord &agent, Reason reason);
    void beginLostTimers(AgentRecord &agent, Ms offerDelay);
    void cancelLostTimers(AgentRecord &agent);
    void beginExpiry(AgentRecord &agent);
    Result<void> loadSessions(Database &database);

    // --- agentstates.cpp
    void serveStates();
    Result<protocol::AgentStatus> setState(const Caller &caller,
                                           const protocol::AgentSetState &request);
    Result<protocol::AgentStatus> forceState(const protocol::SupervisionSetAgentState &request);
    Result<void> checkState(const std::optional<std::string> &reason,
                            const std::optional<std::string> &channel) const;
    void applyState(AgentRecord &agent, AgentState state, std::optional<std::string> reason,
                    const std::optional<std::string> &channel);
    void changeState(AgentRecord &agent, AgentState state, std::optional<std::string> reason);
    void changeChannel(AgentRecord &agent, ChannelRecord &channel, AgentState state,
                       std::optional<std::string> reason);
    void saveState(const AgentRecord &agent);
    void beginStateTimers(AgentRecord &agent);
    void cancelStateTimers(AgentRecord &agent);
    void watchInactivity(AgentId id, Ms delay);
    void watchShift(AgentRecord &agent);
    void wasActive(AgentId id);

    Engine &m_engine;
    Site &m_site;
    std::function<void(AgentId, Reason)> m_close;
    std::vector<std::function<void(AgentId, protocol::Snapshot &)>> m_describe;
    std::map<AgentId, AgentRecord> m_agents;
    std::map<AgentId, SessionId> m_watchers;
};

} // namespace tandem
