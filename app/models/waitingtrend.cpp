// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/waitingtrend.h"

#include <algorithm>

namespace tandem {

void WaitingTrend::sample(SteadyTime now, const std::map<QueueId, int> &waiting)
{
    while (!m_samples.empty() && now - m_samples.front().time > kept)
        m_samples.pop_front();
    m_samples.push_back({now, waiting});
}

std::vector<WaitingTrend::Point> WaitingTrend::points(SteadyTime now,
                                                      const std::vector<QueueId> &queues) const
{
    std::vector<Point> points;
    for (const auto &sample : m_samples) {
        int sum = 0;
        for (const auto &[queue, waiting] : sample.waiting) {
            if (queues.empty() || std::ranges::find(queues, queue) != queues.end())
                sum += waiting;
        }
        points.push_back({now - sample.time, sum});
    }
    return points;
}

} // namespace tandem
