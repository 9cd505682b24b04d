// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desksession.h"
#include "models/text.h"
#include "shell/teampage.h"
#include "strategies/chartview.h"
#include "strategydesk.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleActionInterface>
#include <QComboBox>
#include <QJsonArray>
#include <QTest>

#include <set>

using namespace tandem;
using protocol::SiteKind;

// The page of strategies at a real window, on the real core.
class tst_StrategyPage : public QObject
{
    Q_OBJECT

    void addsAuditor(Desk &desk)
    {
        auto &draft = desk.window().session()->site();
        const auto key = draft.add(
            SiteKind::Agent, {{QStringLiteral("userName"), QStringLiteral("audrey")},
                              {QStringLiteral("name"), QStringLiteral("Audrey")},
                              {QStringLiteral("roles"), QJsonArray{QStringLiteral("auditor")}}});
        draft.setPassword(key, QStringLiteral("a long one"));
        draft.apply();
        QTRY_COMPARE(draft.changeCount(), 0);
        // The password goes out once the account is there.
        auto link = m_stage->localLink();
        std::optional<Result<protocol::Welcome>> welcome;
        const auto tries = [&] {
            welcome.reset();
            link->signIn({"audrey", "a long one", {}},
                         [&](auto answer) { welcome = std::move(answer); });
            return DemoStage::until([&] { return welcome.has_value(); }, "audrey") && *welcome;
        };
        QTRY_VERIFY(tries());
        link->signOut();
    }
    static void looksButChangesNothing(Desk &desk)
    {
        auto *strategies = listOf(desk, "List of strategies");
        QTRY_VERIFY(strategies->model()->rowCount() > 0);
        choose(strategies, QStringLiteral("VIP"));
        desk.control(QStringLiteral("Export this version"));
        auto *chart = qobject_cast<ChartView *>(desk.control(QStringLiteral("State chart")));
        QTRY_VERIFY(chart->chart() && chart->chart()->name == QStringLiteral("VIP"));
        for (const auto *forbidden : {"Add a strategy", "Activate …", "Roll back …", "Remove …",
                                      "Install a new version …", "Import …"})
            QVERIFY2(!desk.shows(QString::fromUtf8(forbidden)), forbidden);
        desk.press(QStringLiteral("Sessions"));
        QTRY_COMPARE(listOf(desk, "Recorded sessions")->model()->rowCount(), 1);
    }
    // By their names, as they are read out.
    static QAccessibleInterface *stateOf(QAccessibleInterface *chart, const QString &id)
    {
        for (int i = 0; i < chart->childCount(); ++i) {
            auto *child = chart->child(i);
            if (child && child->role() == QAccessible::ListItem
                && child->text(QAccessible::Name).contains(id))
                return child;
        }
        return nullptr;
    }

private slots:
    void init() { m_stage = std::move(*DemoStage::open()); }
    void cleanup() { m_stage.reset(); }

    void showsWhereInteractionsAreAndTheStepsThatTookThemThere();
    void aQueueIsGivenAStrategyInItsForm();
    void whatAQueueNamesIsNotRemoved();
    void sessionsThatNobodyLooksAtAreNotAskedFor();
    void readsFurtherSessionsAsTheListIsScrolled();
    void whoMayOnlyLookIsOfferedNoChange_data();
    void whoMayOnlyLookIsOfferedNoChange();
    void statesAreReachedByKeyboardAndRead();
    void anExplanationLeadsToTheStrategysSession();
    void anAgentIsNotLedToStrategies();

private:
    std::unique_ptr<DemoStage> m_stage;
};

void tst_StrategyPage::showsWhereInteractionsAreAndTheStepsThatTookThemThere()
{
    Desk desk(*m_stage);
    openStrategies(desk);
    QVERIFY(m_stage->arrives("Maria Keller", "vip", "Order never arrived"));
    auto *strategies = listOf(desk, "List of strategies");
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
    auto *sessions = listOf(desk, "Recorded sessions");
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
    openStrategies(desk);
    desk.press(QStringLiteral("Queues"));
    choose(listOf(desk, "List: Queues"), QStringLiteral("VIP"));
    auto *box = qobject_cast<QComboBox *>(desk.control(QStringLiteral("Strategy")));
    QVERIFY(box);
    QTRY_COMPARE(box->currentData().toString(), QStringLiteral("vip"));
    QVERIFY(box->findData(QStringLiteral("basic_chat")) > 0);
}

void tst_StrategyPage::whatAQueueNamesIsNotRemoved()
{
    Desk desk(*m_stage);
    openStrategies(desk);
    auto *strategies = listOf(desk, "List of strategies");
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
    openStrategies(desk);
    auto *strategies = listOf(desk, "List of strategies");
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

void tst_StrategyPage::readsFurtherSessionsAsTheListIsScrolled()
{
    Desk desk(*m_stage);
    openStrategies(desk);
    constexpr int count = 60;
    for (int i = 0; i < count; ++i)
        QVERIFY(m_stage->arrives("Customer", "vip", "Order never arrived"));
    auto *strategies = listOf(desk, "List of strategies");
    QTRY_VERIFY(strategies->model()->rowCount() > 0);
    choose(strategies, QStringLiteral("VIP"));
    auto &places = desk.window().session()->strategies();
    QTRY_VERIFY(places.places() && places.places()->openSessions == count);
    desk.press(QStringLiteral("Sessions"));
    auto *sessions = listOf(desk, "Recorded sessions");
    QTRY_COMPARE(sessions->model()->rowCount(), 50);
    sessions->scrollToBottom();
    QTRY_COMPARE(sessions->model()->rowCount(), count);
    std::set<QString> ids;
    for (int row = 0; row < count; ++row)
        ids.insert(sessions->model()->index(row, 0).data(StrategySessionsModel::IdRole).toString());
    QCOMPARE(ids.size(), std::size_t(count));
    // Asking again for the first page does not take the others away.
    QTest::qWait(2500);
    QCOMPARE(sessions->model()->rowCount(), count);
}

void tst_StrategyPage::whoMayOnlyLookIsOfferedNoChange_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::newRow("supervisor") << QStringLiteral("sam") << QStringLiteral("demo");
    QTest::newRow("auditor") << QStringLiteral("audrey") << QStringLiteral("a long one");
}

void tst_StrategyPage::whoMayOnlyLookIsOfferedNoChange()
{
    QFETCH(QString, user);
    QFETCH(QString, password);
    {
        Desk desk(*m_stage);
        openStrategies(desk);
        addsAuditor(desk);
    }
    QVERIFY(m_stage->arrives("Maria Keller", "vip", "Order never arrived"));
    Desk desk(*m_stage);
    desk.signsIn(user, password);
    desk.press(QStringLiteral("Strategies"));
    looksButChangesNothing(desk);
    QCOMPARE(desk.shows(QStringLiteral("Admin")), user == QStringLiteral("audrey"));
}

void tst_StrategyPage::statesAreReachedByKeyboardAndRead()
{
    Desk desk(*m_stage);
    openStrategies(desk);
    QVERIFY(m_stage->arrives("Maria Keller", "vip", "Order never arrived"));
    auto *strategies = listOf(desk, "List of strategies");
    QTRY_VERIFY(strategies->model()->rowCount() > 0);
    choose(strategies, QStringLiteral("VIP"));
    auto *chart = qobject_cast<ChartView *>(desk.control(QStringLiteral("State chart")));
    QTRY_VERIFY(chart->chart() && chart->chart()->name == QStringLiteral("VIP"));
    auto *access = QAccessible::queryAccessibleInterface(chart);
    QCOMPARE(access->role(), QAccessible::Chart);
    const auto nameOf = [](QAccessibleInterface *state) { return state->text(QAccessible::Name); };
    QTRY_VERIFY(
        nameOf(stateOf(access, QStringLiteral("usual"))).contains(QStringLiteral("1 interaction")));
    auto *usual = stateOf(access, QStringLiteral("usual"));
    QVERIFY(usual->text(QAccessible::Description).contains(QStringLiteral("answered")));
    QVERIFY(!nameOf(stateOf(access, QStringLiteral("preferred")))
                 .contains(QStringLiteral("interaction")));
    QCOMPARE(usual->parent()->object(), chart);
    QCOMPARE(access->child(access->indexOfChild(usual)), usual);
    QVERIFY(access->rect().contains(usual->rect()));
    const auto middle = usual->rect().center();
    QCOMPARE(access->childAt(middle.x(), middle.y()), usual);

    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Tab);
    QVERIFY(access->focusChild());
    QVERIFY(nameOf(access->focusChild()).contains(QStringLiteral("sorting")));
    const auto around = chart->viewport()->rect();
    const auto before = chart->viewport()->grab().toImage();
    QTest::keyClick(chart, Qt::Key_Down);
    auto *below = access->focusChild();
    QVERIFY(below && below->state().focused);
    QVERIFY(below->rect().top() > stateOf(access, QStringLiteral("sorting"))->rect().bottom());
    // The ring is seen around it, and no longer around the one before.
    const auto after = chart->viewport()->grab().toImage();
    for (auto *state : {stateOf(access, QStringLiteral("sorting")), below}) {
        const auto box = state->rect().translated(-chart->viewport()->mapToGlobal(QPoint()));
        const auto ring = box.adjusted(-6, -6, 6, 0).intersected(around);
        QVERIFY(before.copy(ring) != after.copy(ring));
        QCOMPARE(before.copy(box.adjusted(8, 8, -8, -8)), after.copy(box.adjusted(8, 8, -8, -8)));
    }
    QTest::keyClick(chart, Qt::Key_Up);
    QVERIFY(access->focusChild()->rect().top() < below->rect().top());
    usual->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(access->focusChild(), usual);
}

void tst_StrategyPage::anExplanationLeadsToTheStrategysSession()
{
    {
        Desk desk(*m_stage);
        openStrategies(desk);
    }
    QVERIFY(m_stage->arrives("Jonas Adeyemi", "support", "Charged twice"));
    QVERIFY(m_stage->arrives("Maria Keller", "vip", "Order never arrived"));
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("sam"));
    desk.press(QStringLiteral("Team"));
    auto *session = desk.window().session();
    QTRY_COMPARE(session->supervision().interactions().rowCount(), 2);
    desk.window().teamPage()->showInteractions();
    auto *open = listOf(desk, "Open interactions");
    const auto asksWhy = [&](const char *contact) {
        choose(open, QString::fromLatin1(contact));
        desk.press(QStringLiteral("Why routed so?"));
        desk.control(QStringLiteral("Decisions"));
    };
    // No strategy had a hand in this one.
    asksWhy("Jonas Adeyemi");
    QVERIFY(!desk.shows(QStringLiteral("Strategy session")));
    desk.press(QStringLiteral("Close"));
    QTRY_VERIFY(!desk.shows(QStringLiteral("Decisions")));

    asksWhy("Maria Keller");
    desk.press(QStringLiteral("Strategy session"));
    auto &trace = session->strategyTrace();
    QTRY_VERIFY(trace.step());
    QCOMPARE(toQString(trace.recorded()->session.strategyId), QStringLiteral("vip"));
    desk.control(QStringLiteral("Steps of the session"));
    auto *strategies = listOf(desk, "List of strategies");
    QTRY_COMPARE(strategies->currentIndex().data().toString(), QStringLiteral("VIP"));
    // It is still open once the list of strategies was read again.
    QTest::qWait(2500);
    QVERIFY(trace.recorded());
}

void tst_StrategyPage::anAgentIsNotLedToStrategies()
{
    {
        Desk desk(*m_stage);
        openStrategies(desk);
    }
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    QVERIFY(m_stage->arrives("Maria Keller", "vip", "Order never arrived"));
    desk.press(QStringLiteral("Accept"));
    auto *session = desk.window().session();
    QTRY_VERIFY(session->current());
    desk.keys(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    desk.control(QStringLiteral("Decisions"));
    QVERIFY(!desk.shows(QStringLiteral("Strategy session")));
    QVERIFY(!desk.shows(QStringLiteral("Strategies")));
}

QTEST_MAIN(tst_StrategyPage)
#include "tst_strategypage.moc"
