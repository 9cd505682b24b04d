// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/evaluator.h"

namespace tandem::scxml {

// Executable content and the data model's beginnings (SCXML 4, 5.3, 6.2 to 6.5).
class Executor
{
public:
    explicit Executor(Running &running) : m_running(running), m_evaluator(running) {}

    // False where a step failed and the rest was left out.
    bool run(const Block &block);
    void initialise(const State &state);
    // Top-level data with the values that the session was started with.
    void initialiseRoot(const std::vector<std::pair<QString, QString>> &parameters);
    QString doneData(const State &state);
    void invoke(StateIndex state);
    void stopInvoked(StateIndex state);
    // Finalize and autoforward, before transitions are chosen.
    void passToInvoked(const Event &event);
    bool holds(ScriptIndex condition) { return m_evaluator.holds(condition); }

private:
    bool step(const Step &step);
    bool runIf(const IfStep &step);
    bool runForeach(const ForeachStep &step, Position at);
    bool runLog(const LogStep &step);
    bool runCancel(const CancelStep &step);
    bool runAction(const ActionStep &step, Position at);
    void invoke(StateIndex state, int index);
    void takeParameters(const Invoke &invoke, const Event &event);
    bool failed(const QString &message, Position at);

    Running &m_running;
    Evaluator m_evaluator;
};

// <send> (SCXML 6.2) and the way of its message.
class Sender
{
public:
    explicit Sender(Running &running) : m_running(running), m_evaluator(running) {}

    bool run(const SendStep &step, Position at);
    // False where the target cannot be one.
    bool deliver(const Message &message, Position at);

private:
    std::optional<Message> message(const SendStep &step, const QString &sendId, Position at);
    bool nameSend(const SendStep &step, QString &sendId);
    bool failed(const QString &message, Position at, const QString &sendId);

    Running &m_running;
    Evaluator m_evaluator;
};

// A time of CSS 2: "1.5s", "200ms".
std::optional<std::chrono::milliseconds> delayFrom(const QString &text);

} // namespace tandem::scxml
