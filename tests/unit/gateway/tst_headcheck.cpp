// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/chunkcheck.h"
#include "gateway/headcheck.h"

#include <QTest>

using namespace tandem::gateway;

namespace {

HeadCheck checked(const QByteArray &head)
{
    HeadCheck check;
    check.feed({head.constData(), static_cast<std::size_t>(head.size())});
    return check;
}

} // namespace

class TestHeadCheck : public QObject
{
    Q_OBJECT

private slots:
    void letsGoodHeadsThrough_data();
    void letsGoodHeadsThrough();
    void refusesBadHeads_data();
    void refusesBadHeads();
    void judgesAlikeHoweverTheBytesArrive();
    void stopsAtTheEndOfTheHead();
    void refusesHeadsThatAreTooLarge();
    void judgesChunks_data();
    void judgesChunks();
    void countsTheBodyNotTheFraming();
};

void TestHeadCheck::letsGoodHeadsThrough_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("plain") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n");
    QTest::newRow("empty line first") << QByteArray("\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("port") << QByteArray("GET / HTTP/1.1\r\nHost: a.example:80\r\n\r\n");
    QTest::newRow("ipv6") << QByteArray("GET / HTTP/1.1\r\nHost: [::1]:8765\r\n\r\n");
    QTest::newRow("absolute") << QByteArray("GET http://a/b?c HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("star") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n");
    QTest::newRow("spaces") << QByteArray("GET / HTTP/1.1\r\nHost: \t a \t\r\nX:\r\n\r\n");
    QTest::newRow("latin") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: D\xfcss\r\n\r\n");
    QTest::newRow("length") << QByteArray(
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 003\r\n\r\n");
    QTest::newRow("chunked") << QByteArray(
        "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n");
}

void TestHeadCheck::letsGoodHeadsThrough()
{
    QFETCH(const QByteArray, head);
    const auto check = checked(head);
    QVERIFY2(check.state() == HeadCheck::State::Complete, std::string(check.reason()).c_str());
    QCOMPARE(check.size(), static_cast<std::size_t>(head.size()));
}

void TestHeadCheck::refusesBadHeads_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    const auto bad = [](const char *name, const char *head, int status) {
        QTest::newRow(name) << QByteArray(head) << status;
    };
    const auto field = [&](const char *name, const char *line, int status) {
        const auto head = QByteArray("POST / HTTP/1.1\r\nHost: a\r\n") + line + "\r\n\r\n";
        QTest::newRow(name) << head << status;
    };
    bad("no host", "GET / HTTP/1.1\r\n\r\n", 400);
    bad("empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 400);
    bad("host with path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400);
    bad("host with user", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", 400);
    bad("host with big port", "GET / HTTP/1.1\r\nHost: a:65536\r\n\r\n", 400);
    field("two hosts", "Host: a", 400);
    field("two equal lengths", "Content-Length: 1\r\nContent-Length: 1", 400);
    field("list of lengths", "Content-Length: 1, 1", 400);
    field("signed length", "Content-Length: +1", 400);
    field("hexadecimal length", "Content-Length: 0x1", 400);
    field("huge length", "Content-Length: 99999999999999999999", 400);
    field("length and coding", "Content-Length: 1\r\nTransfer-Encoding: chunked", 400);
    field("coding and length", "Transfer-Encoding: chunked\r\nContent-Length: 1", 400);
    field("two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", 400);
    field("gzip first", "Transfer-Encoding: gzip, chunked", 501);
    field("identity", "Transfer-Encoding: identity", 501);
    field("quoted coding", "Transfer-Encoding: \"chunked\"", 501);
    field("vertical tab in coding", "Transfer-Encoding: \vchunked", 400);
    field("space before colon", "X : y", 400);
    field("obsolete fold", "X: y\r\n z", 400);
    field("fold of the first field", " X: y", 400);
    field("bare line feed", "X: y\nZ: z", 400);
    field("bare carriage return", "X: y\rZ: z", 400);
    field("no name", ": y", 400);
    field("no colon", "X", 400);
    field("control character", "X: \x01", 400);
    field("delete character", "X: \x7f", 400);
    field("unknown expectation", "Expect: 200-ok", 417);
    QTest::newRow("null") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n", 33) << 400;
    bad("1.0 and chunked", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
    bad("lower case method", "get / HTTP/1.1\r\n", 501);
    bad("no method", " / HTTP/1.1\r\n", 400);
    bad("connect", "CONNECT a:1 HTTP/1.1\r\n", 501);
    bad("two spaces", "GET  / HTTP/1.1\r\n", 400);
    bad("tab", "GET\t/ HTTP/1.1\r\n", 400);
    bad("no target", "GET HTTP/1.1\r\n", 400);
    bad("fragment", "GET /#a HTTP/1.1\r\n", 400);
    bad("user in target", "GET http://u@a/ HTTP/1.1\r\n", 400);
    bad("other scheme", "GET ftp://a/ HTTP/1.1\r\n", 400);
    bad("no version", "GET /\r\n", 400);
    bad("other protocol", "GET / ICE/1.0\r\n", 400);
    bad("version 2", "GET / HTTP/2.0\r\n", 505);
    bad("version 1.2", "GET / HTTP/1.2\r\n", 505);
    bad("space after version", "GET / HTTP/1.1 \r\n", 400);
    bad("line feed first", "\nGET / HTTP/1.1\r\n", 400);
    bad("three empty lines", "\r\n\r\n\r\nGET / HTTP/1.1\r\n", 400);
}

void TestHeadCheck::refusesBadHeads()
{
    QFETCH(const QByteArray, head);
    QFETCH(const int, status);
    const auto check = checked(head);
    QVERIFY(check.state() == HeadCheck::State::Refused);
    QCOMPARE(check.status(), status);
    QVERIFY(!check.reason().empty());
}

void TestHeadCheck::judgesAlikeHoweverTheBytesArrive()
{
    const std::string head = "POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello";
    for (std::size_t step = 1; step <= head.size(); ++step) {
        HeadCheck check;
        for (std::size_t at = 0; at < head.size(); at += step)
            check.feed(std::string_view(head).substr(at, step));
        QVERIFY(check.state() == HeadCheck::State::Complete);
        QCOMPARE(check.size(), head.size() - 5);
        QCOMPARE(check.contentLength(), 5u);
    }
}

void TestHeadCheck::stopsAtTheEndOfTheHead()
{
    HeadCheck check;
    check.feed("GET / HTTP/1.1\r\nHost: a\r\n\r\n\x01\x02");
    QVERIFY(check.state() == HeadCheck::State::Complete);
    QCOMPARE(check.size(), 27u);
}

void TestHeadCheck::refusesHeadsThatAreTooLarge()
{
    QCOMPARE(checked("GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\n").status(), 414);
    QCOMPARE(checked("GET / HTTP/1.1\r\nX: " + QByteArray(17000, 'a') + "\r\n").status(), 431);
    QCOMPARE(checked("GET / HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(101)).status(), 431);
}

void TestHeadCheck::judgesChunks_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status"); // 0: complete, -1: incomplete
    const auto row = [](const char *name, const char *body, int status) {
        QTest::newRow(name) << QByteArray(body) << status;
    };
    row("one", "5\r\nhello\r\n0\r\n\r\n", 0);
    row("upper case", "A\r\n0123456789\r\n0\r\n\r\n", 0);
    row("extension", "1;a;b=c;d=\"e \\\" f\"\r\nx\r\n0;z\r\n\r\n", 0);
    row("unfinished", "5\r\nhel", -1);
    row("no size", "\r\n", 400);
    row("negative", "-1\r\n", 400);
    row("prefix", "0x5\r\nhello\r\n", 400);
    row("space after size", "5 \r\nhello\r\n", 400);
    row("bare line feed", "5\nhello\n0\n\n", 400);
    row("bare carriage return", "5\r\r;ABCD\r\n", 400);
    row("extension without name", "5;\r\nhello\r\n", 400);
    row("extension without value", "5;a=\r\nhello\r\n", 400);
    row("unbalanced quotes", "5;a=\"b\r\nhello\r\n", 400);
    row("longer than said", "5\r\nhello!\r\n0\r\n\r\n", 400);
    row("trailer", "0\r\nHost: b\r\n\r\n", 400);
    row("size past any number", "FFFFFFFFFFFFFFFFF\r\n", 413);
    row("too large", "FFFFFF\r\n", 413);
}

void TestHeadCheck::judgesChunks()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    ChunkCheck whole(1024);
    whole.feed({body.constData(), static_cast<std::size_t>(body.size())});
    ChunkCheck bytewise(1024);
    for (const char c : body)
        bytewise.feed({&c, 1});
    QVERIFY(whole.state() == bytewise.state());
    QCOMPARE(whole.size(), bytewise.size());
    if (status > 0)
        QCOMPARE(whole.status(), status);
    else
        QVERIFY(whole.state()
                == (status ? ChunkCheck::State::Incomplete : ChunkCheck::State::Complete));
}

void TestHeadCheck::countsTheBodyNotTheFraming()
{
    ChunkCheck exact(10);
    exact.feed("5\r\nhello\r\n5\r\nworld\r\n0\r\n\r\n");
    QVERIFY(exact.state() == ChunkCheck::State::Complete);
    ChunkCheck over(9);
    over.feed("5\r\nhello\r\n5\r\nworld\r\n0\r\n\r\n");
    QCOMPARE(over.status(), 413);
}

QTEST_GUILESS_MAIN(TestHeadCheck)
#include "tst_headcheck.moc"
