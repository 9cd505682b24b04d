// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scheduler.h"
#include "protocol/types.h"
#include "store/database.h"

#include <map>

namespace tandem {

// An offer to an agent: from the queue, or (isTransfer) from the agent who handles it.
struct OfferRecord
{
    AgentId agent;
    UtcTime expiresAt{};
    SteadyTime deadline{};
    TimerId timer = TimerId::None;
    bool isTransfer = false;
};

// An interaction that is open. The view holds what is told to agents; the rest is the router's.
struct InteractionRecord
{
    protocol::Interaction view;
    std::uint64_t queuePosition = 0; // smaller is earlier; kept when it comes back to its queue
    std::optional<OfferRecord> offer;
    std::map<AgentId, SteadyTime> refusedUntil;

    AgentId agent() const { return view.agentId.value_or(AgentId{}); }
    bool isWaiting() const { return view.state == InteractionState::Queued; }
};

// Rows of the interaction table.
Write insertInteraction(const InteractionRecord &record);
Write updateInteraction(const InteractionRecord &record);
// Gives each open interaction; offers have no deadline yet.
Result<void> readOpenInteractions(Database &database,
                                  const std::function<void(InteractionRecord)> &each);
// Newest first, ids below `before` (none: from the newest), whatever their state.
Result<std::vector<protocol::Interaction>>
readInteractions(Database &database, InteractionId before, int most, const std::string &filter);
// The one of that id; not_found where there is none.
Result<protocol::Interaction> readInteraction(Database &database, InteractionId id);

} // namespace tandem
