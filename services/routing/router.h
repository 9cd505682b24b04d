// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "interactions/interactions.h"

namespace tandem {

// Brings interactions that wait together with agents who are free: of those with the skills of the
// queue and room for one more, the one who has least in hand, and of such the one who has been idle
// longest; of those who wait, the one that is first by priority and place in the queue. Core
// thread; keeps no state of its own.
class Router
{
public:
    Router(Engine &engine, Site &site, Agents &agents, Interactions &interactions);

private:
    void routeInteraction(InteractionId id);
    void routeAgent(AgentId id);
    bool mayOffer(const InteractionRecord &interaction, const AgentRecord &agent) const;

    Engine &m_engine;
    Site &m_site;
    Agents &m_agents;
    Interactions &m_interactions;
};

} // namespace tandem
