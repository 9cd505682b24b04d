// SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/matcher.h"

namespace tandem {

Matcher::Matcher(Site &site, Agents &agents, Interactions &interactions)
    : m_site(site), m_agents(agents), m_interactions(interactions)
{
}

void Matcher::rebuild()
{
    m_entries.clear();
    m_lines.clear();
    m_lanesOf.clear();
    m_lanes.clear();
    m_poolsOf.clear();
    m_pools.clear();
    m_plans.clear();
    auto shares = std::exchange(m_shares, {});
    for (const auto &queue : m_site.queues()) {
        m_plans.emplace(queue.id, planOf(queue, m_site));
        auto &kept = m_shares[queue.id];
        kept = shares[queue.id] ? shares[queue.id] : std::make_shared<AgentPool::Shares>();
        kept->shares.clear();
        for (const auto &entry : queue.shares)
            kept->shares[entry.agent] = entry.share;
    }
}

void Matcher::update(const AgentRecord &agent)
{
    const auto found = m_poolsOf.find(agent.id);
    if (found == m_poolsOf.end())
        return;
    for (auto *pool : found->second)
        pool->update(agent);
}

const QueuePlan *Matcher::plan(const QueueId &queue) const
{
    const auto found = m_plans.find(queue);
    return found == m_plans.end() ? nullptr : &found->second;
}

AgentPool &Matcher::pool(const std::shared_ptr<const TargetSet> &targets,
                         const std::string &mediaType, const protocol::QueueDefinition *queue)
{
    const auto selection = queue ? queue->selection : protocol::Selection::LongestIdle;
    const bool isShare = selection == protocol::Selection::Share;
    auto key = mediaType + '\n' + std::string(nameOf(selection)) + '\n'
               + (isShare ? queue->id : std::string()) + '\n' + targets->key();
    auto &found = m_pools[std::move(key)];
    if (!found) {
        found = std::make_unique<AgentPool>(targets, mediaType, selection,
                                            isShare ? m_shares[queue->id] : nullptr);
        for (const auto &[id, agent] : m_agents.all()) {
            if (found->include(agent))
                m_poolsOf[id].push_back(found.get());
        }
    }
    return *found;
}

AgentPool &Matcher::poolOf(const QueueId &queue, const std::string &mediaType)
{
    const auto &known = m_plans.at(queue);
    return pool(known.steps.back().targets, mediaType, &known.definition);
}

AgentPool &Matcher::poolFor(const std::string &expression, const std::string &mediaType)
{
    const std::vector<protocol::RoutingTarget> targets{{expression, {}, {}}};
    return pool(std::make_shared<const TargetSet>(targets), mediaType, nullptr);
}

Matcher::Lane &Matcher::lane(const InteractionRecord &record)
{
    const auto &queue = m_plans.at(record.view.queueId);
    const auto step = record.skillTarget ? 0 : queue.stepAt(m_interactions.queuedFor(record));
    auto &lane = m_lanes[{record.view.queueId, step, record.view.mediaType,
                          record.skillTarget.value_or("")}];
    if (!lane) {
        lane = std::make_unique<Lane>();
        lane->plan = &queue;
        if (record.skillTarget) {
            lane->ownPlan = std::make_unique<QueuePlan>(planFor(queue, *record.skillTarget));
            lane->plan = lane->ownPlan.get();
        }
        lane->step = step;
        lane->pool =
            &pool(lane->plan->steps[step].targets, record.view.mediaType, &queue.definition);
        m_lanesOf[lane->pool].push_back(lane.get());
    }
    return *lane;
}

const Matcher::Lane &Matcher::enter(const InteractionRecord &record)
{
    auto &entered = lane(record);
    const auto place = placeOf(record, *entered.plan);
    entered.waiting.insert(place);
    m_lines[record.view.queueId].insert(place);
    m_entries[record.view.id] = {&entered, place, record.view.queueId};
    return entered;
}

void Matcher::leave(InteractionId id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    found->second.lane->waiting.erase(found->second.place);
    m_lines[found->second.queue].erase(found->second.place);
    m_entries.erase(found);
}

const Matcher::Lane *Matcher::laneOf(InteractionId id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : found->second.lane;
}

int Matcher::positionOf(InteractionId id) const
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return 0;
    const auto &line = m_lines.at(found->second.queue);
    return static_cast<int>(line.rank(line.find(found->second.place))) + 1;
}

int Matcher::waitingIn(const QueueId &queue) const
{
    const auto found = m_lines.find(queue);
    return found == m_lines.end() ? 0 : static_cast<int>(found->second.size());
}

AgentId Matcher::bestAgent(const InteractionRecord &record, const MayOffer &mayOffer) const
{
    const auto *waits = laneOf(record.view.id);
    if (!waits)
        return {};
    for (const auto &rank : waits->pool->free()) {
        if (mayOffer(record, rank.agent))
            return rank.agent;
    }
    return {};
}

Matcher::Match Matcher::bestInteraction(AgentId agent, Ms now, const MayOffer &mayOffer) const
{
    Match best;
    std::uint64_t bestPosition = 0;
    const auto pools = m_poolsOf.find(agent);
    if (pools == m_poolsOf.end())
        return best;
    for (const auto *pool : pools->second) {
        const auto lanes = m_lanesOf.find(pool);
        if (lanes == m_lanesOf.end() || !pool->isFree(agent))
            continue;
        for (const auto *candidate : lanes->second) {
            for (const auto &place : candidate->waiting) {
                const auto *record = m_interactions.find(place.interaction);
                if (!record || !mayOffer(*record, agent))
                    continue;
                const auto queued = now - record->queuedSteady.time_since_epoch();
                const auto urgency = urgencyOf(*record, *candidate->plan, queued);
                if (!best.lane || urgency > best.urgency
                    || (urgency == best.urgency && place.position < bestPosition)) {
                    best = {place.interaction, candidate, urgency};
                    bestPosition = place.position;
                }
                break;
            }
        }
    }
    return best;
}

} // namespace tandem
