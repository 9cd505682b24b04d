// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "models/desksession.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <algorithm>

using namespace tandem;
using protocol::SiteKind;

// The administration at a real window, on the real core.
class tst_Administration : public QObject
{
    Q_OBJECT

    static void opens(Desk &desk)
    {
        desk.signsIn(QStringLiteral("ada"));
        desk.press(QStringLiteral("Agents"));
    }
    // The object of this name in the list of its kind.
    static void choose(Desk &desk, const QString &kind, const QString &name)
    {
        desk.press(kind);
        auto *list =
            qobject_cast<QAbstractItemView *>(desk.control(QStringLiteral("List: ") + kind));
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const auto index = list->model()->index(row, 0);
            if (index.data().toString() == name)
                list->setCurrentIndex(index);
        }
    }
    // The field of the form; a button beside it may have the same name.
    static QLineEdit *field(Desk &desk, const QString &name)
    {
        const auto lines = desk.window().findChildren<QLineEdit *>();
        const auto found = std::ranges::find_if(lines, [&](const auto *line) {
            return line->accessibleName() == name && line->isVisible();
        });
        return found == lines.end() ? nullptr : *found;
    }
    static bool says(Desk &desk, const QString &text)
    {
        return std::ranges::any_of(desk.window().findChildren<QLabel *>(), [&](const auto *label) {
            return label->isVisible() && label->text() == text;
        });
    }
    static void types(QLineEdit *line, const QString &text)
    {
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    static QString textOf(Desk &desk, const QString &name)
    {
        const auto *line = qobject_cast<QLineEdit *>(desk.control(name));
        return line ? line->text() : QString();
    }
    static QJsonObject value(Desk &desk, SiteKind kind, const char *key)
    {
        return desk.window().session()->site().entry(kind, QString::fromLatin1(key))->value;
    }

private slots:
    void init() { m_stage = std::move(*DemoStage::open()); }
    void cleanup() { m_stage.reset(); }

    void changesAQueueAndTakesItBackFromTheHistory();
    void saysAtTheFieldWhatIsWrong();
    void editsAreThereAfterLookingElsewhere();
    void addsAnAgentWhoCanSignIn();
    void whatOthersChangedMeanwhileIsShown();
    void readsTheFileThatItWrote();
    void sizesHaveAUnit();
    void givesAContactWhatIsKeptAndErasesIt();
    void onlyAdministratorsSeeContacts();

private:
    std::unique_ptr<DemoStage> m_stage;
};

void tst_Administration::changesAQueueAndTakesItBackFromTheHistory()
{
    Desk desk(*m_stage);
    opens(desk);
    choose(desk, QStringLiteral("Queues"), QStringLiteral("Sales"));
    desk.type(QStringLiteral("Waiting at most"), QStringLiteral("40"));
    desk.press(QStringLiteral("Apply"));
    auto &draft = desk.window().session()->site();
    QTRY_COMPARE(draft.changeCount(), 0);
    QCOMPARE(value(desk, SiteKind::Queue, "sales").value(QStringLiteral("limit")).toInt(), 40);
    desk.press(QStringLiteral("Audit"));
    desk.press(QStringLiteral("Undo …"));
    desk.press(QStringLiteral("Undo"));
    QTRY_VERIFY(value(desk, SiteKind::Queue, "sales").value(QStringLiteral("limit")).isUndefined());
}

void tst_Administration::saysAtTheFieldWhatIsWrong()
{
    Desk desk(*m_stage);
    opens(desk);
    choose(desk, QStringLiteral("Queues"), QStringLiteral("Sales"));
    auto *skills = field(desk, QStringLiteral("Skills"));
    QVERIFY(skills);
    types(skills, QStringLiteral("nosuchskill"));
    QTRY_VERIFY(skills->property("problem").toBool());
    QVERIFY(skills->accessibleDescription().contains(QStringLiteral("nosuchskill")));
    types(skills, QStringLiteral("sales > 2"));
    QTRY_VERIFY(!skills->property("problem").toBool());
    desk.press(QStringLiteral("Apply"));
    QTRY_COMPARE(desk.window().session()->site().changeCount(), 0);
}

void tst_Administration::sizesHaveAUnit()
{
    Desk desk(*m_stage);
    opens(desk);
    desk.press(QStringLiteral("Rules"));
    auto *size = field(desk, QStringLiteral("Size of a file"));
    QVERIFY(size);
    types(size, QStringLiteral("2"));
    const auto bytes = [&] {
        return value(desk, SiteKind::Rules, "rules")[QLatin1String("fileMaxBytes")].toInteger();
    };
    QCOMPARE(bytes(), qint64(2 * 1024 * 1024));
    auto *unit = qobject_cast<QComboBox *>(desk.control(QStringLiteral("Size of a file: unit")));
    unit->setCurrentIndex(1);
    emit unit->activated(1);
    QCOMPARE(bytes(), qint64(2 * 1024));
    desk.press(QStringLiteral("Apply"));
    QTRY_COMPARE(desk.window().session()->site().changeCount(), 0);
}

void tst_Administration::editsAreThereAfterLookingElsewhere()
{
    Desk desk(*m_stage);
    opens(desk);
    choose(desk, QStringLiteral("Queues"), QStringLiteral("Sales"));
    desk.type(QStringLiteral("Name"), QStringLiteral("Selling"));
    desk.press(QStringLiteral("Skills"));
    desk.press(QStringLiteral("Wallboard"));
    desk.press(QStringLiteral("Admin"));
    choose(desk, QStringLiteral("Queues"), QStringLiteral("Selling"));
    QCOMPARE(textOf(desk, QStringLiteral("Name")), QStringLiteral("Selling"));
    desk.press(QStringLiteral("Take back"));
    QCOMPARE(textOf(desk, QStringLiteral("Name")), QStringLiteral("Sales"));
}

void tst_Administration::addsAnAgentWhoCanSignIn()
{
    Desk desk(*m_stage);
    opens(desk);
    desk.press(QStringLiteral("Add: Agent"));
    desk.type(QStringLiteral("User name"), QStringLiteral("deniz"));
    desk.type(QStringLiteral("Name"), QStringLiteral("Deniz"));
    desk.press(QStringLiteral("Set password …"));
    desk.type(QStringLiteral("New password"), QStringLiteral("a long one"));
    desk.type(QStringLiteral("Once more"), QStringLiteral("a long one"));
    desk.press(QStringLiteral("Set password"));
    desk.press(QStringLiteral("Apply"));
    QTRY_COMPARE(desk.window().session()->site().changeCount(), 0);
    // The password goes out once the account is there.
    auto link = m_stage->localLink();
    std::optional<Result<protocol::Welcome>> welcome;
    const auto tries = [&] {
        welcome.reset();
        link->signIn({"deniz", "a long one", {}},
                     [&](auto answer) { welcome = std::move(answer); });
        return DemoStage::until([&] { return welcome.has_value(); }, "deniz") && *welcome;
    };
    QTRY_VERIFY(tries());
}

void tst_Administration::whatOthersChangedMeanwhileIsShown()
{
    Desk desk(*m_stage);
    opens(desk);
    choose(desk, QStringLiteral("Queues"), QStringLiteral("Sales"));
    desk.type(QStringLiteral("Name"), QStringLiteral("Selling"));
    // The same administrator from the command line.
    protocol::AdminApply other;
    protocol::QueueDefinition newer;
    newer.id = "sales";
    newer.name = "Sales and advice";
    other.put.queues = {newer};
    bool isDone = false;
    desk.window().session()->link().ask(other, [&](auto reply) { isDone = reply.has_value(); });
    QTRY_VERIFY(isDone);
    desk.press(QStringLiteral("Use mine"));
    QCOMPARE(textOf(desk, QStringLiteral("Name")), QStringLiteral("Selling"));
    desk.press(QStringLiteral("Apply"));
    QTRY_COMPARE(value(desk, SiteKind::Queue, "sales")[QStringLiteral("name")].toString(),
                 QStringLiteral("Selling"));
}

void tst_Administration::readsTheFileThatItWrote()
{
    Desk desk(*m_stage);
    opens(desk);
    auto &file = desk.window().session()->siteFile();
    std::optional<Result<QByteArray>> text;
    file.write([&](Result<QByteArray> written) { text = std::move(written); });
    QTRY_VERIFY(text && *text);
    const auto document = SiteExchange::read(**text);
    QVERIFY(document);
    std::optional<Result<SiteExchange::Changes>> changes;
    file.preview(*document, [&](auto shown) { changes = std::move(shown); });
    QTRY_VERIFY(changes && *changes);
    QVERIFY((*changes)->empty());
}

void tst_Administration::givesAContactWhatIsKeptAndErasesIt()
{
    const auto comes = [&] {
        return m_stage->arrives("Wilhelmina", "support", "Rhododendron",
                                {{"EmailAddress", "w@example.com"}});
    };
    QVERIFY(m_stage->colleague("alice", AgentState::Ready));
    const auto customer = comes();
    QVERIFY(customer && m_stage->sendsFile(*customer, "letter.txt", "Dear Sirs\n"));
    Desk desk(*m_stage);
    opens(desk);
    desk.press(QStringLiteral("Contacts"));
    desk.type(QStringLiteral("E-mail address or contact key"), QStringLiteral("W@example.com"));
    desk.keys(Qt::Key_Return);
    desk.type(QStringLiteral("Reason"), QStringLiteral("asked by letter"));
    desk.control(QStringLiteral("Export the contact"));
    auto *erase = desk.window().findChild<QPushButton *>(QStringLiteral("eraseContact"));
    QVERIFY(erase && erase->isVisible() && !erase->isEnabled()); // it is open

    QVERIFY(m_stage->takesNext(true));
    desk.press(QStringLiteral("Look up"));
    desk.press(QStringLiteral("Export the contact"));
    const QTemporaryDir folder;
    const auto file = folder.filePath(QStringLiteral("w.json"));
    auto *dialog = desk.window().findChild<QFileDialog *>();
    QVERIFY(dialog);
    emit dialog->fileSelected(file);
    dialog->close();
    QTRY_VERIFY(QFile::exists(file));
    const QDir files(folder.filePath(QStringLiteral("w-files")));
    QCOMPARE(files.entryList(QDir::Files).size(), 1);
    QVERIFY(files.entryList(QDir::Files).front().endsWith(QStringLiteral("-letter.txt")));

    desk.press(QStringLiteral("Erase the contact"));
    desk.press(QStringLiteral("Erase"));
    QTRY_VERIFY(says(desk, QStringLiteral("W@example.com is erased")));
    desk.press(QStringLiteral("Look up"));
    QTRY_VERIFY(says(desk, QStringLiteral("Nothing is kept of W@example.com")));
}

void tst_Administration::onlyAdministratorsSeeContacts()
{
    {
        Desk desk(*m_stage);
        opens(desk);
        QVERIFY(desk.shows(QStringLiteral("Contacts")));
        protocol::AdminAddUser auditor;
        auditor.user = "otto";
        auditor.displayName = "Otto";
        auditor.password = "a long one";
        auditor.roles = {Role::Auditor};
        bool isDone = false;
        desk.window().session()->link().ask(auditor, [&](auto reply) { isDone = bool(reply); });
        QTRY_VERIFY(isDone);
    }
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("otto"), QStringLiteral("a long one"));
    desk.control(QStringLiteral("Audit"));
    QVERIFY(!desk.shows(QStringLiteral("Contacts")));
}

QTEST_MAIN(tst_Administration)
#include "tst_administration.moc"
