// SPDX-License-Identifier: GPL-3.0-or-later
// What a chat has besides messages: addresses, notices, names, receipts, previews, idleness.
#include "company.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

class tst_chatoperations : public QObject
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

    static std::vector<CustomerEvent> seen(Company &company)
    {
        return company.askAsCustomer(CustomerRefresh{{{}, "m"}, 1, {}}).value().messages;
    }

    static int count(const std::vector<CustomerEvent> &events, ChatEventType type)
    {
        return static_cast<int>(std::ranges::count(events, type, &CustomerEvent::type));
    }

    // Time passes, and the customer's page asks for news as it does.
    static void passes(Company &company, Ms time)
    {
        for (auto left = time; left > Ms(0); left -= Ms(5'000)) {
            company.passes(std::min(left, Ms(5'000)));
            (void)company.askAsCustomer(CustomerRefresh{{{}, "m"}, 1, {}});
        }
    }

    static void changesRules(Company &company, std::function<void(Rules &)> change)
    {
        SiteDocument put;
        put.rules = company.services->site.rules();
        change(*put.rules);
        QVERIFY(company.changesSite(put));
    }

    template <class FactType>
    static std::vector<FactType> heard(Company &company, const std::string &user)
    {
        std::vector<FactType> found;
        for (const auto &fact : company.heard(user)) {
            if (const auto *one = std::get_if<FactType>(&fact))
                found.push_back(*one);
        }
        return found;
    }

    static std::string userData(Company &company, const std::string &key)
    {
        const auto reply = company.askAsCustomer(CustomerRefresh{{{}, "m"}, 1, {}}).value();
        const auto data = reply.userData.value_or(Data{});
        return data.contains(key) ? data.at(key) : std::string();
    }

private slots:
    void anAddressReachesTheOtherSideOnce()
    {
        Company company;
        const auto chat = inConversation(company);
        const auto first = company.ask<ChatPushUrl>("alice", {chat, "https://a.example/", "k"});
        const auto again = company.ask<ChatPushUrl>("alice", {chat, "https://a.example/", "k"});
        QCOMPARE(first.value().index, again.value().index);
        QVERIFY(company.askAsCustomer(CustomerPushUrl{{{}, "m"}, "http://b.example/", {}, {}}));
        const auto events = seen(company);
        QCOMPARE(count(events, ChatEventType::PushUrl), 2);
        QCOMPARE(*events.back().text, std::string("http://b.example/"));
    }

    void anAddressThatIsNoneIsRefused()
    {
        Company company;
        const auto chat = inConversation(company);
        for (const auto *url : {"javascript:alert(1)", "https://bank.example@evil.example", ""}) {
            const auto agent = company.ask<ChatPushUrl>("alice", {chat, url, {}});
            QCOMPARE(agent.error().reason, Reason::InvalidParams);
            QCOMPARE(agent.error().field, std::string("url"));
            const auto customer = company.askAsCustomer(CustomerPushUrl{{{}, "m"}, url, {}, {}});
            QCOMPARE(customer.error().reason, Reason::InvalidParams);
        }
        QCOMPARE(count(seen(company), ChatEventType::PushUrl), 0);
    }

    void noticesGoBothWaysAndToTheStrategy()
    {
        Company company;
        const auto chat = inConversation(company);
        QVERIFY(company.ask<ChatCustomNotice>("alice", {chat, "{\"show\":1}", {}}));
        QVERIFY(company.askAsCustomer(CustomerCustomNotice{{{}, "m"}, "{\"cart\":2}", {}, "k"}));
        QVERIFY(company.askAsCustomer(CustomerCustomNotice{{{}, "m"}, "{\"cart\":2}", {}, "k"}));
        QCOMPARE(count(seen(company), ChatEventType::CustomNotice), 2);
        const auto events = heard<ChatEventHappened>(company, "alice");
        QCOMPARE(*events.back().event.text, std::string("{\"cart\":2}"));
    }

    void aNewNameIsThatOfAllTheySaid()
    {
        Company company;
        const auto chat = inConversation(company);
        QVERIFY(company.says("m", "hello"));
        (void)company.heard("alice");
        QVERIFY(company.askAsCustomer(CustomerUpdateNickname{{{}, "m"}, "Maria Rossi", {}}));
        QVERIFY(company.askAsCustomer(CustomerUpdateNickname{{{}, "m"}, "Maria Rossi", {}}));
        QCOMPARE(count(seen(company), ChatEventType::NicknameUpdated), 1);
        QCOMPARE(company.interaction(chat)->contact.name, std::string("Maria Rossi"));
        const auto changes = heard<InteractionChanged>(company, "alice");
        QCOMPARE(changes.back().interaction.participants.front().nickname,
                 std::string("Maria Rossi"));
        const auto names = [&] {
            std::set<std::string> found;
            for (const auto &event : seen(company)) {
                if (event.from.type == ParticipantType::Client)
                    found.insert(event.from.nickname);
            }
            for (const auto &event : company.services->chats.lastEvents(chat, 100)) {
                if (event.from.type == ParticipantType::Client)
                    found.insert(event.from.nickname);
            }
            return found;
        };
        QCOMPARE(names(), std::set<std::string>{"Maria Rossi"});
        company.restarts();
        QCOMPARE(names(), std::set<std::string>{"Maria Rossi"});
        QCOMPARE(company.interaction(chat)->contact.name, std::string("Maria Rossi"));
        const auto empty = company.askAsCustomer(CustomerUpdateNickname{{{}, "m"}, " ", {}});
        QCOMPARE(empty.error().field, std::string("nickname"));
    }

    void theCustomersReceiptIsHeardAndKept()
    {
        Company company;
        const auto chat = inConversation(company);
        QVERIFY(company.ask<ChatSend>("alice", {chat, "note", Audience::Agents, {}}));
        const int said = company.ask<ChatSend>("alice", {chat, "hello", {}, {}}).value().index;
        const int shown = seen(company).back().index;
        (void)company.heard("alice");
        QVERIFY(company.askAsCustomer(CustomerReadReceipt{{{}, "m"}, shown}));
        QVERIFY(company.askAsCustomer(CustomerReadReceipt{{{}, "m"}, shown - 1})); // late
        const auto reads = heard<ChatRead>(company, "alice");
        QCOMPARE(reads.size(), std::size_t(1));
        QCOMPARE(reads.front().index, said);
        QCOMPARE(reads.front().participantId, 1);
        company.restarts();
        QCOMPARE(company.services->chats.participants(chat).front().readIndex, std::optional(said));
    }

    void theAgentsReceiptIsToldToTheCustomer()
    {
        Company company;
        const auto chat = inConversation(company);
        QVERIFY(company.ask<ChatSend>("alice", {chat, "note", Audience::Agents, {}}));
        QVERIFY(company.says("m", "one"));
        const int one = seen(company).back().index;
        QVERIFY(company.says("m", "two"));
        QCOMPARE(userData(company, "readPosition"), std::string());
        const auto last = company.services->chats.lastEvents(chat, 2);
        QVERIFY(company.ask<ChatReadReceipt>("alice", {chat, *last.front().index}));
        QCOMPARE(userData(company, "readPosition"), std::to_string(one));
        company.restarts();
        QCOMPARE(userData(company, "readPosition"), std::to_string(one));
        company.signsIn("bob");
        const auto other = company.ask<ChatReadReceipt>("bob", {chat, 1});
        QCOMPARE(other.error().reason, Reason::NotFound);
    }

    void whoIsAskedInConfidenceLeavesNoReceiptWithTheCustomer()
    {
        Company company;
        const auto chat = inConversation(company);
        company.signsIn("bob");
        Target target;
        target.agentId = company.id("bob");
        QVERIFY(company.ask<InteractionConsult>("alice", {chat, target, {}}));
        QVERIFY(company.ask<InteractionAccept>("bob", {chat}));
        QVERIFY(company.says("m", "one"));
        QVERIFY(company.ask<ChatReadReceipt>("bob", {chat, 100}));
        QCOMPARE(userData(company, "readPosition"), std::string());
    }

    void whatIsTypedIsSeenOnlyWhereTheRulesSayIt()
    {
        Company company;
        (void)inConversation(company);
        const auto typed = [&] {
            QVERIFY(company.askAsCustomer(CustomerTyping{{{}, "m"}, true, {}, "my pass"}));
            QVERIFY(company.askAsCustomer(CustomerRefresh{{{}, "m"}, 1, "my passw"}));
        };
        typed();
        auto events = heard<ChatEventHappened>(company, "alice");
        QCOMPARE(events.size(), std::size_t(2));
        for (const auto &one : events)
            QVERIFY(!one.event.text);
        changesRules(company, [](Rules &rules) { rules.typingPreview = TypingPreview::Shown; });
        (void)company.heard("alice");
        typed();
        events = heard<ChatEventHappened>(company, "alice");
        QCOMPARE(*events.back().event.text, std::string("my passw"));
        QCOMPARE(count(seen(company), ChatEventType::Notice), 0); // it began before
    }

    void whoseTypingIsSeenIsToldFirst()
    {
        Company company;
        changesRules(company, [](Rules &rules) { rules.typingPreview = TypingPreview::Shown; });
        (void)company.starts("m");
        const auto events = seen(company);
        QCOMPARE(count(events, ChatEventType::Notice), 1);
        QCOMPARE(*events.at(1).messageType, std::string("typing_preview"));
    }

    void aChatInWhichNobodyWritesIsClosed()
    {
        Company company;
        const auto chat = inConversation(company);
        passes(company, Ms(250'000));
        QCOMPARE(count(seen(company), ChatEventType::IdleAlert), 0);
        passes(company, Ms(10'000));
        QCOMPARE(count(seen(company), ChatEventType::IdleAlert), 1);
        QVERIFY(!company.interaction(chat)->endedAt);
        passes(company, Ms(45'000));
        QCOMPARE(count(seen(company), ChatEventType::IdleClose), 1);
        QCOMPARE(company.interaction(chat)->state, InteractionState::AfterContactWork);
    }

    void aWordAfterTheAlertKeepsTheChat()
    {
        Company company;
        const auto chat = inConversation(company);
        passes(company, Ms(260'000));
        QVERIFY(company.says("m", "I am here"));
        passes(company, Ms(250'000));
        QCOMPARE(count(seen(company), ChatEventType::IdleAlert), 1);
        QVERIFY(!company.interaction(chat)->endedAt);
        QVERIFY(company.ask<ChatTyping>("alice", {chat, true}));
        passes(company, Ms(250'000));
        QCOMPARE(count(seen(company), ChatEventType::IdleAlert), 1);
        passes(company, Ms(60'000));
        QVERIFY(company.interaction(chat)->endedAt);
    }

    void theRulesSayHowOftenAndWhether()
    {
        Company company;
        changesRules(company, [](Rules &rules) {
            rules.chatIdleAlertMs = 20'000;
            rules.chatIdleSecondAlertMs = 10'000;
            rules.chatIdleCloseMs = 0;
        });
        const auto chat = inConversation(company);
        passes(company, Ms(40'000));
        QCOMPARE(count(seen(company), ChatEventType::IdleAlert), 2);
        passes(company, Ms(600'000));
        QCOMPARE(count(seen(company), ChatEventType::IdleAlert), 2);
        QVERIFY(!company.interaction(chat)->endedAt);
        changesRules(company, [](Rules &rules) { rules.chatIdleAlertMs = 0; });
        QVERIFY(company.says("m", "still here"));
        passes(company, Ms(600'000));
        QCOMPARE(count(seen(company), ChatEventType::IdleAlert), 2);
    }

    void theRulesSayWhatIsSaid()
    {
        Company company;
        changesRules(company, [](Rules &rules) {
            rules.chatIdleAlertMs = 20'000;
            rules.chatIdleSecondAlertMs = 10'000;
            rules.chatIdleAlertText = "Sind Sie noch da?";
            rules.chatIdleSecondAlertText = "Letzte Nachfrage";
            rules.chatIdleCloseText = "Auf Wiedersehen";
        });
        (void)inConversation(company);
        passes(company, Ms(120'000));
        std::vector<std::string> said;
        for (const auto &event : seen(company)) {
            if (event.type == ChatEventType::IdleAlert || event.type == ChatEventType::IdleClose)
                said.push_back(event.text.value_or(""));
        }
        QCOMPARE(said, (std::vector<std::string>{"Sind Sie noch da?", "Letzte Nachfrage",
                                                 "Auf Wiedersehen"}));
        SiteDocument tooLong;
        tooLong.rules = company.services->site.rules();
        tooLong.rules->chatIdleCloseText = std::string(1025, 'x');
        QVERIFY(!company.changesSite(tooLong));
    }

    void whoWaitsIsNotIdleNorIsACustomerWhoseAgentIsCutOff()
    {
        Company company;
        const auto chat = company.starts("m");
        passes(company, Ms(400'000));
        QCOMPARE(company.interaction(chat)->state, InteractionState::Queued);
        company.signsIn("alice");
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        company.losesConnection("alice");
        passes(company, Ms(290'000));
        QCOMPARE(count(seen(company), ChatEventType::IdleAlert), 0);
    }

    void anIdleChatIsClosedAfterARestartToo()
    {
        Company company;
        const auto chat = inConversation(company);
        passes(company, Ms(200'000));
        company.restarts();
        QVERIFY(company.comesBack("alice"));
        passes(company, Ms(320'000));
        QCOMPARE(count(seen(company), ChatEventType::IdleClose), 1);
        QVERIFY(company.interaction(chat)->endedAt);
    }
};

QTEST_APPLESS_MAIN(tst_chatoperations)
#include "tst_chatoperations.moc"
