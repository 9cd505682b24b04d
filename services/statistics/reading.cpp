// SPDX-License-Identifier: GPL-3.0-or-later
// A definition's value for one object.
#include "statistics/figures.h"

#include <algorithm>

namespace tandem::statistics {

using protocol::Measure;
using protocol::StatisticObject;
using protocol::Window;
using Kind = MeasureRow::Kind;

std::optional<double> Figures::Reading::of(const std::string &object) const
{
    const auto kind = m_definition->object;
    if (!m_row->isToldOf(kind) || !m_figures->isObject(kind, object))
        return std::nullopt;
    if ((kind == StatisticObject::Queue && m_definition->queueId.value_or(object) != object)
        || (kind == StatisticObject::Medium && m_definition->mediaType.value_or(object) != object))
        return std::nullopt;
    if (m_row->kind == Kind::Now)
        return now(object);
    if (m_definition->measure == Measure::StateTime && m_definition->window == Window::Current)
        return spent(object);
    if (m_bounds.from >= m_bounds.to || m_bounds.from < m_figures->m_ledger.knownSince())
        return std::nullopt;
    return m_row->kind == Kind::Time ? spent(object) : counted(object);
}

Gauges::Filter Figures::Reading::filter(const std::string &object) const
{
    Gauges::Filter filter{m_definition->queueId, m_definition->mediaType};
    if (m_definition->object == StatisticObject::Queue)
        filter.queue = object;
    if (m_definition->object == StatisticObject::Medium)
        filter.medium = object;
    return filter;
}

std::optional<double> Figures::Reading::now(const std::string &object) const
{
    const auto &gauges = m_figures->m_gauges;
    const auto kind = m_definition->object;
    const auto wanted = filter(object);
    switch (m_definition->measure) {
    case Measure::Waiting: return gauges.waiting(wanted);
    case Measure::LongestWait:
        if (const auto first = gauges.firstWaiting(wanted))
            return double(std::max<std::int64_t>(0, toMs(m_now) - *first));
        return std::nullopt;
    case Measure::EstimatedWait:
        if (const auto wait = m_figures->estimatedWait(object, gauges.waiting(wanted) + 1, m_now))
            return double(wait->count());
        return std::nullopt;
    case Measure::AgentsReady: return m_figures->ready(m_figures->agentsOf(kind, object));
    default: break;
    }
    if (kind == StatisticObject::Queue || kind == StatisticObject::Medium)
        return gauges.handling(wanted);
    int handling = 0;
    for (const auto agent : m_figures->agentsOf(kind, object))
        handling += gauges.handling(agent, wanted);
    return handling;
}

std::optional<double> Figures::Reading::counted(const std::string &object) const
{
    const auto kind = m_definition->object;
    Share share;
    if (kind == StatisticObject::Queue || kind == StatisticObject::Medium) {
        share = m_tally->of(m_figures->numberOf(kind, object));
    } else {
        for (const auto agent : m_figures->agentsOf(kind, object))
            share.add(m_tally->of(m_figures->m_ledger.agent(agent)), 1);
    }
    if (m_row->kind == Kind::Count)
        return double(share.numerator);
    if (share.denominator == 0)
        return std::nullopt;
    return double(share.numerator) / double(share.denominator);
}

std::optional<double> Figures::Reading::spent(const std::string &object) const
{
    const auto &ledger = m_figures->m_ledger;
    Share share;
    for (const auto agent : m_figures->agentsOf(m_definition->object, object)) {
        const auto going = m_figures->goingOn(agent);
        if (m_definition->measure == Measure::Occupancy) {
            share.add(ledger.times(agent).occupancy(going, m_bounds), 1);
            continue;
        }
        const auto state = m_definition->state.value_or(going.state);
        if (m_definition->window != Window::Current)
            share.numerator += ledger.times(agent).inState(state, going, m_bounds);
        else if (state == going.state && state != AgentState::LoggedOut)
            share.numerator += std::max<std::int64_t>(0, toMs(m_now) - going.stateSince);
    }
    if (m_definition->measure == Measure::StateTime)
        return double(share.numerator);
    if (share.denominator == 0)
        return std::nullopt;
    return double(share.numerator) / double(share.denominator);
}

} // namespace tandem::statistics
