// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/history.h"

#include <algorithm>

namespace tandem::statistics {

History::Place History::firstFrom(std::int64_t timeMs) const
{
    const auto found = std::ranges::lower_bound(m_arcs, timeMs, {}, &Arc::time);
    return m_first + (found - m_arcs.begin());
}

History::Place History::insert(const Arc &arc)
{
    const auto where = m_arcs.empty() || m_arcs.back().time <= arc.time
                           ? m_arcs.end()
                           : std::ranges::upper_bound(m_arcs, arc.time, {}, &Arc::time);
    const auto place = m_first + (where - m_arcs.begin());
    m_arcs.insert(where, arc);
    return place;
}

void History::forgetBefore(std::int64_t timeMs)
{
    while (!m_arcs.empty() && m_arcs.front().time < timeMs) {
        m_arcs.pop_front();
        ++m_first;
    }
}

void History::clear()
{
    m_arcs.clear();
    m_first = 0;
}

} // namespace tandem::statistics
