// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/timeline.h"

#include <algorithm>

namespace tandem::statistics {

void Timeline::add(std::int64_t begin, std::int64_t end)
{
    if (end <= begin)
        return;
    // From the back: nearly always there is nothing behind it.
    auto last = m_stretches.end();
    while (last != m_stretches.begin() && std::prev(last)->begin > end)
        --last;
    auto first = last;
    while (first != m_stretches.begin() && std::prev(first)->end >= begin) {
        --first;
        begin = std::min(begin, first->begin);
        end = std::max(end, first->end);
    }
    auto added = m_stretches.insert(m_stretches.erase(first, last), {begin, end, 0});
    for (; added != m_stretches.end(); ++added) {
        added->before = 0;
        if (added != m_stretches.begin()) {
            const auto &previous = *std::prev(added);
            added->before = previous.before + previous.end - previous.begin;
        }
    }
}

std::int64_t Timeline::coveredBefore(std::int64_t time) const
{
    const auto next = std::ranges::lower_bound(m_stretches, time, {}, &Stretch::begin);
    if (next == m_stretches.begin())
        return m_stretches.empty() ? 0 : m_stretches.front().before;
    const auto &stretch = *std::prev(next);
    return stretch.before + std::min(time, stretch.end) - stretch.begin;
}

std::int64_t Timeline::within(std::int64_t from, std::int64_t to) const
{
    return from < to ? coveredBefore(to) - coveredBefore(from) : 0;
}

std::int64_t Timeline::withinGoingOn(std::int64_t since, std::int64_t from, std::int64_t to) const
{
    if (from >= to)
        return 0;
    const auto split = std::clamp(since, from, to);
    return within(from, split) + to - split;
}

void Timeline::forgetBefore(std::int64_t timeMs)
{
    while (!m_stretches.empty() && m_stretches.front().end <= timeMs)
        m_stretches.pop_front();
}

} // namespace tandem::statistics
