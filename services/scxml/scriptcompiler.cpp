// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/scriptparts.h"
#include "scxml/scripttext.h"

#include <QSet>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestScript = 64 * 1024;

// `with` makes the session's variables the script's; what it throws is marked, so that it is told
// from a value that is an error. No arrow function: it would show the compiler's own `arguments`.
QString around(const QString &before, const QString &inside)
{
    return u"function ($data, $value) { try { "_s + before + u"with ($data) { "_s + inside
           + u"\n} } catch (e) { throw $wrap(e); } }"_s;
}

// No line break after the bracket: QJSEngine takes "++x" on the next line for a postfix operator.
QString inParentheses(const QString &text) { return u"("_s + text + u"\n)"_s; }

// SCXML 5.4: a location that does not exist is an error, not a new variable.
QString mustExist(const QString &location)
{
    if (!isIdentifier(location))
        return {};
    return u"if (!(%1 in $data)) throw new ReferenceError(%1 + \" is not declared\"); "_s.arg(
        quoted(location));
}

} // namespace

QString declaredName(ScriptIndex script, const QString &function)
{
    return u"s%1:%2"_s.arg(script).arg(function);
}

void ScriptCompiler::compile()
{
    const auto &chart = *m_program.m_chart;
    QSet<QString> seen;
    QStringList ids;
    for (const auto &state : chart.states) {
        for (const auto &item : state.data) {
            if (!seen.contains(item.id))
                ids += item.id;
            seen.insert(item.id);
        }
    }
    m_program.m_dataIds = m_parts.engine.toScriptValue(ids);
    for (size_t i = 0; i < chart.scripts.size(); ++i)
        m_program.m_compiled.push_back(compiled(static_cast<ScriptIndex>(i)));
    for (const auto &state : chart.states) {
        for (const auto &item : state.data) {
            if (item.value == noScript)
                continue;
            const auto &text = chart.scripts[static_cast<size_t>(item.value)];
            if (text.text.trimmed().startsWith(u"function"_s))
                declare(item.value, {}, text.text);
        }
    }
}

Program::Compiled ScriptCompiler::compiled(ScriptIndex index)
{
    const auto &script = m_program.m_chart->scripts[static_cast<size_t>(index)];
    if (script.text.size() > longestScript) {
        const auto problem = u"more than %1 characters. Split it."_s.arg(longestScript);
        m_program.m_findings.append({script.at, problem});
        return {{}, problem};
    }
    Program::Compiled made;
    const auto inBrackets = u"["_s + script.text + u"\n]"_s;
    switch (script.kind) {
    case ScriptText::Kind::Failing: made.problem = script.text; break;
    case ScriptText::Kind::Value: {
        const bool mayDeclare = script.text.trimmed().startsWith(u"function"_s);
        const auto value = mayDeclare ? u"$known(%1, %2)"_s.arg(inParentheses(script.text),
                                                                quoted(declaredName(index, {})))
                                      : inParentheses(script.text);
        made.function =
            function(inBrackets, around({}, u"return "_s + value), script.at, &made.problem);
        break;
    }
    case ScriptText::Kind::Location:
        made.function =
            function(inBrackets, around(mustExist(script.text), script.text + u"\n = $value"_s),
                     script.at, &made.problem);
        break;
    case ScriptText::Kind::Assignment:
        made.function = function(u"["_s + script.location + u"\n]; "_s + inBrackets,
                                 around(mustExist(script.location),
                                        script.location + u"\n = "_s + inParentheses(script.text)),
                                 script.at, &made.problem);
        break;
    case ScriptText::Kind::Script:
        made.function = function(script.text, scriptBody(script, index), script.at, &made.problem);
        break;
    }
    return made;
}

QJSValue ScriptCompiler::function(const QString &check, const QString &body, Position at,
                                  QString *problem)
{
    const auto made = m_parts.compile.call({check, body});
    if (!made.isError())
        return made;
    *problem = made.toString();
    m_program.m_findings.append({at, u"does not compile: %1. Correct it."_s.arg(*problem)});
    return {};
}

QString ScriptCompiler::scriptBody(const ScriptText &script, ScriptIndex index)
{
    const auto declarations = declarationsOf(script.text);
    QString before;
    for (const auto &name : declarations.variables)
        before += u"if (!(%1 in $data)) $data.%2 = undefined; "_s.arg(quoted(name), name);
    QString inside;
    for (const auto &[name, source] : declarations.functions) {
        inside += u"$data.%1 = $known(%1, %2); "_s.arg(name, quoted(declaredName(index, name)));
        declare(index, name, source);
    }
    return around(before, inside + u'\n' + declarations.text);
}

void ScriptCompiler::declare(ScriptIndex index, const QString &name, const QString &source)
{
    const auto key = declaredName(index, name);
    const auto made = m_parts.compile.call(
        {u"["_s + source + u"\n]"_s,
         around({}, u"return $known(%1, %2)"_s.arg(inParentheses(source), quoted(key)))});
    if (!made.isError())
        m_program.m_declared.push_back({key, made});
}

} // namespace tandem::scxml
