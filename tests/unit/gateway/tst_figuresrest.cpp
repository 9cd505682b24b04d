// SPDX-License-Identifier: GPL-3.0-or-later
#include "gatewayfixture.h"

#include "protocol/statistics.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;
using namespace tandem::test;

namespace {

const QByteArray ewt = "/genesys/1/statistic/ewt";

QueueWaitReply waiting(std::optional<std::int64_t> ms)
{
    return {"support", "Support", 3, true, ms};
}

} // namespace

class TestFigures : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_door.listen(); }
    void cleanup() { m_door.close(); }

    void givesAFigureInTheVendorsUnit();
    void givesNullWhereThereIsNothingToTell();
    void namesAFigureThatIsNotKnown();
    void tellsAnybodyHowLongAWaitWouldBe();
    void keepsAWaitForSomeSeconds();
    void asksTheCoreOnceForManyAtOnce();
    void keepsNoRefusals();
    void answersPagesOfAllowedOriginsOnly();

private:
    GatewayFixture m_door;
};

void TestFigures::givesAFigureInTheVendorsUnit()
{
    StatisticQuery asked;
    m_door.core().serve<StatisticQuery>([&](const StatisticQuery &query) {
        asked = query;
        return StatisticReply{90'500.4};
    });
    auto raw = m_door.client();
    for (const char *path : {"/genesys/1/statistic", "/genesys/1/internal_statistic"}) {
        const auto answer =
            raw.post(path, "objectId=support&objectType=Queue&tenant=Environment&metric="
                           "CurrMaxCallWaitingTime&notificationMode=NoNotification");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, "{\"value\":90.5}");
        QCOMPARE(answer.field("Age"), "0");
    }
    QVERIFY(asked.definition.measure == Measure::LongestWait);
    QCOMPARE(asked.objectId, std::string("support"));
}

void TestFigures::givesNullWhereThereIsNothingToTell()
{
    m_door.core().serve<StatisticQuery>(
        [](const StatisticQuery &) { return StatisticReply{std::nullopt}; });
    auto raw = m_door.client();
    const auto answer =
        raw.post("/genesys/1/statistic", "objectId=support&objectType=Queue&metric=ServiceLevel");
    QCOMPARE(answer.body, "{\"value\":null}");
}

void TestFigures::namesAFigureThatIsNotKnown()
{
    auto raw = m_door.client();
    const auto answer =
        raw.post("/genesys/1/statistic", "objectId=support&objectType=Queue&metric=Nonsense");
    QCOMPARE(answer.status, 400);
    QVERIFY(jsonOf(answer.body)[u"message"].toString().contains(QStringLiteral("Nonsense")));
    QCOMPARE(jsonOf(answer.body)[u"phrase"].toString(), QStringLiteral("BAD_PARAMETER"));
    m_door.core().refuseWith(Reason::NotFound);
    const QByteArray good = "objectId=support&objectType=Queue&metric=Total_Answered";
    QCOMPARE(raw.post("/genesys/1/statistic", good).status, 404);
    m_door.core().refuseWith(Reason::StoreUnavailable);
    QCOMPARE(raw.post("/genesys/1/statistic", good).status, 503);
    QCOMPARE(raw.ask("GET", "/genesys/1/statistic").status, 405);
}

void TestFigures::tellsAnybodyHowLongAWaitWouldBe()
{
    m_door.core().serve<QueueWait>([](const QueueWait &) { return waiting(240'001); });
    auto raw = m_door.client();
    const auto answer = raw.ask("GET", ewt + "?name=support", "X-Forwarded-For: 1.2.3.4\r\n");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.field("Cache-Control"), "max-age=3");
    QCOMPARE(answer.body, "{\"ewt\":241,\"waiting\":3,\"isOpen\":true,\"name\":\"Support\","
                          "\"requiredFields\":[]}");
    m_door.core().serve<QueueWait>([](const QueueWait &) { return waiting({}); });
    QCOMPARE(jsonOf(raw.ask("GET", ewt + "?name=other").body)[u"ewt"].toInt(), -1);
    QCOMPARE(raw.ask("GET", ewt).status, 400);
    QCOMPARE(raw.ask("GET", ewt + "?name=%FF").status, 400);
}

void TestFigures::keepsAWaitForSomeSeconds()
{
    std::atomic<int> asked = 0;
    m_door.core().serve<QueueWait>([&](const QueueWait &) {
        ++asked;
        return waiting(1000);
    });
    auto raw = m_door.client();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(raw.ask("GET", ewt + "?name=support").status, 200);
    // A slow machine may need more than the three seconds that an answer is kept.
    QVERIFY(asked >= 1 && asked <= 3);
}

void TestFigures::asksTheCoreOnceForManyAtOnce()
{
    std::atomic<int> asked = 0;
    m_door.core().serve<QueueWait>([&](const QueueWait &) {
        ++asked;
        return waiting(1000);
    });
    m_door.core().hold(true);
    std::vector<RawClient> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(m_door.client());
        clients.back().send("GET " + ewt + "?name=support HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    QTRY_COMPARE(asked.load(), 1);
    // Answered in order on one connection each: when this one is, the others have been taken.
    auto raw = m_door.client();
    QCOMPARE(raw.ask("GET", "/health").status, 200);
    m_door.core().hold(false);
    for (auto &client : clients)
        QCOMPARE(client.readAnswer().status, 200);
    QCOMPARE(asked.load(), 1);
}

void TestFigures::keepsNoRefusals()
{
    m_door.core().refuseWith(Reason::NotFound);
    auto raw = m_door.client();
    QCOMPARE(raw.ask("GET", ewt + "?name=support").status, 404);
    m_door.core().refuseWith(Reason::Busy);
    QCOMPARE(raw.ask("GET", ewt + "?name=support").status, 503);
    m_door.core().refuseWith(std::nullopt);
    m_door.core().serve<QueueWait>([](const QueueWait &) { return waiting(1000); });
    QCOMPARE(raw.ask("GET", ewt + "?name=support").status, 200);
}

void TestFigures::answersPagesOfAllowedOriginsOnly()
{
    GatewaySettings settings;
    settings.allowedOrigins = {"https://good.example"};
    m_door.listen(settings);
    m_door.core().serve<QueueWait>([](const QueueWait &) { return waiting(1000); });
    auto raw = m_door.client();
    const auto good = raw.ask("GET", ewt + "?name=support", "Origin: https://good.example\r\n");
    QCOMPARE(good.status, 200);
    QCOMPARE(good.field("Access-Control-Allow-Origin"), "https://good.example");
    QCOMPARE(good.field("Vary"), "Origin");
    const auto evil = raw.ask("GET", ewt + "?name=support", "Origin: https://evil.example\r\n");
    QCOMPARE(evil.status, 403);
    QCOMPARE(evil.field("Access-Control-Allow-Origin"), "");
    const auto preflight = raw.ask("OPTIONS", ewt, "Origin: https://good.example\r\n");
    QCOMPARE(preflight.status, 204);
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figuresrest.moc"
