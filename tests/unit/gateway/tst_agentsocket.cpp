// SPDX-License-Identifier: GPL-3.0-or-later
#include "gatewayfixture.h"
#include "websocketclient.h"

#include <QTest>

using namespace tandem;
using namespace tandem::test;

class TestAgentSocket : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_door.listen(); }
    void cleanup() { m_door.close(); }

    void opensForTheProtocolAndOwnPagesOnly();
    void wantsASessionFirst();
    void signsInAndAnswers();
    void echoesIdsOfAnyType();
    void answersBadFramesAndStaysOpen();
    void refusesWrongPasswordsAndStaysOpen();
    void putsFactsBehindTheReplyThatOpensTheSession();
    void boundsUnansweredRequests();
    void closesAfterLogout();
    void detachesWhenTheSocketIsLost();
    void closesAPeerThatDoesNotRead();
    void pingsAndGivesUpOnSilence();
    void closesWhenNobodySignsIn();
    void saysGoodbyeWhenItStops();

private:
    WebSocketClient connect()
    {
        return WebSocketClient(m_door.port(), "/agent",
                               "Sec-WebSocket-Protocol: tandem.agent.v1\r\n");
    }
    WebSocketClient signIn();

    GatewayFixture m_door;
};

namespace {

const QByteArray login = R"({"jsonrpc":"2.0","id":1,"method":"session.login",)"
                         R"("params":{"user":"alice","password":"demo"}})";
const QByteArray queues = R"({"jsonrpc":"2.0","id":2,"method":"queue.list"})";

QString reasonOf(const QJsonObject &answer)
{
    return answer[u"error"][u"data"][u"reason"].toString();
}

} // namespace

WebSocketClient TestAgentSocket::signIn()
{
    auto socket = connect();
    socket.sendText(login);
    if (socket.readJson()[u"result"][u"sessionToken"].toString() != QStringLiteral("token"))
        qFatal("not signed in");
    return socket;
}

void TestAgentSocket::opensForTheProtocolAndOwnPagesOnly()
{
    const auto status = [this](const QByteArray &path, const QByteArray &fields) {
        return WebSocketClient(m_door.port(), path, fields).status();
    };
    const QByteArray protocol = "Sec-WebSocket-Protocol: other, tandem.agent.v1\r\n";
    const auto good = WebSocketClient(m_door.port(), "/agent", protocol);
    QCOMPARE(good.status(), 101);
    QVERIFY(good.head().contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    QVERIFY(good.head().contains("Sec-WebSocket-Protocol: tandem.agent.v1\r\n"));
    QCOMPARE(status("/agent", {}), 400);
    QCOMPARE(status("/agent", "Sec-WebSocket-Protocol: tandem.agent.v2\r\n"), 400);
    QCOMPARE(status("/agent", protocol + "Origin: http://shop.example\r\n"), 101);
    QCOMPARE(status("/agent", protocol + "Origin: http://evil.example\r\n"), 403);
    QCOMPARE(status("/agent", protocol + "Origin: http://shop.example.evil\r\n"), 403);
    QCOMPARE(status("/agent", protocol + "Origin: null\r\n"), 403);
    QCOMPARE(status("/agent", protocol + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"), 400);
    QCOMPARE(status("/nowhere", protocol), 404);
}

void TestAgentSocket::wantsASessionFirst()
{
    auto socket = connect();
    socket.sendText(queues);
    QCOMPARE(reasonOf(socket.readJson()), QStringLiteral("not_permitted"));
    socket.sendText(login);
    QVERIFY(socket.readJson().contains(u"result"));
}

void TestAgentSocket::signsInAndAnswers()
{
    auto socket = signIn();
    socket.sendText(queues);
    QCOMPARE(socket.readJson()[u"result"][u"queues"][0][u"id"].toString(),
             QStringLiteral("support"));
    socket.sendText(R"({"jsonrpc":"2.0","id":3,"method":"chat.send",)"
                    R"("params":{"interactionId":"0000000000001","text":"x"}})");
    const auto refused = socket.readJson();
    QCOMPARE(reasonOf(refused), QStringLiteral("not_found"));
    QCOMPARE(refused[u"error"][u"code"].toInt(), -32000);
}

void TestAgentSocket::echoesIdsOfAnyType()
{
    auto socket = signIn();
    for (const char *id : {"7", "\"seven\"", "null", "1.5", "{\"a\":[1,true]}", "\"\\u00fc\""}) {
        socket.sendText(QByteArray(R"({"jsonrpc":"2.0","method":"queue.list","id":)") + id + '}');
        const auto expected = QJsonDocument::fromJson(QByteArray("[") + id + ']')[0];
        QCOMPARE(socket.readJson()[u"id"], expected);
    }
}

void TestAgentSocket::answersBadFramesAndStaysOpen()
{
    auto socket = signIn();
    const auto code = [&](const QByteArray &text) {
        socket.sendText(text);
        return socket.readJson()[u"error"][u"code"].toInt();
    };
    QCOMPARE(code("{"), -32700);
    QCOMPARE(code("[" + queues + "]"), -32600);
    QCOMPARE(code("42"), -32600);
    QCOMPARE(code(R"({"id":1,"method":"queue.list"})"), -32600);
    QCOMPARE(code(R"({"jsonrpc":"2.0","method":"queue.list"})"), -32600);
    QCOMPARE(code(R"({"jsonrpc":"2.0","id":1,"method":"session.open"})"), -32601);
    QCOMPARE(code(R"({"jsonrpc":"2.0","id":1,"method":"chat.send","params":{}})"), -32602);
    QCOMPARE(code(R"({"jsonrpc":"2.0","id":1,"method":"chat.send","params":[1]})"), -32602);
    QCOMPARE(code(QByteArray(3000, '[')), -32700);
    socket.sendText(queues);
    QVERIFY(socket.readJson().contains(u"result"));
    socket.sendFrame(0x82, "binary");
    QCOMPARE(socket.read().closeCode(), 1003);
}

void TestAgentSocket::refusesWrongPasswordsAndStaysOpen()
{
    auto socket = connect();
    socket.sendText(R"({"jsonrpc":"2.0","id":1,"method":"session.login",)"
                    R"("params":{"user":"alice","password":"wrong"}})");
    QCOMPARE(reasonOf(socket.readJson()), QStringLiteral("bad_credentials"));
    socket.sendText(R"({"jsonrpc":"2.0","id":1,"method":"session.resume",)"
                    R"("params":{"sessionToken":"wrong","lastSeq":0}})");
    QCOMPARE(reasonOf(socket.readJson()), QStringLiteral("session_expired"));
    socket.sendText(login);
    QVERIFY(socket.readJson().contains(u"result"));
}

void TestAgentSocket::putsFactsBehindTheReplyThatOpensTheSession()
{
    {
        auto first = signIn();
        m_door.core().notice("one");
        m_door.core().notice("two");
        QCOMPARE(first.readJson()[u"params"][u"seq"].toInt(), 1);
        QCOMPARE(first.readJson()[u"params"][u"message"].toString(), QStringLiteral("two"));
    }
    m_door.core().hold(true);
    auto second = connect();
    second.sendText(R"({"jsonrpc":"2.0","id":9,"method":"session.resume",)"
                    R"("params":{"sessionToken":"token","lastSeq":1}})");
    QTest::qWait(50);
    m_door.core().notice("three");
    m_door.core().hold(false);
    const auto reply = second.readJson();
    QCOMPARE(reply[u"id"].toInt(), 9);
    QCOMPARE(reply[u"result"][u"replayed"].toInt(), 1);
    QCOMPARE(second.readJson()[u"params"][u"seq"].toInt(), 2);
    QCOMPARE(second.readJson()[u"params"][u"seq"].toInt(), 3);
}

void TestAgentSocket::boundsUnansweredRequests()
{
    auto socket = signIn();
    m_door.core().hold(true);
    for (int i = 0; i < 65; ++i)
        socket.sendText(queues);
    QCOMPARE(reasonOf(socket.readJson()), QStringLiteral("busy"));
    m_door.core().hold(false);
    for (int i = 0; i < 64; ++i)
        QVERIFY(socket.readJson().contains(u"result"));
    socket.sendText(queues);
    QVERIFY(socket.readJson().contains(u"result"));
}

void TestAgentSocket::closesAfterLogout()
{
    auto socket = signIn();
    socket.sendText(R"({"jsonrpc":"2.0","id":4,"method":"session.logout"})");
    QCOMPARE(socket.readJson()[u"id"].toInt(), 4);
    QCOMPARE(socket.read().closeCode(), 1000);
}

void TestAgentSocket::detachesWhenTheSocketIsLost()
{
    {
        auto socket = signIn();
        socket.raw().abort();
    }
    QTRY_COMPARE(m_door.core().detached(), 1);
}

void TestAgentSocket::closesAPeerThatDoesNotRead()
{
    auto socket = signIn();
    const std::string text(60'000, 'x');
    // Loopback's buffers take some MiB; far more than those and the backlog must not pile up.
    for (int i = 0; i < 1000 && m_door.core().detached() == 0; ++i) {
        m_door.core().notice(text);
        QTest::qWait(1);
    }
    QTRY_COMPARE(m_door.core().detached(), 1);
}

void TestAgentSocket::pingsAndGivesUpOnSilence()
{
    GatewaySettings settings;
    settings.limits.ping = Ms(100);
    m_door.listen(settings);
    auto socket = signIn();
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(socket.read().opcode, 9);
        socket.sendFrame(0x8A, {});
    }
    QTRY_COMPARE(m_door.core().detached(), 1);
}

void TestAgentSocket::closesWhenNobodySignsIn()
{
    GatewaySettings settings;
    settings.limits.login = Ms(100);
    m_door.listen(settings);
    auto socket = connect();
    QCOMPARE(socket.read().closeCode(), 1008);
    auto welcome = signIn();
    QTest::qWait(200);
    welcome.sendText(queues);
    QVERIFY(welcome.readJson().contains(u"result"));
}

void TestAgentSocket::saysGoodbyeWhenItStops()
{
    auto socket = signIn();
    std::thread reader([&] { QCOMPARE(socket.read().closeCode(), 1001); });
    m_door.gateway().stop();
    reader.join();
    QCOMPARE(m_door.core().detached(), 1);
}

QTEST_GUILESS_MAIN(TestAgentSocket)
#include "tst_agentsocket.moc"
