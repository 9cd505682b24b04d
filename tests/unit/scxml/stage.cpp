// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include <QTest>

#include <algorithm>

namespace tandem::test {

using namespace Qt::StringLiterals;
using namespace scxml;

Event external(const QString &name, const QString &data)
{
    return {name, Event::Type::External, {}, {}, {}, {}, data};
}

QByteArray document(const QString &states, const QString &attributes)
{
    return u"<scxml xmlns=\"%1\" xmlns:t=\"urn:test\" version=\"1.0\" %2>%3</scxml>"_s
        .arg(scxmlNamespace, attributes, states)
        .toUtf8();
}

ChartPointer Stage::chart(const QString &states, const QString &attributes)
{
    auto chart = Chart::read(document(states, attributes));
    if (!chart)
        qFatal("%s", qPrintable(textOf(chart.error())));
    return *chart;
}

ProgramPointer Stage::program(const ChartPointer &chart)
{
    auto &program = m_programs[chart.get()];
    if (!program)
        program = m_engine.compile(chart);
    return program;
}

Session &Stage::session(const ChartPointer &chart, const QString &id)
{
    m_sessions.push_back(std::make_unique<Session>(
        m_engine, program(chart), *this, id.isEmpty() ? u"s%1"_s.arg(m_sessions.size() + 1) : id,
        m_limits));
    return *m_sessions.back();
}

Session &Stage::started(const QString &states, const QString &attributes)
{
    auto &made = session(chart(states, attributes));
    made.start();
    return made;
}

Session &Stage::restored(Session &session)
{
    const auto stored = session.stored();
    if (!stored)
        qFatal("%s", stored.error().message.c_str());
    const auto own =
        std::ranges::find_if(m_sessions, [&](const auto &one) { return one.get() == &session; });
    const auto used = m_programs.at(&session.chart());
    auto restored = Session::restored(m_engine, used, *this, *stored, m_limits);
    if (!restored)
        qFatal("%s", restored.error().message.c_str());
    *own = std::move(*restored);
    return **own;
}

void Stage::forget()
{
    m_sessions.clear();
    m_programs.clear();
    m_trace.clear();
    m_cutOffs.clear();
    m_invocations.clear();
    m_actions.clear();
    m_messages.clear();
}

Delivery Stage::send(Session &, const Message &message)
{
    m_messages.push_back(message);
    m_trace += u"send %1 to %2"_s.arg(message.event.name, message.target);
    if (!message.target.startsWith(u"#_"_s))
        return Delivery::BadTarget;
    return message.target == u"#_lost"_s ? Delivery::Unreachable : Delivery::Sent;
}

void Stage::schedule(Session &, std::uint32_t timer, std::chrono::milliseconds delay)
{
    m_trace += u"schedule %1 in %2"_s.arg(timer).arg(delay.count());
}

void Stage::unschedule(Session &, std::uint32_t timer) { m_trace += u"unschedule %1"_s.arg(timer); }

Delivery Stage::start(Session &, const Invocation &invocation)
{
    m_invocations.push_back(invocation);
    m_trace += u"invoke %1"_s.arg(invocation.id);
    return invocation.src == u"missing"_s ? Delivery::Unreachable : Delivery::Sent;
}

void Stage::stop(Session &, const QString &invokeId) { m_trace += u"stop "_s + invokeId; }

void Stage::forward(Session &, const QString &invokeId, const Event &event)
{
    m_trace += u"forward %1 to %2"_s.arg(event.name, invokeId);
}

std::expected<void, ActionProblem> Stage::act(Session &, const Action &action)
{
    m_actions.push_back(action);
    m_trace += u"act "_s + action.name;
    if (action.name == u"refuse"_s)
        return std::unexpected(ActionProblem{u"error.refused"_s, u"no"_s});
    return {};
}

void Stage::log(Session &, const QString &label, const QString &text)
{
    m_trace += label.isEmpty() ? text : label + u'=' + text;
}

void Stage::wasCutOff(Session &, const CutOff &cutOff)
{
    m_cutOffs.push_back(cutOff);
    m_trace += u"cut off %1"_s.arg(cutOff.script);
}

void Stage::ended(Session &, const QString &doneData)
{
    m_trace += doneData.isNull() ? u"ended"_s : u"ended "_s + doneData;
}

} // namespace tandem::test
