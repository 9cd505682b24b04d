// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

// What services above hear of within the same job.
namespace tandem {

// An interaction waits in its queue (again).
struct InteractionWaits
{
    InteractionId interaction;
};

// An agent may be able to take one more interaction.
struct AgentMayTake
{
    AgentId agent;
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
