// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

class tst_restarts : public QObject
{
    Q_OBJECT

private slots:
    void aConversationGoesOnWhereItWas()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m");
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        QVERIFY(company.says("m", "one", "k1"));
        QVERIFY(company.ask<ChatSend>("alice", {chat, "two", {}, "k2"}));
        const auto before = *company.interaction(chat);
        company.restarts();
        const auto back = company.comesBack("alice").value();
        QCOMPARE(back.snapshot.interactions.size(), std::size_t(1));
        auto after = *company.interaction(chat);
        QVERIFY(after == before);
        QVERIFY(company.says("m", "one", "k1"));
        QVERIFY(company.ask<ChatSend>("alice", {chat, "two", {}, "k2"}));
        QVERIFY(company.says("m", "three"));
        QCOMPARE(company.textsOf(chat), (std::vector<std::string>{"one", "two", "three"}));
    }

    void whatWasGivenAwayIsAnsweredAlikeWhenItIsAskedAgain()
    {
        Company company;
        company.signsIn("alice");
        const auto again = [&](const auto &request) {
            company.restarts();
            QVERIFY(company.comesBack("alice"));
            QVERIFY(company.ask<AgentSetState>("alice", {AgentState::NotReady, {}, {}}));
            QVERIFY(company.ask<std::decay_t<decltype(request)>>("alice", request));
        };
        const auto rejected = company.starts("m");
        QVERIFY(company.ask<InteractionReject>("alice", {rejected, {}}));
        again(InteractionReject{rejected, {}});
        QVERIFY(company.ask<InteractionPull>("alice", {rejected}));
        QVERIFY(company.ask<InteractionRelease>("alice", {rejected, {}}));
        again(InteractionRelease{rejected, {}});
        QVERIFY(company.ask<InteractionPull>("alice", {rejected}));
        const Target sales{{}, "sales", {}};
        QVERIFY(company.ask<InteractionTransfer>("alice", {rejected, sales, {}}));
        again(InteractionTransfer{rejected, sales, {}});
        QCOMPARE(company.interaction(rejected)->queueId, std::string("sales"));
        const Target billing{{}, "billing", {}};
        QVERIFY(!company.ask<InteractionTransfer>("alice", {rejected, billing, {}}));
    }

    void aConferenceThatIsCompletedAgainIsAnsweredAlike()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m");
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        company.signsIn("bob");
        const Target bob{company.id("bob"), {}, {}};
        QVERIFY(!company.ask<InteractionCompleteConference>("alice", {chat}));
        QVERIFY(company.ask<InteractionConsult>("alice", {chat, bob, {}}));
        QVERIFY(company.ask<InteractionAccept>("bob", {chat}));
        const auto first = company.ask<InteractionCompleteConference>("alice", {chat});
        QVERIFY(first);
        QVERIFY(*company.ask<InteractionCompleteConference>("alice", {chat}) == *first);
        company.restarts();
        QVERIFY(company.comesBack("alice"));
        QVERIFY(company.ask<InteractionCompleteConference>("alice", {chat}));
    }

    void anOfferGoesOnIfTheAgentIsBackInTime()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m");
        company.restarts();
        company.passes(Ms(10'000));
        QVERIFY(company.comesBack("alice"));
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
    }

    void anOfferWhoseAgentStaysAwayIsQueuedAtItsOldPlace()
    {
        Company company;
        company.signsIn("alice");
        const auto first = company.starts("m");
        for (int i = 0; i < 2; ++i)
            (void)company.starts("n" + std::to_string(i));
        const auto waiting = company.starts("later");
        QCOMPARE(company.offeredTo(waiting), std::string());
        company.restarts();
        company.passes(Ms(16'000));
        QCOMPARE(company.interaction(first)->state, InteractionState::Queued);
        company.passes(Ms(16'000));
        company.signsIn("bob");
        QCOMPARE(company.offeredTo(first), std::string("bob"));
        QCOMPARE(company.offeredTo(waiting), std::string());
    }

    void theCustomersTimeStartsAnew()
    {
        Company company;
        const auto chat = company.starts("m");
        company.passes(Ms(40'000));
        company.restarts();
        company.passes(Ms(40'000));
        QVERIFY(company.interaction(chat));
        company.passes(Ms(6'000));
        QVERIFY(!company.interaction(chat));
    }

    void aRepeatedStartAfterARestartIsTheSameChat()
    {
        Company company;
        CustomerStart start;
        start.service = "support";
        start.nickname = "Maria";
        start.secureKey = "derived";
        start.startScope = "scope";
        start.clientMessageId = "first";
        const auto first = company.askAsCustomer(start).value();
        company.restarts();
        const auto second = company.askAsCustomer(start).value();
        QCOMPARE(second.chatId, first.chatId);
        start.secureKey = "another";
        QVERIFY(company.askAsCustomer(start).value().chatId != first.chatId);
    }

    void whatIsDoneIsReadFromTheStore()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m");
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        QVERIFY(company.says("m", "hi"));
        QVERIFY(company.ask<InteractionSetDisposition>("alice", {chat, "solved", {}}));
        QVERIFY(company.ask<InteractionMarkDone>("alice", {chat}));
        const auto stored = company.ask<InteractionFetch>("alice", {chat}).value();
        QCOMPARE(stored.state, InteractionState::Done);
        QCOMPARE(stored.disposition, std::optional<std::string>("solved"));
        QVERIFY(stored.endedAt && stored.doneAt);
    }
};

QTEST_GUILESS_MAIN(tst_restarts)
#include "tst_restarts.moc"
