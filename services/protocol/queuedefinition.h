// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/types.h"

// Queues of a site: who is offered what waits in them, and in which order.
namespace tandem::protocol {

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

// What a customer may be asked for before a chat begins; the names are those of Chat API version 2.
enum class StartField { FirstName, LastName, EmailAddress, Subject, Text };
constexpr std::array<std::string_view, 5> namesOf(StartField)
{
    return {"firstName", "lastName", "emailAddress", "subject", "text"};
}

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
    // Its id: decides what becomes of what comes; none: the queue's own rules at once.
    std::optional<std::string> strategy;
    std::vector<StartField> requiredFields; // a chat that comes without one is refused

    bool operator==(const QueueDefinition &) const = default;
};
BOOST_DESCRIBE_STRUCT(QueueDefinition, (),
                      (id, name, steps, selection, shares, order, priority, ageingMs, dueAfterMs,
                       thresholdMs, calendar, closed, limit, full, overflow, lastAgent, strategy,
                       requiredFields))

} // namespace tandem::protocol
