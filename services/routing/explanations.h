// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "interactions/interactions.h"
#include "protocol/explanation.h"
#include "routing/agentpool.h"

namespace tandem {

// Keeps every routing decision, tells them to who may know, and forgets them after the time that
// the site's rules set. Core thread.
class Explanations
{
public:
    Explanations(Engine &engine, Site &site, Agents &agents, Interactions &interactions);

    Result<void> load(Database &database);
    void keep(InteractionId interaction, const protocol::RoutingDecision &decision);
    // Who of the pool could be offered it, in their order, and why others could not: the first 20,
    // and counts of all.
    void describePool(const AgentPool &pool, const InteractionRecord &record, AgentId chosen,
                      AgentId keptFor, protocol::RoutingDecision &decision) const;

private:
    Result<Engine::Outcome> explain(const Caller &caller,
                                    const protocol::InteractionExplain &request) const;
    void forgetOldLater();
    protocol::Candidate candidate(const AgentRecord &agent, protocol::Verdict verdict) const;

    Engine &m_engine;
    Site &m_site;
    Agents &m_agents;
    Interactions &m_interactions;
};

} // namespace tandem
