// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/tally.h"

namespace tandem::statistics {

using protocol::StatisticObject;

Tally::Tally(const protocol::StatisticDefinition &definition, const Filter &filter,
             const Thresholds &thresholds)
    : m_row(&rowOf(definition.measure)),
      m_object(definition.object),
      m_filter(filter),
      m_thresholds(&thresholds)
{
}

std::uint32_t Tally::objectOf(const Arc &arc) const
{
    switch (m_object) {
    case StatisticObject::Queue: return arc.*m_row->queue;
    case StatisticObject::Agent:
    case StatisticObject::Group: return arc.agent;
    case StatisticObject::Medium: return arc.medium;
    }
    return noNumber;
}

void Tally::count(const Arc &arc, int sign)
{
    if (!m_row->counts(arc, m_object))
        return;
    const auto queue = arc.*m_row->queue;
    if ((m_filter.queue && *m_filter.queue != queue)
        || (m_filter.medium && *m_filter.medium != arc.medium))
        return;
    const auto object = objectOf(arc);
    if (object == noNumber)
        return;
    auto threshold = m_filter.thresholdMs.value_or(defaultThresholdMs);
    if (!m_filter.thresholdMs && arc.queue < m_thresholds->size())
        threshold = (*m_thresholds)[arc.queue];
    if (object >= m_shares.size())
        m_shares.resize(object + 1);
    m_shares[object].add(m_row->share(arc, threshold), sign);
}

void Tally::moveTo(const History &history, const Bounds &bounds)
{
    const auto begin = history.firstFrom(bounds.from);
    const auto end = std::max(begin, history.firstFrom(bounds.to));
    m_bounds = bounds;
    // Nothing in common with what was counted, or what was counted is forgotten.
    if (begin >= m_end || end <= m_begin || m_begin < history.begin()) {
        m_shares.clear();
        m_begin = m_end = begin;
    }
    while (m_end < end)
        count(history.at(m_end++), 1);
    while (m_begin > begin)
        count(history.at(--m_begin), 1);
    while (m_end > end)
        count(history.at(--m_end), -1);
    while (m_begin < begin)
        count(history.at(m_begin++), -1);
}

void Tally::inserted(const History &history, History::Place place)
{
    const auto &arc = history.at(place);
    if (arc.time < m_bounds.from) {
        ++m_begin;
        ++m_end;
    } else if (arc.time < m_bounds.to) {
        count(arc, 1);
        ++m_end;
    }
}

} // namespace tandem::statistics
