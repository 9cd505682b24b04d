// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"
#include "models/directory.h"
#include "models/livestatistics.h"
#include "models/supervision.h"
#include "models/tablefilter.h"
#include "models/waitingtrend.h"
#include "protocol/admin.h"
#include "protocol/agent.h"
#include "protocol/queue.h"
#include "scriptedlink.h"

#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using protocol::Measure;
using protocol::StatisticObject;
using protocol::Window;

class tst_Supervision : public QObject
{
    Q_OBJECT

    // Sam at the team page, over a link that the test speaks for.
    struct Floor
    {
        explicit Floor(std::vector<Role> roles = {Role::Supervisor})
        {
            supervision.setRoles(roles);
        }
        protocol::AgentStatus agent(AgentId id, const char *name, AgentState state) const
        {
            return {id, name,     name, state, {}, clock.now().utc, true, {{"chat", 0, 2}},
                    {}, {"night"}};
        }
        protocol::Interaction waits(InteractionId id, const char *contact) const
        {
            auto made = company::interaction(id, contact, clock.now().utc);
            made.state = InteractionState::Queued;
            made.agentId.reset();
            made.acceptedAt.reset();
            return made;
        }
        void opens(std::vector<protocol::Interaction> interactions)
        {
            supervision.setShown(QStringLiteral("team"), true);
            link.answers<protocol::SupervisionWatch>(protocol::Done{});
            link.answers<protocol::InteractionList>(
                protocol::InteractionListReply{std::move(interactions), {}});
            link.answers<protocol::AdminSite>(protocol::SiteReply{});
            link.answers<protocol::AgentList>(
                protocol::AgentListReply{{agent(company::alice, "alice", AgentState::Ready),
                                          agent(company::bob, "bob", AgentState::NotReady)}});
            link.answers<protocol::QueueList>(
                protocol::QueueListReply{{{"support", "Support", 2, 1, 40'000, 15'000},
                                          {"sales", "Sales", 1, 1, 90'000, 60'000}}});
        }
        QString cell(int row, AgentsTable::Column column)
        {
            auto &table = supervision.agents();
            return table.index(row, column).data().toString();
        }

        company::TestClock clock;
        ScriptedLink link;
        LiveStatistics statistics{link};
        Directory names{link};
        Supervision supervision{link, names, clock, statistics};
    };

    static void learns(Floor &floor)
    {
        floor.link.answers<protocol::StatisticsList>(protocol::StatisticListReply{
            {{"level", "Level", StatisticObject::Queue, Measure::ServiceLevel, Window::Midnight},
             {"accepted", "In", StatisticObject::Queue, Measure::Accepted, Window::Midnight},
             {"gone", "Gone", StatisticObject::Queue, Measure::Abandoned, Window::Midnight},
             {"mail",
              "Of mail",
              StatisticObject::Agent,
              Measure::Accepted,
              Window::Midnight,
              {},
              "mail"},
             {"done", "Done", StatisticObject::Agent, Measure::Accepted, Window::Midnight}}});
    }

private slots:
    void watchesWhileSomebodyLooks();
    void whoMayNotWatchAsksInstead();
    void countsWhatEachHasInHandFromTheOpenInteractions();
    void countsTimeInStateFromWhenItWasHeard();
    void whomNobodyReachesIsLoggedOutAndNotFree();
    void dropsWhatIsOnNoPageOfTheList();
    void keepsWhatIsHeardWhileTheListComes();
    void longestWaitRunsOnBetweenAnswers();
    void serviceLevelOfSeveralQueuesCountsEachContact();
    void findsFiguresByWhatTheyMeasure();
    void joinsTheWishesOfAllPages();
    void asksAnewAfterAReconnect();
    void tellsWhatTheServerRefuses();
    void aFailedStartIsShownUntilRetried();
    void sortsByTimeAndFiltersByWordsAndGroup();
    void trendForgetsWhatIsOld();
};

void tst_Supervision::watchesWhileSomebodyLooks()
{
    Floor floor;
    floor.opens({});
    QCOMPARE(floor.supervision.loading(), Supervision::Loading::Idle);
    floor.supervision.setShown(QStringLiteral("wallboard"), true);
    floor.supervision.setShown(QStringLiteral("team"), false);
    QCOMPARE(floor.link.count<protocol::SupervisionWatch>(), 0);
    floor.supervision.setShown(QStringLiteral("wallboard"), false);
    QCOMPARE(floor.link.count<protocol::SupervisionWatch>(), 1);
    QVERIFY(!floor.link.next<protocol::SupervisionWatch>()->isOn);
}

void tst_Supervision::whoMayNotWatchAsksInstead()
{
    Floor floor({Role::Agent});
    floor.supervision.setShown(QStringLiteral("wallboard"), true);
    QCOMPARE(floor.link.count<protocol::SupervisionWatch>(), 0);
    QCOMPARE(floor.link.count<protocol::InteractionList>(), 0);
    QCOMPARE(floor.link.count<protocol::AgentList>(), 1);
    QCOMPARE(floor.link.count<protocol::QueueList>(), 1);
}

void tst_Supervision::countsWhatEachHasInHandFromTheOpenInteractions()
{
    Floor floor;
    auto mine = company::interaction(company::maria, "Maria", floor.clock.now().utc);
    floor.opens({mine, floor.waits(company::jonas, "Jonas")});
    QCOMPARE(floor.cell(0, AgentsTable::Handling), QStringLiteral("Chat 1 of 2"));
    QCOMPARE(floor.cell(0, AgentsTable::Free), QStringLiteral("Yes"));
    auto second = floor.waits(company::jonas, "Jonas");
    second.state = InteractionState::Handling;
    second.agentId = company::bob;
    second.memberIds = {company::alice};
    floor.link.tells(protocol::InteractionChanged{second});
    QCOMPARE(floor.cell(0, AgentsTable::Handling), QStringLiteral("Chat 2 of 2"));
    QCOMPARE(floor.cell(0, AgentsTable::Free), QStringLiteral("No"));
    mine.state = InteractionState::Done;
    floor.link.tells(protocol::InteractionChanged{mine});
    QCOMPARE(floor.cell(0, AgentsTable::Handling), QStringLiteral("Chat 1 of 2"));
    QCOMPARE(floor.supervision.interactions().rowCount(), 1);
}

void tst_Supervision::countsTimeInStateFromWhenItWasHeard()
{
    Floor floor;
    floor.opens({});
    floor.clock.advance(Ms(61'000));
    auto alice = floor.agent(company::alice, "alice", AgentState::DoNotDisturb);
    alice.stateSince = floor.clock.now().utc + Ms(500'000); // the server's clock is ahead
    floor.link.tells(protocol::AgentStateChanged{alice, {}, {}});
    floor.clock.advance(Ms(5'000));
    QCOMPARE(floor.cell(0, AgentsTable::Since), QStringLiteral("0:05"));
    QCOMPARE(floor.cell(1, AgentsTable::Since), QStringLiteral("1:06"));
    alice.channels = {{"chat", 0, 4}};
    floor.link.tells(protocol::AgentStateChanged{alice, {}, {}});
    QCOMPARE(floor.cell(0, AgentsTable::Since), QStringLiteral("0:05"));
}

void tst_Supervision::whomNobodyReachesIsLoggedOutAndNotFree()
{
    Floor floor;
    floor.opens({});
    auto alice = floor.agent(company::alice, "alice", AgentState::Ready);
    alice.connected = false;
    floor.link.tells(protocol::AgentStateChanged{alice, {}, {}});
    QCOMPARE(floor.cell(0, AgentsTable::State), QStringLiteral("Logged out"));
    QCOMPARE(floor.cell(0, AgentsTable::Free), QStringLiteral("No"));
    QCOMPARE(floor.supervision.agents().countByState().at(AgentState::LoggedOut), 1);
    QCOMPARE(floor.supervision.agents().freeCount(), 0);
}

void tst_Supervision::dropsWhatIsOnNoPageOfTheList()
{
    Floor floor;
    floor.opens({floor.waits(company::maria, "Maria"), floor.waits(company::jonas, "Jonas")});
    floor.supervision.refresh();
    floor.link.answers<protocol::InteractionList>(
        protocol::InteractionListReply{{floor.waits(company::jonas, "Jonas")}, company::jonas});
    QCOMPARE(floor.supervision.interactions().rowCount(), 2);
    QCOMPARE(floor.link.next<protocol::InteractionList>()->after, company::jonas);
    floor.link.answers<protocol::InteractionList>(protocol::InteractionListReply{});
    QCOMPARE(floor.supervision.interactions().rowCount(), 1);
    QCOMPARE(floor.supervision.interactions().idAt(0), company::jonas);
}

void tst_Supervision::keepsWhatIsHeardWhileTheListComes()
{
    Floor floor;
    floor.supervision.setShown(QStringLiteral("team"), true);
    floor.link.tells(protocol::InteractionChanged{floor.waits(company::maria, "Maria")});
    floor.link.answers<protocol::InteractionList>(
        protocol::InteractionListReply{{floor.waits(company::jonas, "Jonas")}, {}});
    QCOMPARE(floor.supervision.interactions().rowCount(), 2);
}

void tst_Supervision::longestWaitRunsOnBetweenAnswers()
{
    Floor floor;
    floor.opens({});
    floor.clock.advance(Ms(2'000));
    const auto lines = floor.supervision.queues().lines();
    QCOMPARE(lines[0].longest, Ms(42'000));
    const auto all = QueueFigures::together(lines, QStringLiteral("All"));
    QCOMPARE(all.waiting, 3);
    QCOMPARE(all.longest, Ms(92'000));
    QCOMPARE(all.longestName, QStringLiteral("Sales"));
}

void tst_Supervision::serviceLevelOfSeveralQueuesCountsEachContact()
{
    Floor floor;
    floor.opens({});
    learns(floor);
    floor.link.answers<protocol::StatisticsSubscribe>(
        protocol::SubscribeReply{{{"level", "support", 0.5},
                                  {"accepted", "support", 8},
                                  {"gone", "support", 2},
                                  {"level", "sales", 1.0},
                                  {"accepted", "sales", 90},
                                  {"gone", "sales", 0}}});
    const auto all = QueueFigures::together(floor.supervision.queues().lines(), {});
    QCOMPARE(all.serviceLevel, 0.95);
    QCOMPARE(all.accepted, 98.0);
    QVERIFY(!all.entered); // the site has no such figure
}

void tst_Supervision::findsFiguresByWhatTheyMeasure()
{
    Floor floor;
    floor.opens({});
    learns(floor);
    const auto *asked = floor.link.next<protocol::StatisticsSubscribe>();
    QVERIFY(asked);
    const std::vector<std::string> ids{"level", "accepted", "gone", "done"};
    QVERIFY(std::ranges::is_permutation(asked->statistics, ids));
    QCOMPARE(asked->agents, (std::vector<std::string>{"alice", "bob"}));
    floor.link.answers<protocol::StatisticsSubscribe>(
        protocol::SubscribeReply{{{"done", "alice", 31}, {"done", "bob", {}}}});
    QCOMPARE(floor.cell(0, AgentsTable::AcceptedToday), QStringLiteral("31"));
    QCOMPARE(floor.cell(1, AgentsTable::AcceptedToday), QStringLiteral("–"));
    floor.link.tells(protocol::StatisticsUpdate{{{"done", "alice", 32}}});
    QCOMPARE(floor.cell(0, AgentsTable::AcceptedToday), QStringLiteral("32"));
}

void tst_Supervision::joinsTheWishesOfAllPages()
{
    ScriptedLink link;
    LiveStatistics statistics(link);
    const LiveStatistics::Figure waiting{StatisticObject::Queue, Measure::Waiting, Window::Current};
    statistics.want(QStringLiteral("a"), {{waiting}, {"support"}, {}});
    link.answers<protocol::StatisticsList>(protocol::StatisticListReply{
        {{"w", "Waiting", StatisticObject::Queue, Measure::Waiting, Window::Current}}});
    link.answers<protocol::StatisticsSubscribe>(protocol::SubscribeReply{});
    statistics.want(QStringLiteral("b"), {{waiting}, {"sales"}, {}});
    QCOMPARE(link.next<protocol::StatisticsSubscribe>()->queues,
             (std::vector<QueueId>{"support", "sales"}));
    link.answers<protocol::StatisticsSubscribe>(protocol::SubscribeReply{});
    statistics.want(QStringLiteral("a"), {});
    statistics.want(QStringLiteral("b"), {});
    link.answers<protocol::StatisticsSubscribe>(protocol::SubscribeReply{});
    QVERIFY(link.next<protocol::StatisticsSubscribe>()->statistics.empty());
}

void tst_Supervision::asksAnewAfterAReconnect()
{
    Floor floor;
    floor.opens({floor.waits(company::maria, "Maria")});
    floor.link.breaks();
    QCOMPARE(floor.supervision.interactions().rowCount(), 1);
    floor.link.returns();
    QCOMPARE(floor.link.count<protocol::SupervisionWatch>(), 1);
    QCOMPARE(floor.link.count<protocol::InteractionList>(), 1);
    QCOMPARE(floor.link.count<protocol::StatisticsList>()
                 + floor.link.count<protocol::StatisticsSubscribe>(),
             1);
}

void tst_Supervision::tellsWhatTheServerRefuses()
{
    Floor floor;
    floor.opens({});
    QSignalSpy refused(&floor.supervision, &Supervision::refused);
    floor.supervision.setState({company::alice}, AgentState::NotReady, "lunch");
    QCOMPARE(floor.link.next<protocol::SupervisionSetAgentState>()->reason, std::string("lunch"));
    floor.link.answers<protocol::SupervisionSetAgentState>(failure(Reason::NotPermitted, "no"));
    QCOMPARE(refused.size(), 1);
}

void tst_Supervision::aFailedStartIsShownUntilRetried()
{
    Floor floor;
    floor.supervision.setShown(QStringLiteral("team"), true);
    floor.link.answers<protocol::SupervisionWatch>(failure(Reason::Busy, "later"));
    QCOMPARE(floor.supervision.loading(), Supervision::Loading::Failed);
    QVERIFY(!floor.supervision.problem().isEmpty());
    floor.link.answers<protocol::QueueList>(protocol::QueueListReply{});
    QCOMPARE(floor.supervision.loading(), Supervision::Loading::Failed);
    floor.supervision.refresh();
    QCOMPARE(floor.supervision.loading(), Supervision::Loading::Busy);
}

void tst_Supervision::sortsByTimeAndFiltersByWordsAndGroup()
{
    Floor floor;
    floor.opens({});
    floor.clock.advance(Ms(60'000));
    auto carol = floor.agent(AgentId{13}, "carol", AgentState::Ready);
    carol.groups = {};
    floor.link.tells(protocol::AgentStateChanged{carol, {}, {}});
    TableFilter filter(AgentsTable::SearchRole, AgentsTable::SortRole, AgentsTable::GroupsRole);
    filter.setSourceModel(&floor.supervision.agents());
    filter.sort(AgentsTable::Since);
    QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("carol"));
    filter.setWords(QStringLiteral("READY not"));
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("bob"));
    filter.setWords({});
    filter.setValue(QStringLiteral("night"));
    QCOMPARE(filter.rowCount(), 2);
}

void tst_Supervision::trendForgetsWhatIsOld()
{
    WaitingTrend trend;
    const SteadyTime start{Ms(0)};
    trend.sample(start, {{"support", 3}, {"sales", 2}});
    trend.sample(start + Ms(60'000), {{"support", 1}});
    const auto all = trend.points(start + Ms(60'000), {});
    QCOMPARE(all, (std::vector<WaitingTrend::Point>{{Ms(60'000), 5}, {Ms(0), 1}}));
    QCOMPARE(trend.points(start + Ms(60'000), {"sales"}).front().waiting, 2);
    trend.sample(start + WaitingTrend::kept + Ms(1), {{"support", 0}});
    QCOMPARE(trend.points(start + WaitingTrend::kept + Ms(1), {}).size(), std::size_t(2));
}

QTEST_GUILESS_MAIN(tst_Supervision)
#include "tst_supervision.moc"
