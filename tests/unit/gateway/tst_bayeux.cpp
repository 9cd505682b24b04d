// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bayeuxsession.h"
#include "gateway/chatfields.h"

#include <QTest>

using namespace tandem;
using namespace tandem::gateway;

namespace {

class Peer final : public BayeuxPeer
{
public:
    explicit Peer(bool isSocket) : m_isSocket(isSocket) {}

    bool isSocket() const override { return m_isSocket; }
    const std::string &address() const override { return m_address; }
    bool isOpen() const override { return m_isOpen; }
    void send(std::string list) override { sent.push_back(std::move(list)); }
    void close() { m_isOpen = false; }

    std::vector<std::string> sent;

private:
    bool m_isSocket;
    bool m_isOpen = true;
    std::string m_address = "192.0.2.1";
};

BayeuxMessage connectOf(std::optional<std::int64_t> ack)
{
    BayeuxMessage message;
    message.channel = "/meta/connect";
    message.id = "\"1\"";
    message.ack = ack;
    return message;
}

const auto later = std::chrono::steady_clock::time_point::max();

std::string replyWith(const std::string &messages, int ack)
{
    return "[" + messages + R"({"channel":"/meta/connect","id":"1","successful":true,"ext":{"ack":)"
           + std::to_string(ack) + "}}]";
}

} // namespace

class TestBayeux : public QObject
{
    Q_OBJECT

private slots:
    void parsesWhatClientsSend();
    void refusesWhatIsNotBayeux_data();
    void refusesWhatIsNotBayeux();
    void readsDataLikeAForm();
    void sendsAtOnceWithoutAcknowledgement();
    void pollsGetMessagesWithTheirConnect();
    void acknowledgedMessagesLeaveWithConnects();
    void repeatsWhatWasNotAcknowledged();
    void keepsMessagesOfAClientThatIsGone();
    void boundsWhatWaits();
    void answersTheOldConnectWhenANewOneComes();

private:
    std::shared_ptr<Peer> m_socket;
    std::unique_ptr<BayeuxSession> m_session;

    void begin(bool usesAck)
    {
        m_socket = std::make_shared<Peer>(true);
        m_session = std::make_unique<BayeuxSession>("c", "192.0.2.1", usesAck, 100);
        m_session->setSocket(m_socket);
    }
    void connect(std::optional<std::int64_t> ack, std::shared_ptr<Peer> peer = nullptr)
    {
        m_session->connect(connectOf(ack), peer ? peer : m_socket, {}, true, later);
    }
};

void TestBayeux::parsesWhatClientsSend()
{
    const auto messages = parseBayeux(
        R"([{"channel":"/meta/handshake","id":"1","version":"1.0","ext":{"ack":true},)"
        R"("supportedConnectionTypes":["websocket","long-polling"],"advice":{"timeout":60000}},)"
        R"({"channel":"/meta/connect","id":2,"clientId":"x","ext":{"ack":7},)"
        R"("connectionType":"websocket","advice":{"timeout":0}},)"
        R"({"channel":"/meta/subscribe","subscription":["/a","/b"]},{"channel":"/c","data":[1]}])");
    QVERIFY(messages);
    QCOMPARE(messages->size(), 4u);
    const auto &list = *messages;
    QVERIFY(list[0].wantsAck && !list[0].ack);
    QCOMPARE(list[0].connectionTypes.size(), 2u);
    QCOMPARE(list[1].id, "2");
    QCOMPARE(list[1].clientId, "x");
    QCOMPARE(*list[1].ack, 7);
    QCOMPARE(*list[1].timeoutMs, 0);
    QCOMPARE(list[2].subscriptions[1], "/b");
    QVERIFY(list[3].data.is_array() && !list[3].isMeta());
    QCOMPARE(parseBayeux(R"({"channel":"/a"})")->size(), 1u);
}

void TestBayeux::refusesWhatIsNotBayeux_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "[", "[]", "1", "[1]", "{}", "[{\"channel\":1}]",
                             "[{\"channel\":\"a\"}]", "[[{\"channel\":\"/a\"}]]"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("65 messages") << "[" + QByteArray("{\"channel\":\"/a\"},").repeated(64)
                                        + "{\"channel\":\"/a\"}]";
    QTest::newRow("deep") << QByteArray("[{\"channel\":\"/a\",\"data\":") + QByteArray(100, '[');
}

void TestBayeux::refusesWhatIsNotBayeux()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!parseBayeux({text.constData(), static_cast<std::size_t>(text.size())}));
}

void TestBayeux::readsDataLikeAForm()
{
    const auto value = json::parse(R"({"operation":"requestChat","transcriptPosition":3,"x":null,)"
                                   R"("userData":{"a":"b","n":1.5,"t":true}})");
    const auto form = fieldsFromJson(value->get_object());
    QVERIFY(form);
    QCOMPARE(form->at("operation"), "requestChat");
    QCOMPARE(*numberField(*form, "transcriptPosition"), 3);
    QCOMPARE(form->at("userData[a]"), "b");
    QCOMPARE(form->at("userData[t]"), "true");
    QVERIFY(!form->contains("x"));
    QVERIFY(!fieldsFromJson(json::parse(R"({"a":[1]})")->get_object()));
    QVERIFY(!fieldsFromJson(json::parse(R"({"userData":{"a":{}}})")->get_object()));
    QVERIFY(!fieldsFromJson(json::parse(R"({"message":"a\u0000b"})")->get_object()));
}

void TestBayeux::sendsAtOnceWithoutAcknowledgement()
{
    begin(false);
    connect(std::nullopt);
    QVERIFY(m_session->add("\"a\""));
    QVERIFY(m_session->add("\"b\""));
    m_session->flush();
    QCOMPARE(m_socket->sent, std::vector<std::string>{R"(["a","b"])"});
    QCOMPARE(m_session->backlog(), 0u);
    m_session->endConnect();
    QCOMPARE(m_socket->sent.back(), R"([{"channel":"/meta/connect","id":"1","successful":true}])");
}

void TestBayeux::pollsGetMessagesWithTheirConnect()
{
    begin(false);
    m_session->setSocket(nullptr);
    m_session->add("\"a\"");
    m_session->flush();
    const auto poll = std::make_shared<Peer>(false);
    m_session->connect(connectOf({}), poll, {"\"reply\""}, true, later);
    QCOMPARE(poll->sent.size(), 1u);
    QVERIFY(poll->sent[0].starts_with(R"(["reply","a",{"channel":"/meta/connect")"));
    QVERIFY(!m_session->isLive());
}

void TestBayeux::acknowledgedMessagesLeaveWithConnects()
{
    begin(true);
    m_session->add("\"a\"");
    m_session->flush();
    QVERIFY(m_socket->sent.empty());
    connect(0);
    QCOMPARE(m_socket->sent, std::vector{replyWith("\"a\",", 1)});
    connect(1);
    QCOMPARE(m_session->backlog(), 0u);
    m_session->add("\"b\"");
    m_session->add("\"c\"");
    m_session->flush();
    QCOMPARE(m_socket->sent.back(), replyWith("\"b\",\"c\",", 2));
}

void TestBayeux::repeatsWhatWasNotAcknowledged()
{
    begin(true);
    connect(0);
    m_session->add("\"a\"");
    m_session->flush();
    m_session->add("\"b\"");
    m_session->flush();
    // The socket is lost with the answer in it; the client comes back by another way.
    m_socket->close();
    const auto second = std::make_shared<Peer>(true);
    m_session->setSocket(second);
    connect(0, second);
    QCOMPARE(second->sent, std::vector{replyWith("\"a\",\"b\",", 2)});
    connect(2, second);
    QCOMPARE(m_session->backlog(), 0u);
    QCOMPARE(second->sent.size(), 1u);
}

void TestBayeux::keepsMessagesOfAClientThatIsGone()
{
    begin(false);
    m_session->setSocket(nullptr);
    const auto gone = std::make_shared<Peer>(false);
    connect({}, gone);
    gone->close();
    m_session->add("\"a\"");
    m_session->flush();
    m_session->abandonConnect();
    QVERIFY(!gone->sent[0].contains("\"a\""));
    const auto poll = std::make_shared<Peer>(false);
    connect({}, poll);
    QVERIFY(poll->sent[0].contains("\"a\""));
}

void TestBayeux::boundsWhatWaits()
{
    begin(true);
    QVERIFY(m_session->add(std::string(500, 'x'))); // one alone may be larger
    QVERIFY(!m_session->add("x"));
    connect(0);
    QVERIFY(!m_session->add("x")); // sent, but not acknowledged
    connect(1);
    QVERIFY(m_session->add("x"));
}

void TestBayeux::answersTheOldConnectWhenANewOneComes()
{
    begin(false);
    const auto first = std::make_shared<Peer>(false);
    const auto second = std::make_shared<Peer>(false);
    connect({}, first);
    connect({}, second);
    QCOMPARE(first->sent.size(), 1u);
    QVERIFY(second->sent.empty());
    QVERIFY(m_session->isDue(later));
}

QTEST_GUILESS_MAIN(TestBayeux)
#include "tst_bayeux.moc"
