// SPDX-License-Identifier: GPL-3.0-or-later
// Strategies that are installed and that come with Tandem, and the actions that they ask for.
#include "orchestration/shippedstrategies.h"
#include "orchestration/strategychecks.h"
#include "strategywords.h"

using namespace tandem;
using namespace tandem::protocol;

class tst_strategylibrary : public QObject
{
    Q_OBJECT

private slots:
    void eachShippedStrategyHasNoFindings_data()
    {
        QTest::addColumn<QString>("id");
        for (const auto &id : shippedStrategyIds())
            QTest::newRow(id.c_str()) << QString::fromStdString(id);
    }
    void eachShippedStrategyHasNoFindings()
    {
        QFETCH(QString, id);
        Company company;
        scxml::ScriptEngine scripts;
        const auto shipped = shippedStrategy(id.toStdString());
        const auto reading =
            readStrategy(shipped.document, company.services->engine.actions(), scripts);
        QCOMPARE(textOf(reading.findings), std::string());
        QVERIFY(!reading.name.empty());
        QCOMPARE(reading.events, shipped.reading.events);
    }

    void whoIsNotFoundInTimeIsSoughtElsewhere()
    {
        Company company;
        company.signsIn("bob");
        company.names("support", "skill_then_widen");
        CustomerStart start;
        start.service = "support";
        start.nickname = "m";
        start.secureKey = "m";
        start.userData = {{"skill", "support"}};
        const auto chat = company.askAsCustomer(start)->chatId;
        (void)company.askAsCustomer(CustomerPresence{{{}, "m"}, true});
        // bob knows support at level 4: not an expert, but somebody.
        company.passes(Ms(19'900));
        QCOMPARE(company.offeredTo(chat), std::string());
        company.passes(Ms(200));
        QCOMPARE(company.offeredTo(chat), std::string("bob"));
        for (const auto &step : traceOf(company, chat).steps)
            QVERIFY2(!step.failure, step.failure.value_or("").c_str());
    }

    void aCallbackIsOfferedAndTaken()
    {
        Company company;
        SiteDocument put;
        put.mediaTypes = {{"callback", "Callback"}};
        QVERIFY(company.changesSite(put));
        use(company, R"(<state id="s"><onentry><t:queue.submit/>
            <t:callback.offer text="Number?" queue="billing"/></onentry>
            <transition event="callback.offer.done" target="c"/></state>
            <state id="c"><onentry><t:chat.close textexpr="'We call ' + _event.data.phoneNumber"/>
            </onentry></state>)");
        const auto chat = stays(company, "m");
        QVERIFY(company.says("m", "how long?"));
        QVERIFY(company.interaction(chat));
        company.restarts();
        QVERIFY(company.says("m", "please: +49 (30) 1234-567"));
        QVERIFY(!company.interaction(chat));
        QCOMPARE(company.textsOf(chat).back(), std::string("We call +49301234567"));
        int callbacks = 0;
        for (const auto &[id, open] : company.services->interactions.open()) {
            QCOMPARE(open.view.mediaType, std::string("callback"));
            QCOMPARE(open.view.attachedData.at("PhoneNumber"), std::string("+49301234567"));
            QCOMPARE(open.view.queueId, std::string("billing"));
            ++callbacks;
        }
        QCOMPARE(callbacks, 1);
    }

    void mailsAreAcknowledgedAndClassified()
    {
        Company company;
        company.names("support", "mail_triage");
        InteractionSubmit submit;
        submit.mediaType = "mail";
        submit.queueId = "support";
        submit.externalId = "x1";
        submit.subject = "Your invoice";
        submit.attachedData = {{"text", "I was charged twice. Please refund my payment!"}};
        company.signsIn("alice", false);
        const auto id = company.ask("alice", submit)->interactionId;
        const auto *mail = company.interaction(id);
        QCOMPARE(mail->state, InteractionState::Queued);
        QCOMPARE(mail->attachedData.at("category"), std::string("billing"));
        QVERIFY(mail->attachedData.at("response").contains("Your invoice"));
    }

    void whileClosedTheCustomerIsToldSo()
    {
        Company company;
        SiteDocument put;
        Calendar never{"never", "Never", "UTC", {}, {}};
        never.hours = {{{Weekday::Monday}, "00:00", "00:01"}};
        put.calendars = {never};
        put.queues = {company.queue("support")};
        put.queues.front().calendar = "never";
        put.queues.front().strategy = "business_hours";
        const auto changed = company.changesSite(put);
        QVERIFY2(changed, changed ? "" : changed.error().message.c_str());
        const auto chat = stays(company, "m");
        QVERIFY(!company.interaction(chat));
        QVERIFY(company.textsOf(chat).back().contains("closed"));
    }

    void whatIsWrongWithADocumentRefusesIt_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown action") << R"(<state id="s"><onentry><t:fly/></onentry></state>)"
                                        << "there is no action <fly>";
        QTest::newRow("missing attribute")
            << R"(<state id="s"><onentry><t:chat.say/></onentry></state>)"
            << "needs the attribute \"text\"";
        QTest::newRow("unknown attribute")
            << R"(<state id="s"><onentry><t:queue.submit qeue="a"/></onentry></state>)"
            << "has no attribute \"qeue\"";
        QTest::newRow("unreachable") << R"(<state id="s"/><state id="never"/>)" << "never";
        QTest::newRow("does not compile")
            << R"(<state id="s"><transition cond="1 +" target="s"/></state>)" << "line 1";
        QTest::newRow("not well formed") << "<state id='s'>" << "line 1";
        QTest::newRow("foreign namespace")
            << R"(<state id="s"><onentry><x:a xmlns:x="urn:x"/></onentry></state>)"
            << "actions belong to";
        QTest::newRow("src") << R"(<state id="s"><invoke src="file:///etc/passwd"/></state>)"
                             << "src is not read";
    }
    void whatIsWrongWithADocumentRefusesIt()
    {
        QFETCH(QString, body);
        QFETCH(QString, message);
        Company company;
        const auto installed = company.installs("own", strategy(body.toStdString()));
        QVERIFY(!installed);
        QCOMPARE(installed.error().reason, Reason::InvalidParams);
        QVERIFY2(installed.error().message.contains(message.toStdString()),
                 installed.error().message.c_str());
        QVERIFY(!company.ask<StrategyFetch>("ada", {"own", {}}));
    }

    void whatIsInUseIsNotRemoved()
    {
        Company company;
        use(company, R"(<state id="s"/>)");
        const auto chat = stays(company, "m");
        QCOMPARE(company.ask<StrategyRemove>("ada", {"own"}).error().reason, Reason::Conflict);
        SiteDocument put;
        put.queues = {company.queue("support")};
        put.queues.front().strategy.reset();
        QVERIFY(company.changesSite(put));
        QCOMPARE(company.ask<StrategyRemove>("ada", {"own"}).error().reason, Reason::Conflict);
        company.passes(Ms(700'000));
        QCOMPARE(company.interaction(chat)->state, InteractionState::Queued);
        QVERIFY(company.ask<StrategyRemove>("ada", {"own"}));
        company.restarts();
        company.signsIn("ada", false);
        QCOMPARE(company.ask<StrategyFetch>("ada", {"own", {}}).error().reason, Reason::NotFound);
        put.queues.front().strategy = "own";
        QCOMPARE(company.changesSite(put).error().reason, Reason::NotFound);
    }

    void placesTellWhereInteractionsAre()
    {
        Company company;
        use(company, submitAndWait);
        const auto chat = stays(company, "m");
        const auto places = company.ask<StrategyPlaces>("ada", {"own", {}});
        QVERIFY(places);
        QCOMPARE(places->openSessions, 1);
        QCOMPARE(places->places.size(), std::size_t(1));
        QCOMPARE(places->places[0].state, std::string("s"));
        QCOMPARE(places->places[0].interactionIds, std::vector<InteractionId>{chat});
    }

    void httpIsAllowedByTheRulesOnly()
    {
        Company company;
        SiteDocument put;
        put.rules = company.services->site.rules();
        put.rules->httpAllowed = {{"https://crm.example.com/api"}};
        QVERIFY(company.changesSite(put));
        const auto asks = [&](const std::string &url) {
            ActionCall call{{}, {{"url", url}}, {}};
            return company.services->engine.actions().perform("http", call).has_value();
        };
        QVERIFY(asks("https://crm.example.com/api"));
        QVERIFY(asks("https://crm.example.com/api/v1?x=1"));
        QVERIFY(!asks("https://crm.example.com/apiary"));
        QVERIFY(!asks("https://crm.example.com.evil.org/api"));
        QVERIFY(!asks("https://crm.example.com/api/../admin"));
        QVERIFY(!asks("https://crm.example.com/api@evil.org"));
        QVERIFY(!asks("http://127.0.0.1/"));
    }
};

QTEST_GUILESS_MAIN(tst_strategylibrary)
#include "tst_strategylibrary.moc"
