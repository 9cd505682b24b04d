// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/gateway.h"
#include "rawclient.h"
#include "smallcore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tandem;
using namespace tandem::test;

namespace {

QJsonObject jsonOf(const QByteArray &text) { return QJsonDocument::fromJson(text).object(); }

int codeOf(const QJsonObject &answer)
{
    return answer[u"errors"].toArray().first().toObject()[u"code"].toInt();
}

} // namespace

class TestGatewayHttp : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

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

    void holdsAConversationOverRest();
    void answersARepeatedStartAlike();
    void acceptsMultipart();
    void answersUnknownChatAndWrongKeyAlike();
    void refusesBadCalls_data();
    void refusesBadCalls();
    void tellsThatItMayBeTriedAgain();
    void readsTranscriptPosition();
    void allowsListedOriginsOnly();

private:
    void listen(GatewaySettings settings = {});
    RawClient client() { return RawClient(m_gateway->port()); }
    QJsonObject startChat(RawClient &client);

    std::unique_ptr<SmallCore> m_core;
    SystemRandom m_random;
    std::unique_ptr<Gateway> m_gateway;
};

void TestGatewayHttp::init() { listen(); }

void TestGatewayHttp::cleanup()
{
    m_gateway.reset();
    m_core.reset();
}

void TestGatewayHttp::listen(GatewaySettings settings)
{
    cleanup();
    m_core = std::make_unique<SmallCore>();
    settings.port = 0;
    settings.siteSecret = "a site's secret of good length";
    auto gateway = Gateway::listen(settings, *m_core, m_random);
    QVERIFY2(gateway, gateway ? "" : gateway.error().message.c_str());
    m_gateway = *std::move(gateway);
}

QJsonObject TestGatewayHttp::startChat(RawClient &client)
{
    const auto answer = client.post("/genesys/2/chat/support", "nickname=Ann&subject=Shoes");
    return jsonOf(answer.body);
}

void TestGatewayHttp::tellsItsHealth()
{
    auto raw = client();
    for (const char *path : {"/health", "/server/isAlive", "/server/about", "/cobrowse/health"}) {
        const auto answer = raw.ask("GET", path);
        QCOMPARE(answer.status, 200);
        QCOMPARE(jsonOf(answer.body)[u"status"].toString(), QStringLiteral("ok"));
    }
    m_core->setCanCommit(false);
    QCOMPARE(raw.ask("GET", "/health").status, 503);
    m_core->setCanCommit(true);
    raw.send("HEAD /health HTTP/1.1\r\nHost: a\r\n\r\nGET /health HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto head = raw.readUntil("\r\n\r\n");
    QVERIFY(head.contains("Content-Length: ") && !head.contains("Content-Length: 0"));
    QCOMPARE(raw.readAnswer().status, 200);
    QCOMPARE(raw.ask("OPTIONS", "/health").field("Allow"), "GET, HEAD, OPTIONS");
}

void TestGatewayHttp::namesPortInUse()
{
    GatewaySettings settings;
    settings.port = m_gateway->port();
    SmallCore other;
    const auto second = Gateway::listen(settings, other, m_random);
    QVERIFY(!second);
    QVERIFY(second.error().reason == Reason::Conflict);
    QVERIFY(second.error().message.contains(std::to_string(m_gateway->port())));
    QVERIFY(second.error().message.contains("--listen"));
    settings.address = "not an address";
    QVERIFY(!Gateway::listen(settings, other, m_random));
}

void TestGatewayHttp::answersUnknownAddressesAndMethods()
{
    auto raw = client();
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
    auto raw = client();
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
    auto close = client();
    QCOMPARE(close.ask("GET", "/health", "Connection: close\r\n").field("Connection"), "close");
    close.readToEnd();
    QVERIFY(close.isClosed());
    auto old = client();
    old.send("GET /health HTTP/1.0\r\n\r\n");
    QCOMPARE(old.readAnswer().status, 200);
    old.readToEnd();
    QVERIFY(old.isClosed());
    auto half = client();
    half.send("GET /health HTTP/1.1\r\nHost: a\r\n\r\n");
    half.endSending();
    QVERIFY(half.readToEnd().startsWith("HTTP/1.1 200"));
    auto cut = client();
    cut.send("GET /health HTT");
    cut.endSending();
    QVERIFY(cut.readToEnd().startsWith("HTTP/1.1 400"));
}

void TestGatewayHttp::invitesTheBodyOnExpectContinue()
{
    auto raw = client();
    raw.send("POST /genesys/2/chat/support HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n"
             "Expect: 100-continue\r\n\r\n");
    QVERIFY(raw.readUntil("\r\n\r\n").startsWith("HTTP/1.1 100"));
    raw.send("nickname=Ann");
    QCOMPARE(raw.readAnswer().status, 200);
}

void TestGatewayHttp::takesChunkedBodies()
{
    auto raw = client();
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
    auto said = client();
    said.send("POST /genesys/2/chat/support HTTP/1.1\r\nHost: a\r\nContent-Length: 1048577\r\n\r\n");
    QCOMPARE(said.readAnswer().status, 413);
    auto huge = client();
    huge.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551615\r\n\r\n");
    QCOMPARE(huge.readAnswer().status, 413);
    auto chunked = client();
    chunked.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n");
    QCOMPARE(chunked.readAnswer().status, 413);
}

void TestGatewayHttp::closesSlowHeads()
{
    GatewaySettings settings;
    settings.limits.headRead = Ms(200);
    listen(settings);
    auto slow = client();
    slow.send("GET / HTTP/1.1\r\nHost: a\r\n");
    QVERIFY(slow.readToEnd().startsWith("HTTP/1.1 408"));
    QVERIFY(slow.isClosed());
    auto dripping = client();
    QByteArray dripped;
    for (int i = 0; i < 30 && dripped.isEmpty(); ++i) {
        dripping.send("X");
        dripped = dripping.readBytes(12, 30);
    }
    QCOMPARE(dripped, "HTTP/1.1 408");
    auto silent = client();
    QCOMPARE(silent.readToEnd(), QByteArray());
    QVERIFY(silent.isClosed());
}

void TestGatewayHttp::closesSlowBodies()
{
    GatewaySettings settings;
    settings.limits.bodyRead = Ms(200);
    listen(settings);
    auto slow = client();
    slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
    QVERIFY(slow.readToEnd().startsWith("HTTP/1.1 408"));
    QVERIFY(slow.isClosed());
}

void TestGatewayHttp::stopsWithOpenConnections()
{
    auto idle = client();
    QCOMPARE(idle.ask("GET", "/health").status, 200);
    auto waiting = client();
    m_core->hold(true);
    waiting.send("POST /genesys/2/chat/support HTTP/1.1\r\nHost: a\r\nContent-Length: 12\r\n\r\n"
                 "nickname=Ann");
    QElapsedTimer timer;
    timer.start();
    m_gateway->stop();
    QVERIFY(timer.elapsed() < 4000);
    idle.readToEnd();
    QVERIFY(idle.isClosed());
    m_core->hold(false);
}

void TestGatewayHttp::limitsRequestsOfOneAddress()
{
    GatewaySettings settings;
    settings.limits.limitLoopback = true;
    settings.limits.requestsPerSecond = 1;
    settings.limits.requestBurst = 5;
    settings.limits.connectionsPerAddress = 3;
    listen(settings);
    auto raw = client();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(raw.ask("GET", "/health").status, 200);
    const auto refused = raw.ask("GET", "/health");
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.field("Retry-After"), "1");
    auto second = client();
    auto third = client();
    auto fourth = client();
    auto fifth = client();
    fifth.readToEnd(2000);
    QVERIFY(fifth.isClosed());
}

void TestGatewayHttp::holdsAConversationOverRest()
{
    auto raw = client();
    const auto started = startChat(raw);
    QCOMPARE(started[u"statusCode"].toInt(-1), 0);
    const auto joined = started[u"messages"].toArray().first().toObject();
    QCOMPARE(joined[u"type"].toString(), QStringLiteral("ParticipantJoined"));
    QCOMPARE(joined[u"from"].toObject()[u"nickname"].toString(), QStringLiteral("Ann"));
    QCOMPARE(joined[u"index"].toInt(), 1);
    QVERIFY(joined[u"utcTime"].toDouble() > 1e12);
    QVERIFY(!joined.contains(u"text") && !joined.contains(u"userData"));
    const auto chat = started[u"chatId"].toString().toLatin1();
    const auto keys = "alias=" + started[u"alias"].toString().toLatin1() + "&userId="
        + started[u"userId"].toString().toLatin1() + "&secureKey="
        + started[u"secureKey"].toString().toLatin1();
    const auto call = [&](const char *operation, const QByteArray &fields) {
        return jsonOf(raw.post("/genesys/2/chat/support/" + chat + '/' + operation,
                               keys + fields).body);
    };
    QCOMPARE(call("send", "&message=Hello+there")[u"messages"].toArray().size(), 0);
    QCOMPARE(call("startTyping/", "")[u"statusCode"].toInt(-1), 0);
    QCOMPARE(call("stopTyping", "")[u"statusCode"].toInt(-1), 0);
    m_core->agentSays(m_core->onlyChat(), "Hi Ann");
    const auto refreshed = call("refresh", "&transcriptPosition=2&message=");
    QCOMPARE(refreshed[u"messages"].toArray().size(), 2);
    QCOMPARE(refreshed[u"messages"][1][u"text"].toString(), QStringLiteral("Hi Ann"));
    QCOMPARE(refreshed[u"nextPosition"].toInt(), 6);
    QCOMPARE(refreshed[u"secureKey"], started[u"secureKey"]);
    QCOMPARE(call("updateData", "&userData%5Ba%5D=b")[u"statusCode"].toInt(-1), 0);
    QCOMPARE(call("disconnect", "")[u"chatEnded"].toBool(), true);
}

void TestGatewayHttp::answersARepeatedStartAlike()
{
    auto raw = client();
    const QByteArray body = "nickname=Ann&clientMessageId=0123456789abcdef";
    const auto first = jsonOf(raw.post("/genesys/2/chat/support/", body).body);
    const auto again = jsonOf(raw.post("/genesys/2/chat/support/", body).body);
    QCOMPARE(again, first);
    const auto other = jsonOf(raw.post("/genesys/2/chat/support/", body + "0").body);
    QVERIFY(other[u"chatId"] != first[u"chatId"]);
    QVERIFY(other[u"secureKey"] != first[u"secureKey"]);
}

void TestGatewayHttp::acceptsMultipart()
{
    auto raw = client();
    const auto answer = raw.post("/genesys/2/chat/support",
                                 "--x\r\nContent-Disposition: form-data; name=\"nickname\"\r\n\r\n"
                                 "Ann\r\n--x--\r\n",
                                 {}, "multipart/form-data; boundary=x");
    QCOMPARE(jsonOf(answer.body)[u"statusCode"].toInt(-1), 0);
    QCOMPARE(raw.post("/genesys/2/chat/support", "{}", {}, "application/json").status, 415);
}

void TestGatewayHttp::answersUnknownChatAndWrongKeyAlike()
{
    auto raw = client();
    const auto started = startChat(raw);
    const auto chat = started[u"chatId"].toString().toLatin1();
    const auto wrongKey = raw.post("/genesys/2/chat/support/" + chat + "/refresh", "secureKey=x");
    const auto unknown = raw.post("/genesys/2/chat/support/0000000000XYZ/refresh", "secureKey=x");
    const auto noId = raw.post("/genesys/2/chat/support/!/refresh", "secureKey=x");
    const auto noKey = raw.post("/genesys/2/chat/support/" + chat + "/refresh", "");
    QCOMPARE(wrongKey.status, 200);
    QCOMPARE(jsonOf(wrongKey.body)[u"statusCode"].toInt(), 2);
    for (const auto &answer : {unknown, noId, noKey}) {
        QCOMPARE(answer.status, wrongKey.status);
        QCOMPARE(answer.body, wrongKey.body);
    }
}

void TestGatewayHttp::refusesBadCalls_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const QByteArray start = "/genesys/2/chat/support";
    QTest::newRow("no nickname") << start << QByteArray("subject=x") << 200 << 161;
    QTest::newRow("unknown service") << QByteArray("/genesys/2/chat/nosuch")
                                     << QByteArray("nickname=Ann") << 200 << 240;
    QTest::newRow("bad e-mail") << start << QByteArray("nickname=Ann&emailAddress=ann") << 200 << 364;
    QTest::newRow("long text") << start << "nickname=Ann&text=" + QByteArray(16385, 'x') << 200 << 204;
    QTest::newRow("long nickname") << start << "nickname=" + QByteArray(257, 'x') << 200 << 100;
    QTest::newRow("not UTF-8") << start << QByteArray("nickname=%FF") << 400 << 100;
    QTest::newRow("broken escape") << start << QByteArray("nickname=%F") << 400 << 100;
    QTest::newRow("unknown operation") << start + "/1/explode" << QByteArray() << 404 << 100;
    QTest::newRow("empty message") << start + "/1/send" << QByteArray("message=") << 200 << 182;
    QTest::newRow("long message") << start + "/1/send" << "message=" + QByteArray(16385, 'x')
                                  << 200 << 204;
}

void TestGatewayHttp::refusesBadCalls()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const int, code);
    auto raw = client();
    const auto answer = raw.post(path, body);
    QCOMPARE(answer.status, status);
    QCOMPARE(jsonOf(answer.body)[u"statusCode"].toInt(), 2);
    QCOMPARE(codeOf(jsonOf(answer.body)), code);
    QVERIFY(jsonOf(answer.body)[u"messages"].isArray());
}

void TestGatewayHttp::tellsThatItMayBeTriedAgain()
{
    auto raw = client();
    for (const auto reason : {Reason::Busy, Reason::StoreUnavailable}) {
        m_core->refuseWith(reason);
        const auto answer = raw.post("/genesys/2/chat/support", "nickname=Ann");
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.field("Retry-After"), "1");
        QCOMPARE(jsonOf(answer.body)[u"statusCode"].toInt(), 1);
    }
}

void TestGatewayHttp::readsTranscriptPosition()
{
    auto raw = client();
    const auto started = startChat(raw);
    const auto path = "/genesys/2/chat/support/" + started[u"chatId"].toString().toLatin1();
    const auto key = "secureKey=" + started[u"secureKey"].toString().toLatin1();
    raw.post(path + "/send", key + "&message=one");
    const auto count = [&](const QByteArray &fields) {
        return jsonOf(raw.post(path + "/refresh", key + fields).body)[u"messages"].toArray().size();
    };
    QCOMPARE(count(""), 2);
    QCOMPARE(count("&transcriptPosition=1"), 2);
    QCOMPARE(count("&transcriptPosition=2"), 1);
    QCOMPARE(count("&transcriptPosition=3"), 0);
    QCOMPARE(count("&transcriptPosition=0"), 0);
    const auto sent = jsonOf(raw.post(path + "/send", key + "&message=two&transcriptPosition=3").body);
    QCOMPARE(sent[u"messages"].toArray().size(), 1);
}

void TestGatewayHttp::allowsListedOriginsOnly()
{
    GatewaySettings settings;
    settings.allowedOrigins = {"https://good.example"};
    listen(settings);
    auto raw = client();
    const QByteArray path = "/genesys/2/chat/support";
    const auto good = raw.post(path, "nickname=Ann", "Origin: https://good.example\r\n");
    QCOMPARE(good.field("Access-Control-Allow-Origin"), "https://good.example");
    QCOMPARE(good.field("Access-Control-Allow-Credentials"), "");
    const auto own = raw.post(path, "nickname=Ann", "Origin: https://shop.example\r\n");
    QCOMPARE(own.status, 200);
    for (const char *origin : {"https://evil.example", "null", "http://127.0.0.1:1",
                               "https://good.example.evil.example"}) {
        const auto bad = raw.post(path, "nickname=Ann", QByteArray("Origin: ") + origin + "\r\n");
        QCOMPARE(bad.status, 403);
        QCOMPARE(bad.field("Access-Control-Allow-Origin"), "");
    }
    const auto preflight = raw.ask("OPTIONS", path, "Origin: https://good.example\r\n"
                                                    "Access-Control-Request-Method: POST\r\n");
    QCOMPARE(preflight.status, 204);
    QCOMPARE(preflight.field("Access-Control-Allow-Methods"), "POST, OPTIONS");
    settings.demo = true;
    listen(settings);
    auto demo = client();
    QCOMPARE(demo.post(path, "nickname=Ann", "Origin: http://localhost:3000\r\n").status, 200);
    QCOMPARE(demo.post(path, "nickname=Ann", "Origin: http://localhost.evil\r\n").status, 403);
}

QTEST_GUILESS_MAIN(TestGatewayHttp)
#include "tst_gatewayhttp.moc"
