// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "models/agentpictures.h"
#include "models/desksession.h"
#include "models/supervision.h"
#include "shell/teampage.h"
#include "widgets/datatable.h"

#include <QAbstractItemView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>

using namespace tandem;

// A supervisor's team page and the wallboard at a real window, on the real core.
class tst_Supervisor : public QObject
{
    Q_OBJECT

    // What stands in a table's cells, row by row, as it is read out.
    static QStringList rows(Desk &desk, const QString &table)
    {
        QStringList lines;
        const auto *model = qobject_cast<QAbstractItemView *>(desk.control(table))->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells += model->index(row, column).data(Qt::AccessibleTextRole).toString();
            lines += cells.join(QStringLiteral(" | "));
        }
        return lines;
    }
    static bool has(Desk &desk, const QString &table, const QStringList &words)
    {
        for (const auto &line : rows(desk, table)) {
            if (std::ranges::all_of(words,
                                    [&](const QString &word) { return line.contains(word); }))
                return true;
        }
        return false;
    }
    // The row that has this text in its first column.
    static void choose(Desk &desk, const QString &table, const QString &name)
    {
        auto *view = qobject_cast<QAbstractItemView *>(desk.control(table));
        for (int row = 0; row < view->model()->rowCount(); ++row) {
            const auto index = view->model()->index(row, 0);
            if (index.data().toString() == name)
                view->selectionModel()->select(index, QItemSelectionModel::ClearAndSelect
                                                          | QItemSelectionModel::Rows);
        }
    }
    static void chooseFromMenu(Desk &desk, const QString &button, const QString &text)
    {
        desk.press(button);
        chooseFromPopup(text);
    }
    static void chooseFromPopup(const QString &text)
    {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        const auto actions = menu->actions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        QVERIFY2(found != actions.end(), qPrintable(text));
        (*found)->trigger();
        menu->close();
    }

private slots:
    void init() { m_stage = std::move(*DemoStage::open()); }
    void cleanup() { m_stage.reset(); }

    void seesStatesAsTheyChangeAndSetsThem();
    void seesWhoWaitsAndSendsThemElsewhere();
    void agentsHaveNoTeamPage();
    void wallboardFillsTheScreenAndComesBack();
    void takesAPassageOutOfWhatWasSaid();
    void anAdministratorTakesAPictureAway();

private:
    std::unique_ptr<DemoStage> m_stage;
};

void tst_Supervisor::seesStatesAsTheyChangeAndSetsThem()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("sam"));
    desk.press(QStringLiteral("Team"));
    const auto agents = QStringLiteral("Agents");
    QTRY_VERIFY(has(desk, agents, {QStringLiteral("Alice"), QStringLiteral("Logged out")}));
    QVERIFY(m_stage->colleague("alice", AgentState::Ready));
    QTRY_VERIFY(has(desk, agents,
                    {QStringLiteral("Alice"), QStringLiteral("Ready"), QStringLiteral("Free")}));
    choose(desk, agents, QStringLiteral("Alice"));
    chooseFromMenu(desk, QStringLiteral("Change state"), QStringLiteral("Not ready · Lunch"));
    QTRY_VERIFY(has(desk, agents, {QStringLiteral("Alice"), QStringLiteral("Lunch")}));
}

void tst_Supervisor::seesWhoWaitsAndSendsThemElsewhere()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("sam"));
    desk.press(QStringLiteral("Team"));
    QVERIFY(m_stage->arrives("Maria Keller", "sales", "Which plan?"));
    auto &supervision = desk.window().session()->supervision();
    QTRY_COMPARE(supervision.interactions().rowCount(), 1);
    desk.window().teamPage()->showInteractions();
    const auto open = QStringLiteral("Open interactions");
    QVERIFY(has(desk, open,
                {QStringLiteral("Maria Keller: Which plan?"), QStringLiteral("Sales"),
                 QStringLiteral("Waiting")}));
    choose(desk, open, QStringLiteral("Maria Keller"));
    supervision.interactions();
    protocol::InteractionBulk toSupport;
    toSupport.action = protocol::BulkAction::Redistribute;
    toSupport.interactionIds = {supervision.interactions().idAt(0)};
    toSupport.target = protocol::Target{{}, "support", {}};
    desk.window().session()->bulk().start(toSupport);
    QTRY_VERIFY(has(desk, open, {QStringLiteral("Maria Keller"), QStringLiteral("Support")}));
}

void tst_Supervisor::agentsHaveNoTeamPage()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    QVERIFY(desk.shows(QStringLiteral("Wallboard")));
    QVERIFY(!desk.shows(QStringLiteral("Team")));
    QVERIFY(!desk.shows(QStringLiteral("Admin")));
    desk.keys(Qt::Key_3, Qt::AltModifier);
    QVERIFY(!desk.shows(QStringLiteral("Agents")));
}

void tst_Supervisor::wallboardFillsTheScreenAndComesBack()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    QVERIFY(m_stage->arrives("Maria Keller", "billing", "An invoice"));
    desk.press(QStringLiteral("Wallboard"));
    const auto *waiting = desk.control(QStringLiteral("Waiting now"));
    QTRY_VERIFY(waiting->accessibleDescription().startsWith(QStringLiteral("1,")));
    desk.keys(Qt::Key_F11);
    QTRY_VERIFY(!desk.shows(QStringLiteral("Work")));
    QVERIFY(desk.window().isFullScreen());
    desk.keys(Qt::Key_F11);
    QTRY_VERIFY(desk.shows(QStringLiteral("Work")));
    QVERIFY(!desk.window().isFullScreen());
}

void tst_Supervisor::takesAPassageOutOfWhatWasSaid()
{
    QVERIFY(m_stage->colleague("alice", AgentState::Ready));
    const auto customer = m_stage->arrives("Wilhelmina", "support", "Rhododendron");
    QVERIFY(customer && m_stage->says(*customer, "My card is 4111222233334444, thanks"));
    QVERIFY(m_stage->takesNext(true));
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("sam"));
    desk.press(QStringLiteral("Team"));
    desk.press(QStringLiteral("Done"));
    auto *list = qobject_cast<QAbstractItemView *>(
        desk.control(QStringLiteral("Conversations that are done")));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    list->setCurrentIndex(list->model()->index(0, 0));
    auto *lines = qobject_cast<QAbstractItemView *>(desk.control(QStringLiteral("Transcript")));
    const auto says = [&](const QString &text) {
        return !desk.transcript().filter(text).isEmpty();
    };
    QTRY_VERIFY(says(QStringLiteral("4111")));
    for (int row = 0; row < lines->model()->rowCount(); ++row) {
        const auto index = lines->model()->index(row, 0);
        if (index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("4111")))
            lines->setCurrentIndex(index);
    }
    desk.press(QStringLiteral("Redact …"));
    auto *text = qobject_cast<QPlainTextEdit *>(desk.control(QStringLiteral("Message")));
    QVERIFY(text && text->find(QStringLiteral("4111222233334444")));
    desk.type(QStringLiteral("Reason"), QStringLiteral("card number"));
    desk.press(QStringLiteral("Redact"));
    QTRY_VERIFY(says(QStringLiteral("My card is [redacted], thanks")));
    QVERIFY(!says(QStringLiteral("4111")));
}

void tst_Supervisor::anAdministratorTakesAPictureAway()
{
    Desk alice(*m_stage);
    alice.signsIn(QStringLiteral("alice"));
    QVERIFY(alice.control(QStringLiteral("Your menu")));
    auto &pictures = alice.window().session()->pictures();
    QImage picture(64, 64, QImage::Format_RGB32);
    picture.fill(Qt::red);
    pictures.change(picture);
    QTRY_VERIFY(pictures.hasOwn());

    Desk ada(*m_stage);
    ada.signsIn(QStringLiteral("ada"));
    ada.press(QStringLiteral("Team"));
    const auto agents = QStringLiteral("Agents");
    QTRY_VERIFY(has(ada, agents, {QStringLiteral("Alice")}));
    auto *table = qobject_cast<DataTable *>(ada.control(agents));
    choose(ada, agents, QStringLiteral("Alice"));
    emit table->menuAsked({});
    chooseFromPopup(QStringLiteral("Remove picture …"));
    ada.press(QStringLiteral("Remove"));
    QTRY_VERIFY(!pictures.hasOwn());
    // There is nothing more to be taken away.
    choose(ada, agents, QStringLiteral("Alice"));
    const auto id = alice.window().session()->agent().id();
    auto &known = ada.window().session()->supervision().agents();
    QTRY_VERIFY(!known.find(id)->picture);
    emit table->menuAsked({});
    QVERIFY(!QApplication::activePopupWidget());
}

QTEST_MAIN(tst_Supervisor)
#include "tst_supervisor.moc"
