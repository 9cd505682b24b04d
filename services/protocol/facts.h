// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/protocol_export.h"
#include "protocol/statistics.h"
#include "protocol/types.h"

#include <variant>

// What has happened, as sessions hear it. A fact is stored; a signal (typing, SessionReplaced,
// SystemNotice) is not. Both come in one numbered stream.
namespace tandem::protocol {

// previous, previousMs: the state that ended and how long it lasted.
struct AgentStateChanged
{
    static constexpr std::string_view name = "agent.stateChanged";
    AgentStatus agent;
    std::optional<AgentState> previous;
    std::optional<std::int64_t> previousMs;
    bool operator==(const AgentStateChanged &) const = default;
};
BOOST_DESCRIBE_STRUCT(AgentStateChanged, (), (agent, previous, previousMs))

struct InteractionOffered
{
    static constexpr std::string_view name = "interaction.offered";
    Interaction interaction;
    UtcTime expiresAt{};
    std::int64_t timeLeftMs = 0;
    std::optional<OfferKind> kind; // queue where absent
    std::optional<AgentId> fromId;
    bool operator==(const InteractionOffered &) const = default;
};
BOOST_DESCRIBE_STRUCT(InteractionOffered, (), (interaction, expiresAt, timeLeftMs, kind, fromId))

// reason: timed_out, customer_left, withdrawn, accepted_elsewhere, connection_lost, rejected
struct OfferRevoked
{
    static constexpr std::string_view name = "interaction.offerRevoked";
    InteractionId interactionId;
    std::string reason;
    bool operator==(const OfferRevoked &) const = default;
};
BOOST_DESCRIBE_STRUCT(OfferRevoked, (), (interactionId, reason))

struct InteractionChanged
{
    static constexpr std::string_view name = "interaction.changed";
    Interaction interaction;
    bool operator==(const InteractionChanged &) const = default;
};
BOOST_DESCRIBE_STRUCT(InteractionChanged, (), (interaction))

// No longer this agent's: done, transferred, or put back into its queue (reason).
struct InteractionRemoved
{
    static constexpr std::string_view name = "interaction.removed";
    InteractionId interactionId;
    std::string reason;
    bool operator==(const InteractionRemoved &) const = default;
};
BOOST_DESCRIBE_STRUCT(InteractionRemoved, (), (interactionId, reason))

struct ChatEventHappened
{
    static constexpr std::string_view name = "chat.event";
    InteractionId interactionId;
    ChatEvent event;
    bool operator==(const ChatEventHappened &) const = default;
};
BOOST_DESCRIBE_STRUCT(ChatEventHappened, (), (interactionId, event))

// Signal: a participant has read the conversation up to this event.
struct ChatRead
{
    static constexpr std::string_view name = "chat.read";
    InteractionId interactionId;
    int participantId = 0;
    int index = 0;
    bool operator==(const ChatRead &) const = default;
};
BOOST_DESCRIBE_STRUCT(ChatRead, (), (interactionId, participantId, index))

// The same user signed in elsewhere; this session is over.
struct SessionReplaced
{
    static constexpr std::string_view name = "session.replaced";
    std::string reason;
    bool operator==(const SessionReplaced &) const = default;
};
BOOST_DESCRIBE_STRUCT(SessionReplaced, (), (reason))

struct SystemNotice
{
    static constexpr std::string_view name = "system.notice";
    std::string code;
    std::string message;
    bool operator==(const SystemNotice &) const = default;
};
BOOST_DESCRIBE_STRUCT(SystemNotice, (), (code, message))

// Why an interaction moved along an arc of its life.
enum class MoveCause {
    Created,
    Offered,
    Accepted,
    Rejected,
    TimedOut,
    Revoked, // the agent's connection was lost, or the offer was withdrawn
    Pulled,
    Parked,
    Returned, // to its queue, by the agent or since the agent is gone
    Transferred,
    Redistributed,
    Overflowed,
    Closed, // a treatment ended it
    Consulted,
    ConsultEnded,
    ConversationEnded,
    CustomerLeft,
    MarkedDone,
    Stopped,
    Strategy // a strategy has it in hand, or gives it to a queue
};
constexpr std::array<std::string_view, 20> namesOf(MoveCause)
{
    return {"created",       "offered",     "accepted",      "rejected",
            "timed_out",     "revoked",     "pulled",        "parked",
            "returned",      "transferred", "redistributed", "overflowed",
            "closed",        "consulted",   "consult_ended", "conversation_ended",
            "customer_left", "marked_done", "stopped",       "strategy"};
}

// Stored for statistics and reports, told to nobody: one arc of an interaction's life. agentId: who
// was offered it, took it, refused it or had it. queueId: where it waited (of an overflow or
// transfer: before). waitMs: how long it had waited there, when the waiting ends. handleMs: how
// long that agent had it, when the agent has it no more.
struct InteractionMoved
{
    static constexpr std::string_view name = "interaction.moved";
    InteractionId interactionId;
    std::string mediaType;
    QueueId queueId;
    std::optional<AgentId> agentId;
    std::optional<InteractionState> from; // absent: created
    InteractionState to = InteractionState::Queued;
    MoveCause cause = MoveCause::Created;
    std::optional<std::int64_t> waitMs;
    std::optional<std::int64_t> handleMs;
    std::optional<QueueId> toQueueId; // where it waits from now on, if elsewhere
    bool operator==(const InteractionMoved &) const = default;
};
BOOST_DESCRIBE_STRUCT(InteractionMoved, (),
                      (interactionId, mediaType, queueId, agentId, from, to, cause, waitMs,
                       handleMs, toQueueId))

// Signal: what a subscription asked for.
struct StatisticsUpdate
{
    static constexpr std::string_view name = "statistics.update";
    std::vector<StatisticValue> values;
    bool operator==(const StatisticsUpdate &) const = default;
};
BOOST_DESCRIBE_STRUCT(StatisticsUpdate, (), (values))

// reason: of Error, as on the wire ("wrong_state").
struct BulkFailure
{
    InteractionId interactionId;
    std::string message;
    std::optional<std::string> reason;
    bool operator==(const BulkFailure &) const = default;
};
BOOST_DESCRIBE_STRUCT(BulkFailure, (), (interactionId, message, reason))

// Signal: done + failed of total; failures since the last one.
struct BulkProgress
{
    static constexpr std::string_view name = "bulk.progress";
    std::string operationId;
    int done = 0;
    int failed = 0;
    int total = 0;
    bool isOver = false;
    std::vector<BulkFailure> failures;
    bool operator==(const BulkProgress &) const = default;
};
BOOST_DESCRIBE_STRUCT(BulkProgress, (), (operationId, done, failed, total, isOver, failures))

// Signal: the set-up has changed; lists that were read are old. To all who are signed in.
struct SiteChanged
{
    static constexpr std::string_view name = "site.changed";
    std::int64_t version = 0;
    bool operator==(const SiteChanged &) const = default;
};
BOOST_DESCRIBE_STRUCT(SiteChanged, (), (version))

// To a supervisor: this conversation is supervised from now on, or in another way.
struct SupervisionStarted
{
    static constexpr std::string_view name = "supervision.started";
    OwnInteraction supervised;
    bool operator==(const SupervisionStarted &) const = default;
};
BOOST_DESCRIBE_STRUCT(SupervisionStarted, (), (supervised))

using Fact = std::variant<AgentStateChanged, InteractionOffered, OfferRevoked, InteractionChanged,
                          InteractionRemoved, ChatEventHappened, SessionReplaced, SystemNotice,
                          InteractionMoved, StatisticsUpdate, BulkProgress, SiteChanged, ChatRead,
                          SupervisionStarted>;

TANDEM_PROTOCOL_EXPORT std::string_view nameOf(const Fact &fact);
TANDEM_PROTOCOL_EXPORT std::string paramsOf(const Fact &fact); // JSON object
TANDEM_PROTOCOL_EXPORT Result<Fact> factFrom(std::string_view name, const json::Value &params);

} // namespace tandem::protocol
