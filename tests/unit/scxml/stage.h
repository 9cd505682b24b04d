// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/session.h"

#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace tandem::test {

// A platform that writes down what sessions do to the world, and sessions on it.
class Stage : public scxml::Platform
{
public:
    explicit Stage(const scxml::ScriptLimits &limits = {},
                   const scxml::SessionLimits &sessionLimits = {})
        : m_engine(limits), m_limits(sessionLimits)
    {
    }

    // The chart must be right; the findings are printed where it is not.
    scxml::ChartPointer chart(const QString &states, const QString &attributes = {});
    scxml::Session &session(const scxml::ChartPointer &chart, const QString &id = {});
    // Started, of a chart with these states.
    scxml::Session &started(const QString &states, const QString &attributes = {});
    // Takes the place of a session, as after a restart.
    scxml::Session &restored(scxml::Session &session);
    // All sessions and charts.
    void forget();

    // What has happened since the last call: logs as "label=text", "send event to target", ...
    QStringList taken() { return std::exchange(m_trace, {}); }
    const std::vector<scxml::CutOff> &cutOffs() const { return m_cutOffs; }
    const std::vector<scxml::Invocation> &invocations() const { return m_invocations; }
    const std::vector<scxml::Action> &actions() const { return m_actions; }
    const std::vector<scxml::Message> &messages() const { return m_messages; }
    scxml::ScriptEngine &engine() { return m_engine; }

    scxml::Delivery send(scxml::Session &from, const scxml::Message &message) override;
    void schedule(scxml::Session &session, std::uint32_t timer,
                  std::chrono::milliseconds delay) override;
    void unschedule(scxml::Session &session, std::uint32_t timer) override;
    scxml::Delivery start(scxml::Session &session, const scxml::Invocation &invocation) override;
    void stop(scxml::Session &session, const QString &invokeId) override;
    void forward(scxml::Session &session, const QString &invokeId,
                 const scxml::Event &event) override;
    std::expected<void, scxml::ActionProblem> act(scxml::Session &session,
                                                  const scxml::Action &action) override;
    void log(scxml::Session &session, const QString &label, const QString &text) override;
    void wasCutOff(scxml::Session &session, const scxml::CutOff &cutOff) override;
    void ended(scxml::Session &session, const QString &doneData) override;

private:
    scxml::ProgramPointer program(const scxml::ChartPointer &chart);

    scxml::ScriptEngine m_engine;
    const scxml::SessionLimits m_limits;
    std::map<const scxml::Chart *, scxml::ProgramPointer> m_programs;
    std::vector<std::unique_ptr<scxml::Session>> m_sessions;
    QStringList m_trace;
    std::vector<scxml::CutOff> m_cutOffs;
    std::vector<scxml::Invocation> m_invocations;
    std::vector<scxml::Action> m_actions;
    std::vector<scxml::Message> m_messages;
};

scxml::Event external(const QString &name, const QString &data = {});
QByteArray document(const QString &states, const QString &attributes = {});

} // namespace tandem::test
