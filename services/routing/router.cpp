// SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/router.h"

#include "interactions/notices.h"

#include <tuple>

namespace tandem {

Router::Router(Engine &engine, Site &site, Agents &agents, Interactions &interactions)
    : m_engine(engine), m_site(site), m_agents(agents), m_interactions(interactions)
{
    engine.hear<InteractionWaits>(
        [this](const InteractionWaits &notice) { routeInteraction(notice.interaction); });
    engine.hear<AgentMayTake>([this](const AgentMayTake &notice) { routeAgent(notice.agent); });
}

bool Router::mayOffer(const InteractionRecord &interaction, const AgentRecord &agent) const
{
    const auto *queue = m_site.queue(interaction.view.queueId);
    if (!agent.mayTake() || !queue || !agent.meets(queue->skills))
        return false;
    const auto refused = interaction.refusedUntil.find(agent.id);
    return refused == interaction.refusedUntil.end() || refused->second <= m_engine.now().steady;
}

void Router::routeInteraction(InteractionId id)
{
    const auto *interaction = m_interactions.find(id);
    if (!interaction || !interaction->isWaiting())
        return;
    // Who has something in hand is not idle. Ids make the choice the same in every run.
    const auto rank = [](const AgentRecord &agent) {
        return std::tuple(agent.load(), agent.idleSince, agent.id);
    };
    const AgentRecord *best = nullptr;
    for (const auto &[agentId, agent] : m_agents.all()) {
        if (!mayOffer(*interaction, agent))
            continue;
        if (!best || rank(agent) < rank(*best))
            best = &agent;
    }
    if (best)
        m_interactions.offer(id, best->id);
}

void Router::routeAgent(AgentId id)
{
    for (;;) {
        const auto *agent = m_agents.find(id);
        if (!agent || !agent->mayTake())
            return;
        const InteractionRecord *first = nullptr;
        const auto rank = [](const InteractionRecord &record) {
            return std::tuple(-record.view.priority, record.queuePosition);
        };
        for (const auto &[interactionId, interaction] : m_interactions.open()) {
            if (!interaction.isWaiting() || !mayOffer(interaction, *agent))
                continue;
            if (!first || rank(interaction) < rank(*first))
                first = &interaction;
        }
        if (!first)
            return;
        m_interactions.offer(first->view.id, id);
    }
}

} // namespace tandem
