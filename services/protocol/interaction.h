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

enum class ListOrder { Created, Priority, Due };
constexpr std::array<std::string_view, 3> namesOf(ListOrder)
{
    return {"created", "priority", "due"};
}

// filter: a queue's id for scope "queue", otherwise a part of the contact's name or subject.
// limit: 1 to 500, default 100. Scope "all" (open and done, newest first) and queues are for
// supervisors and above, or with `workbinId` for whoever may open that workbin. `open`: of scope
// "all" only what is not done, from memory. search: for scopes queue and workbin, a part of name or
// subject. order: of queue and workbin; default created.
struct InteractionList
{
    static constexpr std::string_view name = "interaction.list";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = InteractionListReply;

    Scope scope = Scope::Mine;
    std::optional<std::string> filter;
    std::optional<int> limit;
    std::optional<InteractionId> after;
    std::optional<std::string> workbinId;
    std::optional<std::string> search;
    std::optional<ListOrder> order;
    std::optional<bool> open;
};
BOOST_DESCRIBE_STRUCT(InteractionList, (),
                      (scope, filter, limit, after, workbinId, search, order, open))

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

// From a queue (agents who are a target of it) or a workbin that one may open, if there is room.
struct InteractionPull
{
    static constexpr std::string_view name = "interaction.pull";
    static constexpr Policy policy = handlers;
    using Reply = OwnInteraction;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(InteractionPull, (), (interactionId))

// Into a workbin: "agent/<user>", "group/<id>" or "queue/<id>"; absent: one's own. returnAt: back
// to its queue by itself. Repeated: changes nothing.
struct InteractionPark
{
    static constexpr std::string_view name = "interaction.park";
    static constexpr Policy policy = handlers;
    using Reply = Interaction;

    InteractionId interactionId;
    std::optional<std::string> workbin;
    std::optional<UtcTime> returnAt;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(InteractionPark, (), (interactionId, workbin, returnAt, note))

// Gives it up: out of a conference the next member has it, otherwise it goes back to its queue at
// its old position.
struct InteractionRelease
{
    static constexpr std::string_view name = "interaction.release";
    static constexpr Policy policy = handlers;
    using Reply = Done;

    InteractionId interactionId;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(InteractionRelease, (), (interactionId, reason))

// Asks another agent in confidence: offered to the target; who accepts sees the conversation and
// writes to agents only, until completed or cancelled.
struct InteractionConsult
{
    static constexpr std::string_view name = "interaction.consult";
    static constexpr Policy policy = handlers;
    using Reply = Interaction;

    InteractionId interactionId;
    Target target;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(InteractionConsult, (), (interactionId, target, note))

struct InteractionCancelConsult
{
    static constexpr std::string_view name = "interaction.cancelConsult";
    static constexpr Policy policy = handlers;
    using Reply = Interaction;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(InteractionCancelConsult, (), (interactionId))

// The consulted agent has it from now on.
struct InteractionCompleteTransfer
{
    static constexpr std::string_view name = "interaction.completeTransfer";
    static constexpr Policy policy = handlers;
    using Reply = Done;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(InteractionCompleteTransfer, (), (interactionId))

// The consulted agent comes in for everyone to see.
struct InteractionCompleteConference
{
    static constexpr std::string_view name = "interaction.completeConference";
    static constexpr Policy policy = handlers;
    using Reply = Interaction;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(InteractionCompleteConference, (), (interactionId))

// One step: offered to the target; who accepts is in it beside the agent who has it.
struct InteractionConference
{
    static constexpr std::string_view name = "interaction.conference";
    static constexpr Policy policy = handlers;
    using Reply = Interaction;

    InteractionId interactionId;
    Target target;
    std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(InteractionConference, (), (interactionId, target, note))

// priority: -1000 to 1000. Of waiting and parked ones, by supervisors; of own ones, by whoever
// handles them. dueAt absent: unchanged.
struct InteractionSetPriority
{
    static constexpr std::string_view name = "interaction.setPriority";
    static constexpr Policy policy = handlers;
    using Reply = Interaction;

    InteractionId interactionId;
    std::optional<int> priority;
    std::optional<UtcTime> dueAt;
};
BOOST_DESCRIBE_STRUCT(InteractionSetPriority, (), (interactionId, priority, dueAt))

struct SubmitReply
{
    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(SubmitReply, (), (interactionId))

// Open media. externalId: unique for ever per media type; sent again it is answered alike. type:
// inbound (default), outbound, internal. parentId: what it belongs to.
struct InteractionSubmit
{
    static constexpr std::string_view name = "interaction.submit";
    static constexpr Policy policy =
        Policy::agents({Role::Agent, Role::Supervisor, Role::Administrator});
    using Reply = SubmitReply;

    std::string mediaType;
    QueueId queueId;
    std::string externalId;
    std::optional<std::string> subject;
    Data attachedData;
    std::optional<std::string> contactName;
    std::optional<int> priority;
    std::optional<UtcTime> dueAt;
    std::optional<std::string> type;
    std::optional<InteractionId> parentId;
};
BOOST_DESCRIBE_STRUCT(InteractionSubmit, (),
                      (mediaType, queueId, externalId, subject, attachedData, contactName, priority,
                       dueAt, type, parentId))

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
