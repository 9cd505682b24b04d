// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/interactions.h"
#include "interactions/notices.h"
#include "interactions/transfers.h"

namespace tandem {

// What strategies ask of the life of an interaction: queue.submit, queue.cancel, ixn.setData,
// ixn.transfer, ixn.stop and respond. Core thread; keeps no state of its own.
class InteractionActions
{
public:
    InteractionActions(Engine &engine, Site &site, Agents &agents, Interactions &interactions,
                       Transfers &transfers);

private:
    using Answer = Result<std::string>;

    void addQueueActions(Actions &actions);
    void addOtherActions(Actions &actions);
    Answer submit(const ActionCall &call);
    Answer setData(const ActionCall &call);
    Answer transfer(const ActionCall &call);
    Answer stop(const ActionCall &call);
    Result<std::optional<std::string>> targetOf(const ActionCall &call) const;
    Result<const InteractionRecord *> waiting(InteractionId id) const;
    void accepted(const InteractionAccepted &notice);

    Engine &m_engine;
    Site &m_site;
    Agents &m_agents;
    Interactions &m_interactions;
    Transfers &m_transfers;
};

} // namespace tandem
