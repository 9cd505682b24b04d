// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>

namespace tandem::statistics {

// When something was so: a union of stretches [begin, end) in ms. What is added twice, or overlaps
// since the clock was set back, counts once. Core thread.
class Timeline
{
public:
    // Nothing where end is not behind begin.
    void add(std::int64_t begin, std::int64_t end);
    // How much of [from, to) it covers, ms.
    std::int64_t within(std::int64_t from, std::int64_t to) const;
    // The same, as if all from `since` on were covered too.
    std::int64_t withinGoingOn(std::int64_t since, std::int64_t from, std::int64_t to) const;
    void forgetBefore(std::int64_t timeMs);

private:
    struct Stretch
    {
        std::int64_t begin;
        std::int64_t end;
        std::int64_t before; // covered by all that lie before it
    };

    std::int64_t coveredBefore(std::int64_t time) const;

    std::deque<Stretch> m_stretches;
};

} // namespace tandem::statistics
