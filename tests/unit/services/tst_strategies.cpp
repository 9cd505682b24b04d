// SPDX-License-Identifier: GPL-3.0-or-later
// Strategies at work on the real services: what they do with interactions, and that none is lost
// when they fail.
#include "protocol/explanation.h"
#include "strategywords.h"

using namespace tandem;
using namespace tandem::protocol;

class tst_strategies : public QObject
{
    Q_OBJECT

private slots:
    void aStrategyHoldsTheInteractionUntilItSubmitsIt()
    {
        Company company;
        company.signsIn("alice");
        use(company, R"(<state id="s"><onentry><send event="go" delay="5s"/></onentry>
            <transition event="go" target="w"/></state>
            <state id="w"><onentry><t:queue.submit/></onentry>
            <transition event="queue.submit.done" target="f"/></state><final id="f"/>)");
        const auto chat = stays(company, "m");
        QCOMPARE(company.interaction(chat)->state, InteractionState::Routing);
        company.passes(Ms(4'900));
        QCOMPARE(company.offeredTo(chat), std::string());
        company.passes(Ms(200));
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
        QVERIFY(company.ask<InteractionAccept>("alice", {chat}));
        const auto trace = traceOf(company, chat);
        QCOMPARE(trace.session.outcome, SessionOutcome::Finished);
        QCOMPARE(trace.steps.size(), std::size_t(3));
        QCOMPARE(trace.steps[1].event, std::string("timer"));
        QCOMPARE(trace.steps[1].actions.front().name, std::string("queue.submit"));
        QCOMPARE(trace.steps[2].event, std::string("queue.submit.done"));
        QCOMPARE(trace.steps[2].states, std::vector<std::string>{"f"});
    }

    void whatAStrategyDidIsExplained()
    {
        Company company;
        company.signsIn("alice");
        use(company, submitAndWait);
        const auto chat = stays(company, "m");
        const auto explained = company.ask<InteractionExplain>("ada", {chat});
        QVERIFY(explained);
        const auto &first = explained->decisions.front();
        QCOMPARE(first.kind, DecisionKind::Strategy);
        QCOMPARE(first.text, std::optional<std::string>("own 1: queue.submit"));
        QCOMPARE(explained->decisions.back().kind, DecisionKind::Offered);
    }

    void aFailingStrategyLeavesTheInteractionToItsQueue_data()
    {
        QTest::addColumn<QString>("body");
        QTest::newRow("error that it does not answer")
            << R"(<state id="s"><onentry><t:queue.submit queue="none"/></onentry></state>)";
        QTest::newRow("script that fails")
            << R"(<state id="s"><onentry><log expr="interaction.no.such"/></onentry></state>)";
        QTest::newRow("script without end")
            << R"(<state id="s"><onentry><script>for (;;) {}</script></onentry></state>)";
        QTest::newRow("steps without end") << R"(<state id="s"><transition target="s2"/></state>
                  <state id="s2"><transition target="s"/></state>)";
        QTest::newRow("end without a place") << R"(<state id="s"><transition target="f"/></state>
                  <final id="f"/>)";
        QTest::newRow("data that cannot be kept")
            << R"(<state id="s"><onentry><script>kept = (function (a) { return function () {
                  return a; }; })(1);</script></onentry></state>)";
        QTest::newRow("actions without end")
            << R"(<state id="s"><onentry><script>list = []; for (i = 0; i &lt; 300; ++i)
                  list.push(i);</script><foreach array="list" item="x">
                  <t:chat.say text="a"/></foreach></onentry></state>)";
    }
    void aStrategyOffersAnswersAndHearsTheOneThatIsChosen()
    {
        Company company;
        use(company, R"(<state id="s"><onentry><t:chat.say text="What is it about?"
              choices="Delivery|Returns"/></onentry>
            <transition event="chat.message" cond="_event.data.text == 'Returns'"
              target="w"/></state>
            <state id="w"><onentry><t:chat.say text="Returns it is."/><t:queue.submit/></onentry>
            </state>)");
        const auto chat = stays(company, "m");
        const auto seen = company.askAsCustomer(CustomerRefresh{{{}, "m"}, 1, {}}).value();
        QCOMPARE(seen.messages.back().userData.at("choices"),
                 std::string(R"(["Delivery","Returns"])"));
        QVERIFY(company.says("m", "Returns"));
        QCOMPARE(company.textsOf(chat).back(), std::string("Returns it is."));
        company.restarts();
        const auto later = company.askAsCustomer(CustomerRefresh{{{}, "m"}, 1, {}}).value();
        QVERIFY(std::ranges::any_of(
            later.messages, [](const auto &event) { return event.userData.contains("choices"); }));
    }

    void aStrategyShowsACard()
    {
        Company company;
        use(company, R"(<state id="s"><onentry><t:chat.card title="Return label"
              text="Print it, and bring the parcel." image="https://shop.example/label.png"
              link="https://shop.example/label" linkText="Print" choices="Done"/></onentry>
            <transition event="chat.message" target="w"/></state>
            <state id="w"><onentry><t:queue.submit/></onentry></state>)");
        (void)stays(company, "m");
        const auto seen = company.askAsCustomer(CustomerRefresh{{{}, "m"}, 1, {}}).value();
        const auto &shown = seen.messages.back();
        QCOMPARE(*shown.text, std::string("Return label\nPrint it, and bring the parcel.\n"
                                          "https://shop.example/label"));
        QCOMPARE(shown.userData.at("choices"), std::string(R"(["Done"])"));
        const auto card = json::fromText<Data>(shown.userData.at("card")).value();
        QCOMPARE(card.at("image"), std::string("https://shop.example/label.png"));
        QCOMPARE(card.at("linkText"), std::string("Print"));
    }

    void aFailingStrategyLeavesTheInteractionToItsQueue()
    {
        QFETCH(QString, body);
        Company company;
        company.signsIn("alice");
        use(company, body.toStdString());
        const auto chat = stays(company, "m");
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
    }

    void whatWasCutOffIsKeptForAReplay()
    {
        Company company;
        use(company, R"(<datamodel><data id="own" expr="1"/></datamodel>
            <state id="s"><onentry><script>own = 7; for (;;) {}</script></onentry>
            <transition event="error.execution" target="w"/></state>
            <state id="w"><onentry><t:queue.submit/></onentry></state>)");
        const auto chat = stays(company, "m");
        QCOMPARE(company.interaction(chat)->state, InteractionState::Queued);
        const auto trace = traceOf(company, chat);
        const auto &cutOffs = trace.steps.front().cutOffs;
        QCOMPARE(cutOffs.size(), std::size_t(1));
        QCOMPARE(cutOffs.front().member, 0);
        QVERIFY2(cutOffs.front().variables.contains("[\"own\",7]"),
                 cutOffs.front().variables.c_str());
    }

    void asManyRunAsHaveBegunAndNotEnded()
    {
        Company company;
        company.signsIn("ada", false);
        use(company, R"(<state id="s"><transition event="interaction.done" target="f"/></state>
            <final id="f"/>)");
        const auto running = [&] {
            const auto listed = company.ask("ada", StrategyList{});
            const auto own = std::ranges::find(listed->strategies, "own", &Strategy::id);
            return own->versions.back();
        };
        stays(company, "m1");
        stays(company, "m2");
        QCOMPARE(running().openSessions, 2);
        company.restarts();
        company.signsIn("ada", false);
        QCOMPARE(running().openSessions, 2);
        QVERIFY(company.askAsCustomer(CustomerDisconnect{{{}, "m1"}, {}}));
        QCOMPARE(running().openSessions, 1);
        company.passes(Ms(601'000)); // waits for nothing
        QCOMPARE(running().openSessions, 0);
    }

    void aStrategyThatWaitsForNothingIsGivenUp()
    {
        Company company;
        company.signsIn("alice");
        use(company, R"(<state id="s"/>)");
        const auto chat = stays(company, "m");
        company.passes(Ms(599'000));
        QCOMPARE(company.interaction(chat)->state, InteractionState::Routing);
        company.passes(Ms(2'000));
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
        QCOMPARE(traceOf(company, chat).session.outcome, SessionOutcome::Failed);
    }

    void aThreadThatDoesNotAnswerLosesNothing()
    {
        Company company;
        company.signsIn("alice");
        use(company, submitAndWait);
        company.thinksAtOnce = false;
        const auto chat = stays(company, "m");
        company.passes(Ms(59'000));
        QCOMPARE(company.offeredTo(chat), std::string());
        company.passes(Ms(2'000));
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
        company.thinks(); // too late: nothing comes of it
        QCOMPARE(company.offeredTo(chat), std::string("alice"));
    }

    void sessionsGoOnAfterARestartAndNoTimerFiresTwice()
    {
        Company company;
        use(company, R"(<datamodel><data id="n" expr="0"/></datamodel>
            <state id="s"><onentry><send event="tick" delay="10s"/></onentry>
            <transition event="tick" cond="n &lt; 2" target="s"><assign location="n" expr="n + 1"/>
            <t:chat.say textexpr="'tick ' + n"/></transition>
            <transition event="tick" target="w"/></state>
            <state id="w"><onentry><t:queue.submit/></onentry>
            <transition event="queue.submit.done" target="f"/></state><final id="f"/>)");
        const auto chat = stays(company, "m");
        company.passes(Ms(12'000));
        QCOMPARE(company.textsOf(chat), (std::vector<std::string>{"tick 1"}));
        company.restarts();
        (void)company.askAsCustomer(CustomerPresence{{{}, "m"}, true});
        company.passes(Ms(7'900));
        QCOMPARE(company.textsOf(chat), (std::vector<std::string>{"tick 1"}));
        company.passes(Ms(200));
        QCOMPARE(company.textsOf(chat), (std::vector<std::string>{"tick 1", "tick 2"}));
        company.restarts();
        (void)company.askAsCustomer(CustomerPresence{{{}, "m"}, true});
        company.passes(Ms(11'000));
        QCOMPARE(company.interaction(chat)->state, InteractionState::Queued);
        QCOMPARE(company.textsOf(chat), (std::vector<std::string>{"tick 1", "tick 2"}));
    }

    void aClockThatIsSetBackBeforeARestartMakesNoTimerLate()
    {
        Company company;
        use(company, R"(<state id="s"><onentry><send event="tick" delay="10s"/></onentry>
            <transition event="tick" target="w"><t:chat.say text="tick"/></transition></state>
            <state id="w"><onentry><t:queue.submit/></onentry>
            <transition event="queue.submit.done" target="f"/></state><final id="f"/>)");
        const auto chat = stays(company, "m");
        company.passes(Ms(2'000));
        company.clockJumps(Ms(-std::chrono::hours(24)));
        company.restarts();
        (void)company.askAsCustomer(CustomerPresence{{{}, "m"}, true});
        company.passes(Ms(10'100));
        QCOMPARE(company.textsOf(chat), std::vector<std::string>{"tick"});
    }

    void whatWasNotAnsweredBeforeACrashIsAskedAgainOnce()
    {
        Company company;
        company.signsIn("alice");
        use(company, R"(<state id="s"><onentry><t:chat.say text="hello"/><t:queue.submit/></onentry>
            <transition event="queue.submit.done" target="f"/></state><final id="f"/>)");
        company.thinksAtOnce = false;
        const auto chat = stays(company, "m");
        QCOMPARE(company.interaction(chat)->state, InteractionState::Routing);
        company.thinksAtOnce = true;
        company.restarts();
        QCOMPARE(company.textsOf(chat), (std::vector<std::string>{"hello"}));
        QCOMPARE(company.interaction(chat)->state, InteractionState::Queued);
        company.restarts();
        QCOMPARE(company.textsOf(chat), (std::vector<std::string>{"hello"}));
    }

    void sessionsFinishOnTheVersionThatTheyBeganWith()
    {
        Company company;
        const auto saying = [](const std::string &text) {
            return "<state id='s'><onentry><send event='go' delay='5s'/></onentry>"
                   "<transition event='go' target='w'><t:chat.say text='"
                   + text
                   + "'/></transition></state><state id='w'><onentry><t:queue.submit/></onentry>"
                     "<transition event='queue.submit.done' target='f'/></state><final id='f'/>";
        };
        use(company, saying("one"));
        const auto first = stays(company, "m1");
        QCOMPARE(company.installs("own", strategy(saying("two")))->version, 2);
        const auto second = stays(company, "m2");
        company.restarts();
        company.signsIn("ada", false);
        QVERIFY(company.ask<StrategyActivate>("ada", {"own", 1}));
        const auto third = stays(company, "m3");
        company.passes(Ms(6'000));
        QCOMPARE(company.textsOf(first), std::vector<std::string>{"one"});
        QCOMPARE(company.textsOf(second), std::vector<std::string>{"two"});
        QCOMPARE(company.textsOf(third), std::vector<std::string>{"one"});
        // The same document again is no new version.
        QCOMPARE(company.installs("own", strategy(saying("two")))->version, 2);
    }

    void aTransferToAQueueBeginsItsStrategyAndEndsTheOther()
    {
        Company company;
        QVERIFY(company.installs("own", strategy(submitAndWait)));
        QVERIFY(company.installs("away", strategy(R"(<state id="s"><onentry>
            <t:ixn.transfer queue="billing"/></onentry></state>)")));
        company.names("support", "away");
        company.names("billing", "own");
        const auto chat = stays(company, "m");
        QCOMPARE(company.interaction(chat)->queueId, std::string("billing"));
        QCOMPARE(company.interaction(chat)->state, InteractionState::Queued);
        StrategyTrace request;
        request.interactionId = chat;
        const auto trace = company.ask("ada", request);
        QCOMPARE(trace->sessions.size(), std::size_t(2));
        QCOMPARE(trace->sessions[0].session.outcome, SessionOutcome::Replaced);
        QCOMPARE(trace->sessions[1].session.outcome, SessionOutcome::Running);
    }

    void queuesThatSendToEachOtherEndInOne()
    {
        Company company;
        company.signsIn("alice");
        QVERIFY(company.installs("a", strategy(R"(<state id="s"><onentry>
            <t:ixn.transfer queue="billing"/></onentry></state>)")));
        QVERIFY(company.installs("b", strategy(R"(<state id="s"><onentry>
            <t:ixn.transfer queue="support"/></onentry></state>)")));
        company.names("support", "a");
        company.names("billing", "b");
        const auto chat = stays(company, "m");
        QVERIFY(company.interaction(chat));
        QVERIFY(company.interaction(chat)->state != InteractionState::Routing);
    }

    void aCustomerWhoLeavesEndsTheSession()
    {
        Company company;
        use(company, R"(<state id="s"><onentry><send event="go" delay="5s"/></onentry>
            <transition event="interaction.done" target="f"><log label="bye" expr="1"/></transition>
            </state><final id="f"/>)");
        const auto chat = company.starts("m");
        QVERIFY(company.askAsCustomer(CustomerDisconnect{{{}, "m"}, {}}));
        const auto trace = traceOf(company, chat);
        QCOMPARE(trace.steps.back().event, std::string("interaction.done"));
        QCOMPARE(trace.steps.back().logs.front().label, std::string("bye"));
        QCOMPARE(trace.session.outcome, SessionOutcome::Finished);
        company.passes(Ms(10'000));
    }

    void aSupervisorTakesItOutOfTheStrategysHands()
    {
        Company company;
        company.signsIn("sam", false);
        use(company, R"(<state id="s"/>)");
        const auto chat = stays(company, "m");
        InteractionBulk bulk;
        bulk.action = BulkAction::Redistribute;
        bulk.interactionIds = {chat};
        bulk.target = Target{{}, "billing", {}};
        QVERIFY(company.ask("sam", bulk));
        company.passes(Ms(1'000));
        QCOMPARE(company.interaction(chat)->queueId, std::string("billing"));
        QCOMPARE(company.interaction(chat)->state, InteractionState::Queued);
        QCOMPARE(traceOf(company, chat).session.outcome, SessionOutcome::Replaced);
    }

    void anInvokedChartIsKeptOverARestart()
    {
        Company company;
        const auto inner = strategy("<state id='s'><onentry><send event='t' delay='5s'/></onentry>"
                                    "<transition event='t' target='b'/></state><final id='b'/>");
        use(company, "<state id='s'><invoke id='inner'><content>" + inner
                         + "</content></invoke><transition event='done.invoke.inner' target='w'/>"
                           "</state><state id='w'><onentry><t:queue.submit/></onentry>"
                           "<transition event='queue.submit.done' target='f'/></state>"
                           "<final id='f'/>");
        const auto chat = stays(company, "m");
        company.passes(Ms(2'000));
        company.restarts();
        (void)company.askAsCustomer(CustomerPresence{{{}, "m"}, true});
        QCOMPARE(company.interaction(chat)->state, InteractionState::Routing);
        company.passes(Ms(3'100));
        QCOMPARE(company.interaction(chat)->state, InteractionState::Queued);
    }
};

QTEST_GUILESS_MAIN(tst_strategies)
#include "tst_strategies.moc"
