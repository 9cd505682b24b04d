// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/metricsroute.h"
#include "gateway/metricstext.h"
#include "gatewayfixture.h"
#include "prometheusreader.h"

#include <QDateTime>
#include <QTest>

using namespace tandem;
using namespace tandem::test;
using namespace tandem::protocol;

class TestMetrics : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_door.listen(); }
    void cleanup() { m_door.close(); }

    void theReaderFindsWhatIsWrong_data();
    void theReaderFindsWhatIsWrong();
    void labelsAndHelpsAreEscaped();
    void tellsProcessCoreDoorAndServices();
    void tellsTheRestWhileTheServicesDoNotAnswer();
    void isForThisMachineAndNamedOnesOnly();
    void countsRequestsAndConnections();

private:
    std::map<std::string, double> samples();

    GatewayFixture m_door;
};

void TestMetrics::theReaderFindsWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray head = "# HELP a A.\n# TYPE a gauge\n";
    QTest::newRow("no end") << head + "a 1";
    QTest::newRow("no type") << QByteArray("# HELP a A.\na 1\n");
    QTest::newRow("no help") << QByteArray("# TYPE a gauge\na 1\n");
    QTest::newRow("no number") << head + "a one\n";
    QTest::newRow("no blank") << head + "a{b=\"c\"}1\n";
    QTest::newRow("label without quotes") << head + "a{b=c} 1\n";
    QTest::newRow("label without end") << head + "a{b=\"c} 1\n";
    QTest::newRow("unknown escape") << head + "a{b=\"\\t\"} 1\n";
    QTest::newRow("label twice") << head + "a{b=\"c\",b=\"d\"} 1\n";
    QTest::newRow("sample twice") << head + "a 1\na 2\n";
    QTest::newRow("in pieces") << head + "a{b=\"c\"} 1\n# HELP d D.\n# TYPE d gauge\nd 1\na 2\n";
    QTest::newRow("counter's name") << QByteArray("# HELP a A.\n# TYPE a counter\na 1\n");
    QTest::newRow("counter below zero")
        << QByteArray("# HELP a_total A.\n# TYPE a_total counter\na_total -1\n");
    QTest::newRow("empty line") << head + "\na 1\n";
}

void TestMetrics::theReaderFindsWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QVERIFY(!PrometheusReader().read(text.toStdString()).empty());
    QCOMPARE(
        PrometheusReader().read("# HELP a A.\n# TYPE a gauge\na{b=\"c\\\\\",d=\"\\\"\"} 1e9\n"),
        std::string());
}

void TestMetrics::labelsAndHelpsAreEscaped()
{
    const MetricFamily family{"x",
                              "One\\two\nthree \"four\".",
                              MetricType::Gauge,
                              {{{{"a", "q\"u\\o\nte"}, {"b", "ä"}}, 0.5}, {{}, 3e12}}};
    const MetricFamily empty{"y", "Nothing.", MetricType::Counter, {}};
    const auto text = gateway::metricsText({family, empty});
    QCOMPARE(text, std::string("# HELP x One\\\\two\\nthree \"four\".\n# TYPE x gauge\n"
                               "x{a=\"q\\\"u\\\\o\\nte\",b=\"ä\"} 0.5\nx 3e+12\n"));
    QCOMPARE(PrometheusReader().read(text), std::string());
}

std::map<std::string, double> TestMetrics::samples()
{
    auto raw = m_door.client();
    const auto answer = raw.ask("GET", "/metrics");
    PrometheusReader reader;
    const auto wrong = reader.read(answer.body.toStdString());
    if (answer.status != 200 || !wrong.empty()
        || answer.field("Content-Type") != "text/plain; version=0.0.4; charset=utf-8") {
        QTest::qFail(wrong.c_str(), __FILE__, __LINE__);
        return {};
    }
    return reader.samples();
}

void TestMetrics::tellsProcessCoreDoorAndServices()
{
    const auto told = samples();
    QVERIFY(told.at("process_resident_memory_bytes") > 1e6);
    QVERIFY(told.at("process_cpu_seconds_total") > 0);
    QVERIFY(told.at("process_open_fds") > 3);
    QVERIFY(told.at("process_open_fds") < told.at("process_max_fds"));
    const auto age =
        double(QDateTime::currentSecsSinceEpoch()) - told.at("process_start_time_seconds");
    QVERIFY(age > -2 && age < 600);
    QCOMPARE(told.at("tandem_store_healthy"), 1.0);
    QCOMPARE(told.at("tandem_core_jobs_total"), 1.0);
    QCOMPARE(told.at("tandem_core_queue_length"), 2.0);
    QCOMPARE(told.at("tandem_store_units_total"), 5.0);
    QCOMPARE(told.at("tandem_interactions_waiting{queue=\"support\"}"), 7.0);
}

void TestMetrics::tellsTheRestWhileTheServicesDoNotAnswer()
{
    m_door.core().setCanCommit(false);
    m_door.core().refuseWith(Reason::StoreUnavailable);
    const auto told = samples();
    QCOMPARE(told.at("tandem_store_healthy"), 0.0);
    QVERIFY(!told.contains("tandem_interactions_waiting{queue=\"support\"}"));
}

void TestMetrics::isForThisMachineAndNamedOnesOnly()
{
    auto raw = m_door.client();
    for (const char *field : {"X-Forwarded-For: 127.0.0.1\r\n", "Forwarded: for=10.0.0.7\r\n",
                              "X-Real-IP: 10.0.0.7\r\n", "Via: 1.1 proxy\r\n"})
        QCOMPARE(raw.ask("GET", "/metrics", field).status, 403);
    QCOMPARE(raw.ask("POST", "/metrics").status, 405);
    gateway::HttpRequest request;
    request.address = "10.0.0.7";
    QVERIFY(!gateway::mayReadMetrics(request, {}));
    QVERIFY(!gateway::mayReadMetrics(request, {"10.0.0.70"}));
    QVERIFY(gateway::mayReadMetrics(request, {"10.0.0.8", "10.0.0.7"}));
    request.fields = {{"x-forwarded-for", "10.0.0.7"}};
    QVERIFY(!gateway::mayReadMetrics(request, {"10.0.0.7"}));
    QCOMPARE(raw.ask("GET", "/metrics").status, 200);
}

void TestMetrics::countsRequestsAndConnections()
{
    const auto before = samples();
    auto raw = m_door.client();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(raw.ask("GET", "/health").status, 200);
    const auto after = samples();
    QCOMPARE(after.at("tandem_gateway_requests_total"),
             before.at("tandem_gateway_requests_total") + 6);
    QCOMPARE(after.at("tandem_gateway_connections_total"),
             before.at("tandem_gateway_connections_total") + 2);
    QVERIFY(after.at("tandem_gateway_connections") >= 2);
    QCOMPARE(after.at("tandem_gateway_connections_refused_total"), 0.0);
}

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
