// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/arc.h"

#include <deque>

namespace tandem::statistics {

// The arcs of the longest window, ordered by time. Each has a place: a number that grows along the
// order, and changes only by what is put before it. Core thread.
class History
{
public:
    using Place = std::int64_t;

    Place begin() const { return m_first; }
    Place end() const { return m_first + static_cast<Place>(m_arcs.size()); }
    const Arc &at(Place place) const { return m_arcs[static_cast<std::size_t>(place - m_first)]; }
    // Of the first arc at that time or later.
    Place firstFrom(std::int64_t timeMs) const;
    // Behind all of the same time; what lies behind it moves on by one. At the end, unless the
    // clock was set back.
    Place insert(const Arc &arc);
    void forgetBefore(std::int64_t timeMs);
    void clear();

private:
    std::deque<Arc> m_arcs;
    Place m_first = 0;
};

} // namespace tandem::statistics
