// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/interactions.h"
#include "protocol/server.h"

namespace tandem {

// What agents and supervisors ask of interactions: answers to offers, data, disposition, lists.
// Core thread; keeps no state of its own.
class InteractionRequests
{
public:
    InteractionRequests(Engine &engine, Site &site, Agents &agents, Interactions &interactions);

private:
    Result<protocol::OwnInteraction> accept(const Caller &caller,
                                            const protocol::InteractionAccept &request);
    Result<protocol::Done> reject(const Caller &caller, const protocol::InteractionReject &request);
    Result<protocol::Interaction> updateData(const Caller &caller,
                                             const protocol::InteractionUpdateData &request);
    Result<protocol::Interaction> setPriority(const Caller &caller,
                                              const protocol::InteractionSetPriority &request);
    Result<protocol::Interaction>
    setDisposition(const Caller &caller, const protocol::InteractionSetDisposition &request);
    Result<Engine::Outcome> markDone(const Caller &caller,
                                     const protocol::InteractionMarkDone &request);
    Result<Engine::Outcome> fetch(const Caller &caller, const protocol::InteractionFetch &request);
    protocol::ServerStatusReply status();

    Engine &m_engine;
    Site &m_site;
    Agents &m_agents;
    Interactions &m_interactions;
    SteadyTime m_startedAt{};
};

} // namespace tandem
