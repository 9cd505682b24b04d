// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"
#include "protocol/explanation.h"
#include "protocol/workbin.h"

#include "domain/interactionstate.h"

#include <QTest>

#include <set>

using namespace tandem;
using namespace tandem::protocol;
using S = InteractionState;

class tst_lifecycle : public QObject
{
    Q_OBJECT

private:
    static InteractionId withAlice(Company &company, const std::string &name = "m")
    {
        company.signsIn("alice");
        const auto chat = company.starts(name);
        (void)company.ask<InteractionAccept>("alice", {chat});
        return chat;
    }

private slots:
    void everyArcIsOneThatTheTableNames_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<bool>("isAllowed");
        // Written out once more, by hand: what may follow what.
        const std::map<S, std::set<S>> allowed{
            {S::Queued, {S::Routing, S::Offered, S::Handling, S::Parked, S::Done}},
            {S::Routing, {S::Queued, S::Offered, S::Parked, S::Done}},
            {S::Offered, {S::Queued, S::Handling, S::Done}},
            {S::Handling, {S::Queued, S::Consulting, S::Parked, S::AfterContactWork, S::Done}},
            {S::Consulting, {S::Handling, S::Queued, S::AfterContactWork, S::Done}},
            {S::Parked, {S::Queued, S::Handling, S::Done}},
            {S::AfterContactWork, {S::Done}},
            {S::Done, {}}};
        for (int from = 0; from < 8; ++from) {
            for (int to = 0; to < 8; ++to) {
                const auto name =
                    std::string(nameOf(S(from))) + " to " + std::string(nameOf(S(to)));
                QTest::newRow(name.c_str()) << from << to << allowed.at(S(from)).contains(S(to));
            }
        }
    }

    void everyArcIsOneThatTheTableNames()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(bool, isAllowed);
        QCOMPARE(mayMove(S(from), S(to)), isAllowed);
    }

    void parkedIsInItsWorkbinAndNoLongerInHand()
    {
        Company company;
        const auto chat = withAlice(company);
        QVERIFY(company.ask<InteractionPark>("alice", {chat, {}, {}, "tomorrow"}));
        QCOMPARE(company.interaction(chat)->state, S::Parked);
        QCOMPARE(company.interaction(chat)->workbinId, std::optional<std::string>("agent/alice"));
        QCOMPARE(company.services->agents.find(company.id("alice"))->inHand(), 0);
        QVERIFY(company.ask<InteractionPark>("alice", {chat, {}, {}, {}}));
        const auto workbins = company.ask<WorkbinList>("alice", {}).value().workbins;
        QCOMPARE(workbins.front().count, 1);
        const auto listed = company.ask<InteractionList>(
            "alice", {Scope::Workbin, {}, {}, {}, "agent/alice", {}, {}, {}});
        QCOMPARE(listed.value().interactions.size(), std::size_t(1));
        const auto pulled = company.ask<InteractionPull>("alice", {chat});
        QVERIFY(pulled);
        QCOMPARE(company.interaction(chat)->state, S::Handling);
        QVERIFY(!company.interaction(chat)->workbinId);
    }

    void aParkedOneReturnsToItsQueueByItself()
    {
        Company company;
        const auto chat = withAlice(company);
        const auto later = utcFromMs(1'800'000'000'000) + std::chrono::hours(2);
        (void)company.askAsCustomer(CustomerPresence{{{}, "m"}, true});
        QVERIFY(company.ask<InteractionPark>("alice", {chat, "group/frontline", later, {}}));
        company.passes(std::chrono::minutes(110));
        QCOMPARE(company.interaction(chat)->state, S::Parked);
        company.passes(std::chrono::minutes(11));
        QVERIFY(company.interaction(chat)->state != S::Parked);
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
    }

    void whatWaitsInAWorkbinIsThereAfterARestart()
    {
        Company company;
        const auto chat = withAlice(company);
        QVERIFY(company.ask<InteractionPark>("alice", {chat, "queue/support", {}, {}}));
        company.restarts();
        QCOMPARE(company.interaction(chat)->state, S::Parked);
        QCOMPARE(company.interaction(chat)->workbinId, std::optional<std::string>("queue/support"));
    }

    void onlyWhoMayOpenAWorkbinSeesIt()
    {
        Company company;
        const auto chat = withAlice(company);
        company.signsIn("bob", false);
        company.signsIn("sam", false);
        QVERIFY(company.ask<InteractionPark>("alice", {chat, {}, {}, {}}));
        const InteractionList ofAlice{Scope::Workbin, {}, {}, {}, "agent/alice", {}, {}, {}};
        QCOMPARE(company.ask("bob", ofAlice).error().reason, Reason::NotPermitted);
        QCOMPARE(company.ask<InteractionPull>("bob", {chat}).error().reason, Reason::NotFound);
        QCOMPARE(company.ask("sam", ofAlice).value().interactions.size(), std::size_t(1));
        QVERIFY(company.ask<InteractionPull>("sam", {chat}));
        const InteractionList nowhere{Scope::Workbin, {}, {}, {}, "agent/nobody", {}, {}, {}};
        QCOMPARE(company.ask("bob", nowhere).error().field, std::string("workbinId"));
    }

    void whoIsATargetPullsFromTheQueueAndNobodyBeyondCapacity()
    {
        Company company;
        company.signsIn("bob", false);
        company.signsIn("alice", false);
        const auto chat = company.starts("m", "billing");
        QCOMPARE(company.ask<InteractionPull>("alice", {chat}).error().reason, Reason::NotFound);
        QVERIFY(company.ask<InteractionPull>("bob", {chat}));
        QVERIFY(company.ask<InteractionPull>("bob", {chat}));
        for (const auto *name : {"n", "o"})
            QVERIFY(company.ask<InteractionPull>("bob", {company.starts(name, "billing")}));
        const auto fourth = company.starts("p", "billing");
        QCOMPARE(company.ask<InteractionPull>("bob", {fourth}).error().reason, Reason::WrongState);
    }

    void releasedItGoesBackToItsOldPlaceAndToSomebodyElse()
    {
        Company company;
        const auto chat = withAlice(company);
        const auto queuedAt = company.interaction(chat)->queuedAt;
        company.signsIn("bob");
        QVERIFY(company.ask<InteractionRelease>("alice", {chat, "mistake"}));
        QCOMPARE(company.offeredTo(chat), std::string("bob"));
        QVERIFY(company.interaction(chat)->queuedAt == queuedAt);
        QVERIFY(company.ask<InteractionRelease>("alice", {chat, {}}));
        QCOMPARE(company.ask<InteractionRelease>("carol", {chat, {}}).error().reason,
                 Reason::NotPermitted);
    }

    void aHigherPriorityIsOfferedFirst()
    {
        Company company;
        company.signsIn("sam", false);
        const auto first = company.starts("m");
        const auto second = company.starts("n");
        QVERIFY(company.ask<InteractionSetPriority>("sam", {second, 50, {}}));
        QCOMPARE(company.ask<InteractionSetPriority>("sam", {second, 5000, {}}).error().field,
                 std::string("priority"));
        company.signsIn("alice", false);
        company.signsIn("bob");
        // Both fit; the more urgent one came first.
        const auto heard = company.heard("bob");
        std::vector<InteractionId> offers;
        for (const auto &fact : heard) {
            if (const auto *offered = std::get_if<InteractionOffered>(&fact))
                offers.push_back(offered->interaction.id);
        }
        QCOMPARE(offers, (std::vector<InteractionId>{second, first}));
    }

    void bulkWorkChangesEachWholeAndTellsItsProgress()
    {
        Company company;
        company.signsIn("sam", false);
        std::vector<InteractionId> chats;
        for (int i = 0; i < 120; ++i)
            chats.push_back(company.starts("c" + std::to_string(i)));
        (void)company.heard("sam");
        InteractionBulk bulk;
        bulk.action = BulkAction::Redistribute;
        bulk.queueId = "support";
        bulk.target = Target{{}, "sales", {}};
        const auto begun = company.ask("sam", bulk);
        QCOMPARE(begun.value().total, 120);
        company.passes(Ms(1'000));
        BulkProgress last;
        for (const auto &fact : company.heard("sam")) {
            if (const auto *progress = std::get_if<BulkProgress>(&fact))
                last = *progress;
        }
        QVERIFY(last.isOver);
        QCOMPARE(last.done, 120);
        for (const auto id : chats)
            QCOMPARE(company.interaction(id)->queueId, std::string("sales"));
        QCOMPARE(company.ask("alice", bulk).error().reason, Reason::NotPermitted);
        bulk.interactionIds = chats;
        QCOMPARE(company.ask("sam", bulk).error().reason, Reason::InvalidParams);
    }

    void afterContactWorkEndsByItselfWhereTheRulesSayIt()
    {
        Company company;
        company.signsIn("ada", false);
        AdminApply change;
        change.put.rules = company.services->site.rules();
        change.put.rules->afterContactWorkMs = 60'000;
        QVERIFY(company.ask("ada", change));
        const auto chat = withAlice(company);
        QVERIFY(company.ask<ChatEnd>("alice", {chat}));
        QCOMPARE(company.interaction(chat)->state, S::AfterContactWork);
        company.passes(Ms(59'000));
        QVERIFY(company.interaction(chat));
        company.passes(Ms(2'000));
        QVERIFY(!company.interaction(chat));
        QCOMPARE(company.services->agents.find(company.id("alice"))->inHand(), 0);
    }

    void eachMoveIsAFactWithItsTimes()
    {
        Company company;
        company.signsIn("alice");
        std::vector<InteractionMoved> moves;
        company.services->engine.hear<FactRecorded>([&](const FactRecorded &recorded) {
            if (const auto *moved = std::get_if<InteractionMoved>(&recorded.fact))
                moves.push_back(*moved);
        });
        const auto chat = company.starts("m");
        company.passes(Ms(4'000));
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        company.passes(Ms(7'000));
        QVERIFY(company.ask<InteractionMarkDone>("alice", {chat}));
        QCOMPARE(moves.size(), std::size_t(5));
        QCOMPARE(moves[2].cause, MoveCause::Accepted);
        QCOMPARE(moves[2].waitMs.value() / 1000, 4);
        QCOMPARE(moves[3].cause, MoveCause::ConversationEnded);
        QCOMPARE(moves[4].cause, MoveCause::MarkedDone);
        QCOMPARE(moves[4].handleMs.value() / 1000, 7);
    }
};

QTEST_GUILESS_MAIN(tst_lifecycle)
#include "tst_lifecycle.moc"
