// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

class tst_agents : public QObject
{
    Q_OBJECT

private slots:
    void aChannelHasAStateOfItsOwn()
    {
        Company company;
        company.signsIn("alice");
        QVERIFY(company.ask<AgentSetState>("alice", {AgentState::NotReady, "chat", "break"}));
        const auto chat = company.starts("m");
        QCOMPARE(company.offeredTo(chat), std::string());
        QVERIFY(company.record("alice").mayTake("mail"));
        company.restarts();
        QVERIFY(company.comesBack("alice"));
        QCOMPARE(company.offeredTo(chat), std::string());
        QVERIFY(company.ask<AgentSetState>("alice", {AgentState::Ready, {}, {}}));
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
        QCOMPARE(company.ask<AgentSetState>("alice", {AgentState::Ready, "fax", {}}).error().field,
                 std::string("channel"));
    }

    void offersMissedInARowSetNotReadyWithAReason()
    {
        Company company;
        company.signsIn("alice");
        std::vector<InteractionId> chats;
        for (int i = 0; i < 3; ++i) {
            chats.push_back(company.starts(std::to_string(i)));
            (void)company.askAsCustomer(CustomerPresence{{{}, std::to_string(i)}, true});
        }
        company.passes(Ms(30'100));
        QCOMPARE(company.record("alice").state, AgentState::NotReady);
        QCOMPARE(company.record("alice").reason, std::optional<std::string>("no_answer"));
        for (const auto id : chats)
            QCOMPARE(company.offeredTo(id), std::string());
    }

    void anAnswerBetweenMakesTheCountBeginAnew()
    {
        Company company;
        company.signsIn("alice");
        for (int i = 0; i < 6; ++i) {
            const auto name = std::to_string(i);
            const auto chat = company.starts(name);
            QCOMPARE(company.offeredTo(chat), std::string("alice"));
            if (i % 2 == 0) {
                QVERIFY(company.ask<InteractionReject>("alice", {chat, {}}));
            } else {
                (void)company.askAsCustomer(CustomerPresence{{{}, name}, true});
                company.passes(Ms(30'100));
            }
            (void)company.askAsCustomer(CustomerDisconnect{{{}, name}, {}});
        }
        QCOMPARE(company.record("alice").state, AgentState::Ready);
    }

    void whoAsksNothingForLongIsSetNotReady()
    {
        Company company;
        SiteDocument put;
        put.rules = company.services->site.rules();
        put.rules->inactivityMs = 600'000;
        QVERIFY(company.changesSite(put));
        company.signsIn("alice");
        company.passes(Ms(590'000));
        QVERIFY(company.ask<AgentList>("alice", {}));
        company.passes(Ms(590'000));
        QCOMPARE(company.record("alice").state, AgentState::Ready);
        company.passes(Ms(11'000));
        QCOMPARE(company.record("alice").reason, std::optional<std::string>("inactive"));
    }

    void aSupervisorSetsTheStateOfOthers()
    {
        Company company;
        company.signsIn("alice");
        company.signsIn("sam", false);
        SupervisionSetAgentState lunch{company.id("alice"), AgentState::NotReady, "lunch", {}};
        QVERIFY(company.ask("sam", lunch));
        QCOMPARE(company.record("alice").reason, std::optional<std::string>("lunch"));
        QCOMPARE(company.ask("alice", lunch).error().reason, Reason::NotPermitted);
        lunch.reason = "siesta";
        QCOMPARE(company.ask("sam", lunch).error().field, std::string("reason"));
        SupervisionSetAgentState out{company.id("alice"), AgentState::LoggedOut, {}, {}};
        QVERIFY(company.ask("sam", out));
        QVERIFY(!company.record("alice").session);
        QCOMPARE(company.ask("sam", out).error().reason, Reason::WrongState);
    }

    void whoWatchesHearsOfAllAgentsAndInteractions()
    {
        Company company;
        company.signsIn("sam", false);
        QVERIFY(company.ask<SupervisionWatch>("sam", {true}));
        (void)company.heard("sam");
        company.signsIn("alice");
        const auto chat = company.starts("m");
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        bool hasAgent = false;
        bool hasChat = false;
        for (const auto &fact : company.heard("sam")) {
            const auto *agent = std::get_if<AgentStateChanged>(&fact);
            hasAgent |= agent && agent->agent.userName == "alice";
            const auto *changed = std::get_if<InteractionChanged>(&fact);
            hasChat |= changed && changed->interaction.id == chat
                       && changed->interaction.state == InteractionState::Handling;
        }
        QVERIFY(hasAgent && hasChat);
        QVERIFY(company.ask<SupervisionWatch>("sam", {false}));
        QVERIFY(company.ask<AgentSetState>("alice", {AgentState::NotReady, {}, {}}));
        QVERIFY(company.heard("sam").empty());
    }

    void aCapacityRuleCountsWeightsAndItsExpression()
    {
        AgentRecord agent;
        agent.channels = {{"chat", 3, 2, 0, 0, {}, {}}, {"mail", 5, 1, 0, 0, {}, {}}};
        agent.totalWeight = 5;
        QVERIFY(agent.hasRoom("chat"));
        agent.channels[0].handling = 2;
        QVERIFY(!agent.hasRoom("chat"));
        QVERIFY(agent.hasRoom("mail"));
        agent.channels[1].offers = 1;
        QVERIFY(!agent.hasRoom("mail"));
        agent.totalWeight.reset();
        QVERIFY(agent.hasRoom("chat"));
        agent.capacityExpression = Expression::parse("chat + 2 * mail <= 4").value();
        QVERIFY(!agent.hasRoom("chat"));
        QVERIFY(!agent.hasRoom("fax"));
    }

    void onePlaceIsForOneAgent()
    {
        Company company;
        SiteDocument put;
        put.places = {{"desk1", "Desk 1", {"mail"}}};
        QVERIFY(company.changesSite(put));
        const auto signsInAt = [&](const char *user, const char *place) {
            const auto id = company.id(user);
            return company.askAs<SessionOpen>(
                Caller::system(),
                {id, company.services->site.accounts().at(id).passwordHash, "t", place});
        };
        QVERIFY(signsInAt("alice", "desk1"));
        QCOMPARE(signsInAt("bob", "desk1").error().reason, Reason::Conflict);
        QCOMPARE(signsInAt("bob", "desk9").error().field, std::string("place"));
        QVERIFY(!company.record("alice").hasRoom("chat"));
        QVERIFY(company.record("alice").hasRoom("mail"));
    }

    void theEndOfTheShiftSetsNotReady()
    {
        Company company;
        SiteDocument put;
        // The company's clock begins on Friday, 15 January 2027, 08:00 UTC.
        put.calendars = {{"early", "Early", "UTC", {{{Weekday::Friday}, "06:00", "10:00"}}, {}}};
        auto alice = company.agent("alice");
        alice.calendar = "early";
        put.agents = {alice};
        QVERIFY(company.changesSite(put));
        company.signsIn("alice");
        company.passes(std::chrono::minutes(119));
        QCOMPARE(company.record("alice").state, AgentState::Ready);
        company.passes(std::chrono::minutes(2));
        QCOMPARE(company.record("alice").reason, std::optional<std::string>("shift_over"));
        QVERIFY(company.ask<AgentSetState>("alice", {AgentState::Ready, {}, {}}));
        company.passes(std::chrono::minutes(60));
        QCOMPARE(company.record("alice").state, AgentState::Ready);
    }

    void anAgentWhoIsRemovedLeavesNothingBehind()
    {
        Company company;
        company.signsIn("alice");
        const auto chat = company.starts("m");
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        company.signsIn("ada", false);
        AdminApply change;
        change.remove = {{SiteKind::Agent, "alice"}};
        auto group = *company.services->site.group("frontline");
        std::erase(group.agents, "alice");
        change.put.groups = {group};
        QVERIFY(company.ask("ada", change));
        QCOMPARE(company.interaction(chat)->state, InteractionState::Queued);
        QVERIFY(!company.id("alice"));
        company.restarts();
        QCOMPARE(company.interaction(chat)->state, InteractionState::Queued);
    }
};

QTEST_GUILESS_MAIN(tst_agents)
#include "tst_agents.moc"
