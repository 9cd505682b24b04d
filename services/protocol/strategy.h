// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/types.h"

// Strategies: SCXML documents that decide what becomes of each interaction of a queue that names
// one. A strategy has numbered versions, one of which new sessions run; sessions finish on the
// version that they began with.
namespace tandem::protocol {

inline constexpr Policy strategyReaders =
    Policy::agents({Role::Supervisor, Role::Administrator, Role::Auditor});
inline constexpr Policy strategyWriters = Policy::agents({Role::Administrator});

// line, column: of the document, from 1; 0 where it is about the whole.
struct StrategyFinding
{
    int line = 0;
    int column = 0;
    std::string message;

    bool operator==(const StrategyFinding &) const = default;
};
BOOST_DESCRIBE_STRUCT(StrategyFinding, (), (line, column, message))

// openSessions: that run this version now.
struct StrategyVersion
{
    int version = 0; // from 1
    UtcTime installedAt{};
    std::string author; // user name; empty: came with Tandem
    std::optional<std::string> note;
    bool isActive = false;
    int openSessions = 0;

    bool operator==(const StrategyVersion &) const = default;
};
BOOST_DESCRIBE_STRUCT(StrategyVersion, (),
                      (version, installedAt, author, note, isActive, openSessions))

// name: of the active version's document, else of the newest. queues: that name it.
struct Strategy
{
    std::string id;
    std::string name;
    std::optional<int> activeVersion;
    std::vector<StrategyVersion> versions; // newest first
    std::vector<QueueId> queues;

    bool operator==(const Strategy &) const = default;
};
BOOST_DESCRIBE_STRUCT(Strategy, (), (id, name, activeVersion, versions, queues))

struct StrategyListReply
{
    std::vector<Strategy> strategies; // by id
};
BOOST_DESCRIBE_STRUCT(StrategyListReply, (), (strategies))

struct StrategyList
{
    static constexpr std::string_view name = "strategy.list";
    static constexpr Policy policy = strategyReaders;
    using Reply = StrategyListReply;
};
BOOST_DESCRIBE_STRUCT(StrategyList, (), ())

struct StrategyDocumentReply
{
    std::string strategyId;
    int version = 0;
    std::string document; // SCXML
};
BOOST_DESCRIBE_STRUCT(StrategyDocumentReply, (), (strategyId, version, document))

// version absent: the active one, else the newest.
struct StrategyFetch
{
    static constexpr std::string_view name = "strategy.get";
    static constexpr Policy policy = strategyReaders;
    using Reply = StrategyDocumentReply;

    std::string strategyId;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(StrategyFetch, (), (strategyId, version))

// What the strategies' thread found in a document that a request carries, before the core sees the
// request. Never on the wire.
struct StrategyReading
{
    std::vector<StrategyFinding> findings;
    std::string name;                // of the document; its id's where it has none
    std::vector<std::string> events; // descriptors of its transitions
};

struct StrategyCheckReply
{
    std::vector<StrategyFinding> findings; // none: it can be installed
};
BOOST_DESCRIBE_STRUCT(StrategyCheckReply, (), (findings))

// What would refuse the document: not well formed, actions that nobody knows, states that are never
// entered, expressions that do not compile.
struct StrategyCheck
{
    static constexpr std::string_view name = "strategy.check";
    static constexpr Policy policy = strategyReaders;
    using Reply = StrategyCheckReply;

    std::string document;
    std::optional<StrategyReading> reading;
};
BOOST_DESCRIBE_STRUCT(StrategyCheck, (), (document))

struct StrategyInstallReply
{
    std::string strategyId;
    int version = 0; // the newest's number where the document is the same as that one's
};
BOOST_DESCRIBE_STRUCT(StrategyInstallReply, (), (strategyId, version))

// Stores a new version. strategyId: 1 to 64 letters, digits or . - _. activate: new sessions run
// it from now on (default; false: only stored).
struct StrategyInstall
{
    static constexpr std::string_view name = "strategy.install";
    static constexpr Policy policy = strategyWriters;
    using Reply = StrategyInstallReply;

    std::string strategyId;
    std::string document; // at most 512 KiB
    std::optional<std::string> note;
    std::optional<bool> activate;
    std::optional<StrategyReading> reading;
};
BOOST_DESCRIBE_STRUCT(StrategyInstall, (), (strategyId, document, note, activate))

// New sessions run this version from now on: forward, or back to an older one.
struct StrategyActivate
{
    static constexpr std::string_view name = "strategy.activate";
    static constexpr Policy policy = strategyWriters;
    using Reply = Done;

    std::string strategyId;
    int version = 0;
};
BOOST_DESCRIBE_STRUCT(StrategyActivate, (), (strategyId, version))

// With all versions. conflict: a queue names it, or sessions run it.
struct StrategyRemove
{
    static constexpr std::string_view name = "strategy.remove";
    static constexpr Policy policy = strategyWriters;
    using Reply = Done;

    std::string strategyId;
};
BOOST_DESCRIBE_STRUCT(StrategyRemove, (), (strategyId))

// How a session ended: running: it has not. finished: in a final state. over: the interaction was
// done before. replaced: the interaction went to another queue. failed: it could not go on; where
// the interaction was in its hands, its queue's own rules took over (failure tells why).
enum class SessionOutcome { Running, Finished, Over, Replaced, Failed };
constexpr std::array<std::string_view, 5> namesOf(SessionOutcome)
{
    return {"running", "finished", "over", "replaced", "failed"};
}

// A run of a strategy for one interaction. states: the active ones, in document order.
struct StrategySession
{
    StrategySessionId sessionId;
    InteractionId interactionId;
    std::string strategyId;
    int version = 0;
    QueueId queueId; // that named it
    UtcTime startedAt{};
    std::optional<UtcTime> endedAt;
    SessionOutcome outcome = SessionOutcome::Running;
    std::optional<std::string> failure;
    std::vector<std::string> states;
    UtcTime since{}; // of the last step
    int steps = 0;

    bool operator==(const StrategySession &) const = default;
};
BOOST_DESCRIBE_STRUCT(StrategySession, (),
                      (sessionId, interactionId, strategyId, version, queueId, startedAt, endedAt,
                       outcome, failure, states, since, steps))

// What an action was asked, and what came of it at once: error where it was refused.
struct StrategyAction
{
    std::string name; // "queue.submit"
    Data attributes;
    std::optional<std::string> error;

    bool operator==(const StrategyAction &) const = default;
};
BOOST_DESCRIBE_STRUCT(StrategyAction, (), (name, attributes, error))

struct StrategyLog
{
    std::string label;
    std::string text;

    bool operator==(const StrategyLog &) const = default;
};
BOOST_DESCRIBE_STRUCT(StrategyLog, (), (label, text))

// A script that took too long, so that a replay takes the same way: of the session itself (member
// 0) or of one that it invoked, which of its scripts, and the variables that it went on with
// (JSON).
struct StrategyCutOff
{
    int member = 0;
    std::uint64_t script = 0;
    std::string variables;

    bool operator==(const StrategyCutOff &) const = default;
};
BOOST_DESCRIBE_STRUCT(StrategyCutOff, (), (member, script, variables))

// What one event did. event: "start" for the first; data: its JSON. transitions: those taken, by
// their number in the document, from 0, in order. states: active when it was over.
struct StrategyStep
{
    int number = 0; // from 1
    UtcTime time{};
    std::string event;
    std::optional<std::string> data;
    std::vector<int> transitions;
    std::vector<std::string> states;
    std::vector<StrategyAction> actions;
    std::vector<StrategyLog> logs;
    std::vector<StrategyCutOff> cutOffs;
    std::optional<std::string> failure;

    bool operator==(const StrategyStep &) const = default;
};
BOOST_DESCRIBE_STRUCT(StrategyStep, (),
                      (number, time, event, data, transitions, states, actions, logs, cutOffs,
                       failure))

struct StrategySessionsReply
{
    std::vector<StrategySession> sessions; // newest first
    std::optional<StrategySessionId> next; // give as `before` for the next page
};
BOOST_DESCRIBE_STRUCT(StrategySessionsReply, (), (sessions, next))

// Recorded sessions of a strategy, or of all.
struct StrategySessions
{
    static constexpr std::string_view name = "strategy.sessions";
    static constexpr Policy policy = strategyReaders;
    using Reply = StrategySessionsReply;

    std::optional<std::string> strategyId;
    std::optional<int> version;
    std::optional<bool> running; // only those that run
    std::optional<StrategySessionId> before;
    std::optional<int> limit; // 1 to 200, default 50
};
BOOST_DESCRIBE_STRUCT(StrategySessions, (), (strategyId, version, running, before, limit))

struct StatePlace
{
    std::string state;
    int count = 0;
    std::vector<InteractionId> interactionIds; // at most 20, oldest first

    bool operator==(const StatePlace &) const = default;
};
BOOST_DESCRIBE_STRUCT(StatePlace, (), (state, count, interactionIds))

struct StrategyPlacesReply
{
    int version = 0;
    int openSessions = 0;
    std::vector<StatePlace> places; // states that somebody is in; an inner one and its outer ones
};
BOOST_DESCRIBE_STRUCT(StrategyPlacesReply, (), (version, openSessions, places))

// Where interactions are now. version absent: the active one.
struct StrategyPlaces
{
    static constexpr std::string_view name = "strategy.places";
    static constexpr Policy policy = strategyReaders;
    using Reply = StrategyPlacesReply;

    std::string strategyId;
    std::optional<int> version;
};
BOOST_DESCRIBE_STRUCT(StrategyPlaces, (), (strategyId, version))

struct RecordedSession
{
    StrategySession session;
    std::vector<StrategyStep> steps; // oldest first, at most 1,000

    bool operator==(const RecordedSession &) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordedSession, (), (session, steps))

struct StrategyTraceReply
{
    std::vector<RecordedSession> sessions; // oldest first
};
BOOST_DESCRIBE_STRUCT(StrategyTraceReply, (), (sessions))

// All sessions of an interaction, or one session, step by step. not_found where there is none.
struct StrategyTrace
{
    static constexpr std::string_view name = "strategy.trace";
    static constexpr Policy policy = strategyReaders;
    using Reply = StrategyTraceReply;

    std::optional<InteractionId> interactionId;
    std::optional<StrategySessionId> sessionId;
};
BOOST_DESCRIBE_STRUCT(StrategyTrace, (), (interactionId, sessionId))

} // namespace tandem::protocol
