// SPDX-License-Identifier: GPL-3.0-or-later
#include "gatewayfixture.h"

#include <QTest>

using namespace tandem;
using namespace tandem::test;

namespace {

int codeOf(const QJsonObject &answer)
{
    return answer[u"errors"].toArray().first().toObject()[u"code"].toInt();
}

} // namespace

class TestChatRest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_door.listen(); }
    void cleanup() { m_door.close(); }

    void holdsAConversationOverRest();
    void givesALongChatInSeveralAnswers();
    void answersARepeatedStartAlike();
    void acceptsMultipart();
    void answersUnknownChatAndWrongKeyAlike();
    void refusesBadCalls_data();
    void refusesBadCalls();
    void tellsThatItMayBeTriedAgain();
    void readsTranscriptPosition();
    void allowsListedOriginsOnly();

private:
    QJsonObject startChat(RawClient &client);

    GatewayFixture m_door;
};

QJsonObject TestChatRest::startChat(RawClient &client)
{
    const auto answer = client.post("/genesys/2/chat/support", "nickname=Ann&subject=Shoes");
    return jsonOf(answer.body);
}

void TestChatRest::holdsAConversationOverRest()
{
    auto raw = m_door.client();
    const auto started = startChat(raw);
    QCOMPARE(started[u"statusCode"].toInt(-1), 0);
    const auto joined = started[u"messages"].toArray().first().toObject();
    QCOMPARE(joined[u"type"].toString(), QStringLiteral("ParticipantJoined"));
    QCOMPARE(joined[u"from"].toObject()[u"nickname"].toString(), QStringLiteral("Ann"));
    QCOMPARE(joined[u"index"].toInt(), 1);
    QVERIFY(joined[u"utcTime"].toDouble() > 1e12);
    QVERIFY(!joined.contains(u"text") && !joined.contains(u"userData"));
    const auto chat = started[u"chatId"].toString().toLatin1();
    const auto keys = "alias=" + started[u"alias"].toString().toLatin1()
                      + "&userId=" + started[u"userId"].toString().toLatin1()
                      + "&secureKey=" + started[u"secureKey"].toString().toLatin1();
    const auto call = [&](const char *operation, const QByteArray &fields) {
        return jsonOf(
            raw.post("/genesys/2/chat/support/" + chat + '/' + operation, keys + fields).body);
    };
    QCOMPARE(call("send", "&message=Hello+there")[u"messages"].toArray().size(), 0);
    QCOMPARE(call("startTyping/", "")[u"statusCode"].toInt(-1), 0);
    QCOMPARE(call("stopTyping", "")[u"statusCode"].toInt(-1), 0);
    m_door.core().agentSays(m_door.core().onlyChat(), "Hi Ann");
    const auto refreshed = call("refresh", "&transcriptPosition=2&message=");
    QCOMPARE(refreshed[u"messages"].toArray().size(), 2);
    QCOMPARE(refreshed[u"messages"][1][u"text"].toString(), QStringLiteral("Hi Ann"));
    QCOMPARE(refreshed[u"nextPosition"].toInt(), 6);
    QCOMPARE(refreshed[u"secureKey"], started[u"secureKey"]);
    QCOMPARE(call("updateData", "&userData%5Ba%5D=b")[u"statusCode"].toInt(-1), 0);
    QCOMPARE(call("disconnect", "")[u"chatEnded"].toBool(), true);
}

void TestChatRest::givesALongChatInSeveralAnswers()
{
    auto raw = m_door.client();
    const auto started = startChat(raw);
    const auto chat = started[u"chatId"].toString().toLatin1();
    const auto keys = "secureKey=" + started[u"secureKey"].toString().toLatin1();
    for (int i = 0; i < 30; ++i)
        m_door.core().agentSays(m_door.core().onlyChat(), std::string(15'000, 'x'));
    m_door.core().agentSays(m_door.core().onlyChat(), "the last");
    QList<int> indexes;
    QString last;
    int position = 1;
    for (int answers = 0; last != QStringLiteral("the last") && answers < 10; ++answers) {
        const auto answer = raw.post("/genesys/2/chat/support/" + chat + "/refresh",
                                     keys + "&transcriptPosition=" + QByteArray::number(position));
        QVERIFY(answer.body.size() < 256 * 1024);
        const auto reply = jsonOf(answer.body);
        for (const auto &event : reply[u"messages"].toArray()) {
            indexes.append(event[u"index"].toInt());
            last = event[u"text"].toString();
        }
        QCOMPARE(reply[u"nextPosition"].toInt(), indexes.back() + 1);
        position = reply[u"nextPosition"].toInt();
    }
    QCOMPARE(last, QStringLiteral("the last"));
    QCOMPARE(indexes.size(), 32);
    QVERIFY(std::ranges::is_sorted(indexes, std::less_equal<>()));
}

void TestChatRest::answersARepeatedStartAlike()
{
    auto raw = m_door.client();
    const QByteArray body = "nickname=Ann&clientMessageId=0123456789abcdef";
    const auto first = jsonOf(raw.post("/genesys/2/chat/support/", body).body);
    const auto again = jsonOf(raw.post("/genesys/2/chat/support/", body).body);
    QCOMPARE(again, first);
    const auto other = jsonOf(raw.post("/genesys/2/chat/support/", body + "0").body);
    QVERIFY(other[u"chatId"] != first[u"chatId"]);
    QVERIFY(other[u"secureKey"] != first[u"secureKey"]);
}

void TestChatRest::acceptsMultipart()
{
    auto raw = m_door.client();
    const auto answer = raw.post("/genesys/2/chat/support",
                                 "--x\r\nContent-Disposition: form-data; name=\"nickname\"\r\n\r\n"
                                 "Ann\r\n--x--\r\n",
                                 {}, "multipart/form-data; boundary=x");
    QCOMPARE(jsonOf(answer.body)[u"statusCode"].toInt(-1), 0);
    QCOMPARE(raw.post("/genesys/2/chat/support", "{}", {}, "application/json").status, 415);
}

void TestChatRest::answersUnknownChatAndWrongKeyAlike()
{
    auto raw = m_door.client();
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

void TestChatRest::refusesBadCalls_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const QByteArray start = "/genesys/2/chat/support";
    QTest::newRow("no nickname") << start << QByteArray("subject=x") << 200 << 161;
    QTest::newRow("unknown service")
        << QByteArray("/genesys/2/chat/nosuch") << QByteArray("nickname=Ann") << 200 << 240;
    QTest::newRow("bad e-mail") << start << QByteArray("nickname=Ann&emailAddress=ann") << 200
                                << 364;
    QTest::newRow("long text") << start << "nickname=Ann&text=" + QByteArray(16385, 'x') << 200
                               << 204;
    QTest::newRow("long nickname") << start << "nickname=" + QByteArray(257, 'x') << 200 << 100;
    QTest::newRow("not UTF-8") << start << QByteArray("nickname=%FF") << 400 << 100;
    QTest::newRow("broken escape") << start << QByteArray("nickname=%F") << 400 << 100;
    QTest::newRow("unknown operation") << start + "/1/explode" << QByteArray() << 404 << 100;
    QTest::newRow("empty message") << start + "/1/send" << QByteArray("message=") << 200 << 182;
    QTest::newRow("long message") << start + "/1/send" << "message=" + QByteArray(16385, 'x') << 200
                                  << 204;
}

void TestChatRest::refusesBadCalls()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const int, code);
    auto raw = m_door.client();
    const auto answer = raw.post(path, body);
    QCOMPARE(answer.status, status);
    QCOMPARE(jsonOf(answer.body)[u"statusCode"].toInt(), 2);
    QCOMPARE(codeOf(jsonOf(answer.body)), code);
    QVERIFY(jsonOf(answer.body)[u"messages"].isArray());
}

void TestChatRest::tellsThatItMayBeTriedAgain()
{
    auto raw = m_door.client();
    for (const auto reason : {Reason::Busy, Reason::StoreUnavailable}) {
        m_door.core().refuseWith(reason);
        const auto answer = raw.post("/genesys/2/chat/support", "nickname=Ann");
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.field("Retry-After"), "1");
        QCOMPARE(jsonOf(answer.body)[u"statusCode"].toInt(), 1);
    }
}

void TestChatRest::readsTranscriptPosition()
{
    auto raw = m_door.client();
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
    const auto sent =
        jsonOf(raw.post(path + "/send", key + "&message=two&transcriptPosition=3").body);
    QCOMPARE(sent[u"messages"].toArray().size(), 1);
}

void TestChatRest::allowsListedOriginsOnly()
{
    GatewaySettings settings;
    settings.allowedOrigins = {"https://good.example"};
    m_door.listen(settings);
    auto raw = m_door.client();
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
    const auto preflight = raw.ask("OPTIONS", path,
                                   "Origin: https://good.example\r\n"
                                   "Access-Control-Request-Method: POST\r\n");
    QCOMPARE(preflight.status, 204);
    QCOMPARE(preflight.field("Access-Control-Allow-Methods"), "POST, OPTIONS");
    settings.demo = true;
    m_door.listen(settings);
    auto demo = m_door.client();
    QCOMPARE(demo.post(path, "nickname=Ann", "Origin: http://localhost:3000\r\n").status, 200);
    QCOMPARE(demo.post(path, "nickname=Ann", "Origin: http://localhost.evil\r\n").status, 403);
}

QTEST_GUILESS_MAIN(TestChatRest)
#include "tst_chatrest.moc"
