// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/figures.h"

#include <algorithm>

namespace tandem::statistics {

using protocol::StatisticObject;
using Kind = MeasureRow::Kind;

void Figures::restart(UtcTime since)
{
    m_ledger.restart(since);
    m_moved.clear();
    m_targets.clear();
    m_gauges.load();
}

void Figures::setUp(Setup setup, const std::vector<protocol::StatisticDefinition> &kept,
                    UtcTime now)
{
    m_setup = std::move(setup);
    m_targets.clear();
    m_ledger.setUp(m_setup);
    m_ledger.keep(kept, now);
}

Arc Figures::moved(const protocol::InteractionMoved &fact, UtcTime time)
{
    m_moved.push_back(fact.interactionId);
    return m_ledger.moved(fact, time);
}

void Figures::stateChanged(const protocol::AgentStateChanged &fact, UtcTime time)
{
    m_ledger.stateChanged(fact, time);
}

void Figures::settle()
{
    for (const auto id : m_moved)
        m_gauges.refresh(id);
    m_moved.clear();
}

void Figures::caughtUp() { m_moved.clear(); }

bool Figures::isObject(StatisticObject object, const std::string &id) const
{
    switch (object) {
    case StatisticObject::Queue: return m_setup.queues.contains(id);
    case StatisticObject::Agent: return m_setup.agents.contains(id);
    case StatisticObject::Group: return m_setup.groups.contains(id);
    case StatisticObject::Medium:
        return std::ranges::find(m_setup.media, id) != m_setup.media.end();
    }
    return false;
}

std::uint32_t Figures::numberOf(StatisticObject object, const std::string &id) const
{
    return object == StatisticObject::Queue ? m_ledger.queue(id) : m_ledger.medium(id);
}

std::span<const AgentId> Figures::agentsOf(StatisticObject object, const std::string &id) const
{
    switch (object) {
    case StatisticObject::Queue: return targets(id);
    case StatisticObject::Agent: return {&m_setup.agents.at(id), 1};
    case StatisticObject::Group: return m_setup.groups.at(id);
    case StatisticObject::Medium: return {};
    }
    return {};
}

const std::vector<AgentId> &Figures::targets(const QueueId &queue) const
{
    const auto known = m_targets.find(queue);
    return known == m_targets.end() ? m_targets[queue] = m_present.targets(queue) : known->second;
}

int Figures::ready(std::span<const AgentId> agents) const
{
    return static_cast<int>(std::ranges::count_if(agents, [this](AgentId id) {
        const auto agent = m_present.agent(id);
        return agent && agent->state == AgentState::Ready;
    }));
}

GoingOn Figures::goingOn(AgentId agent) const
{
    GoingOn now;
    if (const auto known = m_present.agent(agent)) {
        now.state = known->state;
        now.stateSince = toMs(known->since);
    }
    if (now.state == AgentState::LoggedOut)
        now.stateSince = m_ledger.signedOutAt(agent);
    for (const auto &held : m_gauges.heldBy(agent)) {
        const auto since = held.since ? *held.since : m_ledger.takenAt(held.id, agent);
        now.busySince = std::min(since, now.busySince.value_or(since));
    }
    return now;
}

std::optional<Ms> Figures::estimatedWait(const QueueId &queue, int position, UtcTime now) const
{
    const auto &agents = targets(queue);
    auto free = std::max(1, position);
    for (auto agent = agents.begin(); agent != agents.end() && free > 0; ++agent)
        free -= m_present.isFree(*agent) ? 1 : 0;
    if (free == 0)
        return Ms(0);
    const auto number = m_ledger.queue(queue);
    auto step = m_ledger.waits().between(number, toMs(now));
    if (!step) {
        const auto handle = m_ledger.waits().averageHandle(number, toMs(now));
        const auto count = ready(agents);
        if (!handle || count == 0)
            return std::nullopt;
        step = *handle / count;
    }
    return Ms(static_cast<std::int64_t>(*step * std::max(1, position)));
}

Figures::Reading Figures::at(const protocol::StatisticDefinition &definition, UtcTime now)
{
    settle();
    Reading reading;
    reading.m_figures = this;
    reading.m_definition = &definition;
    reading.m_row = &rowOf(definition.measure);
    reading.m_now = now;
    if (reading.m_row->kind == Kind::Time) {
        reading.m_bounds = m_ledger.windows().ofDurations(definition, now);
    } else if (reading.m_row->kind != Kind::Now) {
        reading.m_bounds = m_ledger.windows().ofMoments(definition, now);
        reading.m_tally = &m_ledger.tally(definition, now);
    }
    return reading;
}

} // namespace tandem::statistics
