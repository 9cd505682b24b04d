// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/waitestimate.h"

#include <algorithm>

namespace tandem::statistics {

namespace {

// The latest ones, in order also where the clock was set back.
template <class T>
void remember(std::deque<T> &entries, const T &entry, std::size_t most)
{
    entries.insert(std::ranges::upper_bound(entries, entry), entry);
    if (entries.size() > most)
        entries.pop_front();
}

} // namespace

void WaitEstimate::accepted(std::uint32_t queue, std::int64_t time)
{
    remember(m_queues[queue].accepted, time, remembered);
}

void WaitEstimate::handled(std::uint32_t queue, std::int64_t time, std::int64_t handleMs)
{
    remember(m_queues[queue].handled, {time, handleMs}, remembered);
}

std::optional<double> WaitEstimate::between(std::uint32_t queue, std::int64_t now) const
{
    const auto known = m_queues.find(queue);
    if (known == m_queues.end())
        return std::nullopt;
    const auto &times = known->second.accepted;
    const auto first = std::ranges::upper_bound(times, now - acceptedWithin);
    const auto count = std::ranges::upper_bound(times, now) - first;
    if (count < 2)
        return std::nullopt;
    const auto mean = double(*(first + count - 1) - *first) / double(count - 1);
    // Once nobody was accepted for longer than that, the pause counts too.
    return std::max(mean, double(now - *first) / double(count));
}

std::optional<double> WaitEstimate::averageHandle(std::uint32_t queue, std::int64_t now) const
{
    const auto known = m_queues.find(queue);
    if (known == m_queues.end())
        return std::nullopt;
    std::int64_t sum = 0;
    int count = 0;
    for (const auto &handled : known->second.handled) {
        if (handled.time > now - handledWithin && handled.time <= now) {
            sum += handled.handleMs;
            ++count;
        }
    }
    return count > 0 ? std::optional(double(sum) / count) : std::nullopt;
}

} // namespace tandem::statistics
