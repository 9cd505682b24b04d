// SPDX-License-Identifier: GPL-3.0-or-later
// How queues bring interactions to agents: steps, selection, order, hours, limits, overflow.
#include "company.h"
#include "protocol/explanation.h"
#include "protocol/workbin.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

class tst_queues : public QObject
{
    Q_OBJECT

private:
    static void put(Company &company, QueueDefinition queue)
    {
        SiteDocument document;
        document.queues = {std::move(queue)};
        const auto applied = company.changesSite(document);
        QVERIFY2(applied, applied ? "" : applied.error().message.c_str());
    }
    static InteractionId stays(Company &company, const std::string &name, const std::string &queue)
    {
        const auto chat = company.starts(name, queue);
        (void)company.askAsCustomer(CustomerPresence{{{}, name}, true});
        return chat;
    }

private slots:
    void stepsWidenAfterTheirTime()
    {
        Company company;
        company.signsIn("bob");
        const auto chat = stays(company, "m", "vip");
        QCOMPARE(company.offeredTo(chat), std::string());
        company.passes(Ms(19'900));
        QCOMPARE(company.offeredTo(chat), std::string());
        company.passes(Ms(200));
        QCOMPARE(company.offeredTo(chat), std::string("bob"));
    }

    void aStepThatWasReachedStaysReachedAfterARestart()
    {
        Company company;
        company.signsIn("bob", false);
        const auto chat = stays(company, "m", "vip");
        company.passes(Ms(21'000));
        company.restarts();
        QVERIFY(company.comesBack("bob"));
        QVERIFY(company.ask<AgentSetState>("bob", {AgentState::Ready, {}, {}}));
        QCOMPARE(company.offeredTo(chat), std::string("bob"));
    }

    void theBestSkilledIsOfferedWhereTheQueueSaysSo()
    {
        Company company;
        auto queue = company.queue("billing");
        queue.selection = Selection::BestSkill;
        put(company, queue);
        company.signsIn("bob");
        company.passes(Ms(1'000));
        company.signsIn("carol");
        QCOMPARE(company.offeredTo(company.starts("m", "billing")), std::string("carol"));
    }

    void sharesAreKept()
    {
        Company company;
        auto queue = company.queue("support");
        queue.selection = Selection::Share;
        queue.shares = {{"alice", 3}, {"bob", 1}};
        put(company, queue);
        company.signsIn("alice");
        company.signsIn("bob");
        std::map<std::string, int> offers;
        for (int i = 0; i < 40; ++i) {
            const auto name = std::to_string(i);
            const auto chat = company.starts(name);
            ++offers[company.offeredTo(chat)];
            (void)company.askAsCustomer(CustomerDisconnect{{{}, name}, {}});
        }
        QCOMPARE(offers["alice"], 30);
        QCOMPARE(offers["bob"], 10);
    }

    void whoIsDueFirstComesFirst()
    {
        Company company;
        auto queue = company.queue("support");
        queue.order = QueueOrder::Due;
        put(company, queue);
        company.signsIn("sam", false);
        const auto later = company.starts("later");
        const auto sooner = company.starts("sooner");
        const auto at = [](int hours) {
            return utcFromMs(1'800'000'000'000) + std::chrono::hours(hours);
        };
        QVERIFY(company.ask<InteractionSetPriority>("sam", {later, {}, at(9)}));
        QVERIFY(company.ask<InteractionSetPriority>("sam", {sooner, {}, at(3)}));
        company.signsIn("bob", false);
        auto bob = company.agent("bob");
        SiteDocument one;
        one.capacityRules = {{"one", "One chat", {{"chat", 1, 1}}, {}, {}}};
        bob.capacityRule = "one";
        one.agents = {bob};
        QVERIFY(company.changesSite(one));
        QVERIFY(company.ask<AgentSetState>("bob", {AgentState::Ready, {}, {}}));
        QCOMPARE(company.offeredTo(sooner), std::string("bob"));
        QCOMPARE(company.offeredTo(later), std::string());
    }

    void waitingMakesUpForPriority()
    {
        Company company;
        SiteDocument one;
        one.capacityRules = {{"one", "One chat", {{"chat", 1, 1}}, {}, {}}};
        auto bob = company.agent("bob");
        bob.capacityRule = "one";
        one.agents = {bob};
        QVERIFY(company.changesSite(one));
        company.signsIn("sam", false);
        const auto low = stays(company, "low", "support");
        // A minute of waiting is worth one step of priority.
        company.passes(std::chrono::minutes(6));
        const auto high = stays(company, "high", "support");
        QVERIFY(company.ask<InteractionSetPriority>("sam", {high, 5, {}}));
        company.signsIn("bob");
        QCOMPARE(company.offeredTo(low), std::string("bob"));
        QVERIFY(company.ask<AgentSetState>("bob", {AgentState::NotReady, {}, {}}));
        QVERIFY(company.ask<InteractionReject>("bob", {low, {}}));
        QVERIFY(company.ask<InteractionSetPriority>("sam", {high, 7, {}}));
        company.passes(Ms(20'000));
        QVERIFY(company.ask<AgentSetState>("bob", {AgentState::Ready, {}, {}}));
        QCOMPARE(company.offeredTo(high), std::string("bob"));
    }

    void theLastAgentIsWaitedFor()
    {
        Company company;
        auto queue = company.queue("support");
        queue.lastAgent = LastAgent{10'000, 86'400'000};
        put(company, queue);
        company.signsIn("alice");
        CustomerStart start;
        start.service = "support";
        start.nickname = "Maria";
        start.emailAddress = "Maria@example.org";
        start.secureKey = "first";
        const auto first = company.askAsCustomer(start).value().chatId;
        QVERIFY(company.ask<InteractionAccept>("alice", {first}));
        QVERIFY(company.ask<InteractionMarkDone>("alice", {first}));
        QVERIFY(company.ask<AgentSetState>("alice", {AgentState::NotReady, {}, {}}));
        company.signsIn("bob");
        company.restarts();
        QVERIFY(company.comesBack("alice"));
        QVERIFY(company.comesBack("bob"));
        start.secureKey = "second";
        start.emailAddress = "maria@EXAMPLE.org";
        const auto second = company.askAsCustomer(start).value().chatId;
        QCOMPARE(company.offeredTo(second), std::string());
        company.passes(Ms(5'000));
        QVERIFY(company.ask<AgentSetState>("alice", {AgentState::Ready, {}, {}}));
        QCOMPARE(company.offeredTo(second), std::string("alice"));
        QVERIFY(company.ask<AgentSetState>("alice", {AgentState::NotReady, {}, {}}));
        start.secureKey = "third";
        const auto third = company.askAsCustomer(start).value().chatId;
        QCOMPARE(company.offeredTo(third), std::string());
        company.passes(Ms(10'100));
        QCOMPARE(company.offeredTo(third), std::string("bob"));
    }

    void whatComesToAClosedQueueIsTreated()
    {
        Company company;
        SiteDocument site;
        // The company's clock begins on Friday, 15 January 2027, 08:00 UTC.
        site.calendars = {{"late", "Late", "UTC", {{{Weekday::Friday}, "10:00", "12:00"}}, {}}};
        QVERIFY(company.changesSite(site));
        company.signsIn("alice");
        auto queue = company.queue("support");
        queue.calendar = "late";
        queue.closed = {TreatmentAction::Close, "We are closed. Come back at ten.", {}};
        put(company, queue);
        const auto closed = company.starts("m");
        QVERIFY(!company.interaction(closed));
        const auto seen = company.askAsCustomer(CustomerRefresh{{{}, "m"}, 1}).value();
        QVERIFY(seen.chatEnded);
        QVERIFY(std::ranges::any_of(seen.messages, [](const auto &event) {
            return event.text == "We are closed. Come back at ten.";
        }));
        queue.closed = {TreatmentAction::Overflow, {}, "sales"};
        put(company, queue);
        const auto moved = company.starts("n");
        QCOMPARE(company.interaction(moved)->queueId, std::string("sales"));
        QCOMPARE(company.offeredTo(moved), std::string("alice"));
        queue.closed = {TreatmentAction::Hold, {}, {}};
        put(company, queue);
        const auto held = stays(company, "o", "support");
        QCOMPARE(company.offeredTo(held), std::string());
        company.passes(std::chrono::minutes(119));
        QCOMPARE(company.offeredTo(held), std::string());
        company.passes(std::chrono::minutes(2));
        QCOMPARE(company.offeredTo(held), std::string("alice"));
    }

    void whatComesToAFullQueueIsTreated()
    {
        Company company;
        auto queue = company.queue("support");
        queue.limit = 2;
        queue.full = {TreatmentAction::Close, "All are busy.", {}};
        put(company, queue);
        QVERIFY(company.interaction(company.starts("a")));
        QVERIFY(company.interaction(company.starts("b")));
        QVERIFY(!company.interaction(company.starts("c")));
    }

    void whoWaitsTooLongGoesToTheNextQueue()
    {
        Company company;
        auto queue = company.queue("billing");
        queue.overflow = Overflow{30'000, "support"};
        put(company, queue);
        company.signsIn("alice");
        const auto chat = stays(company, "m", "billing");
        company.passes(Ms(29'900));
        QCOMPARE(company.interaction(chat)->queueId, std::string("billing"));
        company.passes(Ms(200));
        QCOMPARE(company.interaction(chat)->queueId, std::string("support"));
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
    }

    void theCustomerIsToldThePlaceInTheQueue()
    {
        Company company;
        (void)company.starts("a");
        (void)company.starts("b");
        const auto standing = [&](const char *name) {
            return company.askAsCustomer(CustomerRefresh{{{}, name}, 1}).value().userData;
        };
        QCOMPARE(standing("a").value().at("queuePosition"), std::string("1"));
        QCOMPARE(standing("b").value().at("queuePosition"), std::string("2"));
        (void)company.askAsCustomer(CustomerDisconnect{{{}, "a"}, {}});
        QCOMPARE(standing("b").value().at("queuePosition"), std::string("1"));
        company.signsIn("bob");
        QVERIFY(!standing("b"));
    }

    void aChangedSkillCountsAtOnce()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m", "billing");
        QCOMPARE(company.offeredTo(chat), std::string());
        auto alice = company.agent("alice");
        alice.skills.push_back({"billing", 1});
        SiteDocument document;
        document.agents = {alice};
        QVERIFY(company.changesSite(document));
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
    }

    void everyDecisionIsExplained()
    {
        Company company;
        company.signsIn("bob");
        company.signsIn("alice", false);
        company.signsIn("sam", false);
        const auto chat = stays(company, "m", "vip");
        company.passes(Ms(20'100));
        QVERIFY(company.ask<InteractionAccept>("bob", {chat}));
        const auto told = company.ask<InteractionExplain>("sam", {chat}).value().decisions;
        QCOMPARE(told.size(), std::size_t(2));
        QCOMPARE(told[0].kind, DecisionKind::Waits);
        QCOMPARE(told[0].step, 1);
        QCOMPARE(told[0].targets, std::vector<std::string>{"support >= 5"});
        QCOMPARE(told[0].counts.at("not_ready"), 2);
        QCOMPARE(told[0].counts.at("not_targeted"), 3);
        QCOMPARE(told[1].kind, DecisionKind::Offered);
        QCOMPARE(told[1].step, 2);
        QCOMPARE(told[1].agentId, std::optional(company.id("bob")));
        QVERIFY(told[1].waitMs >= 20'000);
        QCOMPARE(told[1].candidates.front().verdict, Verdict::Chosen);
        QVERIFY(company.ask<InteractionExplain>("bob", {chat}));
        QCOMPARE(company.ask<InteractionExplain>("alice", {chat}).error().reason, Reason::NotFound);
        QVERIFY(company.ask<InteractionMarkDone>("bob", {chat}));
        QCOMPARE(company.ask<InteractionExplain>("bob", {chat}).value().decisions.size(),
                 std::size_t(2));
    }

    void aQueueInUseIsNotRemoved()
    {
        Company company;
        const auto chat = company.starts("m", "vip");
        company.signsIn("ada", false);
        AdminApply change;
        change.remove = {{SiteKind::Queue, "vip"}};
        QCOMPARE(company.ask("ada", change).error().reason, Reason::Conflict);
        QVERIFY(company.services->site.queue("vip"));
        (void)company.askAsCustomer(CustomerDisconnect{{chat, "m"}, {}});
        QVERIFY(company.ask("ada", change));
        QVERIFY(!company.services->site.queue("vip"));
    }

    void ageingBoundsTheWaitOfLowPriority()
    {
        Company company;
        SiteDocument one;
        one.capacityRules = {{"one", "One chat", {{"chat", 1, 1}}, {}, {}}};
        auto bob = company.agent("bob");
        bob.capacityRule = "one";
        one.agents = {bob};
        QVERIFY(company.changesSite(one));
        company.signsIn("sam", false);
        company.signsIn("bob");
        auto inHand = company.starts("first");
        QVERIFY(company.ask<InteractionAccept>("bob", {inHand}));
        const auto low = company.starts("low");
        (void)company.askAsCustomer(CustomerPresence{{{}, "low"}, true});
        // A stream of urgent ones that never ends: ten steps of priority are ten minutes.
        int served = 0;
        for (; served < 60 && inHand != low; ++served) {
            const auto name = "high" + std::to_string(served);
            const auto high = company.starts(name);
            QVERIFY(company.ask<InteractionSetPriority>("sam", {high, 10, {}}));
            (void)company.askAsCustomer(CustomerPresence{{{}, name}, true});
            company.passes(Ms(20'000));
            QVERIFY(company.ask<InteractionMarkDone>("bob", {inHand}));
            inHand = company.services->interactions.idsOf(company.id("bob")).front();
            QVERIFY(company.ask<InteractionAccept>("bob", {inHand}));
        }
        QVERIFY2(served > 20, "the urgent ones came first");
        QVERIFY2(served < 40, "and the other one came, too");
    }
};

QTEST_GUILESS_MAIN(tst_queues)
#include "tst_queues.moc"
