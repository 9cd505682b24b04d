// SPDX-License-Identifier: GPL-3.0-or-later
// What each window looks at, to the millisecond, whatever the clock does.
#include "centre.h"

#include <QTest>

using namespace tandem;
using namespace tandem::test;
using std::chrono::hours;
using std::chrono::minutes;
using Value = std::optional<double>;

class tst_windows : public QObject
{
    Q_OBJECT

private slots:
    void aSlidingWindowIsExactToTheMillisecond()
    {
        Centre centre;
        centre.accepts(Ms(0));
        const auto accepted = [&] {
            return centre.tells(Measure::Accepted, "support", Window::Sliding, Ms(60'000));
        };
        centre.now += Ms(59'999);
        QCOMPARE(accepted(), Value(1));
        centre.now += Ms(1);
        QCOMPARE(accepted(), Value(0));
        centre.now -= Ms(1); // the clock is set back
        QCOMPARE(accepted(), Value(1));
    }

    void anIntervalCountsWhenItIsOverUntilTheNextOneIs()
    {
        Centre centre; // it is 12:00
        centre.accepts(Ms(0));
        const auto accepted = [&] {
            return centre.tells(Measure::Accepted, "support", Window::Interval, minutes(15));
        };
        QCOMPARE(accepted(), Value(0));
        centre.now += minutes(15) - Ms(1);
        QCOMPARE(accepted(), Value(0));
        centre.now += Ms(1);
        centre.accepts(Ms(0));
        QCOMPARE(accepted(), Value(1));
        centre.now += minutes(15);
        QCOMPARE(accepted(), Value(1));
        centre.now += minutes(15);
        QCOMPARE(accepted(), Value(0));
    }

    void aDayBeginsAtMidnightOfTheSite_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("begin");
        const auto row = [](const char *name, const char *zone, const char *now,
                            const char *begin) {
            QTest::newRow(name) << QString::fromLatin1(zone) << QString::fromLatin1(now)
                                << QString::fromLatin1(begin);
        };
        row("summer", "Europe/Berlin", "2026-06-10T21:59:59.999Z", "2026-06-09T22:00:00.000Z");
        row("next day", "Europe/Berlin", "2026-06-10T22:00:00.000Z", "2026-06-10T22:00:00.000Z");
        row("day of 23 h", "Europe/Berlin", "2026-03-29T21:59:00.000Z", "2026-03-28T23:00:00.000Z");
        row("day of 25 h", "Europe/Berlin", "2026-10-25T22:59:00.000Z", "2026-10-24T22:00:00.000Z");
        row("half an hour", "Asia/Kolkata", "2026-06-10T18:29:00.000Z", "2026-06-09T18:30:00.000Z");
        // Clocks go from 24:00 to 1:00: there is no midnight.
        row("no midnight", "Asia/Beirut", "2026-03-29T12:00:00.000Z", "2026-03-28T22:00:00.000Z");
        row("no such zone", "Moon/Base", "2026-06-10T21:59:00.000Z", "2026-06-10T00:00:00.000Z");
    }

    void aDayBeginsAtMidnightOfTheSite()
    {
        QFETCH(QString, zone);
        QFETCH(QString, now);
        QFETCH(QString, begin);
        Centre centre;
        centre.setup.timeZone = zone.toStdString();
        centre.figures.setUp(centre.setup, {}, centre.now);
        centre.now = fromIso(begin.toStdString()).value() - Ms(1);
        centre.accepts(Ms(0));
        centre.now += Ms(1);
        centre.accepts(Ms(0));
        centre.now = fromIso(now.toStdString()).value();
        QCOMPARE(centre.tells(Measure::Accepted), Value(1));
    }

    void aClockThatIsSetBackMakesNoNegativeTimes()
    {
        Centre centre;
        centre.becomes(alice, AgentState::Ready, minutes(10));
        centre.open =
            statistics::OpenInteraction{InteractionId{7}, "chat", "support", true, centre.now, {}};
        centre.happens(centre.fact(State::Offered, State::Queued, MoveCause::Revoked));
        centre.now -= hours(2);
        QCOMPARE(centre.tells(Measure::LongestWait), Value(0));
        QCOMPARE(
            centre.tells(Measure::StateTime, "alice", Window::Current, Ms(0), AgentState::Ready),
            Value(0));
        centre.becomes(alice, AgentState::NotReady, minutes(30));
        for (const auto state : {AgentState::Ready, AgentState::NotReady}) {
            for (const auto window : {Window::Midnight, Window::Sliding, Window::Interval}) {
                const auto told =
                    centre.tells(Measure::StateTime, "alice", window, hours(1), state);
                QVERIFY(told && *told >= 0 && *told <= 3'600'000);
            }
        }
    }

    void whatIsNotKnownToTheEndIsNotTold()
    {
        Centre centre;
        centre.figures.restart(centre.now - minutes(30));
        centre.figures.setUp(centre.setup, {}, centre.now);
        QCOMPARE(centre.tells(Measure::Accepted, "support", Window::Sliding, minutes(31)), Value());
        QCOMPARE(centre.tells(Measure::Accepted, "support", Window::Sliding, minutes(30)),
                 Value(0));
        QCOMPARE(centre.tells(Measure::Accepted, "support", Window::Sliding, Ms(0)), Value());
        QCOMPARE(centre.tells(Measure::Accepted, "support", Window::Current), Value());
        QCOMPARE(centre.tells(Measure::Accepted, "unheard of"), Value());
        QCOMPARE(centre.tells(Measure::Occupancy, "support"), Value());
    }

    void whatNoWindowReachesIsForgottenWhateverTheClockDoesForAWhile()
    {
        Centre centre;
        SteadyTime steady{};
        centre.figures.advance({centre.now, steady});
        centre.accepts(Ms(0));
        centre.now += hours(24);
        centre.figures.advance({centre.now, steady});
        centre.now -= hours(24);
        QCOMPARE(centre.tells(Measure::Accepted), Value(1));
        centre.now += hours(27);
        steady += hours(27);
        centre.figures.advance({centre.now, steady});
        centre.now -= hours(27);
        QCOMPARE(centre.tells(Measure::Accepted), Value());
    }

    void aLongWindowThatIsNoLongerDefinedIsToldAsLongAsItsFactsAreKept()
    {
        Centre centre;
        StatisticDefinition day;
        day.measure = Measure::Accepted;
        day.window = Window::Interval;
        day.windowMs = Ms(hours(24)).count();
        centre.figures.setUp(centre.setup, {day}, centre.now);
        const auto accepted = [&] { return centre.figures.at(day, centre.now).of("support"); };
        SteadyTime steady{};
        const auto passes = [&](Ms time) {
            centre.now += time;
            steady += time;
            centre.figures.advance({centre.now, steady});
        };
        passes(Ms(0));
        centre.accepts(Ms(0));
        passes(hours(13));
        QCOMPARE(accepted(), Value(1));
        centre.figures.setUp(centre.setup, {}, centre.now);
        passes(minutes(5));
        QCOMPARE(accepted(), Value(1));
        passes(hours(2));
        QCOMPARE(accepted(), Value());
        const auto slides = [&] {
            return centre.tells(Measure::Accepted, "support", Window::Sliding, hours(24));
        };
        QCOMPARE(slides(), Value(1));
        // One that is asked all the time stays, and must not count what is forgotten.
        for (int step = 0; step < 15 * 12; ++step) {
            passes(minutes(5));
            (void)accepted();
            (void)slides();
        }
        QCOMPARE(slides(), Value(0));
    }
};

QTEST_GUILESS_MAIN(tst_windows)
#include "tst_windows.moc"
