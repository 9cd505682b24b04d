// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

namespace {

StatisticsSubscribe ofQueues(std::vector<std::string> queues,
                             std::vector<std::string> statistics = {})
{
    StatisticsSubscribe request;
    request.queues = std::move(queues);
    request.statistics = std::move(statistics);
    request.intervalMs = 1'000;
    return request;
}

// "waiting of support = 1", in the order of the update; "-" is nothing.
std::vector<std::string> texts(const std::vector<StatisticValue> &values)
{
    std::vector<std::string> lines;
    for (const auto &value : values) {
        lines.push_back(value.statisticId + " of " + value.objectId + " = "
                        + (value.value ? std::to_string(int(*value.value)) : "-"));
    }
    return lines;
}

std::vector<std::string> texts(const std::vector<StatisticsUpdate> &updates)
{
    std::vector<std::string> lines;
    for (const auto &update : updates) {
        for (auto &line : texts(update.values))
            lines.push_back(std::move(line));
    }
    return lines;
}

using Lines = std::vector<std::string>;

} // namespace

class tst_subscriptions : public QObject
{
    Q_OBJECT

private slots:
    void tellsFirstAllThenWhatHasChanged()
    {
        Office office;
        office.signsIn("sam");
        const auto reply =
            office.ask("sam", ofQueues({"support", "sales"}, {"waiting", "entered"})).value();
        QCOMPARE(texts(reply.values), (Lines{"waiting of sales = 0", "waiting of support = 0",
                                             "entered of sales = 0", "entered of support = 0"}));
        office.passes(Ms(3'000));
        QCOMPARE(office.heard("sam").size(), std::size_t(0));
        (void)office.comes();
        (void)office.comes();
        QCOMPARE(office.heard("sam").size(), std::size_t(0));
        office.passes(Ms(1'000));
        const auto updates = office.heard("sam");
        QCOMPARE(updates.size(), std::size_t(1));
        QCOMPARE(texts(updates), (Lines{"waiting of support = 2", "entered of support = 2"}));
        office.passes(Ms(5'000));
        QCOMPARE(office.heard("sam").size(), std::size_t(0));
    }

    void withoutNamesTellsAllThatFitTheObjects()
    {
        Office office;
        office.signsIn("sam");
        StatisticsSubscribe request;
        request.agents = {"bob", "bob"};
        request.media = {"chat"};
        QCOMPARE(texts(office.ask("sam", request)->values),
                 (Lines{"accepted of bob = 0", "occupancy of bob = -", "medium_done of chat = 0"}));
    }

    void tellsWhatMovesOnByItself()
    {
        Office office;
        office.signsIn("sam");
        (void)office.comes();
        (void)office.ask("sam", ofQueues({"support"}, {"recent"}));
        office.passes(Ms(59'000));
        QCOMPARE(office.heard("sam").size(), std::size_t(0));
        office.passes(Ms(1'000));
        QCOMPARE(texts(office.heard("sam")), Lines{"recent of support = 0"});
    }

    void smallChangesAddUpUntilTheyAreLargeEnough()
    {
        Office office;
        office.signsIn("sam");
        auto request = ofQueues({"support"}, {"entered"});
        request.minimumChange = 2;
        (void)office.ask("sam", request);
        for (int i = 0; i < 2; ++i) {
            (void)office.comes();
            office.passes(Ms(1'000));
        }
        QCOMPARE(office.heard("sam").size(), std::size_t(0));
        (void)office.comes();
        office.passes(Ms(1'000));
        QCOMPARE(texts(office.heard("sam")), Lines{"entered of support = 3"});
    }

    void isToldAtItsInterval()
    {
        Office office;
        office.signsIn("sam");
        auto request = ofQueues({"support"}, {"entered"});
        request.intervalMs.reset(); // 5 s
        (void)office.ask("sam", request);
        (void)office.comes();
        office.passes(Ms(4'990));
        QCOMPARE(office.heard("sam").size(), std::size_t(0));
        office.passes(Ms(10));
        QCOMPARE(office.heard("sam").size(), std::size_t(1));
    }

    void agentsSeeQueuesGroupsAndMediaButOfAgentsThemselvesOnly()
    {
        Office office;
        office.signsIn("alice");
        StatisticsSubscribe request;
        request.queues = {"support"};
        request.groups = {"team"};
        request.media = {"chat"};
        request.agents = {"alice"};
        QVERIFY(office.ask("alice", request));
        // Somebody else is answered like nobody.
        request.agents = {"alice", "bob"};
        const auto bob = office.ask("alice", request).error();
        request.agents = {"alice", "zoe"};
        const auto zoe = office.ask("alice", request).error();
        QVERIFY(bob.reason == Reason::InvalidParams && zoe.reason == Reason::InvalidParams);
        QCOMPARE(bob.field, std::string("agents"));
        auto renamed = bob.message;
        QVERIFY(renamed.contains("\"bob\""));
        renamed.replace(renamed.find("bob"), 3, "zoe");
        QCOMPARE(renamed, zoe.message);
        office.signsIn("sam");
        request.agents = {"alice", "bob"};
        QVERIFY(office.ask("sam", request));
        QVERIFY(office.askAs(Caller::customer(), request).error().reason == Reason::NotPermitted);
    }

    void whatIsUnknownIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        for (const auto *field : {"statistics", "queues", "agents", "groups", "media"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }

    void whatIsUnknownIsNamed()
    {
        QFETCH(QString, field);
        Office office;
        office.signsIn("sam");
        StatisticsSubscribe request;
        request.queues = {"support"};
        auto &list = field == u"statistics" ? request.statistics
                     : field == u"queues"   ? request.queues
                     : field == u"agents"   ? request.agents
                     : field == u"groups"   ? request.groups
                                            : request.media;
        list.push_back("nonsense");
        list.push_back("more nonsense");
        const auto error = office.ask("sam", request).error();
        QVERIFY(error.reason == Reason::InvalidParams);
        QCOMPARE(error.field, field.toStdString());
        QVERIFY(error.message.contains("\"nonsense\", \"more nonsense\""));
    }

    void refusedParametersLeaveTheSubscriptionAsItWas()
    {
        Office office;
        office.signsIn("sam");
        (void)office.ask("sam", ofQueues({"support"}, {"entered"}));
        auto request = ofQueues({"support"});
        request.intervalMs = 999;
        QCOMPARE(office.ask("sam", request).error().field, std::string("intervalMs"));
        request.intervalMs = 3'600'001;
        QCOMPARE(office.ask("sam", request).error().field, std::string("intervalMs"));
        request = ofQueues({"support"});
        request.minimumChange = -1;
        QCOMPARE(office.ask("sam", request).error().field, std::string("minimumChange"));
        QCOMPARE(office.ask("sam", ofQueues({}, {"entered"})).error().field,
                 std::string("statistics"));
        QCOMPARE(office.ask("sam", ofQueues({"support"}, {"accepted"})).error().field,
                 std::string("statistics"));
        (void)office.comes();
        office.passes(Ms(1'000));
        QCOMPARE(texts(office.heard("sam")), Lines{"entered of support = 1"});
    }

    void asksForTooMuchAreRefused()
    {
        auto site = Office::usual();
        for (int i = 0; i < 120; ++i) {
            site.statistics.push_back(Office::definition("q" + std::to_string(i),
                                                         StatisticObject::Queue, Measure::Entered));
            auto queue = site.queues.front();
            queue.id = "queue" + std::to_string(i);
            site.queues.push_back(queue);
        }
        Office office(site);
        office.signsIn("sam");
        StatisticsSubscribe request;
        for (const auto &queue : site.queues)
            request.queues.push_back(queue.id);
        QCOMPARE(office.ask("sam", request).error().field, std::string("statistics"));
        request.queues.resize(50);
        QVERIFY(office.ask("sam", request).has_value());
        // Many changes come in messages of a size that connections take.
        for (const auto &queue : request.queues)
            (void)office.comes(queue);
        office.passes(Ms(5'000));
        const auto updates = office.heard("sam");
        QCOMPARE(updates.size(), std::size_t(7));
        QCOMPARE(texts(updates).size(), std::size_t(50 * 123));
    }

    void anEmptyRequestEndsIt()
    {
        Office office;
        office.signsIn("sam");
        (void)office.ask("sam", ofQueues({"support"}));
        QVERIFY(office.ask("sam", StatisticsSubscribe{})->values.empty());
        (void)office.comes();
        office.passes(Ms(5'000));
        QCOMPARE(office.heard("sam").size(), std::size_t(0));
    }

    void itEndsWithTheSession()
    {
        Office office;
        office.signsIn("sam");
        (void)office.ask("sam", ofQueues({"support"}));
        const auto old = office.callers["sam"];
        office.signsIn("sam"); // elsewhere
        (void)office.comes();
        office.passes(Ms(5'000));
        QCOMPARE(office.heard("sam").size(), std::size_t(0));
        QVERIFY(office.askAs(old, ofQueues({"support"})).error().reason == Reason::SessionExpired);
        (void)office.ask("sam", ofQueues({"support"}));
        (void)office.ask<SessionLogout>("sam", {});
        office.signsIn("sam");
        (void)office.comes();
        office.passes(Ms(5'000));
        QCOMPARE(office.heard("sam").size(), std::size_t(0));
    }

    void itGoesOnWithTheSessionWhenTheConnectionIsBack()
    {
        Office office;
        office.signsIn("sam");
        (void)office.ask("sam", ofQueues({"support"}, {"entered"}));
        (void)office.askAs<SessionDisconnect>(Caller::system(), {office.callers["sam"].session});
        (void)office.comes();
        office.passes(Ms(10'000));
        QCOMPARE(office.heard("sam").size(), std::size_t(0));
        QVERIFY(office.askAs<SessionReconnect>(Caller::system(), {"sam1"}));
        office.passes(Ms(1'000));
        QCOMPARE(texts(office.heard("sam")), Lines{"entered of support = 1"});
        // As after a commit that failed: connections stay, timers do not.
        office.reloads();
        QVERIFY(office.askAs<SessionReconnect>(Caller::system(), {"sam1"}));
        (void)office.comes();
        office.passes(Ms(1'000));
        QCOMPARE(texts(office.heard("sam")), Lines{"entered of support = 2"});
    }

    void aChangedDefinitionCountsAtOnce()
    {
        Office office;
        office.signsIn("sam");
        (void)office.comes();
        office.takes("sam", office.comes());
        (void)office.ask("sam", ofQueues({"support"}, {"entered", "waiting"}));
        SiteDocument change;
        change.statistics = {
            Office::definition("entered", StatisticObject::Queue, Measure::Accepted)};
        office.changesSite(change);
        office.passes(Ms(1'000));
        QCOMPARE(texts(office.heard("sam")), Lines{"entered of support = 1"});
        office.changesSite({}, {{SiteKind::Statistic, "entered"}});
        office.passes(Ms(1'000));
        QCOMPARE(texts(office.heard("sam")), Lines{"entered of support = -"});
        (void)office.comes();
        office.passes(Ms(1'000));
        QCOMPARE(texts(office.heard("sam")), Lines{"waiting of support = 2"});
    }
};

QTEST_GUILESS_MAIN(tst_subscriptions)
#include "tst_subscriptions.moc"
