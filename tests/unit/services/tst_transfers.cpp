// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"

#include <QTest>

#include <set>

using namespace tandem;
using namespace tandem::protocol;
using S = InteractionState;

class tst_transfers : public QObject
{
    Q_OBJECT

private:
    static InteractionId consulting(Company &company)
    {
        company.signsIn("alice");
        const auto chat = company.starts("m");
        (void)company.ask<InteractionAccept>("alice", {chat});
        company.signsIn("bob");
        const Target bob{company.id("bob"), {}, {}};
        (void)company.ask<InteractionConsult>("alice", {chat, bob, "what now?"});
        (void)company.ask<InteractionAccept>("bob", {chat});
        return chat;
    }
    static CustomerReply seenBy(Company &company, const std::string &name)
    {
        return company.askAsCustomer(CustomerRefresh{{{}, name}, 1}).value();
    }

private slots:
    void aConsultationLeavesNoTraceWithTheCustomer()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m");
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        const auto before = seenBy(company, "m");
        company.signsIn("bob");
        const Target bob{company.id("bob"), {}, {}};
        QVERIFY(company.ask<InteractionConsult>("alice", {chat, bob, {}}));
        QCOMPARE(company.interaction(chat)->state, S::Handling);
        QVERIFY(company.ask<InteractionAccept>("bob", {chat}));
        QCOMPARE(company.interaction(chat)->state, S::Consulting);
        QVERIFY(company.ask<ChatSend>("bob", {chat, "try this", Audience::Everyone, {}}));
        QVERIFY(company.ask<ChatTyping>("bob", {chat, true}));
        QVERIFY(company.ask<InteractionCancelConsult>("alice", {chat}));
        QCOMPARE(company.interaction(chat)->state, S::Handling);
        const auto after = seenBy(company, "m");
        QCOMPARE(after.messages.size(), before.messages.size());
        QCOMPARE(*after.nextPosition, *before.nextPosition);
        QCOMPARE(company.ask<ChatSend>("bob", {chat, "late", {}, {}}).error().reason,
                 Reason::NotFound);
    }

    void aCompletedTransferGivesItToTheConsultedAgent()
    {
        Company company;
        const auto chat = consulting(company);
        QVERIFY(company.ask<InteractionCompleteTransfer>("alice", {chat}));
        QCOMPARE(company.interaction(chat)->agentId, std::optional(company.id("bob")));
        QCOMPARE(company.interaction(chat)->state, S::Handling);
        QCOMPARE(company.services->agents.find(company.id("alice"))->inHand(), 0);
        QCOMPARE(company.services->agents.find(company.id("bob"))->inHand(), 1);
        QVERIFY(company.ask<ChatSend>("bob", {chat, "Bob here", {}, {}}));
        const auto seen = seenBy(company, "m");
        QVERIFY(std::ranges::any_of(seen.messages, [](const auto &event) {
            return event.from.nickname == "Bob" && event.type == ChatEventType::ParticipantJoined;
        }));
    }

    // A gap in them would tell the customer of sam, who watches, and of bob's being asked.
    void numbersOfParticipantsTellOfNobodyUnseen()
    {
        Company company;
        const auto chat = consulting(company);
        QVERIFY(company.ask<InteractionCancelConsult>("alice", {chat}));
        company.signsIn("sam", false);
        QVERIFY(company.ask<SupervisionMonitor>("sam", {chat, {}}));
        company.signsIn("carol");
        const Target carol{company.id("carol"), {}, {}};
        QVERIFY(company.ask<InteractionConference>("alice", {chat, carol, {}}));
        QVERIFY(company.ask<InteractionAccept>("carol", {chat}));
        QVERIFY(company.ask<SupervisionBargeIn>("sam", {chat}));
        using Numbers = std::set<std::pair<std::string, int>>;
        const auto numbers = [&] {
            Numbers numbers;
            for (const auto &event : seenBy(company, "m").messages)
                numbers.emplace(event.from.nickname, event.from.participantId);
            return numbers;
        };
        const Numbers expected{{"m", 1}, {"Alice", 2}, {"Carol", 3}, {"Sam", 4}};
        QCOMPARE(numbers(), expected);
        company.restarts();
        QCOMPARE(numbers(), expected);
    }

    void aCompletedConferenceHasBothForEveryoneToSee()
    {
        Company company;
        const auto chat = consulting(company);
        QVERIFY(company.ask<InteractionCompleteConference>("alice", {chat}));
        QCOMPARE(company.interaction(chat)->memberIds, std::vector{company.id("bob")});
        QVERIFY(company.ask<ChatSend>("bob", {chat, "hello from Bob", {}, {}}));
        QVERIFY(company.ask<ChatSend>("alice", {chat, "and from me", {}, {}}));
        QVERIFY(std::ranges::any_of(seenBy(company, "m").messages, [](const auto &event) {
            return event.text == "hello from Bob";
        }));
        // Who has it goes, and the other one has it.
        QVERIFY(company.ask<InteractionRelease>("alice", {chat, {}}));
        QCOMPARE(company.interaction(chat)->agentId, std::optional(company.id("bob")));
        QVERIFY(company.interaction(chat)->memberIds.empty());
        QCOMPARE(company.services->agents.find(company.id("bob"))->inHand(), 1);
    }

    void whoEndsAConferenceHearsThatTheOthersLeft()
    {
        Company company;
        const auto chat = consulting(company);
        QVERIFY(company.ask<InteractionCompleteConference>("alice", {chat}));
        (void)company.heard("alice");
        QVERIFY(company.ask<ChatEnd>("alice", {chat}));
        std::vector<std::string> left;
        for (const auto &fact : company.heard("alice")) {
            const auto *event = std::get_if<ChatEventHappened>(&fact);
            if (event && event->event.type == ChatEventType::ParticipantLeft)
                left.push_back(event->event.from.nickname);
        }
        QCOMPARE(left, (std::vector<std::string>{"Alice", "Bob"}));
    }

    void aConferenceInOneStepIsOfferedAndJoined()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m");
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        company.signsIn("carol");
        const Target billing{{}, {}, "billing >= 5"};
        QVERIFY(company.ask<InteractionConference>("alice", {chat, billing, {}}));
        QCOMPARE(company.offeredTo(chat), std::string("carol"));
        QVERIFY(company.ask<InteractionReject>("carol", {chat, {}}));
        QCOMPARE(company.interaction(chat)->state, S::Handling);
        QVERIFY(company.ask<InteractionConference>("alice", {chat, billing, {}}));
        QVERIFY(company.ask<InteractionAccept>("carol", {chat}));
        QCOMPARE(company.interaction(chat)->memberIds, std::vector{company.id("carol")});
    }

    void aConsultationOutlivesARestart()
    {
        Company company;
        const auto chat = consulting(company);
        company.restarts();
        QVERIFY(company.comesBack("alice"));
        QVERIFY(company.comesBack("bob"));
        QCOMPARE(company.interaction(chat)->state, S::Consulting);
        QVERIFY(company.ask<ChatSend>("bob", {chat, "still in confidence", {}, {}}));
        for (const auto &event : seenBy(company, "m").messages)
            QVERIFY(event.text != "still in confidence" && event.from.nickname != "Bob");
        QVERIFY(company.ask<InteractionCompleteConference>("alice", {chat}));
        company.restarts();
        QVERIFY(company.comesBack("alice"));
        QCOMPARE(company.interaction(chat)->memberIds, std::vector{company.id("bob")});
    }

    void theConsultedAgentWhoIsGoneLeavesTheRestAsItWas()
    {
        Company company;
        const auto chat = consulting(company);
        QVERIFY(company.ask<SessionLogout>("bob", {}));
        QCOMPARE(company.interaction(chat)->state, S::Handling);
        QCOMPARE(company.interaction(chat)->agentId, std::optional(company.id("alice")));
        QVERIFY(!company.interaction(chat)->consultedId);
    }

    void whoIsGoneFromAConferenceHandsItOn()
    {
        Company company;
        const auto chat = consulting(company);
        QVERIFY(company.ask<InteractionCompleteConference>("alice", {chat}));
        QVERIFY(company.ask<SessionLogout>("alice", {}));
        QCOMPARE(company.interaction(chat)->agentId, std::optional(company.id("bob")));
        QCOMPARE(company.interaction(chat)->state, S::Handling);
    }

    void aTransferToASkillWaitsForIt()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m");
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        company.signsIn("bob");
        const auto to = [&](const char *skill) {
            return company.ask<InteractionTransfer>("alice", {chat, {{}, {}, skill}, {}});
        };
        QCOMPARE(to("juggling").error().field, std::string("target.skill"));
        QCOMPARE(to("billing >").error().field, std::string("target.skill"));
        QVERIFY(to("billing >= 5"));
        QCOMPARE(company.offeredTo(chat), std::string());
        company.restarts();
        QVERIFY(company.comesBack("bob"));
        QCOMPARE(company.offeredTo(chat), std::string());
        company.signsIn("carol");
        QCOMPARE(company.offeredTo(chat), std::string("carol"));
    }

    void twoOffersOfOneInteractionAreNeverOpen()
    {
        Company company;
        const auto chat = consulting(company);
        company.signsIn("carol");
        const Target carol{company.id("carol"), {}, {}};
        QCOMPARE(company.ask<InteractionTransfer>("alice", {chat, carol, {}}).error().reason,
                 Reason::WrongState);
        QCOMPARE(company.ask<InteractionConsult>("alice", {chat, carol, {}}).error().reason,
                 Reason::WrongState);
        const Target alice{company.id("alice"), {}, {}};
        QVERIFY(company.ask<InteractionCancelConsult>("alice", {chat}));
        QCOMPARE(company.ask<InteractionConsult>("alice", {chat, alice, {}}).error().reason,
                 Reason::Conflict);
        QVERIFY(company.ask<InteractionConsult>("alice", {chat, carol, {}}));
        QVERIFY(company.ask<InteractionCancelConsult>("alice", {chat}));
        QCOMPARE(company.offeredTo(chat), std::string());
    }
};

QTEST_GUILESS_MAIN(tst_transfers)
#include "tst_transfers.moc"
