// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/session.h"

#include <map>
#include <optional>

namespace tandem::scxml {

// Sorted, without doubles: document order.
using StateSet = std::vector<StateIndex>;

bool contains(const StateSet &set, StateIndex state);
void insert(StateSet &set, StateIndex state);

// What a session is made of. Interpreter, Executor and Sender work on it.
struct Running : ScriptSession
{
    struct Pending
    {
        std::uint32_t timer;
        QString sendId;
        Message message;
    };
    struct Invoked
    {
        StateIndex state;
        int index; // in State::invokes
        QString id;
    };

    Running(Session &owner, ScriptEngine &engine, ProgramPointer chartProgram, Platform &host,
            QString sessionId, const SessionLimits &sessionLimits)
        : session(owner),
          scripts(engine),
          program(std::move(chartProgram)),
          platform(host),
          id(std::move(sessionId)),
          limits(sessionLimits)
    {
    }

    const Event *event() const override { return current ? &*current : nullptr; }
    QString sessionId() const override { return id; }
    QString sessionName() const override { return chart().name; }
    bool isActive(const QString &stateId) const override;
    QJSValue &data() override { return variables; }
    QJSValue &eventObject() override { return currentObject; }
    QJSValue &ioProcessorsObject() override { return ioProcessors; }

    const Chart &chart() const { return program->chart(); }
    void raise(Event event) { internal.push_back(std::move(event)); }
    void raiseError(const QString &name, const QString &message, Position at,
                    const QString &sendId = {});

    Session &session;
    ScriptEngine &scripts;
    const ProgramPointer program;
    Platform &platform;
    const QString id;
    const SessionLimits limits;

    StateSet configuration;
    std::map<StateIndex, StateSet> history;
    StateSet bound; // late binding: whose data has been given its values
    StateSet toInvoke;
    std::vector<Event> internal;
    std::vector<Event> external;
    std::vector<Pending> pending;
    std::vector<Invoked> invoked;
    std::optional<Event> current;
    QJSValue currentObject;
    QJSValue ioProcessors;
    QJSValue variables;
    std::vector<CutOff> expected;
    std::uint64_t scriptCount = 0;
    std::uint32_t timerCount = 0;
    std::uint32_t idCount = 0;
    bool isStarted = false;
    bool isActiveNow = false; // `running` of appendix D
    bool isFinished = false;
    bool isInside = false; // a call is on the stack
    QString failure;
    QString finalState;
};

} // namespace tandem::scxml
