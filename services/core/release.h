// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sinks.h"

#include <variant>
#include <vector>

namespace tandem {

struct ToAgents
{
    std::vector<AgentId> agents;
    std::shared_ptr<const SharedFact> fact;
};

struct ToCustomer
{
    InteractionId chat;
    std::shared_ptr<const protocol::CustomerEvent> event; // null: the chat has ended
};

// How a customer who waits stands now; empty: waits no longer.
struct ToWaiting
{
    InteractionId chat;
    std::shared_ptr<const protocol::Data> standing;
};

// What the strategies' thread is to do.
struct ToStrategies
{
    std::shared_ptr<const StrategyWork> work;
};

// What leaves the core once its unit of work is on disk, in this order.
using Release = std::variant<ToAgents, ToCustomer, ToWaiting, ToStrategies>;

} // namespace tandem
