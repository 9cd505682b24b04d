// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/types.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// How a company is set up, as data: what administrators change, what is exported and imported.
// Objects are known by `id` (agents by `userName`): 1 to 64 letters, digits or . - _ @. Lists keep
// their order. Member names are names on the wire and in exports: append only.
namespace tandem::protocol {

// name: for people, 1 to 256 bytes, here and below.
struct SkillDefinition
{
    SkillId id;
    std::string name;

    bool operator==(const SkillDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(SkillDefinition, (), (id, name))

struct GroupDefinition
{
    std::string id;
    std::string name;
    std::vector<std::string> agents; // user names

    bool operator==(const GroupDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(GroupDefinition, (), (id, name, agents))

// A media type besides those that are built in ("chat"): open media.
struct MediaTypeDefinition
{
    std::string id;
    std::string name;

    bool operator==(const MediaTypeDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(MediaTypeDefinition, (), (id, name))

// Where an agent sits: one agent at a time, with these media types (empty: all).
struct PlaceDefinition
{
    std::string id;
    std::string name;
    std::vector<std::string> mediaTypes;

    bool operator==(const PlaceDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(PlaceDefinition, (), (id, name, mediaTypes))

// most: interactions of that medium at once, 1 to 100. weight: of one of them, 0 to 100.
struct ChannelCapacity
{
    std::string mediaType;
    int most = 1;
    int weight = 1;

    bool operator==(const ChannelCapacity &) const = default;
};
BOOST_DESCRIBE_STRUCT(ChannelCapacity, (), (mediaType, most, weight))

// What an agent may have in hand at once. A medium that is not named may not be taken. expression
// speaks of the counts by media type after the new one is added: "chat + 2 * mail <= 4".
struct CapacityRule
{
    std::string id;
    std::string name;
    std::vector<ChannelCapacity> channels;
    std::optional<int> totalWeight;
    std::optional<std::string> expression;

    bool operator==(const CapacityRule &) const = default;
};
BOOST_DESCRIBE_STRUCT(CapacityRule, (), (id, name, channels, totalWeight, expression))

enum class Weekday { Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };
constexpr std::array<std::string_view, 7> namesOf(Weekday)
{
    return {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
}

// "08:00" to "20:00", wall clock of the calendar's zone; an end at or before its begin is on the
// next day; "24:00" is an end.
struct Hours
{
    std::string from;
    std::string to;

    bool operator==(const Hours &) const = default;
};
BOOST_DESCRIBE_STRUCT(Hours, (), (from, to))

struct OpeningHours
{
    std::vector<Weekday> days;
    std::string from;
    std::string to;

    bool operator==(const OpeningHours &) const = default;
};
BOOST_DESCRIBE_STRUCT(OpeningHours, (), (days, from, to))

// A date ("2026-12-25") with hours of its own instead of the weekday's; none: closed (a holiday).
struct SpecialDay
{
    std::string date;
    std::string name;
    std::vector<Hours> hours;

    bool operator==(const SpecialDay &) const = default;
};
BOOST_DESCRIBE_STRUCT(SpecialDay, (), (date, name, hours))

// Business hours of queues and shifts of agents. timeZone: IANA ("Europe/Berlin").
struct Calendar
{
    std::string id;
    std::string name;
    std::string timeZone;
    std::vector<OpeningHours> hours;
    std::vector<SpecialDay> specialDays;

    bool operator==(const Calendar &) const = default;
};
BOOST_DESCRIBE_STRUCT(Calendar, (), (id, name, timeZone, hours, specialDays))

// Agents; where several members are given, all must hold. expression: over skills,
// "german >= 3 & (billing > 5 | vip)", a bare skill means at least 1. agent: a user name.
struct RoutingTarget
{
    std::optional<std::string> expression;
    std::optional<std::string> group;
    std::optional<std::string> agent;

    bool operator==(const RoutingTarget &) const = default;
};
BOOST_DESCRIBE_STRUCT(RoutingTarget, (), (expression, group, agent))

// Agents who meet any of the targets.
struct TargetList
{
    std::string id;
    std::string name;
    std::vector<RoutingTarget> targets;

    bool operator==(const TargetList &) const = default;
};
BOOST_DESCRIBE_STRUCT(TargetList, (), (id, name, targets))

// From afterMs of waiting these agents may be offered, too: a list's and the targets named here.
struct RoutingStep
{
    std::int64_t afterMs = 0;
    std::optional<std::string> targetList;
    std::vector<RoutingTarget> targets;

    bool operator==(const RoutingStep &) const = default;
};
BOOST_DESCRIBE_STRUCT(RoutingStep, (), (afterMs, targetList, targets))

// Of those who may be offered: who is idle longest among those with least in hand; who has least
// of the capacity in use; whose levels of the skills asked for are highest; who is furthest below
// the share.
enum class Selection { LongestIdle, LeastLoaded, BestSkill, Share };
constexpr std::array<std::string_view, 4> namesOf(Selection)
{
    return {"longest_idle", "least_loaded", "best_skill", "share"};
}

struct AgentShare
{
    std::string agent; // user name; agents that are not named have share 1
    int share = 1;     // 0 to 1000; 0: only where nobody else can take it

    bool operator==(const AgentShare &) const = default;
};
BOOST_DESCRIBE_STRUCT(AgentShare, (), (agent, share))

enum class QueueOrder { Priority, Due };
constexpr std::array<std::string_view, 2> namesOf(QueueOrder) { return {"priority", "due"}; }

// What happens to what comes while the queue is closed or full. hold: it waits. close: the text is
// told and it ends. overflow: it goes to queueId.
enum class TreatmentAction { Hold, Close, Overflow };
constexpr std::array<std::string_view, 3> namesOf(TreatmentAction)
{
    return {"hold", "close", "overflow"};
}

struct Treatment
{
    TreatmentAction action = TreatmentAction::Hold;
    std::optional<std::string> text;
    std::optional<QueueId> queueId;

    bool operator==(const Treatment &) const = default;
};
BOOST_DESCRIBE_STRUCT(Treatment, (), (action, text, queueId))

struct Overflow
{
    std::int64_t afterMs = 0;
    QueueId queueId;

    bool operator==(const Overflow &) const = default;
};
BOOST_DESCRIBE_STRUCT(Overflow, (), (afterMs, queueId))

// For waitMs only the agent who served the contact within the last withinMs is offered.
struct LastAgent
{
    std::int64_t waitMs = 0;
    std::int64_t withinMs = 0;

    bool operator==(const LastAgent &) const = default;
};
BOOST_DESCRIBE_STRUCT(LastAgent, (), (waitMs, withinMs))

struct QueueDefinition
{
    QueueId id;
    std::string name;
    std::vector<RoutingStep> steps; // none: every agent, at once
    Selection selection = Selection::LongestIdle;
    std::vector<AgentShare> shares;
    QueueOrder order = QueueOrder::Priority;
    int priority = 0;                     // of what comes without one; -1000 to 1000
    std::optional<std::int64_t> ageingMs; // waiting that raises priority by 1; the rules' if absent
    std::optional<std::int64_t> dueAfterMs;  // due time of what comes without one
    std::optional<std::int64_t> thresholdMs; // answered within: service level; 20 s if absent
    std::optional<std::string> calendar;     // none: always open
    Treatment closed;
    std::optional<int> limit; // waiting at most; none: no limit
    Treatment full;
    std::optional<Overflow> overflow;
    std::optional<LastAgent> lastAgent;

    bool operator==(const QueueDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(QueueDefinition, (),
                      (id, name, steps, selection, shares, order, priority, ageingMs, dueAfterMs,
                       thresholdMs, calendar, closed, limit, full, overflow, lastAgent))

// An account without its password, which never leaves the store. capacityRule: none is the first
// one. calendar: the shift; when it ends, a ready agent is set not ready.
struct AgentDefinition
{
    std::string userName;
    std::string name;
    std::vector<Role> roles;
    std::vector<AgentSkill> skills;
    std::optional<std::string> capacityRule;
    std::optional<std::string> calendar;

    bool operator==(const AgentDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(AgentDefinition, (), (userName, name, roles, skills, capacityRule, calendar))

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

// Rules of the whole site. 0 turns one off.
struct Rules
{
    std::string timeZone = "UTC";                    // of "since midnight"
    std::int64_t ageingMs = 60'000;                  // of queues that name none
    int missedOffers = 3;                            // missed in a row: not ready
    std::int64_t inactivityMs = 0;                   // nothing asked for so long: not ready
    std::int64_t afterContactWorkMs = 0;             // longest: done, and ready again
    std::int64_t explanationsKeptMs = 2'592'000'000; // 30 days

    bool operator==(const Rules &) const = default;
};
BOOST_DESCRIBE_STRUCT(Rules, (),
                      (timeZone, ageingMs, missedOffers, inactivityMs, afterContactWorkMs,
                       explanationsKeptMs))

enum class SiteKind {
    Skill,
    MediaType,
    CapacityRule,
    Calendar,
    Agent,
    Group,
    Place,
    TargetList,
    Queue,
    NotReadyReason,
    Disposition,
    Statistic,
    Rules // one, with id "rules"
};
constexpr std::array<std::string_view, 13> namesOf(SiteKind)
{
    return {"skill",       "mediaType", "capacityRule", "calendar", "agent",
            "group",       "place",     "targetList",   "queue",    "notReadyReason",
            "disposition", "statistic", "rules"};
}

// The whole set-up, or (in a change) the objects to put. format: of exports, 1.
struct SiteDocument
{
    std::optional<int> format;
    std::vector<SkillDefinition> skills;
    std::vector<MediaTypeDefinition> mediaTypes;
    std::vector<CapacityRule> capacityRules;
    std::vector<Calendar> calendars;
    std::vector<AgentDefinition> agents;
    std::vector<GroupDefinition> groups;
    std::vector<PlaceDefinition> places;
    std::vector<TargetList> targetLists;
    std::vector<QueueDefinition> queues;
    std::vector<Choice> notReadyReasons;
    std::vector<Choice> dispositions;
    std::vector<StatisticDefinition> statistics;
    std::optional<Rules> rules;

    bool operator==(const SiteDocument &) const = default;
};
BOOST_DESCRIBE_STRUCT(SiteDocument, (),
                      (format, skills, mediaTypes, capacityRules, calendars, agents, groups, places,
                       targetLists, queues, notReadyReasons, dispositions, statistics, rules))

// One object of a change; before and after are JSON texts, absent where it was not or is no more.
struct SiteChange
{
    SiteKind kind = SiteKind::Skill;
    std::string id;
    std::optional<std::string> before;
    std::optional<std::string> after;

    bool operator==(const SiteChange &) const = default;
};
BOOST_DESCRIBE_STRUCT(SiteChange, (), (kind, id, before, after))

struct SiteObjectRef
{
    SiteKind kind = SiteKind::Skill;
    std::string id;

    bool operator==(const SiteObjectRef &) const = default;
};
BOOST_DESCRIBE_STRUCT(SiteObjectRef, (), (kind, id))

} // namespace tandem::protocol
