// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/facts.h"
#include "protocol/metrics.h"
#include "statistics/arc.h"

#include <array>
#include <map>

namespace tandem::statistics {

// What has happened in each queue since the program began: counters for monitoring, which only
// grow. Core thread.
class Totals
{
public:
    void moved(const Arc &arc, const protocol::InteractionMoved &fact);
    // Of these queues; of whom nothing was heard, zeros.
    std::vector<protocol::MetricFamily>
    families(const std::map<QueueId, std::int64_t> &queues) const;

private:
    std::array<std::map<QueueId, std::uint64_t>, 6> m_counts;
};

} // namespace tandem::statistics
