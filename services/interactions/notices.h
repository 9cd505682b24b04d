// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <cstdint>
#include <optional>
#include <string>

// What services above hear of within the same job.
namespace tandem {

// An interaction has begun to wait, waits no longer, or waits otherwise than before.
struct WaitingChanged
{
    InteractionId interaction;
};

// It has come to a queue: by its beginning, a transfer or an overflow. Before it is looked at.
struct QueueEntered
{
    InteractionId interaction;
};

// Somebody else than its strategy moved it out of the strategy's hands.
struct TakenFromStrategy
{
    InteractionId interaction;
};

// What its strategy did with it, for those who want to know why it was routed so.
struct StrategyDecided
{
    InteractionId interaction;
    std::string text;
};

// It is done; it is still there to be looked at.
struct InteractionDone
{
    InteractionId interaction;
};

// Nothing of its contact is kept any more; whatever else remembers it, forgets it.
struct InteractionErased
{
    InteractionId interaction;
    std::optional<std::int64_t> contactKeyHash; // of a contact who wants to be forgotten
};

// What an agent may take has changed: state, connection, what is in hand, skills.
struct AgentChanged
{
    AgentId agent;
};

// Somebody took an interaction from its queue.
struct InteractionAccepted
{
    InteractionId interaction;
    AgentId agent;
};

// An agent has it from now on: accepted or pulled from a queue, or given by another, by a transfer
// or from a workbin.
struct HandlingBegan
{
    InteractionId interaction;
    AgentId agent;
    bool isFromQueue = false;
};

// The agent's session is over or lost for too long: what the agent handles must go on elsewhere.
struct AgentGone
{
    AgentId agent;
};

// The agent's connection is lost, long enough that open offers must be taken back.
struct AgentUnreachable
{
    AgentId agent;
};

} // namespace tandem
