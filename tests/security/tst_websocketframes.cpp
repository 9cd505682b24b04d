// SPDX-License-Identifier: GPL-3.0-or-later
#include "bayeuxclient.h"
#include "gatewayfixture.h"
#include "testdata.h"

#include <QTest>

using namespace tandem;
using namespace tandem::test;

// Frames of RFC 6455, good and bad, against a real socket (S2). What the server answers to a text
// shows how it read it: a text that is no Bayeux message is closed with 1008.
class TestWebSocketFrames : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_door.listen(); }
    void cleanup() { m_door.close(); }

    void answersRecordedFrames_data();
    void answersRecordedFrames();
    void answersRecordedHandshakes_data();
    void answersRecordedHandshakes();
    void wantsMasks();
    void refusesBrokenUtf8_data();
    void refusesBrokenUtf8();
    void joinsFragments();
    void boundsMessages();
    void answersPingsInOrder();
    void survivesGarbage();

private:
    WebSocketClient open() { return WebSocketClient(m_door.port(), "/genesys/cometd"); }

    GatewayFixture m_door;
};

namespace {

const QByteArray handshake = R"([{"channel":"/meta/handshake","id":"é"}])";
constexpr int notBayeux = 1008;

// The close code of the next close frame; other frames are passed over.
int closeCode(WebSocketClient &socket)
{
    while (true) {
        const auto frame = socket.read(3000);
        if (frame.opcode == -1 || frame.opcode == 8)
            return frame.closeCode();
    }
}

} // namespace

void TestWebSocketFrames::answersRecordedFrames_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto data = testData(QStringLiteral("websocket-vectors/frames.json"));
    if (!data)
        QSKIP("skipped: the frames are not there; TANDEM_TEST_DATA names their folder");
    for (const auto &entry : *data) {
        if (entry[u"direction"].toString() != QLatin1String("client"))
            continue;
        const auto name = entry[u"name"].toString();
        const auto expect = entry[u"expect"];
        int code = expect.toInt();
        if (!expect.isDouble()) {
            const auto text = expect.toString();
            const auto digits = text.split(u' ').last().toInt();
            code = text.startsWith(QLatin1String("close echoed")) ? digits
                   : text.startsWith(QLatin1String("1009"))       ? 1009
                   : text.startsWith(QLatin1String("1002"))       ? 1002
                   : text.contains(QLatin1String("text"))         ? notBayeux
                                                                  : -1;
            if (name == QLatin1String("close empty"))
                code = 1000;
            if (name == QLatin1String("data after close"))
                code = 1000;
        }
        if (code > 0) {
            QTest::newRow(qPrintable(name))
                << QByteArray::fromHex(entry[u"hex"].toString().toLatin1()) << code;
        }
    }
}

void TestWebSocketFrames::answersRecordedFrames()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    auto socket = open();
    socket.raw().send(bytes);
    QCOMPARE(closeCode(socket), code);
    socket.sendFrame(0x88, {});
    socket.raw().readToEnd();
    QVERIFY(socket.raw().isClosed());
}

void TestWebSocketFrames::answersRecordedHandshakes_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QString>("expect");
    const auto data = testData(QStringLiteral("websocket-vectors/handshakes.json"));
    if (!data)
        QSKIP("skipped: the handshakes are not there; TANDEM_TEST_DATA names their folder");
    for (const auto &entry : *data) {
        if (!entry[u"request"].isString())
            continue;
        auto request = entry[u"request"].toString().toLatin1();
        request.replace("GET /chat", "GET /genesys/cometd");
        request.replace("Origin: http://example.com", "Origin: http://server.example.com");
        QTest::newRow(qPrintable(entry[u"name"].toString()))
            << request << entry[u"expect"].toVariant().toString();
    }
}

void TestWebSocketFrames::answersRecordedHandshakes()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QString, expect);
    auto raw = m_door.client();
    raw.send(request);
    const auto answer = raw.readAnswer();
    QVERIFY2(expect.contains(QString::number(answer.status)), answer.head.constData());
    if (answer.status == 426)
        QCOMPARE(answer.field("Sec-WebSocket-Version"), "13");
}

void TestWebSocketFrames::wantsMasks()
{
    auto socket = open();
    socket.sendFrame(0x81, handshake, false);
    QCOMPARE(closeCode(socket), 1002);
}

void TestWebSocketFrames::refusesBrokenUtf8_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82",
                             "abc\x80", "\xf8\x88\x80\x80\x80"})
        QTest::newRow(QByteArray(text).toHex().constData()) << QByteArray(text);
}

void TestWebSocketFrames::refusesBrokenUtf8()
{
    QFETCH(const QByteArray, text);
    auto whole = open();
    whole.sendText(text);
    QCOMPARE(closeCode(whole), 1007);
    auto split = open();
    split.sendFrame(0x01, text.left(1));
    split.sendFrame(0x80, text.mid(1));
    QCOMPARE(closeCode(split), 1007);
}

void TestWebSocketFrames::joinsFragments()
{
    auto socket = open();
    // Each byte a frame of its own, through the middle of a character, with a ping between.
    for (qsizetype i = 0; i < handshake.size(); ++i) {
        if (i == 5)
            socket.sendFrame(0x89, "p");
        const int fin = i + 1 == handshake.size() ? 0x80 : 0;
        socket.sendFrame(fin | (i == 0 ? 1 : 0), handshake.mid(i, 1));
    }
    QCOMPARE(socket.read().opcode, 10);
    const auto answer = socket.read();
    QCOMPARE(answer.opcode, 1);
    QVERIFY(answer.isFinal && answer.payload.contains(R"("successful":true)"));
    auto wrong = open();
    wrong.sendFrame(0x01, "[");
    wrong.sendFrame(0x81, "[");
    QCOMPARE(closeCode(wrong), 1002);
    auto orphan = open();
    orphan.sendFrame(0x80, "[");
    QCOMPARE(closeCode(orphan), 1002);
}

void TestWebSocketFrames::boundsMessages()
{
    auto largest = open();
    largest.sendText(handshake + QByteArray(1024 * 1024 - handshake.size(), ' '));
    QVERIFY(largest.read().payload.contains(R"("successful":true)"));
    auto over = open();
    over.sendText(handshake + QByteArray(1024 * 1024 - handshake.size() + 1, ' '));
    QCOMPARE(closeCode(over), 1009);
    auto pieces = open();
    for (int i = 0; i < 17; ++i)
        pieces.sendFrame(i == 0 ? 1 : 0, QByteArray(64 * 1024, ' '));
    QCOMPARE(closeCode(pieces), 1009);
    auto announced = open();
    announced.raw().send(QByteArray::fromHex("81ff7fffffffffffffff01020304"));
    QCOMPARE(closeCode(announced), 1009);
}

void TestWebSocketFrames::answersPingsInOrder()
{
    auto socket = open();
    for (int i = 0; i < 10; ++i)
        socket.sendFrame(0x89, QByteArray::number(i));
    for (int i = 0; i < 10; ++i) {
        const auto pong = socket.read();
        QCOMPARE(pong.opcode, 10);
        QCOMPARE(pong.payload, QByteArray::number(i));
    }
}

void TestWebSocketFrames::survivesGarbage()
{
    std::uint32_t state = 7; // the same bytes every time
    for (int round = 0; round < 300; ++round) {
        auto socket = open();
        QByteArray bytes;
        for (int i = 0; i < 200; ++i) {
            state = state * 1664525u + 1013904223u;
            bytes += static_cast<char>(state >> 24);
        }
        socket.raw().send(bytes);
        socket.raw().abort();
    }
    QCOMPARE(m_door.client().ask("GET", "/health").status, 200);
    auto socket = open();
    socket.sendText(handshake);
    QVERIFY(socket.read().payload.contains(R"("successful":true)"));
}

QTEST_GUILESS_MAIN(TestWebSocketFrames)
#include "tst_websocketframes.moc"
