// SPDX-License-Identifier: GPL-3.0-or-later
#include "gatewayfixture.h"

#include <QTest>

using namespace tandem;
using namespace tandem::test;

class TestGatewayHttp : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_door.listen(); }
    void cleanup() { m_door.close(); }

    void tellsItsHealth();
    void namesPortInUse();
    void answersUnknownAddressesAndMethods();
    void answersPipelinedRequestsInOrder();
    void keepsAndClosesConnectionsAsAsked();
    void invitesTheBodyOnExpectContinue();
    void takesChunkedBodies();
    void refusesBodiesThatAreTooLarge();
    void closesSlowHeads();
    void closesSlowBodies();
    void stopsWithOpenConnections();
    void limitsRequestsOfOneAddress();

private:
    GatewayFixture m_door;
};

void TestGatewayHttp::tellsItsHealth()
{
    auto raw = m_door.client();
    for (const char *path : {"/health", "/server/isAlive", "/server/about", "/cobrowse/health"}) {
        const auto answer = raw.ask("GET", path);
        QCOMPARE(answer.status, 200);
        QCOMPARE(jsonOf(answer.body)[u"status"].toString(), QStringLiteral("ok"));
    }
    m_door.core().setCanCommit(false);
    QCOMPARE(raw.ask("GET", "/health").status, 503);
    m_door.core().setCanCommit(true);
    raw.send("HEAD /health HTTP/1.1\r\nHost: a\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto head = raw.readUntil("\r\n\r\n");
    QVERIFY(head.contains("Content-Length: ") && !head.contains("Content-Length: 0"));
    QCOMPARE(raw.readAnswer().status, 200);
    QCOMPARE(raw.ask("OPTIONS", "/health").field("Allow"), "GET, HEAD, OPTIONS");
}

void TestGatewayHttp::namesPortInUse()
{
    GatewaySettings settings;
    settings.port = m_door.gateway().port();
    SmallCore other;
    const auto second = Gateway::listen(settings, other, m_door.files(), m_door.random());
    QVERIFY(!second);
    QVERIFY(second.error().reason == Reason::Conflict);
    QVERIFY(second.error().message.contains(std::to_string(m_door.gateway().port())));
    QVERIFY(second.error().message.contains("--listen"));
    settings.address = "not an address";
    QVERIFY(!Gateway::listen(settings, other, m_door.files(), m_door.random()));
}

void TestGatewayHttp::answersUnknownAddressesAndMethods()
{
    auto raw = m_door.client();
    const auto unknown = raw.ask("GET", "/nowhere");
    QCOMPARE(unknown.status, 404);
    QCOMPARE(jsonOf(unknown.body)[u"error"].toObject()[u"code"].toString(),
             QStringLiteral("not_found"));
    const auto wrong = raw.ask("DELETE", "/health");
    QCOMPARE(wrong.status, 405);
    QCOMPARE(wrong.field("Allow"), "GET, HEAD, OPTIONS");
    QCOMPARE(raw.ask("GET", "/genesys/2/chat/support").status, 405);
    QCOMPARE(raw.ask("GET", "/agent").status, 426);
    QCOMPARE(raw.ask("GET", "/%2e%2e/%2e%2e/etc/passwd").status, 404);
}

void TestGatewayHttp::answersPipelinedRequestsInOrder()
{
    auto raw = m_door.client();
    QByteArray requests;
    for (int i = 0; i < 20; ++i)
        requests += i % 2 ? "GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n"
                          : "\r\nGET /health HTTP/1.1\r\nHost: a\r\n\r\n";
    raw.send(requests);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(raw.readAnswer().status, i % 2 ? 404 : 200);
}

void TestGatewayHttp::keepsAndClosesConnectionsAsAsked()
{
    auto close = m_door.client();
    QCOMPARE(close.ask("GET", "/health", "Connection: close\r\n").field("Connection"), "close");
    close.readToEnd();
    QVERIFY(close.isClosed());
    auto old = m_door.client();
    old.send("GET /health HTTP/1.0\r\n\r\n");
    QCOMPARE(old.readAnswer().status, 200);
    old.readToEnd();
    QVERIFY(old.isClosed());
    auto half = m_door.client();
    half.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
    half.endSending();
    QVERIFY(half.readToEnd().startsWith("HTTP/1.1 200"));
    auto cut = m_door.client();
    cut.send("GET /health HTT");
    cut.endSending();
    QVERIFY(cut.readToEnd().startsWith("HTTP/1.1 400"));
}

void TestGatewayHttp::invitesTheBodyOnExpectContinue()
{
    auto raw = m_door.client();
    raw.send("POST /genesys/2/chat/support HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n"
             "Expect: 100-continue\r\n\r\n");
    QVERIFY(raw.readUntil("\r\n\r\n").startsWith("HTTP/1.1 100"));
    raw.send("nickname=Ann");
    QCOMPARE(raw.readAnswer().status, 200);
}

void TestGatewayHttp::takesChunkedBodies()
{
    auto raw = m_door.client();
    const QByteArray request = "POST /genesys/2/chat/support HTTP/1.1\r\nHost: a\r\n"
                               "Transfer-Encoding: chunked\r\n\r\n9;x=\"y\"\r\nnickname=\r\n"
                               "3\r\nAnn\r\n0\r\n\r\n";
    for (const char byte : request)
        raw.send(QByteArray(1, byte));
    const auto answer = raw.readAnswer();
    QCOMPARE(jsonOf(answer.body)[u"statusCode"].toInt(-1), 0);
    QCOMPARE(raw.ask("GET", "/health").status, 200);
}

void TestGatewayHttp::refusesBodiesThatAreTooLarge()
{
    auto said = m_door.client();
    said.send(
        "POST /genesys/2/chat/support HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n");
    QCOMPARE(said.readAnswer().status, 413);
    auto huge = m_door.client();
    huge.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551615\r\n\r\n");
    QCOMPARE(huge.readAnswer().status, 413);
    auto chunked = m_door.client();
    chunked.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n");
    QCOMPARE(chunked.readAnswer().status, 413);
}

void TestGatewayHttp::closesSlowHeads()
{
    GatewaySettings settings;
    settings.limits.headRead = Ms(200);
    m_door.listen(settings);
    auto slow = m_door.client();
    slow.send("GET / HTTP/1.1\r\nHost: a\r\n");
    QVERIFY(slow.readToEnd().startsWith("HTTP/1.1 408"));
    QVERIFY(slow.isClosed());
    auto dripping = m_door.client();
    QByteArray dripped;
    for (int i = 0; i < 30 && dripped.isEmpty(); ++i) {
        dripping.send("X");
        dripped = dripping.readBytes(12, 30);
    }
    QCOMPARE(dripped, "HTTP/1.1 408");
    auto silent = m_door.client();
    QCOMPARE(silent.readToEnd(), QByteArray());
    QVERIFY(silent.isClosed());
}

void TestGatewayHttp::closesSlowBodies()
{
    GatewaySettings settings;
    settings.limits.bodyRead = Ms(200);
    m_door.listen(settings);
    auto slow = m_door.client();
    slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    QVERIFY(slow.readToEnd().startsWith("HTTP/1.1 408"));
    QVERIFY(slow.isClosed());
}

void TestGatewayHttp::stopsWithOpenConnections()
{
    auto idle = m_door.client();
    QCOMPARE(idle.ask("GET", "/health").status, 200);
    auto waiting = m_door.client();
    m_door.core().hold(true);
    waiting.send("POST /genesys/2/chat/support HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n\r\n"
                 "nickname=Ann");
    QElapsedTimer timer;
    timer.start();
    m_door.gateway().stop();
    QVERIFY(timer.elapsed() < 4000);
    idle.readToEnd();
    QVERIFY(idle.isClosed());
    m_door.core().hold(false);
}

void TestGatewayHttp::limitsRequestsOfOneAddress()
{
    GatewaySettings settings;
    settings.limits.limitLoopback = true;
    settings.limits.requestsPerSecond = 1;
    settings.limits.requestBurst = 5;
    settings.limits.connectionsPerAddress = 3;
    m_door.listen(settings);
    auto raw = m_door.client();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(raw.ask("GET", "/health").status, 200);
    const auto refused = raw.ask("GET", "/health");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.field("Retry-After"), "1");
    auto second = m_door.client();
    auto third = m_door.client();
    auto fourth = m_door.client();
    auto fifth = m_door.client();
    fifth.readToEnd(2000);
    QVERIFY(fifth.isClosed());
}

QTEST_GUILESS_MAIN(TestGatewayHttp)
#include "tst_gatewayhttp.moc"
