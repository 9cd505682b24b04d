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
