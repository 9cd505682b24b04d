// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/agentstate.h"
#include "statistics/bounds.h"
#include "statistics/measures.h"
#include "statistics/timeline.h"

#include <array>
#include <optional>

namespace tandem::statistics {

// What goes on for an agent, and since when (ms).
struct GoingOn
{
    AgentState state = AgentState::LoggedOut;
    std::int64_t stateSince = 0;
    std::optional<std::int64_t> busySince; // something in hand
};

// How an agent's time was spent. Core thread.
class AgentTimes
{
public:
    void stateEnded(AgentState state, std::int64_t begin, std::int64_t end);
    void handlingEnded(std::int64_t begin, std::int64_t end);
    void forgetBefore(std::int64_t timeMs);

    std::int64_t inState(AgentState state, const GoingOn &now, const Bounds &bounds) const;
    // Time with something in hand, of the time ready or with it.
    Share occupancy(const GoingOn &now, const Bounds &bounds) const;

private:
    std::array<Timeline, namesOf(AgentState{}).size()> m_states;
    Timeline m_busy;
    Timeline m_engaged; // ready, or busy
};

} // namespace tandem::statistics
