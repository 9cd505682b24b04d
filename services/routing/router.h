// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/queue.h"
#include "routing/explanations.h"
#include "routing/lastagents.h"
#include "routing/matcher.h"

#include <functional>
#include <set>

namespace tandem {

// How an interaction that waits stands: told to customers.
struct WaitStanding
{
    int position = 0; // from 1
    std::optional<Ms> estimated;

    bool operator==(const WaitStanding &) const = default;
};

// Brings interactions that wait together with agents who are free, at the end of each job: what
// has changed is looked at, nothing else. Treats what comes to a queue that is closed or full,
// widens from step to step, overflows. Core thread.
class Router final : public StoredState
{
public:
    using Estimate = std::function<std::optional<Ms>(const QueueId &queue, int position)>;

    Router(Engine &engine, Site &site, Agents &agents, Interactions &interactions);

    Result<void> load(Database &database) override;
    // Who estimates waits; set once, by the host.
    void estimateWith(Estimate estimate) { m_estimate = std::move(estimate); }
    // Nothing where it does not wait.
    std::optional<WaitStanding> standingOf(InteractionId id) const;
    // For transfers: the best who is free now.
    AgentId find(const std::string &mediaType, const std::optional<QueueId> &queue,
                 const std::optional<std::string> &expression, const std::vector<AgentId> &except);
    bool isTarget(const AgentRecord &agent, const QueueId &queue) const;

private:
    struct Waiting
    {
        QueueId queue; // whose admission it has had
        std::size_t step = 0;
        TimerId timer = TimerId::None;
        std::optional<UtcTime> closedUntil;
    };

    void addActions();
    bool settle();
    void place(InteractionId id);
    // False: it was sent elsewhere or ended.
    bool admit(const InteractionRecord &record, Waiting &waiting);
    bool treat(const InteractionRecord &record, const protocol::Treatment &treatment,
               const std::string &why);
    bool overflowIfDue(const InteractionRecord &record, const QueuePlan &plan);
    void beginTimer(const InteractionRecord &record, const QueuePlan &plan, Waiting &waiting);
    void tryInteraction(InteractionId id);
    void tryAgent(AgentId id);
    void offer(const InteractionRecord &record, AgentId agent);
    void rebuild();
    bool mayOffer(const InteractionRecord &record, AgentId agent) const;
    // The agent for whom it is kept now.
    AgentId keptFor(const InteractionRecord &record) const;
    protocol::RoutingDecision decision(protocol::DecisionKind kind,
                                       const InteractionRecord &record) const;
    protocol::QueueListReply listQueues();

    Engine &m_engine;
    Site &m_site;
    Agents &m_agents;
    Interactions &m_interactions;
    Matcher m_matcher;
    Explanations m_explanations;
    LastAgents m_lastAgents;
    Estimate m_estimate;
    std::unordered_map<InteractionId, Waiting> m_waiting;
    std::set<InteractionId> m_dirty;
    std::set<AgentId> m_dirtyAgents;
    bool m_isStale = true;   // the site has changed
    bool m_isLoading = true; // what waits was admitted before the start
};

} // namespace tandem
