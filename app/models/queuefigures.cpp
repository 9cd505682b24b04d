// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queuefigures.h"

#include "models/livestatistics.h"
#include "models/text.h"

#include <algorithm>

namespace tandem {

namespace {

void addTo(std::optional<double> &sum, std::optional<double> number)
{
    if (number)
        sum = sum.value_or(0) + *number;
}

} // namespace

QueueFigures::QueueFigures(const Clock &clock, const LiveStatistics &statistics, QObject *parent)
    : QObject(parent), m_clock(clock), m_statistics(statistics)
{
    connect(&statistics, &LiveStatistics::changed, this, &QueueFigures::changed);
}

void QueueFigures::show(const std::vector<protocol::Queue> &queues)
{
    m_queues = queues;
    m_shownAt = m_clock.now().steady;
    emit changed();
}

std::vector<QueueFigures::Line> QueueFigures::lines() const { return lines({}); }

std::vector<QueueFigures::Line> QueueFigures::lines(const std::vector<QueueId> &of) const
{
    std::vector<Line> lines;
    for (const auto &queue : m_queues) {
        if (of.empty() || std::ranges::find(of, queue.id) != of.end())
            lines.push_back(line(queue));
    }
    return lines;
}

QueueFigures::Line QueueFigures::line(const protocol::Queue &queue) const
{
    Line line;
    line.id = queue.id;
    line.name = toQString(queue.name);
    line.waiting = queue.waiting;
    line.agentsReady = queue.agentsReady;
    if (queue.waiting > 0 && queue.longestWaitMs) {
        // Whoever waits waits on since it was told.
        line.longest = Ms(*queue.longestWaitMs) + (m_clock.now().steady - m_shownAt);
        line.longestName = line.name;
    }
    if (queue.estimatedWaitMs)
        line.estimated = Ms(*queue.estimatedWaitMs);
    const auto today = [&](protocol::Measure measure) {
        return m_statistics.value(
            {protocol::StatisticObject::Queue, measure, protocol::Window::Midnight}, queue.id);
    };
    line.serviceLevel = today(protocol::Measure::ServiceLevel);
    line.entered = today(protocol::Measure::Entered);
    line.accepted = today(protocol::Measure::Accepted);
    line.abandoned = today(protocol::Measure::Abandoned);
    return line;
}

QueueFigures::Line QueueFigures::together(const std::vector<Line> &lines, const QString &name)
{
    Line all;
    all.name = name;
    double weights = 0;
    double within = 0;
    for (const auto &line : lines) {
        all.waiting += line.waiting;
        all.agentsReady = std::max(all.agentsReady, line.agentsReady);
        if (line.longest && (!all.longest || *line.longest > *all.longest)) {
            all.longest = line.longest;
            all.longestName = line.name;
        }
        if (line.estimated)
            all.estimated = std::max(all.estimated.value_or(Ms(0)), *line.estimated);
        addTo(all.entered, line.entered);
        addTo(all.accepted, line.accepted);
        addTo(all.abandoned, line.abandoned);
        // A level is a share of those accepted or abandoned.
        const double weight = line.accepted.value_or(0) + line.abandoned.value_or(0);
        if (line.serviceLevel) {
            weights += weight;
            within += weight * *line.serviceLevel;
        }
    }
    if (weights > 0)
        all.serviceLevel = within / weights;
    return all;
}

std::vector<QueueId> QueueFigures::ids() const
{
    std::vector<QueueId> ids;
    for (const auto &queue : m_queues)
        ids.push_back(queue.id);
    return ids;
}

} // namespace tandem
