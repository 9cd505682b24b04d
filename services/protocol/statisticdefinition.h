// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/types.h"

// Statistics of a site, as data.
namespace tandem::protocol {

enum class StatisticObject { Queue, Agent, Group, Medium };
constexpr std::array<std::string_view, 4> namesOf(StatisticObject)
{
    return {"queue", "agent", "group", "medium"};
}

enum class Measure {
    Waiting,       // now
    LongestWait,   // now, ms
    EstimatedWait, // now, ms, of one who comes now
    AgentsReady,   // now
    Handling,      // now
    Entered,       // count
    Offered,       // count
    Accepted,      // count
    Missed,        // count: offers timed out or rejected
    Abandoned,     // count: the customer left while waiting
    Done,          // count
    ServiceLevel,  // 0 to 1: accepted within the threshold, of those accepted or abandoned
    AverageWait,   // ms, of those accepted
    AverageHandle, // ms from acceptance to done
    Occupancy,     // 0 to 1: time with something in hand, of the time ready or with it
    StateTime      // ms in `state`
};
constexpr std::array<std::string_view, 16> namesOf(Measure)
{
    return {"waiting",      "longest_wait",   "estimated_wait", "agents_ready",
            "handling",     "entered",        "offered",        "accepted",
            "missed",       "abandoned",      "done",           "service_level",
            "average_wait", "average_handle", "occupancy",      "state_time"};
}

enum class Window { Current, Midnight, Sliding, Interval };
constexpr std::array<std::string_view, 4> namesOf(Window)
{
    return {"current", "midnight", "sliding", "interval"};
}

// windowMs: length of a sliding window or of intervals that begin at multiples of it (the last
// whole one counts). mediaType, queueId: only what belongs to it. state: of state_time.
struct StatisticDefinition
{
    std::string id;
    std::string name;
    StatisticObject object = StatisticObject::Queue;
    Measure measure = Measure::Waiting;
    Window window = Window::Current;
    std::optional<std::int64_t> windowMs;
    std::optional<std::string> mediaType;
    std::optional<QueueId> queueId;
    std::optional<AgentState> state;
    std::optional<std::int64_t> thresholdMs; // of service_level; the queue's if absent

    bool operator==(const StatisticDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(StatisticDefinition, (),
                      (id, name, object, measure, window, windowMs, mediaType, queueId, state,
                       thresholdMs))

} // namespace tandem::protocol
