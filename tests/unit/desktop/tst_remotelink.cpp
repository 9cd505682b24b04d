// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/backoff.h"
#include "link/factstream.h"
#include "link/remotelink.h"
#include "protocol/agent.h"
#include "protocol/frame.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <boost/json.hpp>

using namespace tandem;
using State = ServiceLink::State;

// A server of the test's own: real sockets, scripted words.
class WordServer : public QObject
{
public:
    WordServer() : m_server(QStringLiteral("words"), QWebSocketServer::NonSecureMode)
    {
        connect(&m_server, &QWebSocketServer::newConnection, this, [this] {
            auto *socket = m_server.nextPendingConnection();
            ++connections;
            m_socket = socket;
            if (isDeaf)
                return;
            connect(socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
                requests.push_back(*protocol::parseFrame(text.toStdString()));
            });
        });
        listen(0);
    }
    void listen(quint16 port) { QVERIFY(m_server.listen(QHostAddress::LocalHost, port)); }
    void close() { m_server.close(); }
    quint16 port() const { return m_server.serverPort(); }
    ServerAddress address() const
    {
        return *parseServerAddress(QStringLiteral("http://127.0.0.1:%1").arg(port()));
    }
    void says(const std::string &text) { m_socket->sendTextMessage(QString::fromStdString(text)); }
    void answers(const std::string &result)
    {
        says(protocol::replyFrame(boost::json::serialize(take().id), result));
    }
    void refuses(const Error &error)
    {
        says(protocol::errorFrame(boost::json::serialize(take().id), error));
    }
    void tells(std::int64_t seq, const std::string &code)
    {
        says(protocol::factFrame("system.notice", seq,
                                 json::toText(protocol::SystemNotice{code, "x"})));
    }
    void breaks() { m_socket->abort(); }
    protocol::Frame take()
    {
        auto frame = requests.front();
        requests.erase(requests.begin());
        return frame;
    }

    std::vector<protocol::Frame> requests;
    int connections = 0;
    bool isDeaf = false;

private:
    QWebSocketServer m_server;
    QPointer<QWebSocket> m_socket;
};

namespace {

std::string welcomeText(std::int64_t seq)
{
    protocol::Welcome welcome;
    welcome.sessionToken = "secret-token";
    welcome.agent.name = "Alice";
    welcome.seq = seq;
    return json::toText(welcome);
}

std::string resumedText(std::optional<int> replayed, std::int64_t seq)
{
    protocol::ResumeReply reply;
    reply.replayed = replayed;
    reply.seq = seq;
    if (!replayed)
        reply.snapshot = protocol::Snapshot{};
    return json::toText(reply);
}

RemoteLink::Timing quick()
{
    RemoteLink::Timing timing;
    timing.socket = {Ms(2000), Ms(15000), Ms(1000)};
    timing.firstRetry = Ms(20);
    timing.retryAtMost = Ms(100);
    return timing;
}

} // namespace

class tst_RemoteLink : public QObject
{
    Q_OBJECT

    // Signed in; codes of the facts heard are collected.
    struct Desk
    {
        explicit Desk(WordServer &server, const RemoteLink::Timing &timing = quick())
            : link(server.address(), timing)
        {
            connect(&link, &ServiceLink::factArrived, &link, [this](const protocol::Fact &fact) {
                if (const auto *notice = std::get_if<protocol::SystemNotice>(&fact))
                    heard += notice->code + ' ';
            });
            link.signIn({"alice", "demo", {}},
                        [this](auto answer) { welcome = std::move(answer); });
        }
        RemoteLink link;
        std::string heard;
        std::optional<Result<protocol::Welcome>> welcome;
    };

    static void signIn(WordServer &server, Desk &desk)
    {
        QTRY_COMPARE(server.requests.size(), 1u);
        QCOMPARE(server.requests[0].method, std::string("session.login"));
        server.answers(welcomeText(7));
        QTRY_VERIFY(desk.welcome.has_value());
        QCOMPARE(desk.link.state(), State::Connected);
    }

private slots:
    void readsAddresses_data();
    void readsAddresses();
    void waitsLongerEachTimeButNotForever();
    void ordersFactsOfReplayAndLife();
    void signsInAndHearsFactsInOrder();
    void tellsWhyItCannotSignIn();
    void answersOpenRequestsWhenTheSocketBreaks();
    void comesBackWithTokenAndLastFact();
    void replacesAllByASnapshotWhereNothingCanBeReplayed();
    void reconnectsWhenAFactIsMissing();
    void endsWhenTheSessionIsReplaced();
    void endsWhenTheSessionHasExpired();
    void givesUpOnAServerThatDoesNotAnswer();
    void noticesAServerThatIsSilent();
    void resumesAtStartAskingForASnapshot();
};

void tst_RemoteLink::readsAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("socket"); // empty: refused
    QTest::newRow("name") << "care.example.com" << "wss://care.example.com/agent";
    QTest::newRow("name and port")
        << " care.example.com:9000 " << "wss://care.example.com:9000/agent";
    QTest::newRow("here") << "localhost" << "ws://localhost:8765/agent";
    QTest::newRow("here with port") << "127.0.0.1:9001" << "ws://127.0.0.1:9001/agent";
    QTest::newRow("https") << "https://care.example.com/" << "wss://care.example.com/agent";
    QTest::newRow("http") << "http://10.0.0.5:8765" << "ws://10.0.0.5:8765/agent";
    QTest::newRow("IPv6") << "http://[::1]:8765/x" << "ws://[::1]:8765/agent";
    QTest::newRow("empty") << "" << "";
    QTest::newRow("other scheme") << "ftp://care.example.com" << "";
    QTest::newRow("script") << "javascript://alert" << "";
    QTest::newRow("password inside") << "https://a:b@care.example.com" << "";
    QTest::newRow("port too large") << "care.example.com:99999" << "";
    QTest::newRow("space") << "care example" << "";
}

void tst_RemoteLink::readsAddresses()
{
    QFETCH(QString, typed);
    QFETCH(QString, socket);
    const auto address = parseServerAddress(typed);
    QCOMPARE(address ? address->socket.toString() : QString(), socket);
}

void tst_RemoteLink::waitsLongerEachTimeButNotForever()
{
    Backoff backoff(Ms(100), Ms(1000), [] { return 1.0; });
    QCOMPARE(backoff.next().count(), 100);
    QCOMPARE(backoff.next().count(), 200);
    for (int i = 0; i < 50; ++i)
        backoff.next();
    QCOMPARE(backoff.next().count(), 1000);
    Backoff early(Ms(100), Ms(1000), [] { return 0.0; });
    QCOMPARE(early.next().count(), 50);
}

void tst_RemoteLink::ordersFactsOfReplayAndLife()
{
    const auto fact = [](const char *code) {
        return protocol::Fact(protocol::SystemNotice{code, ""});
    };
    FactStream stream;
    stream.startAfter(5);
    stream.hold();
    QVERIFY(stream.take(9, fact("live")).empty());
    QVERIFY(stream.release(2).empty());
    QVERIFY(!stream.hasGap());
    QCOMPARE(stream.take(6, fact("a")).size(), 1u);
    QCOMPARE(stream.take(6, fact("a again")).size(), 0u);
    QCOMPARE(stream.take(7, fact("b")).size(), 1u);
    QVERIFY(stream.hasGap()); // all replayed, 8 never came
    QCOMPARE(stream.take(8, fact("c")).size(), 2u);
    QVERIFY(!stream.hasGap());
    QCOMPARE(stream.lastSeq(), 9);
}

void tst_RemoteLink::signsInAndHearsFactsInOrder()
{
    WordServer server;
    Desk desk(server);
    QTRY_COMPARE(server.requests.size(), 1u);
    server.tells(7, "in-snapshot");
    server.tells(8, "one");
    signIn(server, desk);
    server.tells(8, "repeat");
    server.tells(9, "two");
    QTRY_COMPARE(desk.heard, std::string("one two "));
}

void tst_RemoteLink::tellsWhyItCannotSignIn()
{
    WordServer server;
    Desk desk(server);
    QTRY_COMPARE(server.requests.size(), 1u);
    server.refuses({Reason::BadCredentials, "No.", ""});
    QTRY_VERIFY(desk.welcome.has_value());
    QVERIFY(desk.welcome->error().reason == Reason::BadCredentials);
    QCOMPARE(desk.link.state(), State::SignedOut);

    RemoteLink other(server.address(), quick());
    server.close();
    desk.welcome.reset();
    other.signIn({"alice", "demo", {}}, [&](auto answer) { desk.welcome = std::move(answer); });
    QTRY_VERIFY(desk.welcome.has_value());
    QCOMPARE(desk.welcome->error().field, std::string("refused"));
}

void tst_RemoteLink::answersOpenRequestsWhenTheSocketBreaks()
{
    WordServer server;
    Desk desk(server);
    signIn(server, desk);
    std::vector<Reason> answers;
    const auto note = [&](auto reply) { answers.push_back(reply.error().reason); };
    desk.link.ask(protocol::AgentList{}, note);
    QTRY_COMPARE(server.requests.size(), 1u);
    server.breaks();
    QTRY_COMPARE(answers.size(), 1u);
    desk.link.ask(protocol::AgentList{}, note);
    QCOMPARE(answers.size(), 1u); // never from inside the call
    QTRY_COMPARE(answers.size(), 2u);
    QVERIFY(answers[0] == Reason::NotConnected && answers[1] == Reason::NotConnected);
}

void tst_RemoteLink::comesBackWithTokenAndLastFact()
{
    WordServer server;
    Desk desk(server);
    signIn(server, desk);
    server.tells(8, "one");
    QTRY_COMPARE(desk.heard, std::string("one "));
    server.breaks();
    QTRY_COMPARE(desk.link.state(), State::Reconnecting);
    QTRY_COMPARE(server.requests.size(), 1u);
    const auto resume = json::fromValue<protocol::SessionResume>(server.requests[0].params);
    QCOMPARE(resume->sessionToken, std::string("secret-token"));
    QCOMPARE(resume->lastSeq, 8);
    server.answers(resumedText(2, 10));
    server.tells(9, "two");
    server.tells(10, "three");
    QTRY_COMPARE(desk.heard, std::string("one two three "));
    QCOMPARE(desk.link.state(), State::Connected);
}

void tst_RemoteLink::replacesAllByASnapshotWhereNothingCanBeReplayed()
{
    WordServer server;
    Desk desk(server);
    QSignalSpy snapshots(&desk.link, &ServiceLink::snapshotArrived);
    signIn(server, desk);
    server.breaks();
    QTRY_COMPARE(server.requests.size(), 1u);
    server.answers(resumedText(std::nullopt, 500));
    server.tells(501, "after");
    QTRY_COMPARE(desk.heard, std::string("after "));
    QCOMPARE(snapshots.size(), 1);
}

void tst_RemoteLink::reconnectsWhenAFactIsMissing()
{
    WordServer server;
    Desk desk(server);
    signIn(server, desk);
    server.tells(9, "too early");
    QTRY_COMPARE(server.connections, 2);
    QTRY_COMPARE(server.requests.size(), 1u);
    QCOMPARE(json::fromValue<protocol::SessionResume>(server.requests[0].params)->lastSeq, 7);
    QVERIFY(desk.heard.empty());
}

void tst_RemoteLink::endsWhenTheSessionIsReplaced()
{
    WordServer server;
    Desk desk(server);
    QSignalSpy ended(&desk.link, &ServiceLink::sessionEnded);
    signIn(server, desk);
    server.says(protocol::factFrame("session.replaced", 8, R"({"reason":"signed in elsewhere"})"));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(desk.link.state(), State::SignedOut);
    QTest::qWait(200);
    QCOMPARE(server.connections, 1);
}

void tst_RemoteLink::endsWhenTheSessionHasExpired()
{
    WordServer server;
    Desk desk(server);
    QSignalSpy ended(&desk.link, &ServiceLink::sessionEnded);
    signIn(server, desk);
    server.breaks();
    QTRY_COMPARE(server.requests.size(), 1u);
    server.refuses({Reason::SessionExpired, "Over.", ""});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(desk.link.state(), State::SignedOut);
}

void tst_RemoteLink::givesUpOnAServerThatDoesNotAnswer()
{
    WordServer server;
    auto timing = quick();
    timing.answerWithin = Ms(300);
    Desk desk(server, timing);
    signIn(server, desk);
    std::optional<Error> error;
    desk.link.ask(protocol::AgentList{}, [&](auto reply) { error = reply.error(); });
    QTRY_VERIFY(error.has_value());
    QVERIFY(error->reason == Reason::NotConnected);
    QTRY_COMPARE(server.connections, 2);
}

void tst_RemoteLink::noticesAServerThatIsSilent()
{
    // A listener that never speaks WebSocket: as behind a broken proxy.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    auto timing = quick();
    timing.socket.openWithin = Ms(200);
    RemoteLink link(*parseServerAddress(QStringLiteral("127.0.0.1:%1").arg(silent.serverPort())),
                    timing);
    std::optional<Result<protocol::Welcome>> welcome;
    link.signIn({"alice", "demo", {}}, [&](auto answer) { welcome = std::move(answer); });
    QTRY_VERIFY(welcome.has_value());
    QCOMPARE(welcome->error().field, std::string("time"));
}

void tst_RemoteLink::resumesAtStartAskingForASnapshot()
{
    WordServer server;
    RemoteLink link(server.address(), quick());
    std::optional<Result<protocol::Welcome>> welcome;
    link.resume("kept", [&](auto answer) { welcome = std::move(answer); });
    QTRY_COMPARE(server.requests.size(), 1u);
    const auto resume = json::fromValue<protocol::SessionResume>(server.requests[0].params);
    QCOMPARE(resume->sessionToken, std::string("kept"));
    QCOMPARE(resume->lastSeq, -1);
    server.answers(resumedText(std::nullopt, 3));
    QTRY_VERIFY(welcome.has_value());
    QCOMPARE((*welcome)->sessionToken, std::string("kept"));
    QCOMPARE((*welcome)->seq, 3);
}

QTEST_GUILESS_MAIN(tst_RemoteLink)
#include "tst_remotelink.moc"
