// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/models_export.h"
#include "protocol/types.h"

#include <deque>
#include <map>
#include <vector>

namespace tandem {

// How many waited in each queue over the last minutes, from samples taken while somebody looked.
// Value; GUI thread.
class TANDEM_MODELS_EXPORT WaitingTrend
{
public:
    static constexpr Ms kept{15 * 60 * 1000};
    struct Point
    {
        Ms ago{};
        int waiting = 0;

        bool operator==(const Point &) const = default;
    };

    void sample(SteadyTime now, const std::map<QueueId, int> &waiting);
    // Oldest first, of these queues together; none: of all.
    std::vector<Point> points(SteadyTime now, const std::vector<QueueId> &queues) const;

private:
    struct Sample
    {
        SteadyTime time{};
        std::map<QueueId, int> waiting;
    };
    std::deque<Sample> m_samples;
};

} // namespace tandem
