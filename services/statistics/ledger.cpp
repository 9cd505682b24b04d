// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/ledger.h"

#include <algorithm>

namespace tandem::statistics {

namespace {

using protocol::Measure;
using protocol::MoveCause;

// How far the wall clock may run ahead of the time that has passed before it is believed.
constexpr Ms believed = std::chrono::hours(48);

std::int32_t shortMs(const std::optional<std::int64_t> &ms)
{
    constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    return ms ? static_cast<std::int32_t>(std::clamp<std::int64_t>(*ms, 0, most)) : Arc::unsaid;
}

} // namespace

void Ledger::restart(UtcTime since)
{
    m_since = toMs(since);
    m_begun.reset();
    m_tallies.clear();
    m_history.clear();
    m_times.clear();
    m_taken.clear();
    m_signedOut.clear();
    m_waits.clear();
}

void Ledger::setUp(const Setup &setup)
{
    if (setup.timeZone != m_timeZone) {
        m_timeZone = setup.timeZone;
        m_windows = Windows(m_timeZone);
    }
    Tally::Thresholds thresholds;
    for (const auto &[queue, thresholdMs] : setup.queues) {
        const auto number = m_queues.number(queue);
        if (number >= thresholds.size())
            thresholds.resize(number + 1, defaultThresholdMs);
        thresholds[number] = thresholdMs;
    }
    if (thresholds == m_thresholds)
        return;
    m_thresholds = std::move(thresholds);
    m_tallies.dropIf([](const protocol::StatisticDefinition &definition) {
        return definition.measure == Measure::ServiceLevel && !definition.thresholdMs;
    });
}

Ms Ledger::reachOf(const std::vector<protocol::StatisticDefinition> &definitions)
{
    auto reach = leastReach;
    for (const auto &definition : definitions)
        reach = std::max(reach, Windows::reach(definition));
    return reach;
}

void Ledger::keep(const std::vector<protocol::StatisticDefinition> &definitions, UtcTime now)
{
    m_reach = reachOf(definitions);
    m_tallies.keep(definitions, now, [this](const auto &key) { return makeTally(key); });
    m_tallies.advance(m_history, m_windows, now);
}

Tally Ledger::makeTally(const protocol::StatisticDefinition &definition)
{
    Tally::Filter filter;
    if (definition.queueId)
        filter.queue = m_queues.number(*definition.queueId);
    if (definition.mediaType)
        filter.medium = static_cast<std::uint16_t>(m_media.number(*definition.mediaType));
    filter.thresholdMs = definition.thresholdMs;
    return {definition, filter, m_thresholds};
}

const Tally &Ledger::tally(const protocol::StatisticDefinition &definition, UtcTime now)
{
    return m_tallies.at(definition, m_history, m_windows, now,
                        [this](const auto &key) { return makeTally(key); });
}

Arc Ledger::arcOf(const protocol::InteractionMoved &fact, UtcTime time)
{
    Arc arc;
    arc.time = toMs(time);
    arc.waitMs = shortMs(fact.waitMs);
    arc.handleMs = shortMs(fact.handleMs);
    arc.agent = fact.agentId ? m_agents.number(*fact.agentId) : noNumber;
    arc.queue = fact.queueId.empty() ? noNumber : m_queues.number(fact.queueId);
    arc.toQueue = fact.toQueueId ? m_queues.number(*fact.toQueueId) : arc.queue;
    arc.medium = static_cast<std::uint16_t>(m_media.number(fact.mediaType));
    arc.cause = fact.cause;
    arc.to = fact.to;
    arc.isFirst = !fact.from;
    arc.from = fact.from.value_or(InteractionState::Queued);
    return arc;
}

Arc Ledger::moved(const protocol::InteractionMoved &fact, UtcTime time)
{
    const auto arc = arcOf(fact, time);
    m_tallies.inserted(m_history, m_history.insert(arc));
    noteHandling(fact, arc.time);
    if (arc.queue == noNumber)
        return arc;
    if (arc.wasWaiting() && (arc.cause == MoveCause::Accepted || arc.cause == MoveCause::Pulled))
        m_waits.accepted(arc.queue, arc.time);
    if (arc.handleMs != Arc::unsaid)
        m_waits.handled(arc.queue, arc.time, arc.handleMs);
    return arc;
}

void Ledger::noteHandling(const protocol::InteractionMoved &fact, std::int64_t time)
{
    if (fact.agentId && fact.handleMs) {
        m_times[*fact.agentId].handlingEnded(time - std::max<std::int64_t>(0, *fact.handleMs),
                                             time);
        m_taken.erase({fact.interactionId, *fact.agentId});
    }
    if (fact.agentId && fact.cause == MoveCause::ConsultEnded) {
        m_times[*fact.agentId].handlingEnded(takenAt(fact.interactionId, *fact.agentId), time);
        m_taken.erase({fact.interactionId, *fact.agentId});
    }
    if (fact.agentId
        && (fact.cause == MoveCause::Accepted || fact.cause == MoveCause::Pulled
            || fact.cause == MoveCause::Consulted))
        m_taken[{fact.interactionId, *fact.agentId}] = time;
    if (fact.to == InteractionState::Done) {
        const auto first = m_taken.lower_bound({fact.interactionId, AgentId{}});
        const auto last = std::find_if(first, m_taken.end(), [&](const auto &entry) {
            return entry.first.first != fact.interactionId;
        });
        m_taken.erase(first, last);
    }
}

void Ledger::stateChanged(const protocol::AgentStateChanged &fact, UtcTime time)
{
    const auto id = fact.agent.id;
    const auto end = toMs(time);
    if (fact.previous == AgentState::LoggedOut) {
        m_times[id].stateEnded(AgentState::LoggedOut, signedOutAt(id), end);
        m_signedOut.erase(id);
    } else if (fact.previous && fact.previousMs) {
        m_times[id].stateEnded(*fact.previous, end - std::max<std::int64_t>(0, *fact.previousMs),
                               end);
    }
    if (fact.agent.state == AgentState::LoggedOut)
        m_signedOut[id] = end;
}

// A wall clock that ran ahead for a while must not make anything be forgotten.
UtcTime Ledger::horizon(const Now &now)
{
    if (!m_begun)
        m_begun = now;
    const auto passed = m_begun->utc + (now.steady - m_begun->steady);
    const auto ahead = now.utc - passed;
    return (ahead > Ms(0) && ahead < believed ? passed : now.utc) - m_reach;
}

void Ledger::advance(const Now &now)
{
    m_tallies.advance(m_history, m_windows, now.utc);
    const auto before = toMs(horizon(now));
    m_history.forgetBefore(before);
    for (auto &[agent, times] : m_times)
        times.forgetBefore(before);
    m_since = std::max(m_since, before);
}

const AgentTimes &Ledger::times(AgentId agent) const
{
    static const AgentTimes none;
    const auto found = m_times.find(agent);
    return found == m_times.end() ? none : found->second;
}

std::int64_t Ledger::takenAt(InteractionId interaction, AgentId agent) const
{
    const auto found = m_taken.find({interaction, agent});
    return found == m_taken.end() ? m_since : found->second;
}

std::int64_t Ledger::signedOutAt(AgentId agent) const
{
    const auto found = m_signedOut.find(agent);
    return found == m_signedOut.end() ? m_since : found->second;
}

} // namespace tandem::statistics
