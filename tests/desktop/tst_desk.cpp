// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "models/desksession.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace tandem;

// The agent's day at a real window over the real services.
class tst_Desk : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoStage> m_stage;

    DemoStage::Customer maria(const std::string &subject = "Where is my order?")
    {
        auto arrived = m_stage->arrives("Maria", "support", subject, {{"order", "SO-1"}});
        if (!arrived)
            qFatal("%s", arrived.error().message.c_str());
        return *arrived;
    }

private slots:
    void init() { m_stage = std::move(*DemoStage::open()); }
    void cleanup() { m_stage.reset(); }

    void saysWhyNobodyIsSignedIn();
    void acceptsByKeyAndTalks();
    void rejectsByKey();
    void showsCustomersTextAsItIs();
    void transfersToAColleague();
    void choosesADispositionAndMarksDone();
    void asksBeforeAnOpenConversationEnds();
    void editsCaseData();
    void keepsADraftForEachConversation();
    void writesOnWithoutConnection();
    void notesAreForAgentsOnly();
    void refusesWhatIsTooLong();
    void signsOut();
};

void tst_Desk::saysWhyNobodyIsSignedIn()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"), QStringLiteral("wrong"));
    QTRY_VERIFY(!desk.window().findChildren<QLabel *>().isEmpty()
                && std::ranges::any_of(desk.window().findChildren<QLabel *>(), [](QLabel *label) {
                       return label->isVisible()
                              && label->text() == QLatin1String("User or password is wrong.");
                   }));
    QVERIFY(!desk.shows(QStringLiteral("Status")));
    desk.signsIn(QStringLiteral("alice"));
    QVERIFY(desk.control(QStringLiteral("Status")));
    QVERIFY(qobject_cast<QLineEdit *>(desk.window().findChild<QLineEdit *>()));
}

void tst_Desk::acceptsByKeyAndTalks()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    const auto customer = maria();
    desk.control(QStringLiteral("Accept"));
    desk.keys(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(desk.control(QStringLiteral("Message")));
    QVERIFY(m_stage->says(customer, "Hi!"));
    QTRY_COMPARE(desk.transcript().last(), QStringLiteral("Maria: Hi!"));
    QVERIFY(m_stage->types(customer));
    QVERIFY(desk.control(QStringLiteral("Maria is typing …")));
    desk.type(QStringLiteral("Message"), QStringLiteral("Hello Maria"));
    desk.keys(Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(desk.control(QStringLiteral("Message")), QStringLiteral("I look"));
    desk.keys(Qt::Key_Return);
    QTRY_COMPARE(desk.transcript().last(), QStringLiteral("Alice: Hello Maria\nI look"));
    QTRY_VERIFY(desk.window().session()->outbox().isEmpty());
    QCOMPARE(desk.transcript().count(QStringLiteral("Alice: Hello Maria\nI look")), 1);
}

void tst_Desk::rejectsByKey()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    maria();
    desk.control(QStringLiteral("Reject"));
    desk.keys(Qt::Key_Backspace, Qt::ControlModifier);
    QTRY_VERIFY(!desk.shows(QStringLiteral("Reject")));
    QVERIFY(!desk.window().session()->current());
}

void tst_Desk::showsCustomersTextAsItIs()
{
    const QString script = QStringLiteral("<img src=x onerror=alert(1)><b>bold</b> &amp;");
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    const auto customer = m_stage->arrives(
        script.toStdString(), "support", script.toStdString(),
        {{"order", script.toStdString()}, {"_genesys_pageTitle", script.toStdString()}});
    QVERIFY(customer);
    desk.press(QStringLiteral("Accept"));
    QVERIFY(m_stage->says(*customer, script.toStdString()));
    QTRY_VERIFY(desk.transcript().last().endsWith(script));
    int looked = 0;
    for (const auto *label : desk.window().findChildren<QLabel *>()) {
        if (!label->text().contains(QLatin1Char('<')))
            continue;
        QCOMPARE(label->textFormat(), Qt::PlainText);
        ++looked;
    }
    for (const auto *widget : desk.window().findChildren<QWidget *>())
        QVERIFY2(!widget->toolTip().contains(QLatin1String("<img")), qPrintable(widget->toolTip()));
    QVERIFY(looked >= 2);
}

void tst_Desk::transfersToAColleague()
{
    QVERIFY(m_stage->colleague("carol", AgentState::NotReady, "lunch"));
    Desk alice(*m_stage);
    alice.signsIn(QStringLiteral("alice"));
    alice.isReady();
    maria();
    alice.press(QStringLiteral("Accept"));
    Desk bob(*m_stage);
    bob.signsIn(QStringLiteral("bob"));
    bob.isReady();
    alice.press(QStringLiteral("Transfer"));
    alice.type(QStringLiteral("Search agents, queues and skills"), QStringLiteral("car"));
    QTRY_VERIFY(!alice.shows(QStringLiteral("Transfer to Carol")));
    alice.type(QStringLiteral("Search agents, queues and skills"), QStringLiteral("bob"));
    alice.type(QStringLiteral("Note for the colleague"), QStringLiteral("She is in a hurry"));
    alice.press(QStringLiteral("Transfer to Bob"));
    QTRY_COMPARE(bob.window().session()->offers().entries().size(), 1u);
    bob.window().session()->offers().accept(
        bob.window().session()->offers().entries().front().interaction.id);
    QTRY_VERIFY(bob.window().session()->current());
    QTRY_VERIFY(!alice.window().session()->current());
}

void tst_Desk::choosesADispositionAndMarksDone()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    const auto customer = maria();
    desk.press(QStringLiteral("Accept"));
    desk.control(QStringLiteral("Message"));
    QVERIFY(m_stage->leaves(customer));
    QTRY_VERIFY(desk.cards().first().contains(QLatin1String("After contact work")));
    auto *choice = qobject_cast<QComboBox *>(desk.control(QStringLiteral("Disposition")));
    QVERIFY(choice->count() > 0);
    QCOMPARE(choice->currentIndex(), -1);
    choice->setFocus();
    desk.keys(Qt::Key_Down);
    desk.type(QStringLiteral("Note"), QStringLiteral("All well"));
    desk.keys(Qt::Key_Return);
    auto &session = *desk.window().session();
    QTRY_COMPARE(session.current()->interaction().note.value_or(""), std::string("All well"));
    QVERIFY(session.current()->interaction().disposition.has_value());
    desk.keys(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!session.current());
    QCOMPARE(session.interactions().rowCount(), 0);
}

void tst_Desk::asksBeforeAnOpenConversationEnds()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    maria();
    desk.press(QStringLiteral("Accept"));
    desk.press(QStringLiteral("End conversation"));
    desk.press(QStringLiteral("Cancel"));
    QVERIFY(desk.window().session()->current()->isOpen());
    desk.press(QStringLiteral("End conversation"));
    desk.press(QStringLiteral("End now"));
    QTRY_VERIFY(!desk.window().session()->current()->isOpen());
}

void tst_Desk::editsCaseData()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    maria();
    desk.press(QStringLiteral("Accept"));
    desk.press(QStringLiteral("Edit case data"));
    desk.type(QStringLiteral("Order"), QStringLiteral("SO-2"));
    desk.type(QStringLiteral("Name of the new data"), QStringLiteral("colour"));
    desk.type(QStringLiteral("Value of the new data"), QStringLiteral("red"));
    desk.press(QStringLiteral("Save case data"));
    QVERIFY(desk.control(QStringLiteral("Order: SO-2")));
    QVERIFY(desk.control(QStringLiteral("Colour: red")));
}

void tst_Desk::keepsADraftForEachConversation()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    maria();
    desk.press(QStringLiteral("Accept"));
    desk.type(QStringLiteral("Message"), QStringLiteral("for Maria"));
    auto &session = *desk.window().session();
    const auto first = session.current()->id();
    QVERIFY(m_stage->arrives("Jonas", "support", "Invoice"));
    desk.press(QStringLiteral("Accept"));
    QTRY_VERIFY(session.current()->id() != first);
    QCOMPARE(desk.control(QStringLiteral("Message"))->property("plainText").toString(), QString());
    desk.keys(Qt::Key_Up, Qt::AltModifier);
    QTRY_VERIFY(session.current()->id() == first);
    QCOMPARE(desk.control(QStringLiteral("Message"))->property("plainText").toString(),
             QStringLiteral("for Maria"));
}

void tst_Desk::writesOnWithoutConnection()
{
    Desk desk(*m_stage, true);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    maria();
    desk.press(QStringLiteral("Accept"));
    desk.control(QStringLiteral("Message"));
    m_stage->closeDown();
    QVERIFY(desk.control(QStringLiteral("Try now")));
    desk.type(QStringLiteral("Message"), QStringLiteral("I am still here"));
    desk.press(QStringLiteral("Send"));
    QTRY_COMPARE(desk.transcript().last(), QStringLiteral("Alice: I am still here"));
    QCOMPARE(desk.window().session()->outbox().entries().size(), 1u);
}

void tst_Desk::notesAreForAgentsOnly()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    maria();
    desk.press(QStringLiteral("Accept"));
    desk.press(QStringLiteral("Agents only"));
    desk.type(QStringLiteral("Message"), QStringLiteral("careful"));
    desk.keys(Qt::Key_Return);
    QTRY_COMPARE(desk.transcript().last(), QStringLiteral("Alice: careful (only agents see this)"));
    // The next message is for everyone again: a note must be meant.
    desk.type(QStringLiteral("Message"), QStringLiteral("Hello"));
    desk.keys(Qt::Key_Return);
    QTRY_COMPARE(desk.transcript().last(), QStringLiteral("Alice: Hello"));
}

void tst_Desk::refusesWhatIsTooLong()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.isReady();
    maria();
    desk.press(QStringLiteral("Accept"));
    auto *message = desk.control(QStringLiteral("Message"));
    message->setProperty("plainText", QString(16 * 1024 + 1, QLatin1Char('x')));
    QTRY_VERIFY(desk.shows(QStringLiteral("Send")));
    message->setFocus();
    desk.keys(Qt::Key_Return);
    QVERIFY(desk.window().session()->outbox().isEmpty());
    message->setProperty("plainText", QString(16 * 1024, QLatin1Char('x')));
    desk.keys(Qt::Key_Return);
    QTRY_VERIFY(desk.transcript().last().size() > 16'000);
    QTRY_VERIFY(desk.window().session()->outbox().isEmpty());
}

void tst_Desk::signsOut()
{
    Desk desk(*m_stage);
    desk.signsIn(QStringLiteral("alice"));
    desk.control(QStringLiteral("Status"));
    QMetaObject::invokeMethod(desk.window().findChild<QObject *>(QStringLiteral("topBar")),
                              "signOutAsked");
    QVERIFY(desk.control(QStringLiteral("Sign in")));
    desk.signsIn(QStringLiteral("alice"));
    QVERIFY(desk.control(QStringLiteral("Status")));
}

QTEST_MAIN(tst_Desk)
#include "tst_desk.moc"
