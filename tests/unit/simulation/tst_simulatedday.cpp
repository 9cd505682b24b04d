// SPDX-License-Identifier: GPL-3.0-or-later
#include "days.h"

#include "simulation/dice.h"

#include <QTest>

using namespace tandem;

namespace {

std::string strategyOf(const std::string &states)
{
    return "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" xmlns:t=\"urn:tandem:strategy\" "
           "version=\"1.0\" datamodel=\"ecmascript\" name=\"Own\"><datamodel><data "
           "id=\"interaction\"/></datamodel>"
           + states + "</scxml>";
}

int sumOf(const HalfHourFigures &figures)
{
    return figures.answered + figures.abandoned + figures.other;
}

} // namespace

class TestSimulatedDay : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedIsTheSameDay()
    {
        const Days days;
        for (const std::string strategy : {"", "basic_chat", "vip"}) {
            const auto one = days.with(strategy);
            const auto other = days.with(strategy);
            QCOMPARE(one.traceHash, other.traceHash);
            QCOMPARE(one.halfHours, other.halfHours);
            QCOMPARE(one.traceHash.size(), std::size_t(16));
        }
    }

    void anotherSeedOrStrategyIsAnotherDay()
    {
        Days days;
        const auto first = days.with({});
        QVERIFY(first.traceHash != days.with("basic_chat").traceHash);
        days.settings.seed = 2;
        QVERIFY(first.traceHash != days.with({}).traceHash);
    }

    void everyCustomerIsCountedOnce()
    {
        Days days;
        days.settings.patience = Ms(20'000);
        days.settings.agents = 3;
        const auto day = days.with("basic_chat");
        QCOMPARE(day.all.offered, 300);
        QCOMPARE(sumOf(day.all), 300);
        QVERIFY(day.all.abandoned > 0);
        QVERIFY(day.all.answered > 0);
        HalfHourFigures all;
        for (const auto &slot : day.halfHours)
            all.add(slot);
        QCOMPARE(all.offered, 300);
        QCOMPARE(day.halfHours.size(), std::size_t(48));
    }

    void twoStrategiesAreGivenTheSameCustomers()
    {
        const Days days;
        const auto own = days.with({});
        const auto basic = days.with("basic_chat");
        for (std::size_t i = 0; i < own.halfHours.size(); ++i)
            QCOMPARE(own.halfHours[i].offered, basic.halfHours[i].offered);
        QCOMPARE(own.strategySessions, 0);
        QCOMPARE(own.strategyMessages, 0);
        QCOMPARE(basic.strategySessions, 300);
        QVERIFY(basic.strategyMessages >= 300);
        QCOMPARE(basic.failedSessions, 0);
    }

    void moreAgentsAnswerSooner()
    {
        Days days;
        days.settings.agents = 3;
        const auto few = days.with({});
        days.settings.agents = 12;
        const auto many = days.with({});
        QVERIFY(many.all.answered > few.all.answered);
        QVERIFY(*many.all.serviceLevel() > *few.all.serviceLevel());
        QVERIFY(*many.occupancy < *few.occupancy);
    }

    void aStrategyThatClosesLeavesNobodyToAgents()
    {
        const auto day = Days().withDocument(strategyOf(
            "<state id=\"a\"><onentry><t:ixn.stop reason=\"closed\"/></onentry></state>"));
        QCOMPARE(day.all.other, 300);
        QCOMPARE(day.all.answered, 0);
    }

    void aStrategyThatFailsIsCountedAndItsCustomersAreAnswered()
    {
        const auto day = Days().withDocument(strategyOf(
            "<state id=\"a\"><onentry><script>nothing.at.all()</script></onentry></state>"));
        QCOMPARE(day.failedSessions, 300);
        QVERIFY(day.all.answered > 200);
    }

    void nothingOutsideIsAsked()
    {
        Days days;
        days.site.rules->httpAllowed = {{"http://127.0.0.1:9/"}};
        const auto day = days.withDocument(strategyOf(
            "<state id=\"a\"><onentry><t:http url=\"http://127.0.0.1:9/\"/></onentry>"
            "<transition event=\"error.http\" target=\"b\"/></state>"
            "<state id=\"b\"><onentry><t:chat.say text=\"no answer\"/><t:queue.submit/></onentry>"
            "<transition event=\"queue.submit.done\" target=\"c\"/></state><final id=\"c\"/>"));
        QCOMPARE(day.strategyMessages, 300);
        QCOMPARE(day.failedSessions, 0);
    }

    void callbacksAreTakenWhereTheSiteHasThem()
    {
        Days days;
        days.settings.agents = 2;
        days.settings.callbackShare = 1;
        days.settings.reply = Ms(2'000);
        days.site.capacityRules[0].channels.back().weight = 1; // of the callback: beside chats
        const auto offer = strategyOf(
            "<state id=\"a\"><onentry><t:queue.submit/><t:callback.offer text=\"Your number?\"/>"
            "</onentry><transition event=\"queue.submit.done\" target=\"c\"/>"
            "<transition event=\"callback.offer.done\" target=\"b\"/></state>"
            "<state id=\"b\"><onentry><t:chat.close text=\"We call you.\"/></onentry>"
            "<transition event=\"chat.close.done\" target=\"c\"/></state><final id=\"c\"/>");
        const auto day = days.withDocument(offer);
        QVERIFY(day.callbacks > 50);
        days.settings.callbackShare = 0;
        QCOMPARE(days.withDocument(offer).callbacks, 0);
    }

    void aSiteWithoutAnybodyAtWorkIsRefused()
    {
        Days days;
        days.settings.agents.reset();
        for (auto &agent : days.site.agents)
            agent.calendar = "office";
        days.settings.date = "2026-03-01"; // a Sunday
        const auto plan = planDay(days.site, days.settings, nullptr);
        QVERIFY(!plan);
        QCOMPARE(plan.error().reason, Reason::InvalidParams);
        days.settings.date = "2026-03-02";
        const auto monday = planDay(days.site, days.settings, nullptr);
        QVERIFY(monday.has_value());
        // Rules are in UTC, the office is in Berlin.
        QCOMPARE(monday->shifts.front().begin, Ms(7 * 3'600'000));
        QCOMPARE(monday->shifts.front().end, Ms(19 * 3'600'000));
    }

    void exponentialTimesHaveTheirMean()
    {
        Dice dice(7);
        Ms sum{};
        for (int i = 0; i < 100'000; ++i)
            sum += dice.exponential(Ms(10'000));
        QVERIFY(std::abs(sum.count() / 100'000 - 10'000) < 150);
        QCOMPARE(Dice(7).share(), Dice(7).share());
        QVERIFY(Dice(7).share() != Dice(8).share());
    }
};

QTEST_GUILESS_MAIN(TestSimulatedDay)
#include "tst_simulatedday.moc"
