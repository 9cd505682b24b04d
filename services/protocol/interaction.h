// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/types.h"

namespace tandem::protocol {

inline constexpr Policy handlers = Policy::agents({Role::Agent, Role::Supervisor});

enum class Scope { Mine, Queue, Workbin, All };
constexpr std::array<std::string_view, 4> namesOf(Scope)
{
    return {"mine", "queue", "workbin", "all"};
}

struct InteractionListReply
{
    std::vector<Interaction> interactions;
    std::optional<InteractionId> next; // give as `after` for the next page
};
BOOST_DESCRIBE_STRUCT(InteractionListReply, (), (interactions, next))

// filter: a queue's id for scope "queue", otherwise a part of the contact's name or subject.
// limit: 1 to 500, default 100. Scopes other than "mine" are for supervisors and above.
struct InteractionList
{
    static constexpr std::string_view name = "interaction.list";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = InteractionListReply;

    Scope scope = Scope::Mine;
    std::optional<std::string> filter;
    std::optional<int> limit;
    std::optional<InteractionId> after;
};
BOOST_DESCRIBE_STRUCT(InteractionList, (), (scope, filter, limit, after))

struct InteractionFetch
{
    static constexpr std::string_view name = "interaction.get";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = Interaction;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(InteractionFetch, (), (interactionId))

struct InteractionAccept
{
    static constexpr std::string_view name = "interaction.accept";
    static constexpr Policy policy = handlers;
    using Reply = OwnInteraction;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(InteractionAccept, (), (interactionId))

struct InteractionReject
{
    static constexpr std::string_view name = "interaction.reject";
    static constexpr Policy policy = handlers;
    using Reply = Done;

    InteractionId interactionId;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(InteractionReject, (), (interactionId, reason))

struct Target
{
    std::optional<AgentId> agentId;
    std::optional<QueueId> queueId;
    std::optional<SkillId> skill;
};
BOOST_DESCRIBE_STRUCT(Target, (), (agentId, queueId, skill))

// To an agent: offered to that agent, the conversation goes on with the first one until accepted.
// To a queue: the first agent leaves at once.
struct InteractionTransfer
{
    static constexpr std::string_view name = "interaction.transfer";
    static constexpr Policy policy = handlers;
    using Reply = Interaction;

    InteractionId interactionId;
    Target target;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(InteractionTransfer, (), (interactionId, target, note))

struct InteractionUpdateData
{
    static constexpr std::string_view name = "interaction.updateData";
    static constexpr Policy policy = handlers;
    using Reply = Interaction;

    InteractionId interactionId;
    Data set;
    std::vector<std::string> remove;
};
BOOST_DESCRIBE_STRUCT(InteractionUpdateData, (), (interactionId, set, remove))

struct InteractionSetDisposition
{
    static constexpr std::string_view name = "interaction.setDisposition";
    static constexpr Policy policy = handlers;
    using Reply = Interaction;

    InteractionId interactionId;
    std::string code;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(InteractionSetDisposition, (), (interactionId, code, note))

// Ends the conversation first where it is still open.
struct InteractionMarkDone
{
    static constexpr std::string_view name = "interaction.markDone";
    static constexpr Policy policy = handlers;
    using Reply = Interaction;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(InteractionMarkDone, (), (interactionId))

} // namespace tandem::protocol
