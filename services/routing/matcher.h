// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/interactions.h"
#include "routing/agentpool.h"
#include "routing/queueplan.h"
#include "routing/waitingline.h"

#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <unordered_map>

namespace tandem {

// The index that routing looks things up in: who waits, in lanes (a queue, a step of it, a medium),
// and who is free, in pools that lanes share. The best agent for an interaction and the best
// interaction for an agent are found in time that grows with the logarithm of how many there are.
// Core thread.
class Matcher
{
public:
    // Those who wait at one step of a queue, for one medium.
    struct Lane
    {
        const QueuePlan *plan = nullptr;
        std::size_t step = 0;
        AgentPool *pool = nullptr;
        std::set<WaitingPlace> waiting;
        std::unique_ptr<QueuePlan> ownPlan; // of a skill that was asked for
    };
    struct Match
    {
        InteractionId interaction;
        const Lane *lane = nullptr;
        double urgency = 0;
    };
    // Whether this one may be offered to this agent now (it has not just refused it).
    using MayOffer = std::function<bool(const InteractionRecord &, AgentId)>;

    Matcher(Site &site, Agents &agents, Interactions &interactions);

    // Forgets everything and follows the site as it is now.
    void rebuild();
    // The agent is as it is now.
    void update(const AgentRecord &agent);

    const QueuePlan *plan(const QueueId &queue) const;
    // Where it waits from now on; it must not wait anywhere else.
    const Lane &enter(const InteractionRecord &record);
    void leave(InteractionId id);
    // Null where it does not wait.
    const Lane *laneOf(InteractionId id) const;
    // From 1, in its queue; 0: does not wait.
    int positionOf(InteractionId id) const;
    int waitingIn(const QueueId &queue) const;

    // None: invalid id, or a match without lane.
    AgentId bestAgent(const InteractionRecord &record, const MayOffer &mayOffer) const;
    Match bestInteraction(AgentId agent, Ms now, const MayOffer &mayOffer) const;
    // A pool of whoever may ever be offered from a queue, or of those whom an expression names.
    AgentPool &poolOf(const QueueId &queue, const std::string &mediaType);
    AgentPool &poolFor(const std::string &expression, const std::string &mediaType);

private:
    using LaneKey = std::tuple<QueueId, std::size_t, std::string, std::string>;

    AgentPool &pool(const std::shared_ptr<const TargetSet> &targets, const std::string &mediaType,
                    const protocol::QueueDefinition *queue);
    Lane &lane(const InteractionRecord &record);

    Site &m_site;
    Agents &m_agents;
    Interactions &m_interactions;
    std::map<QueueId, QueuePlan> m_plans;
    std::map<QueueId, std::shared_ptr<AgentPool::Shares>> m_shares;
    std::unordered_map<std::string, std::unique_ptr<AgentPool>> m_pools;
    std::unordered_map<AgentId, std::vector<AgentPool *>> m_poolsOf;
    std::map<LaneKey, std::unique_ptr<Lane>> m_lanes;
    std::unordered_map<const AgentPool *, std::vector<Lane *>> m_lanesOf;
    struct Entry
    {
        Lane *lane = nullptr;
        WaitingPlace place;
        QueueId queue;
    };
    std::unordered_map<InteractionId, Entry> m_entries;
    std::map<QueueId, WaitingLine> m_lines;
};

} // namespace tandem
