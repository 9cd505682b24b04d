// SPDX-License-Identifier: GPL-3.0-or-later
// What each measure and window means, rule by rule. Every history: tst_recount.
#include "statistics/figures.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;
using State = InteractionState;

namespace {

using namespace std::chrono;

const AgentId alice{1}, bob{2};

// A centre whose facts the test tells one by one.
class Centre final : public statistics::Present
{
public:
    Centre()
    {
        setup.timeZone = "Europe/Berlin";
        setup.queues = {{"sales", 20'000}, {"support", 20'000}};
        setup.agents = {{"alice", alice}, {"bob", bob}};
        setup.groups = {{"team", {alice, bob}}};
        setup.media = {"chat"};
        agents[alice] = {AgentState::NotReady, now};
        agents[bob] = {AgentState::NotReady, now};
        figures.restart(utcFromMs(0));
        figures.setUp(setup, {}, now);
    }

    InteractionMoved fact(State from, State to, MoveCause cause, Ms wait = Ms(-1),
                          Ms handle = Ms(-1))
    {
        InteractionMoved moved;
        moved.interactionId = InteractionId{7};
        moved.mediaType = "chat";
        moved.queueId = "support";
        moved.agentId = alice;
        moved.from = from;
        moved.to = to;
        moved.cause = cause;
        if (wait >= Ms(0))
            moved.waitMs = wait.count();
        if (handle >= Ms(0))
            moved.handleMs = handle.count();
        return moved;
    }
    void happens(const InteractionMoved &moved) { figures.moved(moved, now); }
    void accepts(Ms wait, AgentId agent = alice)
    {
        auto moved = fact(State::Offered, State::Handling, MoveCause::Accepted, wait);
        moved.agentId = agent;
        happens(moved);
    }
    void leaves(State from = State::Queued)
    {
        auto moved = fact(from, State::Done, MoveCause::CustomerLeft, Ms(1'000));
        moved.agentId.reset();
        happens(moved);
    }
    void finishes(Ms handle)
    {
        happens(fact(State::AfterContactWork, State::Done, MoveCause::MarkedDone, Ms(-1), handle));
    }
    void becomes(AgentId agent, AgentState state, Ms after)
    {
        now += after;
        AgentStateChanged changed;
        changed.agent.id = agent;
        changed.previous = agents[agent].state;
        changed.previousMs = std::max(after, Ms(now - agents[agent].since)).count();
        agents[agent] = {state, now};
        figures.stateChanged(changed, now);
    }
    std::optional<double> tells(Measure measure, const std::string &object = "support",
                                Window window = Window::Midnight, Ms length = Ms(0),
                                std::optional<AgentState> state = {})
    {
        StatisticDefinition definition;
        definition.measure = measure;
        definition.object = setup.queues.contains(object)   ? StatisticObject::Queue
                            : setup.agents.contains(object) ? StatisticObject::Agent
                            : setup.groups.contains(object) ? StatisticObject::Group
                                                            : StatisticObject::Medium;
        definition.window = window;
        definition.windowMs = length.count();
        definition.state = state;
        return figures.at(definition, now).of(object);
    }

    std::optional<statistics::OpenInteraction> interaction(InteractionId) const override
    {
        return open;
    }
    void
    eachInteraction(const std::function<void(statistics::OpenInteraction)> &each) const override
    {
        if (open)
            each(*open);
    }
    std::optional<statistics::AgentNow> agent(AgentId id) const override { return agents.at(id); }
    std::vector<AgentId> targets(const QueueId &) const override { return {alice, bob}; }
    bool isFree(AgentId id) const override { return free == id; }

    UtcTime now = fromIso("2026-06-10T12:00:00.000Z").value();
    statistics::Setup setup;
    std::map<AgentId, statistics::AgentNow> agents;
    std::optional<statistics::OpenInteraction> open;
    AgentId free;
    statistics::Figures figures{*this};
};

using Value = std::optional<double>;

} // namespace

class tst_figures : public QObject
{
    Q_OBJECT

private slots:
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
