// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/session.h"

#include <chrono>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace tandem::scxml {

// A platform by itself, with time that passes only when nothing else is to be done: sessions,
// their timers, the sessions that they invoke. For the conformance program and for tests; it owns
// its sessions.
class VirtualPlatform : public Platform
{
public:
    using Milliseconds = std::chrono::milliseconds;
    // Gives the document that <invoke src> names.
    VirtualPlatform(ScriptEngine &scripts, Loader loader);
    ~VirtualPlatform() override;

    // Starts with runUntil().
    Session *add(const ChartPointer &chart);
    // Lets sessions work and time pass until all have ended, nothing can come any more, or the
    // virtual time is over.
    void runUntil(Milliseconds end);
    Milliseconds now() const { return m_now; }

    std::function<void(const QString &label, const QString &text)> onLog;

    Delivery send(Session &from, const Message &message) override;
    void schedule(Session &session, std::uint32_t timer, Milliseconds delay) override;
    void unschedule(Session &session, std::uint32_t timer) override;
    Delivery start(Session &session, const Invocation &invocation) override;
    void stop(Session &session, const QString &invokeId) override;
    void forward(Session &session, const QString &invokeId, const Event &event) override;
    std::expected<void, ActionProblem> act(Session &session, const Action &action) override;
    void log(Session &session, const QString &label, const QString &text) override;
    void wasCutOff(Session &session, const CutOff &cutOff) override;
    void ended(Session &session, const QString &doneData) override;

private:
    struct Member
    {
        std::unique_ptr<Session> session;
        Session *parent = nullptr;
        QString invokeId;
        std::vector<std::pair<QString, QString>> parameters;
        bool isStarted = false;
        bool isSilent = false; // cancelled: its parent hears nothing of it any more
    };

    Member *member(const Session &session);
    Member *invoked(const Session &parent, const QString &invokeId);
    Member *byId(const QString &sessionId);
    ChartPointer chartOf(const Invocation &invocation) const;
    Session *add(const ChartPointer &chart, Member member);
    void post(Session &to, Event event);
    bool work();

    ScriptEngine &m_scripts;
    const Loader m_loader;
    std::vector<std::unique_ptr<Member>> m_members;
    std::deque<std::pair<Session *, Event>> m_posted;
    std::map<std::pair<Milliseconds, std::uint64_t>, std::pair<Session *, std::uint32_t>> m_timers;
    std::uint64_t m_order = 0;
    Milliseconds m_now{0};
};

} // namespace tandem::scxml
