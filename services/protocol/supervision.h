// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/interaction.h"

// What supervisors do with the work of others.
namespace tandem::protocol {

inline constexpr Policy supervisors = Policy::agents({Role::Supervisor});

struct SupervisionSetAgentState
{
    static constexpr std::string_view name = "supervision.setAgentState";
    static constexpr Policy policy = supervisors;
    using Reply = AgentStatus;

    AgentId agentId;
    AgentState state = AgentState::NotReady;
    std::optional<std::string> reason;
    std::optional<std::string> channel;
};
BOOST_DESCRIBE_STRUCT(SupervisionSetAgentState, (), (agentId, state, reason, channel))

// Watches a conversation of others; again, or while coaching: changes how. visible: agents see it;
// absent: by the rule `monitoring`, which may also ask for it. The customer never does. The
// session hears what those who take part hear, until it leaves, signs out, or the work is done.
struct SupervisionMonitor
{
    static constexpr std::string_view name = "supervision.monitor";
    static constexpr Policy policy = supervisors;
    using Reply = OwnInteraction;

    InteractionId interactionId;
    std::optional<bool> visible;
};
BOOST_DESCRIBE_STRUCT(SupervisionMonitor, (), (interactionId, visible))

// Is seen and heard by the agents, never by the customer.
struct SupervisionCoach
{
    static constexpr std::string_view name = "supervision.coach";
    static constexpr Policy policy = supervisors;
    using Reply = OwnInteraction;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(SupervisionCoach, (), (interactionId))

// Is seen and heard by everybody in the conversation.
struct SupervisionBargeIn
{
    static constexpr std::string_view name = "supervision.bargeIn";
    static constexpr Policy policy = supervisors;
    using Reply = OwnInteraction;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(SupervisionBargeIn, (), (interactionId))

// Repeated: changes nothing.
struct SupervisionLeave
{
    static constexpr std::string_view name = "supervision.leave";
    static constexpr Policy policy = supervisors;
    using Reply = Done;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(SupervisionLeave, (), (interactionId))

// The next conversation that comes to the agent or is taken from the queue, or each from now on,
// until it is taken back or the session ends. fact `supervision.started` tells of it.
struct MonitorOrder
{
    std::optional<AgentId> agentId;
    std::optional<QueueId> queueId;
    std::optional<bool> always; // the next one only where absent

    bool operator==(const MonitorOrder &) const = default;
};
BOOST_DESCRIBE_STRUCT(MonitorOrder, (), (agentId, queueId, always))

struct MonitorOrdersReply
{
    std::vector<MonitorOrder> orders; // of the caller, all of them
};
BOOST_DESCRIBE_STRUCT(MonitorOrdersReply, (), (orders))

// Repeated: changes nothing but `always`.
struct SupervisionMonitorNext
{
    static constexpr std::string_view name = "supervision.monitorNext";
    static constexpr Policy policy = supervisors;
    using Reply = MonitorOrdersReply;

    std::optional<AgentId> agentId;
    std::optional<QueueId> queueId;
    std::optional<bool> always;
};
BOOST_DESCRIBE_STRUCT(SupervisionMonitorNext, (), (agentId, queueId, always))

// Both absent: all of them.
struct SupervisionCancelMonitorNext
{
    static constexpr std::string_view name = "supervision.cancelMonitorNext";
    static constexpr Policy policy = supervisors;
    using Reply = MonitorOrdersReply;

    std::optional<AgentId> agentId;
    std::optional<QueueId> queueId;
};
BOOST_DESCRIBE_STRUCT(SupervisionCancelMonitorNext, (), (agentId, queueId))

struct SupervisionMonitorOrders
{
    static constexpr std::string_view name = "supervision.monitorOrders";
    static constexpr Policy policy = supervisors;
    using Reply = MonitorOrdersReply;
};
BOOST_DESCRIBE_STRUCT(SupervisionMonitorOrders, (), ())

// From now on this session hears agent.stateChanged of all agents and interaction.changed of all
// interactions; a new session has to ask again.
struct SupervisionWatch
{
    static constexpr std::string_view name = "supervision.watch";
    static constexpr Policy policy = Policy::agents({Role::Supervisor, Role::Administrator});
    using Reply = Done;

    bool isOn = true;
};
BOOST_DESCRIBE_STRUCT(SupervisionWatch, (), (isOn))

enum class BulkAction { Redistribute, SetPriority, Park, MarkDone };
constexpr std::array<std::string_view, 4> namesOf(BulkAction)
{
    return {"redistribute", "set_priority", "park", "mark_done"};
}

struct BulkReply
{
    std::string operationId;
    int total = 0;
};
BOOST_DESCRIBE_STRUCT(BulkReply, (), (operationId, total))

// On these interactions, or on all that wait in a queue or lie in a workbin. redistribute: to the
// target (absent: anew from its own queue), away from whoever handles it. Done in small steps; the
// session hears bulk.progress. Each interaction is changed whole or not at all.
struct InteractionBulk
{
    static constexpr std::string_view name = "interaction.bulk";
    static constexpr Policy policy = supervisors;
    using Reply = BulkReply;

    BulkAction action = BulkAction::Redistribute;
    std::vector<InteractionId> interactionIds; // at most 10,000
    std::optional<QueueId> queueId;
    std::optional<std::string> workbinId;
    std::optional<Target> target;
    std::optional<int> priority;
    std::optional<std::string> workbin; // of park
};
BOOST_DESCRIBE_STRUCT(InteractionBulk, (),
                      (action, interactionIds, queueId, workbinId, target, priority, workbin))

// What was done stays done.
struct InteractionCancelBulk
{
    static constexpr std::string_view name = "interaction.cancelBulk";
    static constexpr Policy policy = supervisors;
    using Reply = Done;

    std::string operationId;
};
BOOST_DESCRIBE_STRUCT(InteractionCancelBulk, (), (operationId))

} // namespace tandem::protocol
