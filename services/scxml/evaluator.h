// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/running.h"

namespace tandem::scxml {

// Runs scripts for a session. An error becomes error.execution (SCXML 5.9), a script that was cut
// off besides a report to the platform; both are answered with nothing.
class Evaluator
{
public:
    explicit Evaluator(Running &running) : m_running(running) {}

    std::optional<QJSValue> value(ScriptIndex script, const QString &sendId = {});
    bool holds(ScriptIndex condition);
    bool run(ScriptIndex script) { return value(script).has_value(); }
    bool store(ScriptIndex location, const QString &text);
    // Null: undefined.
    std::optional<QString> json(ScriptIndex script, const QString &sendId = {});
    std::optional<QString> text(const Text &text, const QString &sendId = {});
    std::optional<QString> told(ScriptIndex script);
    std::optional<QJSValue> list(ScriptIndex script);
    // JSON of what goes with a send; null: nothing.
    std::optional<QString> payload(const Payload &payload, const QString &sendId = {});
    std::optional<std::vector<std::pair<QString, QString>>> parameters(const Payload &payload,
                                                                       const QString &sendId = {});

private:
    template <class Call>
    std::optional<QJSValue> guarded(Position at, const QString &sendId, const Call &call);
    std::optional<QString> jsonOf(const QJSValue &value, Position at, const QString &sendId);
    void cutOff();
    void goOnWith(const QString &variables);
    Position at(ScriptIndex script) const;

    Running &m_running;
};

} // namespace tandem::scxml
