// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/interactions.h"
#include "statistics/present.h"
#include "statistics/setup.h"

namespace tandem::statistics {

// The present as agents and interactions keep it. Core thread.
class ServicesPresent final : public Present
{
public:
    ServicesPresent(const Site &site, const Agents &agents, const Interactions &interactions)
        : m_site(site), m_agents(agents), m_interactions(interactions)
    {
    }

    std::optional<OpenInteraction> interaction(InteractionId id) const override;
    void eachInteraction(const std::function<void(OpenInteraction)> &each) const override;
    std::optional<AgentNow> agent(AgentId id) const override;
    std::vector<AgentId> targets(const QueueId &queue) const override;
    bool isFree(AgentId id) const override;

private:
    const Site &m_site;
    const Agents &m_agents;
    const Interactions &m_interactions;
};

Setup setupOf(const Site &site);

} // namespace tandem::statistics
