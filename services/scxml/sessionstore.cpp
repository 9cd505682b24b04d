// SPDX-License-Identifier: GPL-3.0-or-later
// A session as JSON and back.
#include "scxml/running.h"

#include <QJsonArray>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

constexpr int storedForm = 1;

QJsonValue textOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

// Texts that are there but empty stay so: null and empty are different events.
QString textOf(const QJsonValue &value)
{
    if (!value.isString())
        return {};
    const auto text = value.toString();
    return text.isNull() ? u""_s : text;
}

QJsonArray ofEvent(const Event &event)
{
    return {event.name,
            static_cast<int>(event.type),
            textOrNull(event.sendId),
            textOrNull(event.origin),
            textOrNull(event.originType),
            textOrNull(event.invokeId),
            textOrNull(event.data)};
}

Event eventOf(const QJsonValue &value)
{
    const auto fields = value.toArray();
    return {textOf(fields[0]), static_cast<Event::Type>(fields[1].toInt()),
            textOf(fields[2]), textOf(fields[3]),
            textOf(fields[4]), textOf(fields[5]),
            textOf(fields[6])};
}

QJsonArray ofEvents(const std::vector<Event> &events)
{
    QJsonArray array;
    for (const auto &event : events)
        array.append(ofEvent(event));
    return array;
}

std::vector<Event> eventsOf(const QJsonValue &value)
{
    std::vector<Event> events;
    const auto array = value.toArray();
    for (const auto &one : array)
        events.push_back(eventOf(one));
    return events;
}

class Writing
{
public:
    explicit Writing(const Running &running) : m_running(running) {}

    QJsonObject write(const QString &packed) const
    {
        QJsonObject stored{{u"form"_s, storedForm},
                           {u"id"_s, m_running.id},
                           {u"isStarted"_s, m_running.isStarted},
                           {u"isActive"_s, m_running.isActiveNow},
                           {u"isFinished"_s, m_running.isFinished},
                           {u"failure"_s, textOrNull(m_running.failure)},
                           {u"finalState"_s, textOrNull(m_running.finalState)},
                           {u"configuration"_s, names(m_running.configuration)},
                           {u"bound"_s, names(m_running.bound)},
                           {u"toInvoke"_s, names(m_running.toInvoke)},
                           {u"data"_s, packed},
                           {u"internal"_s, ofEvents(m_running.internal)},
                           {u"external"_s, ofEvents(m_running.external)},
                           {u"scripts"_s, QString::number(m_running.scriptCount)},
                           {u"timers"_s, qint64(m_running.timerCount)},
                           {u"ids"_s, qint64(m_running.idCount)}};
        if (m_running.current)
            stored.insert(u"event"_s, ofEvent(*m_running.current));
        stored.insert(u"history"_s, history());
        stored.insert(u"pending"_s, pending());
        stored.insert(u"invoked"_s, invoked());
        return stored;
    }

private:
    QString name(StateIndex state) const { return m_running.chart().state(state).id; }

    QJsonArray names(const StateSet &states) const
    {
        QJsonArray array;
        for (const auto state : states)
            array.append(name(state));
        return array;
    }

    QJsonObject history() const
    {
        QJsonObject object;
        for (const auto &[state, kept] : m_running.history)
            object.insert(name(state), names(kept));
        return object;
    }

    QJsonArray pending() const
    {
        QJsonArray array;
        for (const auto &one : m_running.pending) {
            array.append(QJsonArray{qint64(one.timer), textOrNull(one.sendId), one.message.type,
                                    textOrNull(one.message.target), ofEvent(one.message.event)});
        }
        return array;
    }

    QJsonArray invoked() const
    {
        QJsonArray array;
        for (const auto &one : m_running.invoked)
            array.append(QJsonArray{name(one.state), one.index, one.id});
        return array;
    }

    const Running &m_running;
};

class Restoring
{
public:
    Restoring(Running &running, const QJsonObject &stored) : m_running(running), m_stored(stored) {}

    Result<void> read()
    {
        m_running.isStarted = m_stored[u"isStarted"].toBool();
        m_running.isActiveNow = m_stored[u"isActive"].toBool();
        m_running.isFinished = m_stored[u"isFinished"].toBool();
        m_running.failure = textOf(m_stored[u"failure"]);
        m_running.finalState = textOf(m_stored[u"finalState"]);
        m_running.configuration = states(m_stored[u"configuration"]);
        m_running.bound = states(m_stored[u"bound"]);
        m_running.toInvoke = states(m_stored[u"toInvoke"]);
        m_running.internal = eventsOf(m_stored[u"internal"]);
        m_running.external = eventsOf(m_stored[u"external"]);
        m_running.scriptCount = m_stored[u"scripts"].toString().toULongLong();
        m_running.timerCount = static_cast<std::uint32_t>(m_stored[u"timers"].toInteger());
        m_running.idCount = static_cast<std::uint32_t>(m_stored[u"ids"].toInteger());
        if (m_stored.contains(u"event"))
            m_running.current = eventOf(m_stored[u"event"]);
        const auto history = m_stored[u"history"].toObject();
        for (auto kept = history.begin(); kept != history.end(); ++kept)
            m_running.history[state(kept.key())] = states(kept.value());
        readPending();
        readInvoked();
        if (!m_unknown.isNull())
            return failure(Reason::InvalidParams,
                           "The chart has no state \"" + m_unknown.toStdString()
                               + "\": restore the session with the version it began with.");
        return {};
    }

private:
    StateIndex state(const QString &id)
    {
        const auto found = m_running.chart().stateById.constFind(id);
        if (found != m_running.chart().stateById.constEnd())
            return *found;
        m_unknown = id.isNull() ? u""_s : id;
        return 0;
    }

    StateSet states(const QJsonValue &value)
    {
        StateSet set;
        const auto ids = value.toArray();
        for (const auto &id : ids)
            insert(set, state(id.toString()));
        return set;
    }

    void readPending()
    {
        const auto all = m_stored[u"pending"].toArray();
        for (const auto &one : all) {
            const auto fields = one.toArray();
            m_running.pending.push_back(
                {static_cast<std::uint32_t>(fields[0].toInteger()),
                 textOf(fields[1]),
                 {textOf(fields[2]), textOf(fields[3]), eventOf(fields[4])}});
        }
    }

    void readInvoked()
    {
        const auto all = m_stored[u"invoked"].toArray();
        for (const auto &one : all) {
            const auto fields = one.toArray();
            const auto owner = state(fields[0].toString());
            const auto count = m_running.chart().state(owner).invokes.size();
            if (fields[1].toInt() < 0 || static_cast<size_t>(fields[1].toInt()) >= count)
                m_unknown = fields[0].toString();
            else
                m_running.invoked.push_back({owner, fields[1].toInt(), textOf(fields[2])});
        }
    }

    Running &m_running;
    const QJsonObject &m_stored;
    QString m_unknown;
};

} // namespace

Result<QJsonObject> Session::stored() const
{
    QString packed = u"[]"_s;
    if (m_running->isStarted && !m_running->isFinished) {
        const auto outcome =
            m_running->scripts.pack(*m_running, ScriptEngine::Exactness::Exact, packed);
        if (!outcome.isDone())
            return tandem::failure(Reason::WrongState,
                                   "The data cannot be stored: " + outcome.problem.toStdString());
    }
    return Writing(*m_running).write(packed);
}

Result<std::unique_ptr<Session>> Session::restored(ScriptEngine &scripts, ProgramPointer program,
                                                   Platform &platform, const QJsonObject &stored,
                                                   const SessionLimits &limits)
{
    if (stored[u"form"].toInt() != storedForm)
        return tandem::failure(Reason::InvalidParams, "This is no stored session of this version.");
    auto session = std::make_unique<Session>(scripts, std::move(program), platform,
                                             stored[u"id"].toString(), limits);
    auto &running = *session->m_running;
    if (auto read = Restoring(running, stored).read(); !read)
        return std::unexpected(read.error());
    if (running.isStarted && !running.isFinished) {
        running.variables = scripts.newData(*running.program);
        const auto outcome = scripts.unpack(*running.program, running, stored[u"data"].toString());
        if (!outcome.isDone())
            return tandem::failure(Reason::InvalidParams, "The stored data does not fit the chart: "
                                                              + outcome.problem.toStdString());
    }
    return session;
}

} // namespace tandem::scxml
