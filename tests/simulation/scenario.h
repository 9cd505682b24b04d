// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tandem {

// What may happen in a simulation.
enum class Event {
    CustomerComes,
    CustomerSpeaks,
    CustomerLeaves,
    AgentSigns,
    AgentChangesState,
    AgentAnswersOffer,
    AgentSpeaks,
    AgentMoves,
    AgentShares,
    AgentEnds,
    SupervisorSteps,
    AdministratorChanges,
    ConnectorSubmits,
    ConnectorChanges,
    ConnectionBreaks,
    WeatherChanges,
    CommitFails,
    StoreGoesAway,
    StoreSlows,
    ServerCrashes,
    ClockJumps
};
inline constexpr std::size_t eventCount = 21;

constexpr std::array<std::string_view, eventCount> namesOf(Event)
{
    return {"customer_comes",    "customer_speaks",     "customer_leaves",
            "agent_signs",       "agent_changes_state", "agent_answers_offer",
            "agent_speaks",      "agent_moves",         "agent_shares",
            "agent_ends",        "supervisor_steps",    "administrator_changes",
            "connector_submits", "connector_changes",   "connection_breaks",
            "weather_changes",   "commit_fails",        "store_goes_away",
            "store_slows",       "server_crashes",      "clock_jumps"};
}

// One of them. Its own seed decides all the rest, so that it stays what it is when others are left
// out.
struct Happening
{
    int number = 0; // from 1
    Ms at{};
    Event event = Event::CustomerComes;
    std::uint64_t seed = 0;
};

// The happenings of a seed, in their order; `count` of them.
std::vector<Happening> happeningsOf(std::uint64_t seed, int count);

} // namespace tandem
