// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/evaluator.h"

#include "scxml/scripttext.h"

#include <algorithm>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

template <class Call>
std::optional<QJSValue> Evaluator::guarded(Position at, const QString &sendId, const Call &call)
{
    const auto number = ++m_running.scriptCount;
    const auto &expected = m_running.expected;
    const auto cut = std::ranges::find(expected, number, &CutOff::script);
    Outcome outcome;
    if (cut == expected.end()) {
        outcome = call();
        if (outcome.kind == Outcome::Kind::CutOff)
            cutOff();
    } else {
        goOnWith(cut->variables);
        outcome = {Outcome::Kind::CutOff, {}, u"the script took too long and was cut off"_s};
    }
    if (outcome.isDone())
        return std::move(outcome.value);
    m_running.raiseError(u"error.execution"_s, outcome.problem, at, sendId);
    return std::nullopt;
}

// How far a script came before it was cut off differs from run to run; what it left is told, so
// that a replay can go on with the same.
void Evaluator::cutOff()
{
    CutOff cut{m_running.scriptCount, u"[]"_s};
    QString packed;
    if (m_running.scripts.pack(m_running, ScriptEngine::Exactness::Loose, packed).isDone())
        cut.variables = packed;
    goOnWith(cut.variables);
    m_running.platform.wasCutOff(m_running.session, cut);
}

void Evaluator::goOnWith(const QString &variables)
{
    m_running.variables = m_running.scripts.newData(*m_running.program);
    m_running.currentObject = {};
    (void)m_running.scripts.unpack(*m_running.program, m_running, variables);
}

Position Evaluator::at(ScriptIndex script) const
{
    return m_running.chart().scripts[static_cast<size_t>(script)].at;
}

std::optional<QJSValue> Evaluator::value(ScriptIndex script, const QString &sendId)
{
    return guarded(at(script), sendId,
                   [&] { return m_running.scripts.run(*m_running.program, script, m_running); });
}

bool Evaluator::holds(ScriptIndex condition)
{
    if (condition == noScript)
        return true;
    const auto found = value(condition);
    return found && found->toBool();
}

bool Evaluator::store(ScriptIndex location, const QString &text)
{
    return guarded(at(location), {},
                   [&] {
                       return m_running.scripts.store(*m_running.program, location,
                                                      m_running.scripts.text(text), m_running);
                   })
        .has_value();
}

std::optional<QString> Evaluator::jsonOf(const QJSValue &value, Position at, const QString &sendId)
{
    QString json;
    if (!guarded(at, sendId, [&] { return m_running.scripts.toJson(value, m_running, json); }))
        return std::nullopt;
    return json;
}

std::optional<QString> Evaluator::json(ScriptIndex script, const QString &sendId)
{
    const auto found = value(script, sendId);
    return found ? jsonOf(*found, at(script), sendId) : std::nullopt;
}

std::optional<QString> Evaluator::text(const Text &text, const QString &sendId)
{
    if (text.computed == noScript)
        return text.literal;
    const auto found = value(text.computed, sendId);
    if (!found)
        return std::nullopt;
    if (found->isString())
        return found->toString();
    QString told;
    if (!guarded(at(text.computed), sendId,
                 [&] { return m_running.scripts.told(*found, m_running, told); }))
        return std::nullopt;
    return told;
}

std::optional<QString> Evaluator::told(ScriptIndex script) { return text(Text{{}, script}); }

std::optional<QJSValue> Evaluator::list(ScriptIndex script)
{
    const auto found = value(script);
    if (!found)
        return std::nullopt;
    const auto copy =
        guarded(at(script), {}, [&] { return m_running.scripts.copyOfList(*found, m_running); });
    if (copy && !copy->isArray()) {
        m_running.raiseError(u"error.execution"_s, u"\"array\" gives no list"_s, at(script));
        return std::nullopt;
    }
    return copy;
}

std::optional<std::vector<std::pair<QString, QString>>>
Evaluator::parameters(const Payload &payload, const QString &sendId)
{
    std::vector<std::pair<QString, QString>> parameters;
    for (const auto &param : payload.params) {
        auto value = json(param.value, sendId);
        if (value)
            parameters.emplace_back(param.name, std::move(*value));
        else if (param.isOfNameList)
            return std::nullopt;
    }
    return parameters;
}

std::optional<QString> Evaluator::payload(const Payload &payload, const QString &sendId)
{
    if (payload.content != noScript)
        return json(payload.content, sendId);
    const auto found = parameters(payload, sendId);
    if (!found)
        return std::nullopt;
    if (payload.params.empty())
        return QString();
    QString object = u"{"_s;
    for (const auto &[name, value] : *found) {
        if (value.isNull())
            continue;
        if (object.size() > 1)
            object += u',';
        object += quoted(name) + u':' + value;
    }
    return object.size() > 1 ? object + u'}' : QString();
}

} // namespace tandem::scxml
