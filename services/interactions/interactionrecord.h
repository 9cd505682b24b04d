// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scheduler.h"
#include "protocol/interaction.h"
#include "store/database.h"

#include <map>

namespace tandem {

// An offer to an agent: from the queue, or from the agent who has the interaction.
struct OfferRecord
{
    AgentId agent;
    UtcTime expiresAt{};
    SteadyTime deadline{};
    TimerId timer = TimerId::None;
    protocol::OfferKind kind = protocol::OfferKind::Queue;
};

// How a target that is one agent begins.
inline constexpr std::string_view agentTarget = "agent ";

// What an agent asked for last of an interaction that went to others by it: asked again, it is
// answered alike.
struct Parting
{
    AgentId agent;
    std::string request; // "release", "reject", "completeTransfer", or of requestOf()
    bool operator==(const Parting &) const = default;
};
BOOST_DESCRIBE_STRUCT(Parting, (), (agent, request))

// A transfer, as a parting names it.
std::string requestOf(const protocol::Target &target);

// An interaction that is open. The view holds what is told to agents; the rest is the services'.
struct InteractionRecord
{
    protocol::Interaction view;
    std::uint64_t queuePosition = 0; // smaller is earlier; kept when it comes back to its queue
    std::optional<OfferRecord> offer;
    std::map<AgentId, SteadyTime> refusedUntil;
    std::vector<Parting> partings; // of the last agents, one each
    // Waits for these instead of the queue's: an expression over skills, or "agent USER".
    std::optional<std::string> skillTarget;
    std::optional<std::int64_t> contactKeyHash;
    SteadyTime queuedSteady{}; // as view.queuedAt: since when it is in this queue
    SteadyTime waitingSince{}; // since when it waits this time
    SteadyTime handledSince{}; // since when view.agentId has it
    UtcTime waitingSinceUtc{};
    UtcTime handledSinceUtc{};
    TimerId stateTimer = TimerId::None; // of after contact work, or of the return from a workbin

    AgentId agent() const { return view.agentId.value_or(AgentId{}); }
    AgentId consulted() const { return view.consultedId.value_or(AgentId{}); }
    bool isConsulting() const { return view.state == InteractionState::Consulting; }
    // May be offered by its queue now.
    bool isWaiting() const
    {
        return view.state == InteractionState::Queued && !view.held.value_or(false);
    }
    bool isHandled() const { return view.state == InteractionState::Handling || isConsulting(); }
    bool isMember(AgentId id) const;
    // Handles it, is in its conference, or was asked and came.
    bool takesPart(AgentId id) const;
    void part(AgentId id, std::string request);
    bool hasParted(AgentId id, std::string_view request) const;
    // The agent has it again, or takes part.
    void comesBack(AgentId id);
};

// Rows of the interaction table.
Write insertInteraction(const InteractionRecord &record);
Write updateInteraction(const InteractionRecord &record);
Write updateContactName(const InteractionRecord &record);
Write updateSurvey(InteractionId id, const protocol::Survey &survey);
// Gives each open interaction; offers have no deadline and times no steady part yet.
Result<void> readOpenInteractions(Database &database,
                                  const std::function<void(InteractionRecord)> &each);
// Newest first, ids below `before` (none: from the newest), whatever their state.
Result<std::vector<protocol::Interaction>>
readInteractions(Database &database, InteractionId before, int most, const std::string &filter);
// The one of that id; not_found where there is none.
Result<protocol::Interaction> readInteraction(Database &database, InteractionId id);

} // namespace tandem
