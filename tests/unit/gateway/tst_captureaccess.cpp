// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/captureaccess.h"

#include <QTest>

using namespace tandem;
using namespace tandem::gateway;

namespace {

const std::string token = "a-token-of-good-length";

HttpRequest from(const std::string &address, std::vector<HttpField> fields = {})
{
    HttpRequest request;
    request.method = "POST";
    request.fields = std::move(fields);
    request.fields.push_back({"Host", "tandem.example"});
    request.address = address;
    request.isLoopback = address.starts_with("127.") || address == "::1";
    return request;
}

int statusOf(const CaptureAccessSettings &settings, const HttpRequest &request)
{
    const auto refusal = CaptureAccess(settings).refusal(request);
    return refusal ? refusal->status : 200;
}

HttpField basic(const std::string &base64) { return {"Authorization", "Basic " + base64}; }

} // namespace

class TestCaptureAccess : public QObject
{
    Q_OBJECT

private slots:
    void onlyThisMachineMayWhereNothingIsSet()
    {
        QCOMPARE(statusOf({}, from("127.0.0.1")), 200);
        QCOMPARE(statusOf({}, from("::1")), 200);
        QCOMPARE(statusOf({}, from("10.1.2.3")), 403);
    }

    void whatAProxyOnThisMachinePassesOnIsNotFromThisMachine()
    {
        for (const char *name : {"X-Forwarded-For", "Forwarded", "X-Real-IP", "via"}) {
            const auto request = from("127.0.0.1", {{name, "127.0.0.1"}});
            QCOMPARE(statusOf({}, request), 403);
            QCOMPARE(statusOf({{"127.0.0.1"}, {}}, request), 200);
        }
    }

    void aPageOfABrowserMayNotCreateWork()
    {
        for (const char *origin : {"http://evil.example", "null", "http://tandem.example"})
            QCOMPARE(statusOf({}, from("127.0.0.1", {{"Origin", origin}})), 403);
        const HttpField key{"apikey", token};
        QCOMPARE(statusOf({{}, token}, from("::1", {{"Origin", "http://evil.example"}, key})), 403);
        QCOMPARE(statusOf({{}, token}, from("::1", {{"Origin", "http://tandem.example"}, key})),
                 200);
    }

    void addressesAndNetworksOfTheListMay()
    {
        const CaptureAccessSettings settings{{"10.1.2.3", "192.168.4.0/22", "fd00::/8"}, {}};
        QVERIFY(checkCaptureAccess(settings));
        for (const char *address : {"10.1.2.3", "192.168.7.255", "fd12::1", "127.0.0.1"})
            QCOMPARE(statusOf(settings, from(address)), 200);
        for (const char *address : {"10.1.2.4", "192.168.8.0", "fe80::1", "::2", ""})
            QCOMPARE(statusOf(settings, from(address)), 403);
    }

    void whoShowsTheTokenMay_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        const auto encoded = [](const QByteArray &text) { return "Basic " + text.toBase64(); };
        const auto good = QByteArray::fromStdString(token);
        QTest::newRow("Basic") << QByteArray("Authorization") << encoded("crm:" + good) << 200;
        QTest::newRow("Basic, no user")
            << QByteArray("Authorization") << encoded(":" + good) << 200;
        QTest::newRow("basic in lower case")
            << QByteArray("authorization") << "basic " + (":" + good).toBase64() << 200;
        QTest::newRow("apikey") << QByteArray("apikey") << good << 200;
        QTest::newRow("none") << QByteArray("X-Other") << good << 401;
        QTest::newRow("as the user") << QByteArray("Authorization") << encoded(good + ":") << 401;
        QTest::newRow("wrong") << QByteArray("apikey") << good + "x" << 401;
        QTest::newRow("shorter") << QByteArray("apikey") << good.chopped(1) << 401;
        QTest::newRow("empty") << QByteArray("apikey") << QByteArray() << 401;
        QTest::newRow("Bearer") << QByteArray("Authorization") << "Bearer " + good << 401;
        QTest::newRow("no base64")
            << QByteArray("Authorization") << QByteArray("Basic !!!!") << 401;
        QTest::newRow("no colon") << QByteArray("Authorization") << encoded(good) << 401;
        QTest::newRow("the token's hash is none")
            << QByteArray("apikey")
            << QByteArray("62ad67ee063ebceb4208a64e2fb94b624324519a59e8d3f492524410957dae2f")
            << 401;
    }

    void whoShowsTheTokenMay()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, value);
        const HttpField field{name.toStdString(), value.toStdString()};
        const CaptureAccessSettings settings{{}, token};
        for (const char *address : {"127.0.0.1", "203.0.113.7"})
            QTEST(statusOf(settings, from(address, {field})), "status");
    }

    void aTokenWithColonsIsRead()
    {
        const CaptureAccessSettings settings{{}, "with:a:colon:inside"};
        const auto text = QByteArray("crm:with:a:colon:inside").toBase64().toStdString();
        QCOMPARE(statusOf(settings, from("10.0.0.1", {basic(text)})), 200);
    }

    void aTokenCountsFromAddressesOfTheListOnly()
    {
        const CaptureAccessSettings settings{{"10.1.2.3"}, token};
        const HttpField key{"apikey", token};
        QCOMPARE(statusOf(settings, from("10.1.2.3", {key})), 200);
        QCOMPARE(statusOf(settings, from("10.1.2.3")), 401);
        QCOMPARE(statusOf(settings, from("10.1.2.4", {key})), 403);
    }

    void aRefusalSaysHowToShowTheTokenAndNotWhatItIs()
    {
        const auto refusal = CaptureAccess({{}, token}).refusal(from("127.0.0.1"));
        QVERIFY(refusal);
        const auto head = responseHead(*refusal, Connection::Close);
        QVERIFY(head.contains("401 Unauthorized"));
        QVERIFY(head.contains("WWW-Authenticate: Basic realm="));
        QVERIFY(!refusal->body.contains(token));
    }

    void settingsThatCannotHoldAreNamed()
    {
        for (const char *address :
             {"", "10.1.2", "10.0.0.0/33", "example.org", "fd00::/129", "*"}) {
            const auto checked = checkCaptureAccess({{address}, {}});
            QVERIFY(!checked);
            QVERIFY(checked.error().message.contains("capture.allow"));
        }
        const auto tooShort = checkCaptureAccess({{}, "fifteen letters"});
        QVERIFY(!tooShort);
        QVERIFY(!tooShort.error().message.contains("fifteen"));
        QVERIFY(checkCaptureAccess({{}, token}));
    }
};

QTEST_GUILESS_MAIN(TestCaptureAccess)
#include "tst_captureaccess.moc"
