// SPDX-License-Identifier: GPL-3.0-or-later
// The same document in Qt SCXML, made by its compiler, so that no session parses anything.
#include "measured.h"

#include "strategy.h"

#include <QCoreApplication>
#include <QVariantMap>

#include <chrono>
#include <cstdlib>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using ReferenceClock = std::chrono::steady_clock;

namespace {

// Its queue is emptied by the event loop.
void settle() { QCoreApplication::processEvents(); }

void greet(QScxmlStateMachine &machine)
{
    machine.submitEvent(u"customer.known"_s, QVariantMap{{u"name"_s, u"Ada"_s}, {u"vip"_s, true}});
    settle();
}

void start(QScxmlStateMachine &machine)
{
    machine.start();
    settle();
}

double live()
{
    const auto began = ReferenceClock::now();
    bool isFinished = false;
    {
        MeasuredStrategy machine;
        QObject::connect(&machine, &QScxmlStateMachine::finished, [&] { isFinished = true; });
        start(machine);
        greet(machine);
        machine.submitEvent(u"agent.found"_s, QVariantMap{{u"name"_s, u"Kim"_s}, {u"level"_s, 5}});
        settle();
        machine.submitEvent(u"agent.done"_s);
        settle();
    }
    if (!isFinished)
        std::abort();
    return std::chrono::duration<double, std::micro>(ReferenceClock::now() - began).count();
}

} // namespace

Measured measureReference(int sessions)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i)
        (void)live();
    for (int i = 0; i < sessions; ++i)
        times.push_back(live());
    return percentilesOf(times.data(), sessions);
}

Live measureLiveReference(int sessions)
{
    Live measured;
    const auto before = residentBytes();
    std::vector<std::unique_ptr<MeasuredStrategy>> all;
    for (int i = 0; i < sessions; ++i) {
        all.push_back(std::make_unique<MeasuredStrategy>());
        start(*all.back());
    }
    const auto began = ReferenceClock::now();
    for (const auto &machine : all)
        greet(*machine);
    measured.eventMicroseconds =
        std::chrono::duration<double, std::micro>(ReferenceClock::now() - began).count() / sessions;
    measured.megabytes = (residentBytes() - before) / 1e6;
    return measured;
}
