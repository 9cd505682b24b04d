// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/agentstate.h"
#include "domain/chatevent.h"
#include "domain/ids.h"
#include "domain/interactionstate.h"
#include "domain/role.h"
#include "protocol/json.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// Values that several messages carry. Member names are names on the wire: append only.
namespace tandem::protocol {

using Data = std::map<std::string, std::string>;

struct Contact
{
    ContactId id;
    std::string name;

    bool operator==(const Contact &) const = default;
};
BOOST_DESCRIBE_STRUCT(Contact, (), (id, name))

// Somebody in a conversation; participantId counts from 1 within it. readIndex: the last event that
// they said they have read. supervision: of a supervisor, as far as agents are told.
struct Participant
{
    int participantId = 0;
    std::string nickname;
    ParticipantType type = ParticipantType::Client;
    std::optional<AgentId> agentId;
    std::optional<int> readIndex;
    std::optional<SupervisionMode> supervision;

    bool operator==(const Participant &) const = default;
};
BOOST_DESCRIBE_STRUCT(Participant, (),
                      (participantId, nickname, type, agentId, readIndex, supervision))

struct Sender
{
    int participantId = 0;
    std::string nickname;
    ParticipantType type = ParticipantType::Client;

    bool operator==(const Sender &) const = default;
};
BOOST_DESCRIBE_STRUCT(Sender, (), (participantId, nickname, type))

// index: 1, 2, 3 ... without gaps; absent on signals (typing), which are not stored.
struct ChatEvent
{
    std::optional<int> index;
    ChatEventType type = ChatEventType::Message;
    Sender from;
    std::optional<std::string> text;
    UtcTime time{};
    Audience audience = Audience::Everyone;
    Data userData;

    bool operator==(const ChatEvent &) const = default;
};
BOOST_DESCRIBE_STRUCT(ChatEvent, (), (index, type, from, text, time, audience, userData))

// What a customer thought of it. score: 1 to 5, the best.
struct Survey
{
    int score = 0;
    std::optional<std::string> comment;

    bool operator==(const Survey &) const = default;
};
BOOST_DESCRIBE_STRUCT(Survey, (), (score, comment))

struct Interaction
{
    InteractionId id;
    std::string mediaType; // "chat"
    std::string type;      // "inbound"
    InteractionState state = InteractionState::Queued;
    QueueId queueId;
    std::string queueName;
    std::string subject;
    Contact contact;
    Data attachedData;
    int priority = 0;
    std::optional<AgentId> agentId;
    std::vector<Participant> participants;
    UtcTime createdAt{};
    UtcTime queuedAt{};
    std::optional<UtcTime> offeredAt;
    std::optional<UtcTime> acceptedAt;
    std::optional<UtcTime> endedAt; // when the conversation itself ended
    std::optional<UtcTime> doneAt;
    std::optional<std::string> disposition;
    std::optional<std::string> note; // of the disposition
    std::optional<std::int64_t> estimatedWaitMs;
    std::optional<UtcTime> dueAt;
    std::optional<std::string> externalId;
    std::optional<InteractionId> parentId;
    std::optional<std::string> workbinId; // where it is parked
    std::optional<UtcTime> returnAt;      // of a parked one: when it goes back to its queue
    std::optional<AgentId> consultedId;   // asked by the handling agent, before or after accepting
    std::vector<AgentId> memberIds;       // who are in it besides agentId: a conference
    std::optional<bool> held;             // not offered until it is resumed
    std::optional<Survey> survey;

    bool operator==(const Interaction &) const = default;
};
BOOST_DESCRIBE_STRUCT(Interaction, (),
                      (id, mediaType, type, state, queueId, queueName, subject, contact,
                       attachedData, priority, agentId, participants, createdAt, queuedAt,
                       offeredAt, acceptedAt, endedAt, doneAt, disposition, note, estimatedWaitMs,
                       dueAt, externalId, parentId, workbinId, returnAt, consultedId, memberIds,
                       held, survey))

// A choice of a list that an administrator made: reasons for not ready, dispositions.
struct Choice
{
    std::string code;
    std::string name;

    bool operator==(const Choice &) const = default;
};
BOOST_DESCRIBE_STRUCT(Choice, (), (code, name))

struct AgentSkill
{
    SkillId skillId;
    int level = 0;

    bool operator==(const AgentSkill &) const = default;
};
BOOST_DESCRIBE_STRUCT(AgentSkill, (), (skillId, level))

// How many interactions of a medium an agent handles and may handle at most. state, reason: of this
// channel where they differ from the agent's.
struct Channel
{
    std::string mediaType;
    int active = 0;
    int capacity = 0;
    std::optional<AgentState> state;
    std::optional<std::string> reason;

    bool operator==(const Channel &) const = default;
};
BOOST_DESCRIBE_STRUCT(Channel, (), (mediaType, active, capacity, state, reason))

struct Agent
{
    AgentId id;
    std::string userName;
    std::string name;
    std::vector<Role> roles;
    std::vector<Channel> channels;
    std::vector<AgentSkill> skills;

    bool operator==(const Agent &) const = default;
};
BOOST_DESCRIBE_STRUCT(Agent, (), (id, userName, name, roles, channels, skills))

struct AgentStatus
{
    AgentId id;
    std::string userName;
    std::string name;
    AgentState state = AgentState::LoggedOut;
    std::optional<std::string> reason;
    UtcTime stateSince{};
    bool connected = false;
    std::vector<Channel> channels;
    std::optional<std::string> place;
    std::vector<std::string> groups;
    bool isFree = false;                // may take one more on some channel now
    std::optional<std::string> picture; // its hash, for agent.picture

    bool operator==(const AgentStatus &) const = default;
};
BOOST_DESCRIBE_STRUCT(AgentStatus, (),
                      (id, userName, name, state, reason, stateSince, connected, channels, place,
                       groups, isFree, picture))

struct Queue
{
    QueueId id;
    std::string name;
    int waiting = 0;
    int agentsReady = 0;
    std::optional<std::int64_t> longestWaitMs;
    std::optional<std::int64_t> estimatedWaitMs;

    bool operator==(const Queue &) const = default;
};
BOOST_DESCRIBE_STRUCT(Queue, (), (id, name, waiting, agentsReady, longestWaitMs, estimatedWaitMs))

// Why an interaction is offered: from its queue, or by an agent who has it.
enum class OfferKind { Queue, Transfer, Consult, Conference };

constexpr std::array<std::string_view, 4> namesOf(OfferKind)
{
    return {"queue", "transfer", "consult", "conference"};
}

// timeLeftMs: at the moment of sending, so that clocks need not agree.
struct Offer
{
    Interaction interaction;
    UtcTime expiresAt{};
    std::int64_t timeLeftMs = 0;
    std::optional<OfferKind> kind; // queue where absent
    std::optional<AgentId> fromId; // who offers it, if not the queue

    bool operator==(const Offer &) const = default;
};
BOOST_DESCRIBE_STRUCT(Offer, (), (interaction, expiresAt, timeLeftMs, kind, fromId))

// One of an agent's own interactions with the end of its conversation. supervision: it is another
// agent's, and the caller supervises it.
struct OwnInteraction
{
    Interaction interaction;
    std::vector<ChatEvent> events;
    std::optional<SupervisionMode> supervision;

    bool operator==(const OwnInteraction &) const = default;
};
BOOST_DESCRIBE_STRUCT(OwnInteraction, (), (interaction, events, supervision))

struct Snapshot
{
    AgentStatus agent;
    std::vector<OwnInteraction> interactions;
    std::vector<Offer> offers;

    bool operator==(const Snapshot &) const = default;
};
BOOST_DESCRIBE_STRUCT(Snapshot, (), (agent, interactions, offers))

} // namespace tandem::protocol
