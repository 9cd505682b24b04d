// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/chart.h"
#include "scxml/event.h"

#include <QJSValue>

#include <chrono>
#include <memory>
#include <vector>

namespace tandem::scxml {

class ScriptEngine;
class ScriptHost;

// What one script may take. Texts, lists and patterns are refused beyond their limits with a
// RangeError that the script can catch; time is not: what runs longer is cut off.
struct ScriptLimits
{
    std::chrono::milliseconds budget{50}; // of processor time
    int textLength = 1'000'000;
    int items = 100'000;
    int patternLength = 1'000;
    int storedObjects = 2'000; // that the data of one session may hold when it is stored
};

// A chart's ECMAScript, compiled for one engine and shared by all sessions of the chart there. Must
// be gone before the engine is. Only in the engine's thread.
class Program
{
public:
    const Chart &chart() const { return *m_chart; }
    const ChartPointer &chartPointer() const { return m_chart; }
    // What does not compile. At run time it raises error.execution (SCXML 5.9).
    const Findings &findings() const { return m_findings; }

private:
    friend class ScriptEngine;
    friend class ScriptCompiler;

    struct Compiled
    {
        QJSValue function; // undefined where it does not compile
        QString problem;
    };
    struct Declared
    {
        QString name; // as stored
        QJSValue function;
    };

    ChartPointer m_chart;
    std::vector<Compiled> m_compiled; // for each of Chart::scripts
    std::vector<Declared> m_declared;
    QJSValue m_dataIds;
    Findings m_findings;
};

using ProgramPointer = std::shared_ptr<const Program>;

// What scripts see of the session for which they run (SCXML 5.10 and B.2).
class ScriptSession
{
public:
    virtual ~ScriptSession() = default;

    virtual const Event *event() const = 0; // null before the first
    virtual QString sessionId() const = 0;
    virtual QString sessionName() const = 0;
    virtual bool isActive(const QString &stateId) const = 0;
    // Its variables, of newData().
    virtual QJSValue &data() = 0;
    // `_event` and `_ioprocessors` as scripts see them, made when one asks; undefined until then.
    virtual QJSValue &eventObject() = 0;
    virtual QJSValue &ioProcessorsObject() = 0;
};

struct Outcome
{
    enum class Kind { Done, Failed, CutOff };
    Kind kind = Kind::Done;
    QJSValue value;
    QString problem;

    bool isDone() const { return kind == Kind::Done; }
};

// The ECMAScript data model (SCXML B.2) for many sessions: one QJSEngine whose built-ins are frozen
// and bounded, and a scope object for each session. Everything is deterministic but the time that
// a script takes. Made and used in one thread; needs a QCoreApplication.
class ScriptEngine
{
public:
    explicit ScriptEngine(const ScriptLimits &limits = {});
    ~ScriptEngine();
    ScriptEngine(const ScriptEngine &) = delete;
    ScriptEngine &operator=(const ScriptEngine &) = delete;

    ProgramPointer compile(ChartPointer chart);

    QJSValue newData(const Program &program);
    Outcome run(const Program &program, ScriptIndex script, ScriptSession &session);
    // Puts the value where a script of kind Location says.
    Outcome store(const Program &program, ScriptIndex location, const QJSValue &value,
                  ScriptSession &session);

    QJSValue text(const QString &text);
    QJSValue fromJson(const QString &json);
    // JSON; a null text where the value is undefined or a function.
    Outcome toJson(const QJSValue &value, ScriptSession &session, QString &json);
    // As a person reads it.
    Outcome told(const QJSValue &value, ScriptSession &session, QString &text);
    // A list of the same items; undefined where it is no list.
    Outcome copyOfList(const QJSValue &value, ScriptSession &session);

    // All variables, exactly; or, loosely, without those that cannot be stored.
    enum class Exactness { Exact, Loose };
    Outcome pack(ScriptSession &session, Exactness exactness, QString &packed);
    // Into variables of newData().
    Outcome unpack(const Program &program, ScriptSession &session, const QString &packed);

    void collectGarbage();

private:
    friend class ScriptCompiler;

    static Outcome failing(Outcome outcome);
    Outcome call(const QJSValue &function, const QJSValueList &arguments, ScriptSession &session);

    struct Parts;
    const std::unique_ptr<Parts> m_parts;
};

} // namespace tandem::scxml
