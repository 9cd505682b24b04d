// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;
using Texts = std::vector<std::string>;

class tst_conversations : public QObject
{
    Q_OBJECT

private:
    static InteractionId inConversation(Company &company)
    {
        company.signsIn("alice");
        const auto chat = company.starts("m");
        (void)company.ask<InteractionAccept>("alice", {chat});
        (void)company.heard("alice");
        return chat;
    }

private slots:
    void everyoneSeesOneOrder()
    {
        Company company;
        const auto chat = inConversation(company);
        QVERIFY(company.says("m", "1"));
        QVERIFY(company.ask<ChatSend>("alice", {chat, "2", {}, {}}));
        QVERIFY(company.says("m", "3"));
        QCOMPARE(company.textsOf(chat), (Texts{"1", "2", "3"}));
        int last = 0;
        for (const auto &event : company.services->chats.lastEvents(chat, 100))
            QCOMPARE(*event.index, ++last);
    }

    void theSameKeyTakesEffectOnceAndIsAnsweredAlike()
    {
        Company company;
        const auto chat = inConversation(company);
        const auto first = company.ask<ChatSend>("alice", {chat, "hello", {}, "k"});
        const auto again = company.ask<ChatSend>("alice", {chat, "hello", {}, "k"});
        QCOMPARE(again.value().index, first.value().index);
        QVERIFY(company.says("m", "hi", "k"));
        QVERIFY(company.says("m", "hi", "k"));
        QCOMPARE(company.textsOf(chat), (Texts{"hello", "hi"}));
    }

    void whispersLeaveNoTraceWithTheCustomer()
    {
        Company company;
        const auto chat = inConversation(company);
        const auto before = company.says("m", "a").value();
        QVERIFY(company.ask<ChatSend>("alice", {chat, "secret", Audience::Agents, {}}));
        const auto after = company.says("m", "b").value();
        for (const auto &event : after.messages)
            QVERIFY(event.text != "secret");
        QCOMPARE(*after.nextPosition, *before.nextPosition + 1);
    }

    void typingIsCountedForTheCustomerButNotStored()
    {
        Company company;
        const auto chat = inConversation(company);
        const auto before = company.says("m", "a").value();
        QVERIFY(company.ask<ChatTyping>("alice", {chat, true}));
        const auto seen = company.askAsCustomer(CustomerRefresh{{{}, "m"}, *before.nextPosition});
        QCOMPARE(seen.value().messages.size(), std::size_t(1));
        QCOMPARE(seen->messages.front().type, ChatEventType::TypingStarted);
        company.restarts();
        const auto later = company.askAsCustomer(CustomerRefresh{{{}, "m"}, 1}).value();
        for (const auto &event : later.messages)
            QVERIFY(event.type != ChatEventType::TypingStarted);
        QVERIFY(*later.nextPosition > *seen->nextPosition);
    }

    void typingThatIsOverIsNotToldAgain()
    {
        Company company;
        const auto chat = inConversation(company);
        const auto typing = [&] {
            int count = 0;
            const auto all = company.askAsCustomer(CustomerRefresh{{{}, "m"}, 1}).value();
            for (const auto &event : all.messages)
                count += event.type == ChatEventType::TypingStarted
                         || event.type == ChatEventType::TypingStopped;
            return count;
        };
        QVERIFY(company.ask<ChatTyping>("alice", {chat, true}));
        QVERIFY(company.says("m", "meanwhile"));
        QVERIFY(company.ask<ChatTyping>("alice", {chat, false}));
        QCOMPARE(typing(), 1);
        QVERIFY(company.ask<ChatTyping>("alice", {chat, true}));
        QVERIFY(company.ask<ChatSend>("alice", {chat, "said", Audience::Everyone, {}}));
        QCOMPARE(typing(), 0);
        QVERIFY(company.says("m", "and on"));
    }

    void anUnknownChatAndAWrongKeyAreAnsweredAlike()
    {
        Company company;
        const auto chat = inConversation(company);
        const auto wrongKey = company.askAsCustomer(CustomerRefresh{{chat, "x"}, {}});
        const auto unknown = company.askAsCustomer(CustomerRefresh{{InteractionId{7}, "m"}, {}});
        QVERIFY(!wrongKey && !unknown);
        QVERIFY(wrongKey.error() == unknown.error());
    }

    void aCustomerWhoIsGoneForLongEndsTheChat()
    {
        Company company;
        const auto chat = inConversation(company);
        company.passes(Ms(44'000));
        QVERIFY(!company.interaction(chat)->endedAt);
        company.passes(Ms(1'500));
        QCOMPARE(company.interaction(chat)->state, InteractionState::AfterContactWork);
        QCOMPARE(company.says("m", "hello?").error().reason, Reason::WrongState);
    }

    void aClockThatJumpsEndsNothing()
    {
        Company company;
        const auto chat = inConversation(company);
        for (const auto jump : {std::chrono::hours(25), std::chrono::hours(-72)}) {
            company.clockJumps(jump);
            company.passes(Ms(1'000));
            QVERIFY(company.says("m", "still here"));
        }
        QVERIFY(!company.interaction(chat)->endedAt);
        QCOMPARE(company.textsOf(chat).size(), std::size_t(2));
    }

    void whoPollsSeesTheLastWordsAlsoWhenAllIsDone()
    {
        Company company;
        const auto chat = inConversation(company);
        QVERIFY(company.ask<ChatSend>("alice", {chat, "Good bye", {}, {}}));
        const auto done = company.ask<InteractionMarkDone>("alice", {chat});
        QCOMPARE(done.value().state, InteractionState::Done);
        const auto seen = company.askAsCustomer(CustomerRefresh{{chat, "m"}, 1}).value();
        QVERIFY(seen.chatEnded);
        QVERIFY(std::ranges::any_of(seen.messages,
                                    [](const auto &event) { return event.text == "Good bye"; }));
        const auto again = company.ask<InteractionMarkDone>("alice", {chat});
        QCOMPARE(again.value().state, InteractionState::Done);
        QCOMPARE(company.ask<ChatTranscript>("alice", {chat, {}}).value().events.size(),
                 std::size_t(4));
    }

    void emptyAndTooLongMessagesAreRefusedAndNothingIsKept()
    {
        Company company;
        const auto chat = inConversation(company);
        for (const auto &text : {std::string(), std::string(" \n\t"), std::string(16'385, 'x')}) {
            QCOMPARE(company.says("m", text).error().reason, Reason::InvalidParams);
            const auto sent = company.ask<ChatSend>("alice", {chat, text, {}, {}});
            QCOMPARE(sent.error().reason, Reason::InvalidParams);
        }
        QVERIFY(company.textsOf(chat).empty());
        QVERIFY(company.says("m", std::string(16'384, 'x')));
    }
};

QTEST_GUILESS_MAIN(tst_conversations)
#include "tst_conversations.moc"
