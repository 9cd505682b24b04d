// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/statisticdefinition.h"
#include "statistics/bounds.h"
#include "statistics/history.h"
#include "statistics/measures.h"

#include <optional>
#include <vector>

namespace tandem::statistics {

// What a definition is counted by, of all its objects: the sums over the arcs of its window, kept
// as the window moves in either direction. Groups are counted by their agents. Core thread.
class Tally
{
public:
    // The names of its filters as numbers; thresholds of queues by number, ms.
    struct Filter
    {
        std::optional<std::uint32_t> queue;
        std::optional<std::uint16_t> medium;
        std::optional<std::int64_t> thresholdMs;
    };
    using Thresholds = std::vector<std::int64_t>;

    Tally(const protocol::StatisticDefinition &definition, const Filter &filter,
          const Thresholds &thresholds);

    void moveTo(const History &history, const Bounds &bounds);
    // An arc was put into the history; the window has not moved.
    void inserted(const History &history, History::Place place);
    const Bounds &bounds() const { return m_bounds; }
    // A queue's, agent's or medium's.
    Share of(std::uint32_t object) const
    {
        return object < m_shares.size() ? m_shares[object] : Share{};
    }

private:
    void count(const Arc &arc, int sign);
    std::uint32_t objectOf(const Arc &arc) const;

    const MeasureRow *m_row;
    protocol::StatisticObject m_object;
    Filter m_filter;
    const Thresholds *m_thresholds;
    History::Place m_begin = 0;
    History::Place m_end = 0;
    Bounds m_bounds;
    std::vector<Share> m_shares;
};

} // namespace tandem::statistics
