// SPDX-License-Identifier: GPL-3.0-or-later
// Simulated days beside what queueing theory says of them: Poisson arrivals, exponential handling,
// agents with one chat at a time, endless patience, which is Erlang's second formula (M/M/c).
#include "days.h"

#include <QTest>

#include <cmath>

using namespace tandem;

namespace {

constexpr double daySeconds = 86'400;
constexpr double thresholdSeconds = 20;

struct Theory
{
    double waits = 0;       // the chance to wait at all
    double averageWait = 0; // seconds, of everybody
    double serviceLevel = 0;
};

// load: arrivals a handling time. By the recursion of Erlang's first formula.
Theory erlangC(int agents, double load, double handling)
{
    double blocked = 1;
    for (int i = 1; i <= agents; ++i)
        blocked = load * blocked / (i + load * blocked);
    Theory theory;
    theory.waits = blocked / (1 - load / agents * (1 - blocked));
    theory.averageWait = theory.waits * handling / (agents - load);
    theory.serviceLevel =
        1 - theory.waits * std::exp(-(agents - load) * thresholdSeconds / handling);
    return theory;
}

struct Seen
{
    double averageWait = 0;
    double serviceLevel = 0;
    double occupancy = 0;
};

// The mean of several days, each with its own seed.
Seen meanOf(Days days, int count)
{
    Seen seen;
    for (int i = 0; i < count; ++i) {
        days.settings.seed = static_cast<std::uint64_t>(i + 1);
        const auto day = days.with({});
        seen.averageWait += double(day.all.averageWait().value().count()) / 1000 / count;
        seen.serviceLevel += day.all.serviceLevel().value() / count;
        seen.occupancy += day.occupancy.value() / count;
    }
    return seen;
}

bool agrees(double seen, double theory, double share)
{
    return std::abs(seen - theory) <= share * theory;
}

} // namespace

class TestErlang : public QObject
{
    Q_OBJECT

private slots:
    void waitsAndServiceLevelAreErlangs()
    {
        constexpr int agents = 20;
        constexpr int chats = 7'200;
        constexpr int handling = 200;
        const double load = chats * handling / daySeconds; // 16.7 of 20
        const auto theory = erlangC(agents, load, handling);
        const auto seen = meanOf(Days::ofTheory(agents, chats, handling), 6);
        qInfo("average wait %.2f s, theory %.2f; service level %.4f, theory %.4f; occupancy %.4f, "
              "theory %.4f",
              seen.averageWait, theory.averageWait, seen.serviceLevel, theory.serviceLevel,
              seen.occupancy, load / agents);
        QVERIFY(agrees(seen.averageWait, theory.averageWait, 0.06));
        QVERIFY(agrees(seen.serviceLevel, theory.serviceLevel, 0.02));
    }

    // The control: what is not the same company does not agree.
    void halfTheAgentsAreNotErlangsWithAll()
    {
        constexpr int agents = 20;
        constexpr int chats = 3'000;
        constexpr int handling = 200;
        const auto theory = erlangC(agents, chats * handling / daySeconds, handling);
        const auto seen = meanOf(Days::ofTheory(agents / 2, chats, handling), 1);
        QVERIFY(!agrees(seen.averageWait, theory.averageWait, 0.06));
        QVERIFY(!agrees(seen.serviceLevel, theory.serviceLevel, 0.02));
    }
};

QTEST_GUILESS_MAIN(TestErlang)
#include "tst_erlang.moc"
