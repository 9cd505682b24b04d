// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/interactions.h"

namespace tandem {

// The action callback.offer: a customer who waits in a chat is offered to be called back. Who
// answers with a telephone number gets an interaction of the medium "callback" in a queue, for an
// agent to call. An open offer stands in the interaction's data, so that it outlives a restart.
// Core thread.
class CallbackOffers
{
public:
    CallbackOffers(Engine &engine, Site &site, Interactions &interactions);

private:
    Result<std::string> offer(const ActionCall &call);
    void heard(const StrategyEvent &event);
    void take(const InteractionRecord &record, const std::string &queue, const std::string &number);

    Engine &m_engine;
    Site &m_site;
    Interactions &m_interactions;
};

} // namespace tandem
