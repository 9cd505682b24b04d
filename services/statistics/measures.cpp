// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/measures.h"

#include <algorithm>
#include <array>

namespace tandem::statistics {

namespace {

using protocol::Measure;
using protocol::MoveCause;
using protocol::StatisticObject;
using Kind = MeasureRow::Kind;

// What an agent does with a colleague's interaction is theirs, but nothing of the queue.
bool isOf(StatisticObject object, const Arc &arc)
{
    const bool isAgents = object == StatisticObject::Agent || object == StatisticObject::Group;
    return isAgents || arc.wasWaiting();
}

bool enters(const Arc &arc, StatisticObject)
{
    return Arc::isWaiting(arc.to) && (arc.isFirst || arc.toQueue != arc.queue);
}

bool isOffered(const Arc &arc, StatisticObject object)
{
    return arc.cause == MoveCause::Offered && isOf(object, arc);
}

bool isAnswered(const Arc &arc)
{
    return arc.wasWaiting() && (arc.cause == MoveCause::Accepted || arc.cause == MoveCause::Pulled);
}

bool isAccepted(const Arc &arc, StatisticObject object)
{
    const bool isFromColleague =
        arc.cause == MoveCause::Accepted || arc.cause == MoveCause::Consulted;
    return isAnswered(arc) || (isFromColleague && isOf(object, arc));
}

bool isMissed(const Arc &arc, StatisticObject object)
{
    // After contact work may time out, too; a colleague's offer leaves all as it is.
    const bool isOffer = arc.wasWaiting() || arc.from == arc.to;
    return (arc.cause == MoveCause::TimedOut || arc.cause == MoveCause::Rejected) && isOffer
           && isOf(object, arc);
}

bool isAbandoned(const Arc &arc, StatisticObject)
{
    return arc.cause == MoveCause::CustomerLeft && arc.wasWaiting();
}

bool isDone(const Arc &arc, StatisticObject object)
{
    const bool isAgents = object == StatisticObject::Agent || object == StatisticObject::Group;
    return arc.to == InteractionState::Done && !(isAgents && arc.wasWaiting());
}

bool isJudged(const Arc &arc, StatisticObject object)
{
    return isAnswered(arc) || isAbandoned(arc, object);
}

bool hasWaited(const Arc &arc, StatisticObject)
{
    return isAnswered(arc) && arc.waitMs != Arc::unsaid;
}

bool wasHandled(const Arc &arc, StatisticObject) { return arc.handleMs != Arc::unsaid; }

Share one(const Arc &, std::int64_t) { return {1, 1}; }

Share inTime(const Arc &arc, std::int64_t thresholdMs)
{
    return {isAnswered(arc) && arc.waitMs != Arc::unsaid && arc.waitMs <= thresholdMs, 1};
}

Share waited(const Arc &arc, std::int64_t) { return {arc.waitMs, 1}; }
Share handled(const Arc &arc, std::int64_t) { return {arc.handleMs, 1}; }

// In the order of the enum. Objects: queue, agent, group, medium.
constexpr std::array<MeasureRow, 16> rows{{
    {Measure::Waiting, Kind::Now, "qm"},
    {Measure::LongestWait, Kind::Now, "qm"},
    {Measure::EstimatedWait, Kind::Now, "q"},
    {Measure::AgentsReady, Kind::Now, "qag"},
    {Measure::Handling, Kind::Now, "qagm"},
    {Measure::Entered, Kind::Count, "qm", enters, one, &Arc::toQueue},
    {Measure::Offered, Kind::Count, "qagm", isOffered, one},
    {Measure::Accepted, Kind::Count, "qagm", isAccepted, one},
    {Measure::Missed, Kind::Count, "qagm", isMissed, one},
    {Measure::Abandoned, Kind::Count, "qm", isAbandoned, one},
    {Measure::Done, Kind::Count, "qagm", isDone, one},
    {Measure::ServiceLevel, Kind::Mean, "qm", isJudged, inTime},
    {Measure::AverageWait, Kind::Mean, "qagm", hasWaited, waited},
    {Measure::AverageHandle, Kind::Mean, "qagm", wasHandled, handled},
    {Measure::Occupancy, Kind::Time, "ag"},
    {Measure::StateTime, Kind::Time, "ag"},
}};

static_assert(std::ranges::all_of(rows, [at = 0](const MeasureRow &row) mutable {
    return static_cast<int>(row.measure) == at++;
}));

} // namespace

bool MeasureRow::isToldOf(StatisticObject object) const
{
    return objects.contains("qagm"[static_cast<std::size_t>(object)]);
}

const MeasureRow &rowOf(Measure measure) { return rows[static_cast<std::size_t>(measure)]; }

} // namespace tandem::statistics
