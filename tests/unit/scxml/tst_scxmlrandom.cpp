// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomchart.h"
#include "stage.h"

#include <QJsonArray>
#include <QTest>

using namespace tandem::scxml;
using namespace tandem::test;
using namespace Qt::StringLiterals;

namespace {

// TANDEM_SCXML_CHARTS=10000 takes all.
int chartCount()
{
    const auto asked = qEnvironmentVariableIntValue("TANDEM_SCXML_CHARTS");
    return asked > 0 ? asked : 300;
}

enum class Restart { Never, AtEachStep };

struct Run
{
    QStringList trace;
    QString fault;
    bool isFinished = false;
};

// The same seed gives the same events.
Run runOf(Stage &stage, const ChartPointer &chart, unsigned seed, Restart restart)
{
    RandomChart random(seed);
    auto *session = &stage.session(chart, u"s"_s);
    Run run;
    session->start();
    for (int step = 0; step < 12 && !session->isFinished() && run.fault.isNull(); ++step) {
        run.fault = faultOf(*session);
        if (restart == Restart::AtEachStep)
            session = &stage.restored(*session);
        run.trace += session->configuration();
        const auto timers = session->timers();
        const auto invoked = session->invocations();
        auto next = external(random.eventName(), u"{\"a\":%1}"_s.arg(step));
        if (!timers.empty() && random.below(3) == 0) {
            const auto chosen = random.below(static_cast<int>(timers.size()));
            session->fire(timers[static_cast<size_t>(chosen)]);
            continue;
        }
        if (!invoked.isEmpty() && random.below(3) == 0)
            next.invokeId = invoked[random.below(static_cast<int>(invoked.size()))];
        session->deliver(next);
    }
    if (run.fault.isNull())
        run.fault = faultOf(*session);
    run.isFinished = session->isFinished();
    run.trace += stage.taken();
    run.trace += session->configuration() + QStringList(session->failure());
    return run;
}

class RandomChartTest : public QObject
{
    Q_OBJECT

private slots:
    // In parts: each has an engine of its own and its own time limit.
    void configurationStaysLegalAndRunsAreRepeatable_data()
    {
        QTest::addColumn<unsigned>("from");
        for (int from = 0; from < chartCount(); from += 100)
            QTest::addRow("from %d", from) << static_cast<unsigned>(from);
    }
    void configurationStaysLegalAndRunsAreRepeatable()
    {
        QFETCH(unsigned, from);
        ScriptLimits patient;
        patient.budget = std::chrono::minutes(1);
        Stage stage(patient, {50, 50});
        int finished = 0;
        for (auto seed = from; seed < from + 100; ++seed) {
            const auto chart = stage.chart(RandomChart(seed).states());
            const auto first = runOf(stage, chart, seed, Restart::Never);
            QVERIFY2(first.fault.isNull(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(first.fault)));
            const auto again = runOf(stage, chart, seed, Restart::Never);
            QVERIFY2(again.trace == first.trace, qPrintable(u"seed %1"_s.arg(seed)));
            const auto restarted = runOf(stage, chart, seed, Restart::AtEachStep);
            QVERIFY2(restarted.trace == first.trace,
                     qPrintable(u"seed %1, restarted:\n%2\nnot\n%3"_s.arg(seed).arg(
                         restarted.trace.join(u' '), first.trace.join(u' '))));
            finished += first.isFinished;
            stage.forget();
        }
        // A generator whose charts all end at once would show nothing.
        QVERIFY2(finished < 60, qPrintable(QString::number(finished)));
    }

    void faultsAreSeen()
    {
        Stage stage;
        auto &session = stage.started(u"<state id='a'/><state id='b'/>"_s);
        QVERIFY(faultOf(session).isNull());
        auto stored = *session.stored();
        stored.insert(u"configuration"_s, QJsonArray{u"a"_s, u"b"_s});
        const auto program =
            stage.engine().compile(stage.chart(u"<state id='a'/><state id='b'/>"_s));
        const auto wrong = Session::restored(stage.engine(), program, stage, stored);
        QVERIFY(wrong);
        QCOMPARE(faultOf(**wrong), u"2 children of \"\" are active"_s);
    }
};

} // namespace

QTEST_GUILESS_MAIN(RandomChartTest)
#include "tst_scxmlrandom.moc"
