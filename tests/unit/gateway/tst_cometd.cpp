// SPDX-License-Identifier: GPL-3.0-or-later
#include "bayeuxclient.h"
#include "gatewayfixture.h"

#include <QTest>

using namespace tandem;
using namespace tandem::test;

class TestCometd : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_door.listen(); }
    void cleanup() { m_door.close(); }

    void shakesHands();
    void holdsAConversation_data();
    void holdsAConversation();
    void repeatsWhatALostSocketTook();
    void catchesUpWithoutGapOrDoubling();
    void answersUnknownClients();
    void knowsItsChannelsOnly();
    void refusesBadOperations();
    void tellsWhoIsThere();
    void pollsOverHttp();
    void endsAPollThatTheClientLeft();
    void endsSessionsThatDoNotTakeMessages();
    void endsSessionsThatMayHaveMissedEvents();
    void refusesForeignPagesAndGarbage();
    void limitsMessagesOfOneAddress();
    void disconnects();

private:
    QJsonObject start(BayeuxClient &client);
    QJsonArray poll(RawClient &raw, const QByteArray &messages);

    GatewayFixture m_door;
};

namespace {

QJsonObject operation(const char *name, const QString &key, QJsonObject more = {})
{
    more.insert(QStringLiteral("operation"), QLatin1String(name));
    more.insert(QStringLiteral("secureKey"), key);
    return more;
}

} // namespace

QJsonObject TestCometd::start(BayeuxClient &client)
{
    client.publish({{QStringLiteral("operation"), QStringLiteral("requestChat")},
                    {QStringLiteral("nickname"), QStringLiteral("Ann")},
                    {QStringLiteral("userData"), QJsonObject{{QStringLiteral("a"), 1}}}});
    return client.nextData();
}

QJsonArray TestCometd::poll(RawClient &raw, const QByteArray &messages)
{
    const auto answer = raw.post("/genesys/cometd/connect", messages, {}, "application/json");
    return QJsonDocument::fromJson(answer.body).array();
}

void TestCometd::shakesHands()
{
    BayeuxClient client(m_door.port());
    const auto &welcome = client.welcome();
    QCOMPARE(welcome[u"successful"].toBool(), true);
    QCOMPARE(welcome[u"id"].toString(), QStringLiteral("h"));
    QCOMPARE(welcome[u"version"].toString(), QStringLiteral("1.0"));
    QVERIFY(client.id().size() >= 24);
    QCOMPARE(welcome[u"ext"][u"ack"].toBool(), true);
    QCOMPARE(welcome[u"advice"][u"reconnect"].toString(), QStringLiteral("retry"));
    QVERIFY(client.socket().head().contains("BAYEUX_BROWSER="));
    BayeuxClient without(m_door.port(), false, "Cookie: BAYEUX_BROWSER=x\r\n");
    QVERIFY(!without.welcome().contains(u"ext"));
    QVERIFY(!without.socket().head().contains("BAYEUX_BROWSER"));
    QVERIFY(client.id() != without.id());
}

void TestCometd::holdsAConversation_data()
{
    QTest::addColumn<bool>("usesAck");
    QTest::newRow("acknowledged") << true;
    QTest::newRow("not acknowledged") << false;
}

void TestCometd::holdsAConversation()
{
    QFETCH(const bool, usesAck);
    BayeuxClient client(m_door.port(), usesAck);
    client.connect(0);
    const auto started = start(client);
    QCOMPARE(started[u"statusCode"].toInt(-1), 0);
    QCOMPARE(started[u"messages"].toArray().size(), 1);
    const auto key = started[u"secureKey"].toString();
    QVERIFY(key.size() >= 32);
    client.publish(operation("sendMessage", key,
                             {{QStringLiteral("message"), QStringLiteral("Grüße")},
                              {QStringLiteral("clientMessageId"), QStringLiteral("m1")}}));
    const auto own = client.nextData();
    QCOMPARE(own[u"messages"][0][u"text"].toString(), QStringLiteral("Grüße"));
    const auto reply = client.nextData();
    QCOMPARE(reply[u"clientMessageId"].toString(), QStringLiteral("m1"));
    QCOMPARE(reply[u"messages"].toArray().size(), 0);
    m_door.core().agentSays(m_door.core().onlyChat(), "Hello");
    const auto pushed = client.nextData();
    QCOMPARE(pushed[u"messages"][0][u"from"][u"type"].toString(), QStringLiteral("Agent"));
    QCOMPARE(pushed[u"nextPosition"].toInt(), 4);
    client.publish(operation("startTyping", key));
    QCOMPARE(client.nextData()[u"messages"][0][u"type"].toString(),
             QStringLiteral("TypingStarted"));
    QCOMPARE(client.nextData()[u"statusCode"].toInt(-1), 0);
    client.publish(operation("disconnect", key));
    const auto ended = client.nextData();
    QCOMPARE(ended[u"chatEnded"].toBool(), true);
    QCOMPARE(ended[u"messages"].toArray().size(), 0);
}

void TestCometd::repeatsWhatALostSocketTook()
{
    QString id;
    QString key;
    {
        BayeuxClient first(m_door.port());
        first.connect(0);
        key = start(first)[u"secureKey"].toString();
        id = first.id();
        first.setReconnects(false);
        m_door.core().agentSays(m_door.core().onlyChat(), "lost on the way");
        QTest::qWait(20);
        first.socket().raw().abort();
    }
    m_door.core().agentSays(m_door.core().onlyChat(), "said meanwhile");
    BayeuxClient second(m_door.port());
    second.become(id);
    second.connect(1);
    QCOMPARE(second.nextData()[u"messages"][0][u"text"].toString(),
             QStringLiteral("lost on the way"));
    QCOMPARE(second.nextData()[u"messages"][0][u"text"].toString(),
             QStringLiteral("said meanwhile"));
}

void TestCometd::catchesUpWithoutGapOrDoubling()
{
    BayeuxClient first(m_door.port());
    first.connect(0);
    const auto key = start(first)[u"secureKey"].toString();
    const auto chat = m_door.core().onlyChat();
    std::atomic<bool> isDone = false;
    std::thread talker([&] {
        for (int i = 0; i < 300; ++i) {
            m_door.core().agentSays(chat, std::to_string(i));
            std::this_thread::sleep_for(std::chrono::microseconds(200));
        }
        isDone = true;
    });
    for (int round = 0; round < 5; ++round) {
        BayeuxClient again(m_door.port(), round % 2);
        again.connect(0);
        again.publish(operation("requestNotifications", key));
        int expected = 1;
        while (expected <= 301) {
            const auto data = again.nextData();
            if (data.isEmpty())
                break;
            for (const auto &event : data[u"messages"].toArray())
                QCOMPARE(event[u"index"].toInt(), expected++);
        }
        QCOMPARE(expected, 302);
    }
    talker.join();
}

void TestCometd::answersUnknownClients()
{
    BayeuxClient client(m_door.port());
    client.become(QStringLiteral("nobody"));
    client.connect(0);
    client.setReconnects(false);
    const auto reply = client.next("/meta/connect");
    QCOMPARE(reply[u"successful"].toBool(true), false);
    QCOMPARE(reply[u"error"].toString(), QStringLiteral("402::Unknown client"));
    QCOMPARE(reply[u"advice"][u"reconnect"].toString(), QStringLiteral("handshake"));
}

void TestCometd::knowsItsChannelsOnly()
{
    BayeuxClient client(m_door.port());
    const auto subscribe = [&](const char *channel) {
        client.send({{QStringLiteral("channel"), QStringLiteral("/meta/subscribe")},
                     {QStringLiteral("subscription"), QLatin1String(channel)}});
        const auto reply = client.next("/meta/subscribe");
        return reply[u"successful"].toBool() && reply[u"subscription"] == QLatin1String(channel);
    };
    QVERIFY(subscribe("/service/chatV2/support"));
    QVERIFY(!subscribe("/**"));
    QVERIFY(!subscribe("/service/chatV2/a/b"));
    client.send({{QStringLiteral("channel"), QStringLiteral("/foo")}});
    QCOMPARE(client.next("/foo")[u"successful"].toBool(true), false);
    client.send({{QStringLiteral("channel"), QStringLiteral("/meta/unsubscribe")},
                 {QStringLiteral("subscription"), QStringLiteral("/service/chatV2/support")}});
    QCOMPARE(client.next("/meta/unsubscribe")[u"successful"].toBool(), true);
}

void TestCometd::refusesBadOperations()
{
    BayeuxClient client(m_door.port());
    client.connect(0);
    const auto code = [&](const QJsonObject &data) {
        client.publish(data);
        const auto answer = client.nextData();
        return answer[u"statusCode"] == 2 ? answer[u"errors"][0][u"code"].toInt() : -1;
    };
    QCOMPARE(code({}), 100);
    QCOMPARE(code({{QStringLiteral("operation"), QStringLiteral("explode")}}), 100);
    QCOMPARE(code({{QStringLiteral("operation"), QStringLiteral("requestChat")}}), 161);
    QCOMPARE(code(operation("requestNotifications", QStringLiteral("wrong"))), 240);
    QCOMPARE(code(operation("sendMessage", QStringLiteral("wrong"))), 182);
    QCOMPARE(code({{QStringLiteral("operation"), QJsonArray{}}}), 100);
}

void TestCometd::tellsWhoIsThere()
{
    auto first = std::make_unique<BayeuxClient>(m_door.port());
    first->connect(0);
    const auto key = start(*first)[u"secureKey"].toString();
    QTRY_COMPARE(m_door.core().presences(), 1);
    auto second = std::make_unique<BayeuxClient>(m_door.port());
    second->connect(0);
    second->publish(operation("requestNotifications", key));
    second->nextData();
    first->socket().raw().abort();
    QTest::qWait(50);
    QCOMPARE(m_door.core().presences(), 1);
    second->socket().raw().abort();
    QTRY_COMPARE(m_door.core().presences(), 0);
    BayeuxClient back(m_door.port());
    back.become(second->id());
    back.connect(1);
    QTRY_COMPARE(m_door.core().presences(), 1);
}

void TestCometd::pollsOverHttp()
{
    auto raw = m_door.client();
    const auto shaken = raw.post("/genesys/cometd/handshake",
                                 R"([{"channel":"/meta/handshake","id":"1","ext":{"ack":true},)"
                                 R"("supportedConnectionTypes":["long-polling"]}])",
                                 {}, "application/json;charset=UTF-8");
    QVERIFY(shaken.field("Set-Cookie").contains("HttpOnly; SameSite=Lax"));
    const auto id = QJsonDocument::fromJson(shaken.body)[0][u"clientId"].toString().toLatin1();
    const auto connect = [&](const char *more) {
        return R"([{"channel":"/meta/connect","id":"2","clientId":")" + id
               + R"(","connectionType":"long-polling")" + more + "}]";
    };
    const auto first = poll(raw, connect(R"(,"advice":{"timeout":0},"ext":{"ack":0})"));
    QCOMPARE(first[0][u"successful"].toBool(), true);
    auto other = m_door.client();
    QCOMPARE(
        poll(other,
             R"([{"channel":"/service/chatV2/support","id":"3","clientId":")" + id
                 + R"(","data":{"operation":"requestChat","nickname":"Ann"}}])")[0][u"successful"]
            .toBool(),
        true);
    const auto second = poll(raw, connect(R"(,"ext":{"ack":0})"));
    QCOMPARE(second.size(), 2);
    QCOMPARE(second[0][u"data"][u"statusCode"].toInt(-1), 0);
    QCOMPARE(second[1][u"ext"][u"ack"].toInt(), 1);
    std::thread talker([this] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        m_door.core().agentSays(m_door.core().onlyChat(), "Hello");
    });
    const auto third = poll(raw, connect(R"(,"ext":{"ack":1})"));
    talker.join();
    QCOMPARE(third[0][u"data"][u"messages"][0][u"text"].toString(), QStringLiteral("Hello"));
}

void TestCometd::endsAPollThatTheClientLeft()
{
    BayeuxClient maker(m_door.port(), false);
    const auto started = start(maker);
    QVERIFY(!started.isEmpty());
    maker.socket().raw().abort();
    const auto connect =
        R"([{"channel":"/meta/connect","clientId":")" + maker.id().toLatin1() + "\"}]";
    QTRY_COMPARE(m_door.core().presences(), 0);
    {
        auto left = m_door.client();
        left.send("POST /genesys/cometd HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                  "Content-Length: "
                  + QByteArray::number(connect.size()) + "\r\n\r\n" + connect);
        QTRY_COMPARE(m_door.core().presences(), 1);
        left.abort();
    }
    QTest::qWait(50);
    m_door.core().agentSays(m_door.core().onlyChat(), "still here?");
    auto raw = m_door.client();
    QCOMPARE(poll(raw, connect)[0][u"data"][u"messages"][0][u"text"].toString(),
             QStringLiteral("still here?"));
}

void TestCometd::endsSessionsThatDoNotTakeMessages()
{
    BayeuxClient client(m_door.port());
    client.connect(0);
    start(client);
    client.setReconnects(false);
    const auto chat = m_door.core().onlyChat();
    for (int i = 0; i < 20; ++i)
        m_door.core().agentSays(chat, std::string(16'000, 'x'));
    QTRY_COMPARE(m_door.core().presences(), 0);
    client.connect(1);
    QTest::qWait(20);
    client.send({{QStringLiteral("channel"), QStringLiteral("/meta/unsubscribe")}});
    QCOMPARE(client.next("/meta/unsubscribe")[u"error"].toString(),
             QStringLiteral("402::Unknown client"));
}

void TestCometd::endsSessionsThatMayHaveMissedEvents()
{
    BayeuxClient client(m_door.port());
    client.connect(0);
    start(client);
    client.setReconnects(false);
    m_door.core().missEvents();
    QTRY_COMPARE(m_door.core().presences(), 0);
    client.send({{QStringLiteral("channel"), QStringLiteral("/meta/unsubscribe")}});
    QCOMPARE(client.next("/meta/unsubscribe")[u"error"].toString(),
             QStringLiteral("402::Unknown client"));
}

void TestCometd::refusesForeignPagesAndGarbage()
{
    const auto status = [this](const QByteArray &fields) {
        return WebSocketClient(m_door.port(), "/genesys/cometd", fields).status();
    };
    QCOMPARE(status("Origin: http://shop.example\r\n"), 101);
    QCOMPARE(status("Origin: http://evil.example\r\n"), 403);
    auto raw = m_door.client();
    const QByteArray path = "/genesys/cometd";
    const auto post = [&](const QByteArray &body, const QByteArray &fields, const char *type) {
        return raw.post(path, body, fields, type).status;
    };
    QCOMPARE(
        post("[{\"channel\":\"/meta/handshake\"}]", "Origin: http://evil\r\n", "application/json"),
        403);
    QCOMPARE(post("[", {}, "application/json"), 400);
    QCOMPARE(post("[{\"channel\":\"/meta/handshake\"}]", {}, "text/plain"), 415);
    WebSocketClient socket(m_door.port(), path);
    socket.sendText("no JSON");
    QCOMPARE(socket.read().closeCode(), 1008);
}

void TestCometd::limitsMessagesOfOneAddress()
{
    GatewaySettings settings;
    settings.limits.limitLoopback = true;
    settings.limits.requestsPerSecond = 1;
    settings.limits.requestBurst = 10;
    m_door.listen(settings);
    WebSocketClient socket(m_door.port(), "/genesys/cometd");
    for (int i = 0; i < 20; ++i)
        socket.sendText(R"({"channel":"/meta/connect","clientId":"x"})");
    int answers = 0;
    auto frame = socket.read();
    for (; frame.opcode == 1; frame = socket.read())
        ++answers;
    QVERIFY(answers <= 9); // the handshake was the tenth
    QCOMPARE(frame.closeCode(), 1008);
}

void TestCometd::disconnects()
{
    BayeuxClient client(m_door.port());
    client.connect(0);
    start(client);
    QTRY_COMPARE(m_door.core().presences(), 1);
    client.setReconnects(false);
    client.send({{QStringLiteral("channel"), QStringLiteral("/meta/disconnect")}});
    QCOMPARE(client.next("/meta/disconnect")[u"successful"].toBool(), true);
    QTRY_COMPARE(m_door.core().presences(), 0);
    client.connect(1);
    QCOMPARE(client.next("/meta/connect")[u"error"].toString(),
             QStringLiteral("402::Unknown client"));
}

QTEST_GUILESS_MAIN(TestCometd)
#include "tst_cometd.moc"
