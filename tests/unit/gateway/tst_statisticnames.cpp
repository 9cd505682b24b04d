// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/statisticnames.h"

#include <QTest>

using namespace tandem;
using namespace tandem::gateway;
using namespace tandem::protocol;

namespace {

Form asking(const std::string &metric, Form more = {})
{
    Form form{{"objectId", "support"}, {"objectType", "Queue"}, {"metric", metric}};
    for (auto &[name, value] : more)
        form[name] = value;
    return form;
}

} // namespace

class TestStatisticNames : public QObject
{
    Q_OBJECT

private slots:
    void knowsTheVendorsNames()
    {
        struct Row
        {
            const char *name;
            Measure measure;
            Window window;
            double factor;
        };
        for (const auto &[name, measure, window, factor] :
             {Row{"AverageWaitingTime", Measure::AverageWait, Window::Midnight, 0.001},
              Row{"Current_In_Queue", Measure::Waiting, Window::Current, 1},
              Row{"CurrMaxCallWaitingTime", Measure::LongestWait, Window::Current, 0.001},
              Row{"ServiceLevel", Measure::ServiceLevel, Window::Midnight, 100},
              Row{"Total_Abandoned", Measure::Abandoned, Window::Midnight, 1},
              Row{"Total_Answered", Measure::Accepted, Window::Midnight, 1},
              Row{"estimated_wait", Measure::EstimatedWait, Window::Current, 1}}) {
            const auto question = statisticFrom(asking(name));
            QVERIFY2(question, name);
            QVERIFY(question->query.definition.measure == measure);
            QVERIFY(question->query.definition.window == window);
            QVERIFY(question->query.definition.object == StatisticObject::Queue);
            QCOMPARE(question->factor, factor);
            QCOMPARE(question->query.objectId, std::string("support"));
        }
    }

    void statisticTypeStandsForMetric()
    {
        const auto question = statisticFrom({{"objectId", "a"},
                                             {"objectType", "Group Agents"},
                                             {"statisticType", "Total_Answered"}});
        QVERIFY(question.value().query.definition.object == StatisticObject::Group);
    }

    void aTimeProfileChoosesTheWindow()
    {
        const auto windowOf = [](const std::string &profile) {
            const auto question =
                statisticFrom(asking("Total_Answered", {{"timeProfile", profile}}));
            const auto &definition = question.value().query.definition;
            return std::pair(definition.window, definition.windowMs.value_or(0));
        };
        QVERIFY(windowOf("Default") == std::pair(Window::Midnight, std::int64_t(0)));
        QVERIFY(windowOf("LastHour") == std::pair(Window::Sliding, std::int64_t(3'600'000)));
        QVERIFY(windowOf("Sliding=900") == std::pair(Window::Sliding, std::int64_t(900'000)));
        QVERIFY(windowOf("interval=1800") == std::pair(Window::Interval, std::int64_t(1'800'000)));
    }

    void aTimeRangeIsTheThresholdOfTheServiceLevel()
    {
        const auto question =
            statisticFrom(asking("ServiceLevel", {{"timeRange", "0-30"}, {"filter", "chat"}}));
        QCOMPARE(question.value().query.definition.thresholdMs,
                 std::optional<std::int64_t>(30'000));
        QCOMPARE(question->query.definition.mediaType, std::optional<std::string>("chat"));
        const auto other = statisticFrom(asking("Total_Answered", {{"timeRange", "nonsense"}}));
        QVERIFY(!other.value().query.definition.thresholdMs);
    }

    void whatIsNotKnownIsNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("metric") << "metric" << "Total_Login_Time";
        QTest::newRow("metric of another case") << "metric" << "total_answered";
        QTest::newRow("state_time needs a state") << "metric" << "state_time";
        QTest::newRow("objectType") << "objectType" << "Tenant";
        QTest::newRow("timeProfile") << "timeProfile" << "Shift";
        QTest::newRow("window of none") << "timeProfile" << "Sliding=0";
        QTest::newRow("window too long") << "timeProfile" << "Sliding=99999999999";
        QTest::newRow("timeRange") << "timeRange" << "10-20";
        QTest::newRow("no objectId") << "objectId" << "";
        QTest::newRow("no objectType") << "objectType" << "";
        QTest::newRow("no metric") << "metric" << "";
    }

    void whatIsNotKnownIsNamed()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        const auto question =
            statisticFrom(asking("ServiceLevel", {{name.toStdString(), value.toStdString()}}));
        QVERIFY(!question);
        QVERIFY(question.error().reason == Reason::InvalidParams);
        QCOMPARE(question.error().field, name.toStdString());
        QVERIFY(question.error().message.contains(value.toStdString()));
    }
};

QTEST_GUILESS_MAIN(TestStatisticNames)
#include "tst_statisticnames.moc"
