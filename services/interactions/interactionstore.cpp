// SPDX-License-Identifier: GPL-3.0-or-later
// Interactions after a start, and what a snapshot tells of them.
#include "interactions/interactions.h"

#include "interactions/notices.h"

#include <algorithm>

namespace tandem {

Result<void> Interactions::load(Database &database)
{
    m_open.clear();
    m_byAgent.clear();
    auto result = readOpenInteractions(
        database, [this](InteractionRecord record) { restore(std::move(record)); });
    // A job of its own, when every service has loaded.
    m_engine.after(Ms(0), [this] { afterLoad(); });
    return result;
}

void Interactions::afterLoad()
{
    std::vector<InteractionId> waiting;
    std::vector<AgentId> gone;
    for (const auto &[id, record] : m_open) {
        if (record.isWaiting())
            waiting.push_back(id);
        auto concerned = record.view.memberIds;
        concerned.push_back(record.agent());
        concerned.push_back(record.consulted());
        if (record.offer)
            concerned.push_back(record.offer->agent);
        for (const auto agent : concerned) {
            const auto *known = m_agents.find(agent);
            if (agent && (!known || !known->session))
                gone.push_back(agent);
        }
    }
    for (const auto agent : gone)
        agentGone(agent);
    std::ranges::sort(waiting);
    for (const auto id : waiting)
        m_engine.announce(WaitingChanged{id});
}

void Interactions::restore(InteractionRecord record)
{
    const auto id = record.view.id;
    const auto now = m_engine.now();
    // A wall clock that went back makes no time negative.
    const auto steadyOf = [&](UtcTime time) {
        return now.steady - std::max(Ms(0), Ms(now.utc - time));
    };
    m_engine.skipIdsTo(std::max({id.value, record.view.contact.id.value, record.queuePosition}));
    record.queuedSteady = steadyOf(record.view.queuedAt);
    record.waitingSince = steadyOf(record.waitingSinceUtc);
    record.handledSince = steadyOf(record.handledSinceUtc);
    if (const auto *queue = m_site.queue(record.view.queueId))
        record.view.queueName = queue->name;
    const auto takes = [&](AgentId agent) {
        m_byAgent[agent].insert(id);
        m_agents.restoreLoad(agent, record.view.mediaType, 1, 0);
    };
    if (const auto agent = record.agent())
        takes(agent);
    for (const auto member : record.view.memberIds)
        takes(member);
    if (record.isConsulting())
        takes(record.consulted());
    if (record.offer) {
        m_byAgent[record.offer->agent].insert(id);
        m_agents.restoreLoad(record.offer->agent, record.view.mediaType, 0, 1);
    }
    auto &restored = m_open.emplace(id, std::move(record)).first->second;
    if (restored.offer) {
        // The time left goes on, but the agent needs some to come back.
        const auto &settings = m_site.settings();
        const auto shortest = std::min(settings.resumeOffer, settings.offerTimeout);
        auto &offer = *restored.offer;
        const auto left =
            std::clamp(Ms(offer.expiresAt - now.utc), shortest, settings.offerTimeout);
        offer.expiresAt = now.utc + left;
        offer.deadline = now.steady + left;
        beginOfferTimer(restored, left);
    }
    watchAfterContactWork(restored);
    if (restored.view.state == InteractionState::Parked)
        watchReturn(restored);
}

void Interactions::describeWork(AgentId agent, protocol::Snapshot &snapshot) const
{
    for (const auto id : idsOf(agent)) {
        const auto &known = *find(id);
        if (!known.offer || known.offer->agent != agent) {
            snapshot.interactions.push_back(ownView(known));
            continue;
        }
        const auto left = std::max(Ms(0), Ms(known.offer->deadline - m_engine.now().steady));
        protocol::Offer offer{viewOf(known), known.offer->expiresAt, left.count(), {}, {}};
        if (known.offer->kind != protocol::OfferKind::Queue) {
            offer.kind = known.offer->kind;
            offer.fromId = known.agent();
        }
        snapshot.offers.push_back(std::move(offer));
    }
}

} // namespace tandem
