// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/scripthost.h"
#include "scxml/watchdog.h"

#include <QJSEngine>

namespace tandem::scxml {

// What the prelude gives to the engine. Built by ScriptEngine, used by ScriptCompiler too.
struct ScriptEngine::Parts
{
    explicit Parts(const ScriptLimits &limits);

    QJSEngine engine;
    ScriptHost host{engine};
    QJSValue api; // of the prelude
    QJSValue compile;
    QJSValue newData;
    QJSValue json;
    QJSValue told;
    QJSValue read;
    QJSValue copyOfList;
    QJSValue pack;
    QJSValue unpack;
    Watchdog watchdog; // the last: its thread interrupts the engine
};

// Compiles a chart's scripts into functions of the session's variables.
class ScriptCompiler
{
public:
    ScriptCompiler(ScriptEngine::Parts &parts, Program &program)
        : m_parts(parts), m_program(program)
    {
    }

    void compile();

private:
    Program::Compiled compiled(ScriptIndex index);
    QJSValue function(const QString &check, const QString &body, Position at, QString *problem);
    QString scriptBody(const ScriptText &text, ScriptIndex index);
    void declare(ScriptIndex index, const QString &name, const QString &source);

    ScriptEngine::Parts &m_parts;
    Program &m_program;
};

// The name under which a function of the chart is stored.
QString declaredName(ScriptIndex script, const QString &function);

} // namespace tandem::scxml
