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

// The means of several days, each with its own seed. Theory is asked of the handling times as they
// were drawn: what chance made of their mean would be most of what differs.
struct Compared
{
    Theory theory;
    double averageWait = 0;
    double serviceLevel = 0;
    double occupancy = 0;
    double load = 0; // of an agent
};

Compared compared(Days days, int count, int agentsOfTheory)
{
    Compared mean;
    for (int i = 0; i < count; ++i) {
        days.settings.seed = static_cast<std::uint64_t>(i + 1);
        const auto day = days.with({});
        const double handling = double(day.averageHandling.value().count()) / 1000;
        const double load = days.settings.chats * handling / daySeconds;
        const auto theory = erlangC(agentsOfTheory, load, handling);
        mean.theory.averageWait += theory.averageWait / count;
        mean.theory.serviceLevel += theory.serviceLevel / count;
        mean.averageWait += double(day.all.averageWait().value().count()) / 1000 / count;
        mean.serviceLevel += day.all.serviceLevel().value() / count;
        mean.occupancy += day.occupancy.value() / count;
        mean.load += load / agentsOfTheory / count;
    }
    return mean;
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
    // Of a longer queue fewer days are independent: what chance may do is a larger share.
    void waitsAndServiceLevelAreErlangs_data()
    {
        QTest::addColumn<int>("agents");
        QTest::addColumn<int>("chats");
        QTest::addColumn<int>("handling");
        QTest::addColumn<int>("days");
        QTest::addColumn<double>("most");
        QTest::newRow("two agents, half busy") << 2 << 4'320 << 20 << 16 << 0.04;
        QTest::newRow("twenty agents, 83 % busy") << 20 << 7'200 << 200 << 8 << 0.06;
    }

    void waitsAndServiceLevelAreErlangs()
    {
        QFETCH(int, agents);
        QFETCH(int, chats);
        QFETCH(int, handling);
        QFETCH(int, days);
        QFETCH(double, most);
        const auto seen = compared(Days::ofTheory(agents, chats, handling), days, agents);
        qInfo("average wait %.2f s, theory %.2f; service level %.4f, theory %.4f; occupancy %.4f, "
              "theory %.4f",
              seen.averageWait, seen.theory.averageWait, seen.serviceLevel,
              seen.theory.serviceLevel, seen.occupancy, seen.load);
        QVERIFY(agrees(seen.averageWait, seen.theory.averageWait, most));
        QVERIFY(agrees(seen.serviceLevel, seen.theory.serviceLevel, 0.02));
        QVERIFY(agrees(seen.occupancy, seen.load, 0.01));
    }

    // The control: what is not the same company does not agree.
    void halfTheAgentsAreNotErlangsWithAll()
    {
        const auto seen = compared(Days::ofTheory(10, 3'000, 200), 1, 20);
        QVERIFY(!agrees(seen.averageWait, seen.theory.averageWait, 0.06));
        QVERIFY(!agrees(seen.serviceLevel, seen.theory.serviceLevel, 0.02));
        QVERIFY(!agrees(seen.occupancy, seen.load, 0.01));
    }
};

QTEST_GUILESS_MAIN(TestErlang)
#include "tst_erlang.moc"
