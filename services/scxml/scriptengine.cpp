// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/scriptengine.h"

#include "scxml/scriptparts.h"

#include <QFile>
#include <QLoggingCategory>

#include <stdexcept>

static void usePreludeResource() { Q_INIT_RESOURCE(scxmlprelude); }

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

// In the order in which they need each other.
constexpr const char *preludeParts[] = {
    "remove",      "texts",    "longtexts", "arrays", "lists",  "replacing",
    "repetitions", "patterns", "jsoncopy",  "json",   "dom",    "pack",
    "packed",      "unpack",   "unpacked",  "calls",  "freeze",
};

QJSValue limitsFor(QJSEngine &engine, const ScriptLimits &limits)
{
    auto object = engine.newObject();
    object.setProperty(u"text"_s, limits.textLength);
    object.setProperty(u"items"_s, limits.items);
    object.setProperty(u"pattern"_s, limits.patternLength);
    object.setProperty(u"objects"_s, limits.storedObjects);
    return object;
}

QLoggingCategory::CategoryFilter filterBefore = nullptr;

// Its compiler remarks on documents' scripts, to standard error and without saying which.
void filterRemarks(QLoggingCategory *category)
{
    if (filterBefore)
        filterBefore(category);
    if (QByteArray(category->categoryName()) == "qt.qml.compiler")
        category->setEnabled(QtWarningMsg, false);
}

void quietCompiler()
{
    static const bool isDone = [] {
        filterBefore = QLoggingCategory::installFilter(filterRemarks);
        return true;
    }();
    Q_UNUSED(isDone)
}

void runPart(QJSEngine &engine, const QString &name, const QJSValueList &arguments)
{
    QFile file(u":/scxml/prelude/%1.js"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        throw std::logic_error("a part of the prelude is missing");
    const auto part = engine.evaluate(QString::fromUtf8(file.readAll()), name);
    const auto result = part.isError() ? part : part.call(arguments);
    if (result.isError()) {
        throw std::logic_error(u"%1.js:%2: %3"_s.arg(name)
                                   .arg(result.property(u"lineNumber"_s).toInt())
                                   .arg(result.toString())
                                   .toStdString());
    }
}

} // namespace

ScriptEngine::Parts::Parts(const ScriptLimits &limits)
    : api(engine.newObject()), watchdog(limits.budget, [this] { engine.setInterrupted(true); })
{
    usePreludeResource();
    quietCompiler();
    QJSEngine::setObjectOwnership(&host, QJSEngine::CppOwnership);
    const auto shown = engine.newQObject(&host);
    api.setProperty(u"limits"_s, limitsFor(engine, limits));
    for (const auto *name : preludeParts)
        runPart(engine, QString::fromLatin1(name), {api, engine.globalObject(), shown});
    compile = api.property(u"compile"_s);
    newData = api.property(u"newData"_s);
    json = api.property(u"json"_s);
    told = api.property(u"told"_s);
    read = api.property(u"dataOf"_s);
    copyOfList = api.property(u"copyOfList"_s);
    pack = api.property(u"pack"_s);
    unpack = api.property(u"unpack"_s);
    host.setMakers(api.property(u"event"_s), api.property(u"ioProcessors"_s));
}

ScriptEngine::ScriptEngine(const ScriptLimits &limits) : m_parts(std::make_unique<Parts>(limits)) {}

ScriptEngine::~ScriptEngine() = default;

ProgramPointer ScriptEngine::compile(ChartPointer chart)
{
    auto program = std::make_shared<Program>();
    program->m_chart = std::move(chart);
    ScriptCompiler(*m_parts, *program).compile();
    return program;
}

QJSValue ScriptEngine::newData(const Program &program)
{
    return m_parts->newData.call({program.m_dataIds});
}

Outcome ScriptEngine::call(const QJSValue &function, const QJSValueList &arguments,
                           ScriptSession &session)
{
    auto *before = m_parts->host.enter(&session);
    m_parts->watchdog.begin();
    Outcome outcome;
    outcome.value = function.call(arguments);
    const bool isInterrupted = m_parts->watchdog.end();
    if (isInterrupted)
        m_parts->engine.setInterrupted(false);
    m_parts->host.enter(before);
    if (!outcome.value.isError())
        return outcome;
    const auto marked = outcome.value.property(u"told"_s);
    if (marked.isString()) {
        outcome.kind = Outcome::Kind::Failed;
        outcome.problem = marked.toString();
    } else if (isInterrupted) {
        outcome.kind = Outcome::Kind::CutOff;
        outcome.problem = u"the script took too long and was cut off"_s;
    }
    return outcome;
}

Outcome ScriptEngine::run(const Program &program, ScriptIndex script, ScriptSession &session)
{
    const auto &compiled = program.m_compiled[static_cast<size_t>(script)];
    if (!compiled.problem.isNull())
        return {Outcome::Kind::Failed, {}, compiled.problem};
    return call(compiled.function, {session.data()}, session);
}

Outcome ScriptEngine::store(const Program &program, ScriptIndex location, const QJSValue &value,
                            ScriptSession &session)
{
    const auto &compiled = program.m_compiled[static_cast<size_t>(location)];
    if (!compiled.problem.isNull())
        return {Outcome::Kind::Failed, {}, compiled.problem};
    return call(compiled.function, {session.data(), value}, session);
}

QJSValue ScriptEngine::text(const QString &text) { return QJSValue(text); }

QJSValue ScriptEngine::fromJson(const QString &json)
{
    return json.isNull() ? QJSValue() : m_parts->read.call({json, holdsXml(json)});
}

Outcome ScriptEngine::toJson(const QJSValue &value, ScriptSession &session, QString &json)
{
    json = QString();
    if (value.isUndefined())
        return {};
    auto outcome = failing(call(m_parts->json, {value}, session));
    if (outcome.isDone() && outcome.value.isString())
        json = outcome.value.toString();
    return outcome;
}

// Parts of the prelude do not mark what they throw: with them an error is no value.
Outcome ScriptEngine::failing(Outcome outcome)
{
    if (outcome.isDone() && outcome.value.isError()) {
        outcome.kind = Outcome::Kind::Failed;
        outcome.problem = outcome.value.toString();
    }
    return outcome;
}

Outcome ScriptEngine::told(const QJSValue &value, ScriptSession &session, QString &text)
{
    auto outcome = failing(call(m_parts->told, {value}, session));
    if (outcome.isDone())
        text = outcome.value.toString();
    return outcome;
}

Outcome ScriptEngine::copyOfList(const QJSValue &value, ScriptSession &session)
{
    return failing(call(m_parts->copyOfList, {value}, session));
}

Outcome ScriptEngine::pack(ScriptSession &session, Exactness exactness, QString &packed)
{
    auto outcome =
        failing({Outcome::Kind::Done,
                 m_parts->pack.call({session.data(), session.eventObject(),
                                     session.ioProcessorsObject(), exactness == Exactness::Loose}),
                 {}});
    if (outcome.isDone())
        packed = outcome.value.toString();
    return outcome;
}

Outcome ScriptEngine::unpack(const Program &program, ScriptSession &session, const QString &packed)
{
    auto declared = m_parts->engine.newObject();
    for (const auto &one : program.m_declared) {
        const auto made = call(one.function, {session.data()}, session);
        declared.setProperty(one.name, made.value);
    }
    auto *before = m_parts->host.enter(&session);
    auto outcome = failing(
        {Outcome::Kind::Done, m_parts->unpack.call({session.data(), packed, declared}), {}});
    m_parts->host.enter(before);
    return outcome;
}

void ScriptEngine::collectGarbage() { m_parts->engine.collectGarbage(); }

} // namespace tandem::scxml
