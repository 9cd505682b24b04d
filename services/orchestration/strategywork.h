// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/strategy.h"

#include <memory>

// What goes between the core, which decides and stores, and the strategies' thread, which runs the
// documents.
namespace tandem {

// A version of a strategy. Immutable, shared.
struct StrategyDocument
{
    std::string strategyId;
    int version = 0;
    std::string name;
    std::string text;                // SCXML
    std::vector<std::string> events; // descriptors of its transitions
};

// An input of a session. Each is stored before the strategies' thread sees it, and answered by one
// StrategyStepped.
struct StrategyInput
{
    int number = 0; // from 1
    std::string event;
    std::optional<std::string> data;    // JSON; of "start": the interaction
    std::optional<std::uint64_t> timer; // the event is a timer's, which knows what to say
};

// What an http action asks for.
struct StrategyCall
{
    InteractionId interaction;
    std::string url;
    std::string method;
    std::optional<std::string> body;
    std::string contentType;
    Ms timeout{};
};

struct StrategyWork
{
    enum class Kind {
        Reset, // forget all sessions: the core has started anew
        Step,
        Drop, // the session is over
        Call
    };

    Kind kind = Kind::Step;
    std::uint64_t generation = 0; // counts the core's starts; answers give it back
    StrategySessionId session;
    std::shared_ptr<const StrategyDocument> document;
    StrategyInput input;
    std::optional<std::string> stored; // to go on from, where the thread does not know the session
    bool isLast = false;               // the session ends behind this input
    StrategyCall call;
};

// What a strategy is told of its interaction, in the variable "interaction".
struct StrategyInteraction
{
    InteractionId id;
    std::string mediaType;
    std::string type;
    QueueId queueId;
    std::string queueName;
    std::string subject;
    std::string contactName;
    protocol::Data data;
    int priority = 0;
    UtcTime createdAt{};
};
BOOST_DESCRIBE_STRUCT(StrategyInteraction, (),
                      (id, mediaType, type, queueId, queueName, subject, contactName, data,
                       priority, createdAt))

struct AskedAction
{
    std::string name;
    protocol::Data attributes;
    protocol::Data parameters;
};
BOOST_DESCRIBE_STRUCT(AskedAction, (), (name, attributes, parameters))

struct StartedTimer
{
    std::uint64_t timer = 0;
    std::int64_t delayMs = 0;
};
BOOST_DESCRIBE_STRUCT(StartedTimer, (), (timer, delayMs))

// What the strategies' thread decided on an input: enters the core as a request of its own.
// problem: an error that the strategy does not answer. failure: it cannot go on.
struct StrategyStepped
{
    static constexpr std::string_view name = "strategy.stepped";
    static constexpr Policy policy = Policy::system();
    using Reply = protocol::Done;

    std::uint64_t generation = 0;
    StrategySessionId sessionId;
    int number = 0;
    std::vector<int> transitions;
    std::vector<std::string> states;
    std::vector<AskedAction> actions;
    std::vector<protocol::StrategyLog> logs;
    std::vector<StartedTimer> startedTimers;
    std::vector<std::uint64_t> stoppedTimers;
    std::vector<protocol::StrategyCutOff> cutOffs;
    std::string stored;
    bool isFinished = false;
    std::optional<std::string> problem;
    std::optional<std::string> failure;
};
BOOST_DESCRIBE_STRUCT(StrategyStepped, (),
                      (generation, sessionId, number, transitions, states, actions, logs,
                       startedTimers, stoppedTimers, cutOffs, stored, isFinished, problem, failure))

// What came of a StrategyCall. error: why there is no answer.
struct StrategyAnswered
{
    static constexpr std::string_view name = "strategy.answered";
    static constexpr Policy policy = Policy::system();
    using Reply = protocol::Done;

    InteractionId interactionId;
    int status = 0;
    std::string body;
    std::optional<std::string> error;
};
BOOST_DESCRIBE_STRUCT(StrategyAnswered, (), (interactionId, status, body, error))

} // namespace tandem
