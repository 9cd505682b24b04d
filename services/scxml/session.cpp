// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/session.h"

#include "scxml/interpreter.h"

#include <algorithm>

namespace tandem::scxml {

namespace {

// The platform may deliver to the session that calls it; the event waits in its queue then.
class Inside
{
public:
    explicit Inside(Running &running) : m_running(running) { m_running.isInside = true; }
    ~Inside() { m_running.isInside = false; }
    Inside(const Inside &) = delete;
    Inside &operator=(const Inside &) = delete;

private:
    Running &m_running;
};

} // namespace

Session::Session(ScriptEngine &scripts, ProgramPointer program, Platform &platform, QString id,
                 const SessionLimits &limits)
    : m_running(std::make_unique<Running>(*this, scripts, std::move(program), platform,
                                          std::move(id), limits))
{
}

Session::~Session() = default;

void Session::start(const std::vector<std::pair<QString, QString>> &parameters)
{
    if (m_running->isStarted)
        return;
    m_running->isStarted = true;
    m_running->variables = m_running->scripts.newData(*m_running->program);
    const Inside inside(*m_running);
    Interpreter interpreter(*m_running);
    interpreter.enterInitial(parameters);
    interpreter.mainEventLoop();
}

void Session::deliver(Event event)
{
    if (isFinished())
        return;
    m_running->external.push_back(std::move(event));
    run();
}

void Session::fire(std::uint32_t timer)
{
    const auto found = std::ranges::find(m_running->pending, timer, &Running::Pending::timer);
    if (isFinished() || found == m_running->pending.end())
        return;
    const auto message = std::move(found->message);
    m_running->pending.erase(found);
    (void)Sender(*m_running).deliver(message, {});
    run();
}

void Session::run()
{
    if (m_running->isInside || !m_running->isActiveNow)
        return;
    const Inside inside(*m_running);
    Interpreter(*m_running).mainEventLoop();
}

bool Session::hasWork() const
{
    return m_running->isActiveNow && (!m_running->external.empty() || !m_running->internal.empty());
}

void Session::cancel()
{
    const bool wasActive = std::exchange(m_running->isActiveNow, false);
    if (!wasActive || m_running->isInside)
        return;
    const Inside inside(*m_running);
    Interpreter(*m_running).exitInterpreter();
}

const QString &Session::id() const { return m_running->id; }

const Chart &Session::chart() const { return m_running->chart(); }

bool Session::isFinished() const { return m_running->isFinished; }

const QString &Session::failure() const { return m_running->failure; }

const QString &Session::finalState() const { return m_running->finalState; }

QStringList Session::configuration() const
{
    QStringList ids;
    for (const auto state : m_running->configuration)
        ids += chart().state(state).id;
    return ids;
}

bool Session::isActive(const QString &stateId) const { return m_running->isActive(stateId); }

std::uint64_t Session::scriptCount() const { return m_running->scriptCount; }

std::vector<std::uint32_t> Session::timers() const
{
    std::vector<std::uint32_t> timers;
    for (const auto &pending : m_running->pending)
        timers.push_back(pending.timer);
    return timers;
}

QStringList Session::invocations() const
{
    QStringList ids;
    for (const auto &one : m_running->invoked)
        ids += one.id;
    return ids;
}

void Session::expectCutOffs(std::vector<CutOff> cutOffs)
{
    m_running->expected = std::move(cutOffs);
}

} // namespace tandem::scxml
