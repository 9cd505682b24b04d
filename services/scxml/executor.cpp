// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/executor.h"

#include "scxml/scripttext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

QJsonValue jsonValue(const QString &json)
{
    if (json.isNull())
        return {};
    return QJsonDocument::fromJson('[' + json.toUtf8() + ']').array().at(0);
}

} // namespace

bool Executor::run(const Block &block)
{
    return std::ranges::all_of(block, [this](const auto &one) { return step(one); });
}

bool Executor::failed(const QString &message, Position at)
{
    m_running.raiseError(u"error.execution"_s, message, at);
    return false;
}

bool Executor::step(const Step &step)
{
    if (const auto *raise = std::get_if<RaiseStep>(&step.what)) {
        m_running.raise({raise->event, Event::Type::Internal, {}, {}, {}, {}, {}});
        return true;
    }
    if (const auto *branches = std::get_if<IfStep>(&step.what))
        return runIf(*branches);
    if (const auto *loop = std::get_if<ForeachStep>(&step.what))
        return runForeach(*loop, step.at);
    if (const auto *log = std::get_if<LogStep>(&step.what))
        return runLog(*log);
    if (const auto *assign = std::get_if<AssignStep>(&step.what))
        return m_evaluator.run(assign->assignment);
    if (const auto *script = std::get_if<ScriptStep>(&step.what))
        return m_evaluator.run(script->script);
    if (const auto *send = std::get_if<SendStep>(&step.what))
        return Sender(m_running).run(*send, step.at);
    if (const auto *cancel = std::get_if<CancelStep>(&step.what))
        return runCancel(*cancel);
    return runAction(std::get<ActionStep>(step.what), step.at);
}

bool Executor::runIf(const IfStep &step)
{
    for (const auto &branch : step.branches) {
        if (m_evaluator.holds(branch.condition))
            return run(branch.block);
    }
    return true;
}

bool Executor::runForeach(const ForeachStep &step, Position at)
{
    if (!step.hasLegalNames)
        return failed(u"\"item\" or \"index\" is no name of a variable"_s, at);
    const auto list = m_evaluator.list(step.array);
    if (!list)
        return false;
    const auto length = list->property(u"length"_s).toUInt();
    if (length == 0 && !m_running.variables.hasProperty(step.item))
        m_running.variables.setProperty(step.item, QJSValue());
    for (quint32 i = 0; i < length; ++i) {
        m_running.variables.setProperty(step.item, list->property(i));
        if (!step.index.isEmpty())
            m_running.variables.setProperty(step.index, QJSValue(i));
        if (!run(step.block))
            return false;
    }
    return true;
}

bool Executor::runLog(const LogStep &step)
{
    const auto text = step.value == noScript ? QString() : m_evaluator.told(step.value);
    if (!text)
        return false;
    m_running.platform.log(m_running.session, step.label, *text);
    return true;
}

bool Executor::runCancel(const CancelStep &step)
{
    const auto id = m_evaluator.text(step.id);
    if (!id)
        return false;
    std::erase_if(m_running.pending, [&](const auto &pending) {
        if (pending.sendId != *id)
            return false;
        m_running.platform.unschedule(m_running.session, pending.timer);
        return true;
    });
    return true;
}

bool Executor::runAction(const ActionStep &step, Position at)
{
    Action action{step.space, step.name, {}, {}, step.text, at};
    for (const auto &[name, text] : step.attributes) {
        if (text.computed == noScript) {
            action.attributes.insert(name, text.literal);
            continue;
        }
        const auto json = m_evaluator.json(text.computed);
        if (!json)
            return false;
        action.attributes.insert(name, jsonValue(*json));
    }
    const auto data = m_evaluator.payload(step.payload);
    if (!data)
        return false;
    action.data = *data;
    const auto done = m_running.platform.act(m_running.session, action);
    if (!done)
        m_running.raiseError(done.error().event, done.error().message, at);
    return done.has_value();
}

void Executor::initialise(const State &state)
{
    for (const auto &item : state.data) {
        auto value = item.value == noScript ? QJSValue() : m_evaluator.value(item.value);
        m_running.variables.setProperty(item.id, value.value_or(QJSValue()));
    }
}

void Executor::initialiseRoot(const std::vector<std::pair<QString, QString>> &parameters)
{
    for (const auto &item : m_running.chart().state(0).data) {
        const auto given =
            std::ranges::find(parameters, item.id, &std::pair<QString, QString>::first);
        if (given != parameters.end()) {
            m_running.variables.setProperty(item.id, m_running.scripts.fromJson(given->second));
        } else if (item.value != noScript) {
            const auto value = m_evaluator.value(item.value);
            m_running.variables.setProperty(item.id, value.value_or(QJSValue()));
        }
    }
}

QString Executor::doneData(const State &state)
{
    if (!state.doneData)
        return {};
    return m_evaluator.payload(*state.doneData).value_or(QString());
}

namespace {

// A document that a variable held is the text to be run.
QString invokedContent(const QString &json)
{
    if (!json.contains(u"$xml"_s))
        return json;
    const auto xml = jsonValue(json)[u"$xml"_s];
    return xml.isString() ? quoted(xml.toString()) : json;
}

} // namespace

void Executor::invoke(StateIndex state)
{
    const auto count = static_cast<int>(m_running.chart().state(state).invokes.size());
    for (int i = 0; i < count; ++i)
        invoke(state, i);
}

void Executor::invoke(StateIndex state, int index)
{
    const auto &owner = m_running.chart().state(state);
    const auto &wanted = owner.invokes[static_cast<size_t>(index)];
    Invocation invocation;
    invocation.chart = wanted.chart;
    invocation.id =
        wanted.id.isSet() ? wanted.id.literal : u"%1.%2"_s.arg(owner.id).arg(++m_running.idCount);
    const auto type = m_evaluator.text(wanted.type);
    const auto src = type ? m_evaluator.text(wanted.src) : std::nullopt;
    const auto content = !src || wanted.payload.content == noScript
                             ? QString()
                             : m_evaluator.json(wanted.payload.content);
    auto parameters = src && content ? m_evaluator.parameters(wanted.payload) : std::nullopt;
    if (!parameters
        || (wanted.idLocation != noScript && !m_evaluator.store(wanted.idLocation, invocation.id)))
        return;
    invocation.type = *type;
    invocation.src = *src;
    invocation.content = invokedContent(*content);
    invocation.parameters = std::move(*parameters);
    m_running.invoked.push_back({state, index, invocation.id});
    const auto begun = m_running.platform.start(m_running.session, invocation);
    if (begun == Delivery::Sent)
        return;
    std::erase_if(m_running.invoked, [&](const auto &one) { return one.id == invocation.id; });
    m_running.raiseError(begun == Delivery::BadTarget ? u"error.execution"_s
                                                      : u"error.communication"_s,
                         u"\"%1\" cannot be invoked"_s.arg(invocation.src), wanted.at);
}

void Executor::stopInvoked(StateIndex state)
{
    std::vector<QString> ids;
    std::erase_if(m_running.invoked, [&](const auto &one) {
        if (one.state != state)
            return false;
        ids.push_back(one.id);
        return true;
    });
    for (const auto &id : ids)
        m_running.platform.stop(m_running.session, id);
}

void Executor::passToInvoked(const Event &event)
{
    const auto all = m_running.invoked; // finalize cannot change it, the platform might
    for (const auto &one : all) {
        const auto &invoke =
            m_running.chart().state(one.state).invokes[static_cast<size_t>(one.index)];
        if (one.id == event.invokeId && invoke.finalize) {
            if (invoke.finalize->empty())
                takeParameters(invoke, event);
            else
                run(*invoke.finalize);
        }
        if (invoke.forwardsAll)
            m_running.platform.forward(m_running.session, one.id, event);
    }
}

// An empty <finalize> puts the values that came back into the variables of the same names
// (SCXML 6.5.2).
void Executor::takeParameters(const Invoke &invoke, const Event &event)
{
    const auto values = m_running.scripts.fromJson(event.data);
    for (const auto &param : invoke.payload.params) {
        const auto &text = m_running.chart().scripts[static_cast<size_t>(param.value)].text;
        if (values.hasProperty(param.name) && m_running.variables.hasProperty(text))
            m_running.variables.setProperty(text, values.property(param.name));
    }
}

} // namespace tandem::scxml
