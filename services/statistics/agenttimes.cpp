// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/agenttimes.h"

namespace tandem::statistics {

namespace {

std::int64_t covered(const Timeline &times, std::optional<std::int64_t> since, const Bounds &bounds)
{
    return since ? times.withinGoingOn(*since, bounds.from, bounds.to)
                 : times.within(bounds.from, bounds.to);
}

} // namespace

void AgentTimes::stateEnded(AgentState state, std::int64_t begin, std::int64_t end)
{
    m_states[static_cast<std::size_t>(state)].add(begin, end);
    if (state == AgentState::Ready)
        m_engaged.add(begin, end);
}

void AgentTimes::handlingEnded(std::int64_t begin, std::int64_t end)
{
    m_busy.add(begin, end);
    m_engaged.add(begin, end);
}

void AgentTimes::forgetBefore(std::int64_t timeMs)
{
    for (auto &state : m_states)
        state.forgetBefore(timeMs);
    m_busy.forgetBefore(timeMs);
    m_engaged.forgetBefore(timeMs);
}

std::int64_t AgentTimes::inState(AgentState state, const GoingOn &now, const Bounds &bounds) const
{
    const auto since = state == now.state ? std::optional(now.stateSince) : std::nullopt;
    return covered(m_states[static_cast<std::size_t>(state)], since, bounds);
}

Share AgentTimes::occupancy(const GoingOn &now, const Bounds &bounds) const
{
    auto engagedSince = now.busySince;
    if (now.state == AgentState::Ready)
        engagedSince = std::min(now.stateSince, engagedSince.value_or(now.stateSince));
    return {covered(m_busy, now.busySince, bounds), covered(m_engaged, engagedSince, bounds)};
}

} // namespace tandem::statistics
