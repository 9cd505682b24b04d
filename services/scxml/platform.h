// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/chart.h"
#include "scxml/event.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <cstdint>
#include <expected>
#include <utility>
#include <vector>

namespace tandem::scxml {

class Session;

inline constexpr QStringView scxmlEventProcessor =
    u"http://www.w3.org/TR/scxml/#SCXMLEventProcessor";

// What a <send> sends to somewhere else (SCXML 6.2).
struct Message
{
    QString type;   // scxmlEventProcessor, or one that the platform has
    QString target; // "#_parent", "#_scxml_SESSION", "#_INVOKEID", or what the type understands
    Event event;    // as the receiver gets it; what the type asks for beside may be added

    bool operator==(const Message &) const = default;
};

enum class Delivery {
    Sent,
    BadTarget,  // cannot be a target: error.execution
    Unreachable // error.communication
};

// An <invoke> that begins (SCXML 6.4).
struct Invocation
{
    QString id;
    QString type; // empty: SCXML
    QString src;
    ChartPointer chart; // what stood in <content>; null where nothing or something else did
    QString content;    // JSON: what <content expr="..."> gave
    std::vector<std::pair<QString, QString>> parameters; // name, JSON
};

// An element of a foreign namespace that is executed.
struct Action
{
    QString space;
    QString name;
    QJsonObject attributes; // texts, or what the expression gave
    QString data;           // JSON of <param>, namelist or <content>; null where there is none
    QString text;
    Position at;
};

struct ActionProblem
{
    QString event; // error.execution, error.communication or one of the owner's
    QString message;
};

// A script took too long. `variables` is what the session goes on with: given back to
// Session::expectCutOffs, a replay takes the same way.
struct CutOff
{
    std::uint64_t script = 0; // the scripts of a session are numbered as they run
    QString variables;

    bool operator==(const CutOff &) const = default;
};

// The owner of sessions: all that a session does to the world, and nothing else, goes through it.
// Its functions are called while the session runs, in the engine's thread; they may call
// Session::deliver (of any session), but must not destroy the session.
class Platform
{
public:
    virtual ~Platform() = default;

    // To somewhere else than the session itself.
    virtual Delivery send(Session &from, const Message &message) = 0;
    // Whether messages of another type than SCXML's may be sent.
    virtual bool hasEventProcessor(const QString &) const { return false; }
    // Session::fire(timer) after the delay, unless unschedule comes first.
    virtual void schedule(Session &session, std::uint32_t timer,
                          std::chrono::milliseconds delay) = 0;
    virtual void unschedule(Session &session, std::uint32_t timer) = 0;
    // The invoked service answers with events that carry the invocation's id, at last
    // "done.invoke.ID". An error leaves the invocation unstarted.
    virtual Delivery start(Session &session, const Invocation &invocation) = 0;
    virtual void stop(Session &session, const QString &invokeId) = 0;
    virtual void forward(Session &session, const QString &invokeId, const Event &event) = 0;
    virtual std::expected<void, ActionProblem> act(Session &session, const Action &action) = 0;
    // For those who watch: a transition (of Chart::transitions) is taken; an event of the session's
    // queues, an error among them, enabled no transition.
    virtual void took(Session &, int) {}
    virtual void unanswered(Session &, const Event &) {}
    virtual void log(Session &session, const QString &label, const QString &text) = 0;
    virtual void wasCutOff(Session &session, const CutOff &cutOff) = 0;
    // The last that a session does. JSON of the done data; null where there is none.
    virtual void ended(Session &session, const QString &doneData) = 0;
};

} // namespace tandem::scxml
