// SPDX-License-Identifier: GPL-3.0-or-later
// Supervisors in the conversations of others, and what customers say of a chat afterwards.
#include "company.h"

#include "store/statement.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

class tst_supervisions : public QObject
{
    Q_OBJECT

private:
    // alice talks with a customer; sam, who supervises, is signed in.
    static InteractionId inConversation(Company &company)
    {
        company.signsIn("alice");
        company.signsIn("sam", false);
        const auto chat = company.starts("m");
        (void)company.ask<InteractionAccept>("alice", {chat});
        (void)company.heard("alice");
        (void)company.heard("sam");
        return chat;
    }

    static void changesRules(Company &company, std::function<void(Rules &)> change)
    {
        SiteDocument put;
        put.rules = company.services->site.rules();
        change(*put.rules);
        QVERIFY(company.changesSite(put));
    }

    static CustomerReply customersView(Company &company)
    {
        return company.askAsCustomer(CustomerRefresh{{{}, "m"}, 1, {}}).value();
    }

    // All that ever reached the customer, as it stands on the wire.
    static std::string customersWire(Company &company)
    {
        return json::toText(customersView(company));
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

    static std::vector<std::string> audit(Company &company)
    {
        std::vector<std::string> actions;
        company.signsIn("ada", false);
        const auto reply = company.ask<AdminAudit>("ada", {}).value();
        for (const auto &entry : reply.entries) {
            if (entry.detail)
                actions.push_back(entry.userName + ' ' + entry.action + ' ' + *entry.detail);
        }
        return actions;
    }

    static int count(const Interaction &interaction, ParticipantType type)
    {
        return static_cast<int>(
            std::ranges::count(interaction.participants, type, &Participant::type));
    }

private slots:
    void whoMonitorsSilentlyIsSeenByNobody()
    {
        Company company;
        const auto chat = inConversation(company);
        const auto before = customersWire(company);
        const auto view = company.ask<SupervisionMonitor>("sam", {chat, {}});
        QVERIFY(view);
        QCOMPARE(*view->supervision, SupervisionMode::Monitor);
        QVERIFY(!view->events.empty());
        QCOMPARE(customersWire(company), before);
        QCOMPARE(heard<ChatEventHappened>(company, "alice").size(), std::size_t(0));
        QCOMPARE(count(*company.interaction(chat), ParticipantType::Supervisor), 0);
        (void)company.heard("sam");
        QVERIFY(company.says("m", "is anybody there?"));
        QVERIFY(company.ask<ChatSend>("alice", {chat, "yes", {}, {}}));
        const auto events = heard<ChatEventHappened>(company, "sam");
        QCOMPARE(events.size(), std::size_t(2));
        QCOMPARE(*events.back().event.text, std::string("yes"));
        const auto said = company.ask<ChatSend>("sam", {chat, "hello", {}, {}});
        QCOMPARE(said.error().reason, Reason::WrongState);
        QVERIFY(company.ask<ChatReadReceipt>("sam", {chat, 2}));
        QVERIFY(company.ask<SupervisionLeave>("sam", {chat}));
        QVERIFY(company.ask<SupervisionLeave>("sam", {chat}));
        QCOMPARE(heard<ChatEventHappened>(company, "alice").size(), std::size_t(2));
        QVERIFY(customersWire(company).find("Sam") == std::string::npos);
        QCOMPARE(company.ask<ChatSend>("sam", {chat, "x", {}, {}}).error().reason,
                 Reason::NotFound);
    }

    void byTheRuleAgentsSeeWhoMonitors()
    {
        Company company;
        const auto chat = inConversation(company);
        changesRules(company, [](Rules &rules) { rules.monitoring = Monitoring::Visible; });
        const auto before = customersWire(company);
        QVERIFY(company.ask<SupervisionMonitor>("sam", {chat, false}));
        QCOMPARE(customersWire(company), before);
        const auto events = heard<ChatEventHappened>(company, "alice");
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(events.front().event.type, ChatEventType::ParticipantJoined);
        QCOMPARE(events.front().event.audience, Audience::Agents);
        const auto view = company.ask<InteractionFetch>("alice", {chat}).value();
        QCOMPARE(*view.participants.back().supervision, SupervisionMode::Monitor);
    }

    void whatIsCoachedNeverReachesTheCustomer()
    {
        Company company;
        const auto chat = inConversation(company);
        QVERIFY(company.ask<SupervisionCoach>("sam", {chat}));
        // Whatever was meant: it is for agents.
        QVERIFY(company.ask<ChatSend>("sam", {chat, "offer-a-refund", Audience::Everyone, {}}));
        QVERIFY(company.ask<ChatPushUrl>("sam", {chat, "https://coach.example/", {}}));
        QVERIFY(company.ask<ChatCustomNotice>("sam", {chat, "coach-notice", {}}));
        QVERIFY(company.ask<ChatTyping>("sam", {chat, true}));
        const auto wire = customersWire(company);
        for (const auto *word : {"Sam", "refund", "coach", "Supervisor"})
            QVERIFY2(wire.find(word) == std::string::npos, word);
        const auto events = heard<ChatEventHappened>(company, "alice");
        QCOMPARE(events.size(), std::size_t(4));
        QCOMPARE(events[1].event.from.type, ParticipantType::Supervisor);
        QCOMPARE(events[1].event.audience, Audience::Agents);
        QCOMPARE(count(company.ask<InteractionFetch>("alice", {chat}).value(),
                       ParticipantType::Supervisor),
                 1);
    }

    void amongTheWaysEachSeesWhatConcernsThem()
    {
        Company company;
        const auto chat = inConversation(company);
        const auto customers = [&] {
            std::vector<ChatEventType> types;
            for (const auto &event : customersView(company).messages) {
                if (event.from.type == ParticipantType::Supervisor)
                    types.push_back(event.type);
            }
            return types;
        };
        QVERIFY(company.ask<SupervisionMonitor>("sam", {chat, {}}));
        QVERIFY(company.ask<SupervisionCoach>("sam", {chat}));
        QVERIFY(customers().empty());
        QVERIFY(company.ask<SupervisionBargeIn>("sam", {chat}));
        QVERIFY(company.ask<ChatSend>("sam", {chat, "I am Sam", {}, {}}));
        QVERIFY(company.ask<SupervisionBargeIn>("sam", {chat}));
        QCOMPARE(customers(),
                 (std::vector{ChatEventType::ParticipantJoined, ChatEventType::Message}));
        QVERIFY(company.ask<SupervisionCoach>("sam", {chat}));
        QVERIFY(company.ask<ChatSend>("sam", {chat, "go on", {}, {}}));
        QVERIFY(company.ask<SupervisionMonitor>("sam", {chat, {}}));
        QCOMPARE(customers().size(), std::size_t(3));
        QCOMPARE(customers().back(), ChatEventType::ParticipantLeft);
        QCOMPARE(count(*company.interaction(chat), ParticipantType::Supervisor), 0);
        QCOMPARE(audit(company).size(), std::size_t(5));
        QVERIFY(company.ask<SupervisionLeave>("sam", {chat}));
        QCOMPARE(audit(company).front(), "sam supervision.leave chat " + chat.text() + " of alice");
        QCOMPARE(customers().size(), std::size_t(3));
    }

    void onlyConversationsOfOthersAreSupervised()
    {
        Company company;
        const auto chat = inConversation(company);
        QCOMPARE(company.ask<SupervisionMonitor>("alice", {chat, {}}).error().reason,
                 Reason::NotPermitted);
        QCOMPARE(company.ask<SupervisionCoach>("sam", {InteractionId{1}}).error().reason,
                 Reason::NotFound);
        QVERIFY(company.ask<ChatEnd>("alice", {chat}));
        QCOMPARE(company.ask<SupervisionBargeIn>("sam", {chat}).error().reason, Reason::WrongState);
    }

    void whoComesInAsAnAgentIsNoSupervisorAnyMore()
    {
        Company company;
        company.signsIn("alice");
        company.signsIn("sam");
        const auto chat = company.starts("m");
        const auto handler = company.offeredTo(chat);
        const std::string other = handler == "alice" ? "sam" : "alice";
        QVERIFY(company.ask<InteractionAccept>(handler, {chat}));
        if (other != "sam")
            QSKIP("sam has it");
        QVERIFY(company.ask<SupervisionCoach>("sam", {chat}));
        InteractionConference conference{chat, {company.id("sam"), {}, {}}, {}};
        QVERIFY(company.ask("alice", conference));
        QVERIFY(company.ask<InteractionAccept>("sam", {chat}));
        QVERIFY(company.ask<ChatSend>("sam", {chat, "for all", {}, {}}));
        QCOMPARE(*customersView(company).messages.back().text, std::string("for all"));
        QCOMPARE(company.ask<SupervisionCoach>("sam", {chat}).error().reason, Reason::Conflict);
    }

    void theNextOneIsMonitoredByItself()
    {
        Company company;
        company.signsIn("alice");
        company.signsIn("sam", false);
        const auto orders =
            company.ask<SupervisionMonitorNext>("sam", {company.id("alice"), {}, {}});
        QCOMPARE(orders.value().orders.size(), std::size_t(1));
        const auto begins = [&](const std::string &name) {
            const auto chat = company.starts(name);
            (void)company.ask<InteractionAccept>("alice", {chat});
            return chat;
        };
        const auto first = begins("first");
        const auto started = heard<SupervisionStarted>(company, "sam");
        QCOMPARE(started.size(), std::size_t(1));
        QCOMPARE(started.front().supervised.interaction.id, first);
        (void)begins("second");
        QVERIFY(heard<SupervisionStarted>(company, "sam").empty());
        QVERIFY(company.ask<SupervisionMonitorNext>("sam", {{}, "support", true}));
        company.restarts();
        company.comesBack("sam").value();
        company.comesBack("alice").value();
        const auto known = company.ask<SupervisionMonitorOrders>("sam", {}).value();
        QCOMPARE(known.orders.size(), std::size_t(1));
        (void)company.heard("sam");
        (void)begins("third");
        QCOMPARE(heard<SupervisionStarted>(company, "sam").size(), std::size_t(1));
        QVERIFY(company.ask<SupervisionCancelMonitorNext>("sam", {}).value().orders.empty());
        QCOMPARE(company.ask<SupervisionMonitorNext>("sam", {}).error().reason,
                 Reason::InvalidParams);
    }

    void theNextOfAnAgentMayBeTransferredToThemOrPulled()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("Maria");
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        company.signsIn("bob");
        company.signsIn("sam", false);
        QVERIFY(company.ask<SupervisionMonitorNext>("sam", {company.id("bob"), {}, {}}));
        QVERIFY(company.ask<SupervisionMonitorNext>("sam", {{}, "support", {}}));
        QVERIFY(company.ask<InteractionTransfer>("alice", {chat, {company.id("bob"), {}, {}}, {}}));
        QVERIFY(heard<SupervisionStarted>(company, "sam").empty());
        QVERIFY(company.ask<InteractionAccept>("bob", {chat}));
        const auto started = heard<SupervisionStarted>(company, "sam");
        QCOMPARE(started.size(), std::size_t(1));
        QCOMPARE(started.front().supervised.interaction.id, chat);
        // It came from no queue: the order of the queue is still there.
        const auto left = company.ask<SupervisionMonitorOrders>("sam", {}).value().orders;
        QCOMPARE(left.size(), std::size_t(1));
        QCOMPARE(left.front().queueId, std::optional<QueueId>("support"));

        QVERIFY(company.ask<SupervisionLeave>("sam", {chat}));
        QVERIFY(company.ask<SupervisionCancelMonitorNext>("sam", {}));
        QVERIFY(company.ask<SupervisionMonitorNext>("sam", {company.id("bob"), {}, {}}));
        QVERIFY(company.ask<InteractionPark>("bob", {chat, {}, {}, {}}));
        QVERIFY(company.ask<InteractionPull>("bob", {chat}));
        QCOMPARE(heard<SupervisionStarted>(company, "sam").size(), std::size_t(1));
    }

    void supervisionOutlivesARestartButNotTheSession()
    {
        Company company;
        const auto chat = inConversation(company);
        QVERIFY(company.ask<SupervisionCoach>("sam", {chat}));
        company.restarts();
        const auto back = company.comesBack("sam").value();
        QCOMPARE(back.snapshot.interactions.size(), std::size_t(1));
        QCOMPARE(*back.snapshot.interactions.front().supervision, SupervisionMode::Coach);
        QVERIFY(company.ask<ChatSend>("sam", {chat, "still here", {}, {}}));
        (void)company.comesBack("alice");
        (void)company.heard("alice");
        QVERIFY(company.ask<SessionLogout>("sam", {}));
        const auto events = heard<ChatEventHappened>(company, "alice");
        QCOMPARE(events.back().event.type, ChatEventType::ParticipantLeft);
        QCOMPARE(audit(company).front().find("sam supervision.leave"), std::size_t(0));
    }

    void theEndOfTheWorkEndsSupervision()
    {
        Company company;
        const auto chat = inConversation(company);
        QVERIFY(company.ask<SupervisionMonitor>("sam", {chat, {}}));
        (void)company.heard("sam");
        QVERIFY(company.ask<InteractionMarkDone>("alice", {chat}));
        const auto removed = heard<InteractionRemoved>(company, "sam");
        QCOMPARE(removed.size(), std::size_t(1));
        QCOMPARE(removed.front().reason, std::string("done"));
    }

    void customersAreToldWhereTheRulesSaySo()
    {
        Company company;
        changesRules(company, [](Rules &rules) { rules.monitoringConsent = "We may read along."; });
        const auto chat = inConversation(company);
        auto view = customersView(company);
        QCOMPARE(*view.messages[1].text, std::string("We may read along."));
        QVERIFY(!view.monitored);
        QVERIFY(company.ask<SupervisionMonitor>("sam", {chat, {}}));
        QVERIFY(customersView(company).monitored.value_or(false));
    }

    void aNoteInTheAuditIsNoVersionOfTheSite()
    {
        Company company;
        const auto chat = inConversation(company);
        const auto version = company.services->site.version();
        QVERIFY(company.ask<SupervisionMonitor>("sam", {chat, {}}));
        QCOMPARE(company.services->site.version(), version);
        company.signsIn("ada", false);
        const auto newest = company.ask<AdminAudit>("ada", {}).value().entries.front().auditId;
        QCOMPARE(company.ask<AdminUndo>("ada", {newest, {}}).error().reason, Reason::WrongState);
        company.restarts();
        QCOMPARE(company.services->site.version(), version);
        QVERIFY(company.comesBack("ada"));
        QCOMPARE(company.ask<AdminUndo>("ada", {newest, {}}).error().reason, Reason::WrongState);
    }

    void aSurveyIsOfTheInteraction()
    {
        Company company;
        const auto chat = inConversation(company);
        const auto answers = [&](int score, const std::string &comment) {
            return company.askAsCustomer(CustomerSurvey{{chat, "m"}, score, comment});
        };
        QCOMPARE(answers(0, "").error().field, std::string("score"));
        QCOMPARE(answers(6, "").error().field, std::string("score"));
        QCOMPARE(answers(5, std::string(2'001, 'x')).error().field, std::string("comment"));
        QVERIFY(answers(3, "well"));
        QCOMPARE(company.interaction(chat)->survey->score, 3);
        QVERIFY(company.ask<InteractionMarkDone>("alice", {chat}));
        QVERIFY(answers(5, "very well"));
        company.passes(Ms(600'000));
        company.restarts();
        company.signsIn("sam", false);
        const auto stored = company.ask<InteractionFetch>("sam", {chat}).value();
        QCOMPARE(stored.survey->score, 5);
        QCOMPARE(*stored.survey->comment, std::string("very well"));
        QVERIFY(answers(4, "on second thoughts"));
        company.passes(Ms(301'000));
        QCOMPARE(answers(1, "late").error().reason, Reason::NotFound);
    }

    void aTranscriptIsMailedOnceToAnAddress()
    {
        Company company;
        const auto chat = inConversation(company);
        const auto asks = [&](const std::string &address) {
            return company.askAsCustomer(CustomerMailTranscript{{chat, "m"}, address});
        };
        QCOMPARE(asks("nobody").error().field, std::string("emailAddress"));
        QVERIFY(asks("maria@example.org"));
        QVERIFY(asks("maria@example.org"));
        int mails = 0;
        constexpr Statement select{"SELECT address FROM outgoing_mail"};
        QVERIFY(company.database().query(select, {}, [&](const Row &row) {
            ++mails;
            QCOMPARE(row.text(0), std::string("maria@example.org"));
        }));
        QCOMPARE(mails, 1);
    }
};

QTEST_APPLESS_MAIN(tst_supervisions)
#include "tst_supervisions.moc"
