// SPDX-License-Identifier: GPL-3.0-or-later
// What each measure means, rule by rule. Every history: tst_recount.
#include "centre.h"

#include <QTest>

#include <array>

using namespace tandem;
using namespace tandem::test;
using std::chrono::minutes;
using std::chrono::seconds;
using Value = std::optional<double>;

class tst_figures : public QObject
{
    Q_OBJECT

private slots:
    void whatIsParkedCountsNowhereAndGoesWithoutATrace()
    {
        Centre centre;
        const std::array ids{InteractionId{7}, InteractionId{8}};
        for (const auto id : ids) {
            centre.open = statistics::OpenInteraction{id, "chat", "support", false, centre.now, {}};
            auto moved = centre.fact(State::Handling, State::Parked, MoveCause::Parked);
            moved.interactionId = id;
            centre.happens(moved);
            QCOMPARE(centre.tells(Measure::Waiting), Value(0));
        }
        centre.open.reset();
        for (const auto id : ids) {
            auto moved = centre.fact(State::Parked, State::Done, MoveCause::MarkedDone);
            moved.interactionId = id;
            centre.happens(moved);
            QCOMPARE(centre.tells(Measure::Handling), Value(0));
        }
    }

    void serviceLevelIsOfThoseAcceptedOrAbandoned()
    {
        Centre centre;
        QCOMPARE(centre.tells(Measure::ServiceLevel), Value());
        centre.accepts(Ms(20'000));
        centre.accepts(Ms(20'001));
        centre.leaves();
        centre.leaves(State::Offered);
        QCOMPARE(centre.tells(Measure::ServiceLevel), Value(0.25));
        centre.setup.queues["support"] = 20'001;
        centre.figures.setUp(centre.setup, {}, centre.now);
        QCOMPARE(centre.tells(Measure::ServiceLevel), Value(0.5));
        QCOMPARE(centre.tells(Measure::ServiceLevel, "sales"), Value());
    }

    void whoLeavesAConversationHasNotAbandoned()
    {
        Centre centre;
        centre.leaves(State::Handling);
        QCOMPARE(centre.tells(Measure::Abandoned), Value(0));
        centre.leaves();
        QCOMPARE(centre.tells(Measure::Abandoned), Value(1));
        auto closed = centre.fact(State::Queued, State::Done, MoveCause::Closed, Ms(5));
        centre.happens(closed);
        QCOMPARE(centre.tells(Measure::Abandoned), Value(1));
        QCOMPARE(centre.tells(Measure::Done), Value(3));
    }

    void aQueueIsEnteredOnceAndAgainFromAnother()
    {
        Centre centre;
        auto created = centre.fact(State::Queued, State::Queued, MoveCause::Created);
        created.from.reset();
        centre.happens(created);
        centre.happens(centre.fact(State::Queued, State::Offered, MoveCause::Offered));
        centre.happens(centre.fact(State::Offered, State::Queued, MoveCause::TimedOut));
        centre.happens(centre.fact(State::Handling, State::Queued, MoveCause::Returned));
        QCOMPARE(centre.tells(Measure::Entered), Value(1));
        auto overflowed = centre.fact(State::Queued, State::Queued, MoveCause::Overflowed, Ms(1));
        overflowed.toQueueId = "sales";
        centre.happens(overflowed);
        QCOMPARE(centre.tells(Measure::Entered), Value(1));
        QCOMPARE(centre.tells(Measure::Entered, "sales"), Value(1));
        QCOMPARE(centre.tells(Measure::Entered, "chat"), Value(2));
    }

    void aColleaguesOfferIsTheAgentsAndNotTheQueues()
    {
        Centre centre;
        for (const auto cause :
             {MoveCause::Offered, MoveCause::Rejected, MoveCause::Offered, MoveCause::Accepted})
            centre.happens(centre.fact(State::Handling, State::Handling, cause));
        QCOMPARE(centre.tells(Measure::Offered, "alice"), Value(2));
        QCOMPARE(centre.tells(Measure::Missed, "alice"), Value(1));
        QCOMPARE(centre.tells(Measure::Accepted, "alice"), Value(1));
        for (const auto measure : {Measure::Offered, Measure::Missed, Measure::Accepted}) {
            QCOMPARE(centre.tells(measure, "support"), Value(0));
            QCOMPARE(centre.tells(measure, "chat"), Value(0));
        }
    }

    void aGroupIsTheSumOfItsAgents()
    {
        Centre centre;
        centre.accepts(Ms(1'000), alice);
        centre.accepts(Ms(2'000), bob);
        centre.accepts(Ms(6'000), bob);
        QCOMPARE(centre.tells(Measure::Accepted, "team"), Value(3));
        QCOMPARE(centre.tells(Measure::AverageWait, "team"), Value(3'000));
        centre.setup.groups["team"] = {bob};
        centre.figures.setUp(centre.setup, {}, centre.now);
        QCOMPARE(centre.tells(Measure::AverageWait, "team"), Value(4'000));
    }

    void stateTimeGoesOnWhileItLasts()
    {
        Centre centre;
        centre.becomes(alice, AgentState::Ready, minutes(10));
        centre.becomes(alice, AgentState::NotReady, minutes(5));
        centre.now += minutes(3);
        const auto tells = [&](AgentState state, Window window = Window::Midnight,
                               Ms length = Ms(0)) {
            return centre.tells(Measure::StateTime, "alice", window, length, state);
        };
        QCOMPARE(tells(AgentState::Ready), Value(300'000));
        QCOMPARE(tells(AgentState::NotReady), Value(780'000));
        QCOMPARE(tells(AgentState::Ready, Window::Sliding, minutes(4)), Value(60'000));
        QCOMPARE(tells(AgentState::NotReady, Window::Sliding, minutes(4)), Value(180'000));
        QCOMPARE(tells(AgentState::NotReady, Window::Current), Value(180'000));
        QCOMPARE(tells(AgentState::Ready, Window::Current), Value(0));
        // 12:00 to 12:15 is the last whole interval.
        QCOMPARE(tells(AgentState::Ready, Window::Interval, minutes(15)), Value(300'000));
    }

    void occupancyIsTheBusyPartOfTheTimeReadyOrBusy()
    {
        Centre centre;
        QCOMPARE(centre.tells(Measure::Occupancy, "alice"), Value());
        centre.becomes(alice, AgentState::Ready, minutes(10));
        centre.now += minutes(6);
        // Two at once are no more than one.
        centre.finishes(minutes(2));
        centre.finishes(minutes(3));
        QCOMPARE(centre.tells(Measure::Occupancy, "alice"), Value(0.5));
        centre.becomes(alice, AgentState::NotReady, minutes(6));
        centre.now += minutes(6);
        QCOMPARE(centre.tells(Measure::Occupancy, "alice"), Value(0.25));
        // Work while not ready is work.
        centre.open = statistics::OpenInteraction{
            InteractionId{7}, "chat", "support", false, centre.now, {{alice, centre.now}}};
        centre.accepts(Ms(0));
        centre.now += minutes(12);
        QCOMPARE(centre.tells(Measure::Occupancy, "alice"), Value(15.0 / 24));
        QCOMPARE(centre.tells(Measure::Occupancy, "team"), Value(15.0 / 24));
    }

    void theEstimateIsThePaceOfAcceptances()
    {
        Centre centre;
        const auto wait = [&](int position) {
            const auto told = centre.figures.estimatedWait("support", position, centre.now);
            return told ? std::optional(told->count()) : std::nullopt;
        };
        using Wait = std::optional<std::int64_t>;
        QCOMPARE(wait(1), Wait());
        // Average handle by agents ready, for want of better.
        centre.finishes(minutes(4));
        QCOMPARE(wait(1), Wait());
        centre.becomes(alice, AgentState::Ready, Ms(0));
        centre.becomes(bob, AgentState::Ready, Ms(0));
        QCOMPARE(wait(3), Wait(360'000));
        for (int i = 0; i < 30; ++i) {
            centre.now += i < 10 ? minutes(1) : seconds(30);
            centre.accepts(Ms(0));
        }
        QCOMPARE(wait(1), Wait(30'000));
        QCOMPARE(wait(4), Wait(120'000));
        QCOMPARE(wait(0), Wait(30'000));
        // A pause counts once it is longer than usual.
        centre.now += minutes(10) + seconds(30);
        QCOMPARE(wait(1), Wait(60'000));
        centre.now += minutes(30);
        QCOMPARE(wait(1), Wait(120'000));
        // Somebody is free: no wait for as many.
        centre.free = bob;
        QCOMPARE(wait(1), Wait(0));
        QCOMPARE(wait(2), Wait(240'000));
        QCOMPARE(centre.tells(Measure::EstimatedWait), Value(0));
    }
};

QTEST_GUILESS_MAIN(tst_figures)
#include "tst_figures.moc"
