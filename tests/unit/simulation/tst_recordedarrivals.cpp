// SPDX-License-Identifier: GPL-3.0-or-later
#include "days.h"

#include "simulation/recordedarrivals.h"

#include <QTest>

using namespace tandem;

namespace {

Result<std::vector<SimulatedCustomer>> arrivalsOf(const std::string &text, const char *zone = "UTC")
{
    Days days;
    days.site.rules->timeZone = zone;
    return recordedArrivals(text, days.site, days.settings);
}

} // namespace

class TestRecordedArrivals : public QObject
{
    Q_OBJECT

private slots:
    void eachLineIsACustomer()
    {
        const auto read = arrivalsOf("time,queue,handling,patience\r\n"
                                     "# a remark\r\n"
                                     "\r\n"
                                     "3600,sales,120,45,segment=vip,\"note=a, \"\"b\"\"\"\r\n"
                                     "60.5,support\r\n");
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), std::size_t(2));
        const auto &first = read->at(0);
        QCOMPARE(first.at, Ms(60'500));
        QCOMPARE(first.queue, QueueId("support"));
        QVERIFY(first.handling > Ms(0));
        const auto &second = read->at(1);
        QCOMPARE(second.at, Ms(3'600'000));
        QCOMPARE(second.handling, Ms(120'000));
        QCOMPARE(second.patience, std::optional(Ms(45'000)));
        QCOMPARE(second.data, (protocol::Data{{"segment", "vip"}, {"note", "a, \"b\""}}));
    }

    void timesOfTheClockAreInTheSitesZone()
    {
        const auto local = arrivalsOf("2026-03-03T09:15:00,support\n", "Europe/Berlin");
        QCOMPARE(local.value().front().at, Ms((9 * 60 + 15) * 60'000));
        const auto universal = arrivalsOf("2026-03-03T09:15:00Z,support\n", "Europe/Berlin");
        QCOMPARE(universal.value().front().at, Ms((10 * 60 + 15) * 60'000));
    }

    void whatIsWrongIsToldByLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const char *text, const char *message) {
            QTest::newRow(name) << QString::fromLatin1(text) << QString::fromLatin1(message);
        };
        row("time", "1,support\nsoon,support\n", "line 2: \"soon\" is neither");
        row("late", "86400,support\n", "line 1: a day has 86,400 seconds");
        row("queue", "1,support\n\n2,none\n", "line 3: the site has no queue \"none\"");
        row("short", "1\n", "line 1: after the time comes a queue");
        row("seconds", "1,support,long\n", "line 1: \"long\" is no number of seconds");
        row("negative", "1,support,,-3\n", "line 1: \"-3\" is no number of seconds");
        row("data", "1,support,,,vip\n", "line 1: attached data is written NAME=VALUE");
        row("quote", "1,support,,,\"a=b\n", "line 1: a quote is not closed");
        row("days", "2026-03-03T09:00:00,support\n2026-03-04T09:00:00,support\n",
            "line 2: all arrivals are of one day");
        row("none", "# nothing\n", "there is no arrival in it");
    }

    void whatIsWrongIsToldByLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, message);
        const auto wrong = arrivalsOf(text.toStdString());
        QVERIFY(!wrong);
        const auto told = QString::fromStdString(wrong.error().message);
        QVERIFY2(told.startsWith(message), qPrintable(told));
    }
};

QTEST_GUILESS_MAIN(TestRecordedArrivals)
#include "tst_recordedarrivals.moc"
