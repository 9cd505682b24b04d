// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

class tst_offers : public QObject
{
    Q_OBJECT

private slots:
    void offersToTheLongestIdleAgentFirst()
    {
        Company company;
        company.signsIn("bob");
        company.signsIn("alice");
        QCOMPARE(company.offeredTo(company.starts("m")), std::string("bob"));
        QCOMPARE(company.offeredTo(company.starts("n")), std::string("alice"));
    }

    void onlyAgentsWithTheSkillAreOffered()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m", "billing");
        QCOMPARE(company.offeredTo(chat), std::string());
        company.signsIn("bob");
        QCOMPARE(company.offeredTo(chat), std::string("bob"));
    }

    void nobodyGetsMoreThanTheCapacity()
    {
        Company company;
        company.signsIn("alice");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(company.offeredTo(company.starts(std::to_string(i))), std::string("alice"));
        const auto fourth = company.starts("4");
        QCOMPARE(company.offeredTo(fourth), std::string());
        (void)company.askAsCustomer(CustomerDisconnect{{{}, "0"}, {}});
        QCOMPARE(company.offeredTo(fourth), std::string("alice"));
    }

    void anOfferThatTimesOutGoesToTheNextAndComesBackLater()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m");
        company.passes(Ms(29'990));
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
        company.passes(Ms(20));
        QCOMPARE(company.offeredTo(chat), std::string());
        QCOMPARE(company.interaction(chat)->state, InteractionState::Queued);
        company.signsIn("bob");
        QCOMPARE(company.offeredTo(chat), std::string("bob"));
        (void)company.ask<InteractionReject>("bob", {chat, {}});
        (void)company.says("m", "still here");
        company.passes(Ms(15'100));
        QVERIFY(!company.offeredTo(chat).empty());
    }

    void acceptingTwiceIsAnsweredAlike()
    {
        Company company;
        company.signsIn("alice");
        company.signsIn("bob");
        const auto chat = company.starts("m");
        const auto first = company.ask<InteractionAccept>("alice", {chat});
        const auto second = company.ask<InteractionAccept>("alice", {chat});
        QVERIFY(first && second);
        QVERIFY(first->interaction == second->interaction);
        const auto other = company.ask<InteractionAccept>("bob", {chat});
        QCOMPARE(other.error().reason, Reason::NotFound);
    }

    void aLostConnectionTakesTheOfferBackAndLaterTheChats()
    {
        Company company;
        company.signsIn("alice");
        const auto handled = company.starts("m");
        QVERIFY(company.ask<InteractionAccept>("alice", {handled}));
        const auto offered = company.starts("n");
        company.losesConnection("alice");
        company.passes(Ms(4'900));
        QCOMPARE(company.offeredTo(offered), std::string("alice"));
        company.passes(Ms(200));
        QCOMPARE(company.offeredTo(offered), std::string());
        QCOMPARE(company.interaction(handled)->agentId, std::optional(company.id("alice")));
        (void)company.askAsCustomer(CustomerPresence{{{}, "m"}, true});
        company.passes(Ms(295'000));
        QCOMPARE(company.interaction(handled)->state, InteractionState::Queued);
        QVERIFY(!company.interaction(handled)->agentId);
    }

    void whoComesBackInTimeKeepsEverything()
    {
        Company company;
        company.signsIn("alice");
        const auto handled = company.starts("m");
        QVERIFY(company.ask<InteractionAccept>("alice", {handled}));
        const auto offered = company.starts("n");
        company.losesConnection("alice");
        company.passes(Ms(4'000));
        const auto back = company.comesBack("alice");
        QCOMPARE(back.value().snapshot.interactions.size(), std::size_t(1));
        QCOMPARE(back->snapshot.offers.size(), std::size_t(1));
        company.passes(Ms(10'000));
        QCOMPARE(company.offeredTo(offered), std::string("alice"));
    }

    void whatIsOfferedOnSigningInStandsInTheSnapshot()
    {
        Company company;
        company.signsIn("alice");
        company.losesConnection("alice");
        company.passes(Ms(5'100));
        const auto chat = company.starts("m");
        QCOMPARE(company.offeredTo(chat), std::string());
        const auto back = company.comesBack("alice");
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
        QCOMPARE(back.value().snapshot.offers.size(), std::size_t(1));
    }

    void aLostConnectionIsNoRefusal()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m");
        company.losesConnection("alice");
        company.passes(Ms(5'100));
        QCOMPARE(company.offeredTo(chat), std::string());
        QVERIFY(company.comesBack("alice"));
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
    }

    void whoGivesAChatToAQueueIsNotOfferedItAtOnce()
    {
        Company company;
        company.signsIn("carol");
        const auto chat = company.starts("m", "sales");
        QVERIFY(company.ask<InteractionAccept>("carol", {chat}));
        const Target billing{{}, "billing", {}};
        QVERIFY(company.ask<InteractionTransfer>("carol", {chat, billing, "late parcel"}));
        QCOMPARE(company.offeredTo(chat), std::string());
        company.signsIn("bob");
        QCOMPARE(company.offeredTo(chat), std::string("bob"));
        QCOMPARE(company.interaction(chat)->note, std::optional<std::string>("late parcel"));
    }

    void aSkillNamedTwiceIsRefusedBeforeAnythingIsWritten()
    {
        Company company;
        company.signsIn("ada", false);
        AdminAddUser dora{"dora", "Dora", "hash", {}, {{"support", 5}, {"support", 4}}, {}};
        QCOMPARE(company.ask("ada", dora).error().field, std::string("skills"));
        dora.skills = {{"support", 0}};
        QCOMPARE(company.ask("ada", dora).error().field, std::string("skills"));
        dora.skills = {{"support", 5}};
        QVERIFY(company.ask("ada", dora));
    }

    void aTransferIsRefusedWhereTheAgentIsNotThere()
    {
        Company company;
        company.signsIn("alice");
        company.signsIn("bob", false);
        const auto chat = company.starts("m");
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        const auto to = [&](AgentId agent) {
            return company.ask<InteractionTransfer>("alice", {chat, {agent, {}, {}}, {}});
        };
        QCOMPARE(to(company.id("carol")).error().reason, Reason::WrongState);
        QCOMPARE(to(company.id("bob")).error().reason, Reason::WrongState);
        QCOMPARE(to(AgentId{12345}).error().reason, Reason::NotFound);
        QCOMPARE(company.interaction(chat)->agentId, std::optional(company.id("alice")));
    }

    void aTransferKeepsTheFirstAgentUntilTheSecondAccepts()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m");
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        company.signsIn("bob");
        const Target toBob{company.id("bob"), {}, {}};
        QVERIFY(company.ask<InteractionTransfer>("alice", {chat, toBob, {}}));
        QVERIFY(company.ask<ChatSend>("alice", {chat, "one moment", {}, {}}));
        QVERIFY(company.ask<InteractionReject>("bob", {chat, {}}));
        QCOMPARE(company.interaction(chat)->agentId, std::optional(company.id("alice")));
        QVERIFY(company.ask<InteractionTransfer>("alice", {chat, toBob, {}}));
        const auto accepted = company.ask<InteractionAccept>("bob", {chat});
        QVERIFY(accepted);
        QCOMPARE(accepted->interaction.participants.size(), std::size_t(2));
        const auto late = company.ask<ChatSend>("alice", {chat, "still me", {}, {}});
        QCOMPARE(late.error().reason, Reason::NotFound);
    }
};

QTEST_GUILESS_MAIN(tst_offers)
#include "tst_offers.moc"
