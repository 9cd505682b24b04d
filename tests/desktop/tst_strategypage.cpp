// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "models/desksession.h"
#include "strategies/chartview.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QTest>

using namespace tandem;
using protocol::SiteKind;

// The page of strategies at a real window, on the real core.
class tst_StrategyPage : public QObject
{
    Q_OBJECT

    void opens(Desk &desk)
    {
        desk.signsIn(QStringLiteral("ada"));
        desk.press(QStringLiteral("Queues"));
        auto &draft = desk.window().session()->site();
        QTRY_VERIFY(draft.entry(SiteKind::Queue, QStringLiteral("vip")));
        auto object = draft.entry(SiteKind::Queue, QStringLiteral("vip"))->value;
        object[QStringLiteral("strategy")] = QStringLiteral("vip");
        draft.put(SiteKind::Queue, QStringLiteral("vip"), object);
        draft.apply();
        QTRY_COMPARE(draft.changeCount(), 0);
        desk.press(QStringLiteral("Strategies"));
    }
    static QAbstractItemView *list(Desk &desk, const char *name)
    {
        return qobject_cast<QAbstractItemView *>(desk.control(QString::fromLatin1(name)));
    }
    static void choose(QAbstractItemView *view, const QString &name)
    {
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const auto index = view->model()->index(row, 0);
            if (index.data().toString() == name)
                view->setCurrentIndex(index);
        }
    }

private slots:
    void init() { m_stage = std::move(*DemoStage::open()); }
    void cleanup() { m_stage.reset(); }

    void showsWhereInteractionsAreAndTheStepsThatTookThemThere();
    void aQueueIsGivenAStrategyInItsForm();
    void whatAQueueNamesIsNotRemoved();
    void sessionsThatNobodyLooksAtAreNotAskedFor();

private:
    std::unique_ptr<DemoStage> m_stage;
};

void tst_StrategyPage::showsWhereInteractionsAreAndTheStepsThatTookThemThere()
{
    Desk desk(*m_stage);
    opens(desk);
    QVERIFY(m_stage->arrives("Maria Keller", "vip", "Order never arrived"));
    auto *strategies = list(desk, "List of strategies");
    QTRY_VERIFY(strategies->model()->rowCount() > 0);
    choose(strategies, QStringLiteral("VIP"));
    auto *session = desk.window().session();
    // A session is open before its document said where it is.
    QTRY_VERIFY(session->strategies().places()
                && session->strategies().places()->places.size() == 1);
    QCOMPARE(session->strategies().places()->openSessions, 1);
    QCOMPARE(session->strategies().places()->places.front().state, std::string("usual"));
    auto *chart = qobject_cast<ChartView *>(desk.control(QStringLiteral("State chart")));
    QTRY_VERIFY(chart->chart() && chart->chart()->name == QStringLiteral("VIP"));

    desk.press(QStringLiteral("Sessions"));
    auto *sessions = list(desk, "Recorded sessions");
    QTRY_COMPARE(sessions->model()->rowCount(), 1);
    const auto first = sessions->visualRect(sessions->model()->index(0, 0));
    QTest::mouseClick(sessions->viewport(), Qt::LeftButton, {}, first.center());
    auto &trace = session->strategyTrace();
    QTRY_VERIFY(trace.step());
    QCOMPARE(trace.step()->event, std::string("start"));
    QCOMPARE(trace.step()->states, std::vector<std::string>{"usual"});
    QVERIFY(!trace.step()->transitions.empty());
    desk.press(QStringLiteral("All sessions"));
    QTRY_VERIFY(!trace.recorded());
}

void tst_StrategyPage::aQueueIsGivenAStrategyInItsForm()
{
    Desk desk(*m_stage);
    opens(desk);
    desk.press(QStringLiteral("Queues"));
    choose(list(desk, "List: Queues"), QStringLiteral("VIP"));
    auto *box = qobject_cast<QComboBox *>(desk.control(QStringLiteral("Strategy")));
    QVERIFY(box);
    QTRY_COMPARE(box->currentData().toString(), QStringLiteral("vip"));
    QVERIFY(box->findData(QStringLiteral("basic_chat")) > 0);
}

void tst_StrategyPage::whatAQueueNamesIsNotRemoved()
{
    Desk desk(*m_stage);
    opens(desk);
    auto *strategies = list(desk, "List of strategies");
    QTRY_VERIFY(strategies->model()->rowCount() > 0);
    const int before = strategies->model()->rowCount();
    choose(strategies, QStringLiteral("VIP"));
    QStringList told;
    connect(desk.window().session(), &DeskSession::noticed, this,
            [&](const QString &text) { told += text; });
    desk.press(QStringLiteral("Remove …"));
    desk.press(QStringLiteral("Remove"));
    QTRY_VERIFY(told.join(u' ').contains(QStringLiteral("a queue names it")));
    QCOMPARE(strategies->model()->rowCount(), before);
}

void tst_StrategyPage::sessionsThatNobodyLooksAtAreNotAskedFor()
{
    Desk desk(*m_stage);
    opens(desk);
    auto *strategies = list(desk, "List of strategies");
    QTRY_VERIFY(strategies->model()->rowCount() > 0);
    choose(strategies, QStringLiteral("VIP"));
    auto &places = desk.window().session()->strategies();
    QTRY_VERIFY(places.places());
    desk.press(QStringLiteral("Wallboard"));
    QVERIFY(m_stage->arrives("Jonas Adeyemi", "vip", "Charged twice"));
    QTest::qWait(2500);
    QCOMPARE(places.places()->openSessions, 0);
    desk.press(QStringLiteral("Admin"));
    QTRY_COMPARE(places.places()->openSessions, 1);
}

QTEST_MAIN(tst_StrategyPage)
#include "tst_strategypage.moc"
