// SPDX-License-Identifier: GPL-3.0-or-later
#include "measured.h"

#include "scxml/session.h"

#include <QFile>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace tandem::scxml;
using namespace Qt::StringLiterals;
using Clock = std::chrono::steady_clock;

namespace {

// Does nothing: what the owner does is not measured.
class Nowhere : public Platform
{
public:
    Delivery send(Session &, const Message &) override { return Delivery::Sent; }
    void schedule(Session &, std::uint32_t, std::chrono::milliseconds) override {}
    void unschedule(Session &, std::uint32_t) override {}
    Delivery start(Session &, const Invocation &) override { return Delivery::BadTarget; }
    void stop(Session &, const QString &) override {}
    void forward(Session &, const QString &, const Event &) override {}
    std::expected<void, ActionProblem> act(Session &, const Action &) override { return {}; }
    void log(Session &, const QString &, const QString &) override {}
    void wasCutOff(Session &, const CutOff &) override {}
    void ended(Session &, const QString &) override {}
};

class Setting
{
public:
    Setting()
    {
        QFile file(u":/measured/strategy.scxml"_s);
        if (!file.open(QIODevice::ReadOnly))
            std::abort();
        const auto chart = Chart::read(file.readAll());
        if (!chart)
            std::abort();
        m_program = m_engine.compile(*chart);
    }

    std::unique_ptr<Session> session()
    {
        return std::make_unique<Session>(m_engine, m_program, m_platform,
                                         QString::number(++m_count));
    }

private:
    ScriptEngine m_engine;
    ProgramPointer m_program;
    Nowhere m_platform;
    int m_count = 0;
};

Event event(const QString &name, const QString &data = {})
{
    return {name, Event::Type::External, {}, {}, {}, {}, data};
}

void greet(Session &session)
{
    session.deliver(event(u"customer.known"_s, u"{\"name\":\"Ada\",\"vip\":true}"_s));
}

void live(Session &session)
{
    session.start();
    greet(session);
    session.deliver(event(u"agent.found"_s, u"{\"name\":\"Kim\",\"level\":5}"_s));
    session.deliver(event(u"agent.done"_s));
    if (session.finalState() != u"closed"_s)
        std::abort();
}

double microseconds(Clock::duration time)
{
    return std::chrono::duration<double, std::micro>(time).count();
}

} // namespace

double residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').at(1).toDouble() * 4096;
}

Measured percentilesOf(double *times, int count)
{
    std::sort(times, times + count);
    return {times[count / 2], times[count * 99 / 100]};
}

Measured measureOwn(int sessions)
{
    Setting setting;
    std::vector<double> times;
    for (int i = 0; i < sessions + 1000; ++i) {
        const auto began = Clock::now();
        {
            const auto session = setting.session();
            live(*session);
        }
        if (i >= 1000)
            times.push_back(microseconds(Clock::now() - began));
    }
    return percentilesOf(times.data(), sessions);
}

Live measureLive(int sessions)
{
    Live measured;
    const auto before = residentBytes();
    Setting setting;
    std::vector<std::unique_ptr<Session>> all;
    for (int i = 0; i < sessions; ++i) {
        all.push_back(setting.session());
        all.back()->start();
    }
    const auto began = Clock::now();
    for (const auto &session : all)
        greet(*session);
    measured.eventMicroseconds = microseconds(Clock::now() - began) / sessions;
    measured.megabytes = (residentBytes() - before) / 1e6;
    return measured;
}
