// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/headcheck.h"
#include "gateway/httprequestparser.h"
#include "gatewayfixture.h"
#include "testdata.h"

#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace tandem;
using namespace tandem::gateway;
using namespace tandem::test;

// The corpus of an HTTP parser's own tests (SOURCE.md beside the data), over real sockets: what a
// strict server must refuse is refused and the connection closed (S1).
class TestHttpCorpus : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_door.listen(); }
    void cleanup() { m_door.close(); }

    void refuses_data();
    void refuses();
    void withoutTheCheckSomeGetThrough();
    void acceptsTheRestButForGoodReasons();

private:
    struct Case
    {
        QByteArray name;
        QByteArray bytes;
        bool mustRefuse = false;
    };

    std::vector<Case> m_cases;
    GatewayFixture m_door;
};

namespace {

// Pauses that the corpus' own test program asked for: no verdict on the bytes.
constexpr int pausedByHand = 21;
constexpr int pausedForUpgrade = 22;

QByteArray withHost(QByteArray request)
{
    if (request.toLower().contains("\nhost:"))
        return request;
    const auto end = request.indexOf("\r\n");
    return end < 0 ? request : request.insert(end + 2, "Host: a\r\n");
}

} // namespace

void TestHttpCorpus::initTestCase()
{
    const auto data = testData(QStringLiteral("http-llhttp/cases.json"));
    if (!data)
        QSKIP("skipped: the corpus is not there; TANDEM_TEST_DATA names its folder");
    for (const auto &entry : *data) {
        const auto type = entry[u"meta"][u"type"].toString();
        const int error = entry[u"error_code"].toInt();
        const bool isError = entry[u"expect"].toString() == QLatin1String("error");
        auto bytes = QByteArray::fromHex(entry[u"input_hex"].toString().toLatin1());
        if (type.isEmpty() && isError)
            bytes = "GET " + bytes + " HTTP/1.1\r\nHost: a\r\n"; // an address alone
        else if (!type.startsWith(QLatin1String("request")))
            continue;
        if (error == pausedByHand
            || (error == pausedForUpgrade && type == QLatin1String("request")))
            continue;
        const bool isLenient = type.startsWith(QLatin1String("request-lenient"));
        const auto number = QByteArray::number(static_cast<int>(m_cases.size()));
        m_cases.push_back(
            {number + ' ' + entry[u"name"].toString().toUtf8(), bytes, isError || isLenient});
    }
    QVERIFY(m_cases.size() > 80);
}

void TestHttpCorpus::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    int count = 0;
    for (const auto &one : m_cases) {
        if (!one.mustRefuse)
            continue;
        QTest::newRow(one.name.constData()) << one.bytes;
        ++count;
    }
    qInfo("%d requests must be refused", count);
}

void TestHttpCorpus::refuses()
{
    QFETCH(const QByteArray, bytes);
    // As it is, and byte by byte.
    for (const bool isSlow : {false, true}) {
        auto client = m_door.client();
        for (qsizetype at = 0; at < bytes.size(); at += isSlow ? 1 : bytes.size())
            client.send(bytes.mid(at, isSlow ? 1 : bytes.size()));
        const auto answer = client.readToEnd();
        QVERIFY2(client.isClosed(), answer.constData());
        static const QRegularExpression startLine(
            QStringLiteral("HTTP/1\\.1 (\\d{3}) [A-Z][^\r]*\r\n"));
        auto answers = startLine.globalMatch(QString::fromLatin1(answer));
        int status = 0;
        while (answers.hasNext())
            status = answers.next().captured(1).toInt();
        QVERIFY2(status >= 400 && status < 600, answer.constData());
        QVERIFY(answer.contains("Connection: close"));
    }
}

// The control: the parser alone, which this server puts behind its own check, takes what must be
// refused. A check that were left out would be noticed.
void TestHttpCorpus::withoutTheCheckSomeGetThrough()
{
    int taken = 0;
    for (const auto &one : m_cases) {
        // The corpus leaves the last line end out.
        const auto whole = (one.bytes + "\r\n").toStdString();
        taken += one.mustRefuse && parseRequest(whole);
    }
    qInfo("%d of them are taken by the parser alone", taken);
    QVERIFY(taken > 0);
}

// What llhttp lets through and this server does not, and why: nothing may be refused by accident.
void TestHttpCorpus::acceptsTheRestButForGoodReasons()
{
    std::map<std::string, int> reasons;
    int accepted = 0;
    int refused = 0;
    for (const auto &one : m_cases) {
        if (one.mustRefuse)
            continue;
        const auto bytes = withHost(one.bytes);
        HeadCheck check;
        check.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        if (check.state() != HeadCheck::State::Refused) {
            ++accepted;
        } else {
            ++refused;
            ++reasons[std::string(check.reason())];
        }
    }
    for (const auto &[reason, count] : reasons)
        qInfo("%d refused: %s", count, reason.c_str());
    qInfo("%d of %d valid requests accepted", accepted, accepted + refused);
    const std::set<std::string> good{
        "This method is not known here.",                       // 501: REPORT, PURGE and the like
        "The only transfer coding spoken here is \"chunked\".", // 501: deflate, chunked
        "The request target is not valid.",                     // fragments, user information
        "The request line is not valid.",                       // HTTP/0.9
    };
    for (const auto &[reason, count] : reasons)
        QVERIFY2(good.contains(reason), reason.c_str());
    QVERIFY(accepted > 2 * refused);
}

QTEST_GUILESS_MAIN(TestHttpCorpus)
#include "tst_httpcorpus.moc"
