// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/totals.h"

#include "statistics/measures.h"

namespace tandem::statistics {

namespace {

using protocol::Measure;
using protocol::StatisticObject;

struct Counter
{
    Measure measure;
    const char *name;
    const char *help;
};

constexpr std::array<Counter, 6> counters{{
    {Measure::Entered, "tandem_interactions_entered_total",
     "Interactions that came into the queue, from outside or from another one."},
    {Measure::Offered, "tandem_interactions_offered_total", "Offers from the queue to agents."},
    {Measure::Accepted, "tandem_interactions_accepted_total",
     "Interactions that agents took from the queue."},
    {Measure::Missed, "tandem_interactions_missed_total",
     "Offers from the queue that timed out or were rejected."},
    {Measure::Abandoned, "tandem_interactions_abandoned_total",
     "Interactions whose customer left while they waited."},
    {Measure::Done, "tandem_interactions_done_total", "Interactions of the queue that ended."},
}};

} // namespace

void Totals::moved(const Arc &arc, const protocol::InteractionMoved &fact)
{
    for (std::size_t i = 0; i < counters.size(); ++i) {
        const auto &row = rowOf(counters[i].measure);
        if (!row.counts(arc, StatisticObject::Queue))
            continue;
        const bool isOfTarget = row.queue == &Arc::toQueue && fact.toQueueId;
        ++m_counts[i][isOfTarget ? *fact.toQueueId : fact.queueId];
    }
}

std::vector<protocol::MetricFamily>
Totals::families(const std::map<QueueId, std::int64_t> &queues) const
{
    std::vector<protocol::MetricFamily> families;
    for (std::size_t i = 0; i < counters.size(); ++i) {
        auto &family = families.emplace_back();
        family.name = counters[i].name;
        family.help = counters[i].help;
        family.type = protocol::MetricType::Counter;
        for (const auto &[queue, threshold] : queues) {
            const auto count = m_counts[i].find(queue);
            family.samples.push_back(
                {{{"queue", queue}}, count == m_counts[i].end() ? 0 : double(count->second)});
        }
    }
    return families;
}

} // namespace tandem::statistics
