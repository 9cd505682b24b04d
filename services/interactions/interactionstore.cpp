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
    if (m_startedAt == SteadyTime{})
        m_startedAt = m_engine.now().steady;
    auto result = readOpenInteractions(
        database, [this](InteractionRecord record) { restore(std::move(record)); });
    // A job of its own, when every service has loaded.
    m_engine.after(Ms(0), [this] {
        std::vector<InteractionId> waiting;
        std::vector<AgentId> gone;
        for (const auto &[id, record] : m_open) {
            if (record.isWaiting())
                waiting.push_back(id);
            for (const auto agent :
                 {record.agent(), record.offer ? record.offer->agent : AgentId{}}) {
                const auto *known = m_agents.find(agent);
                if (agent && (!known || !known->session))
                    gone.push_back(agent);
            }
        }
        for (const auto agent : gone)
            agentGone(agent);
        std::ranges::sort(waiting);
        for (const auto id : waiting)
            m_engine.announce(InteractionWaits{id});
    });
    return result;
}

void Interactions::restore(InteractionRecord record)
{
    const auto id = record.view.id;
    const auto now = m_engine.now();
    m_engine.skipIdsTo(std::max(id.value, record.view.contact.id.value));
    if (const auto *queue = m_site.queue(record.view.queueId))
        record.view.queueName = queue->name;
    if (const auto agent = record.agent()) {
        m_byAgent[agent].insert(id);
        m_agents.restoreLoad(agent, 1, 0);
    }
    if (record.offer) {
        // The time left goes on, but the agent needs some to come back.
        const auto &settings = m_site.settings();
        const auto shortest = std::min(settings.resumeOffer, settings.offerTimeout);
        const auto left =
            std::clamp(record.offer->expiresAt - now.utc, shortest, settings.offerTimeout);
        record.offer->expiresAt = now.utc + left;
        record.offer->deadline = now.steady + left;
        record.offer->timer = m_engine.after(left, [this, id] {
            if (auto *late = this->record(id); late && late->offer)
                refuse(*late, "timed_out");
        });
        m_byAgent[record.offer->agent].insert(id);
        m_agents.restoreLoad(record.offer->agent, 0, 1);
    }
    m_open.emplace(id, std::move(record));
}

void Interactions::describeWork(AgentId agent, protocol::Snapshot &snapshot) const
{
    for (const auto id : idsOf(agent)) {
        const auto &known = *find(id);
        if (known.offer && known.offer->agent == agent) {
            const auto left = std::max(Ms(0), known.offer->deadline - m_engine.now().steady);
            snapshot.offers.push_back({viewOf(known), known.offer->expiresAt, left.count()});
        } else {
            snapshot.interactions.push_back(ownView(known));
        }
    }
}

} // namespace tandem
