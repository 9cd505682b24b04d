// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "models/desksession.h"
#include "shell/conversationactions.h"
#include "shell/queuespage.h"
#include "shell/workpage.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QTest>

using namespace tandem;

// Agents who work together, and the queues they work from: real windows over the real services.
class tst_Teamwork : public QObject
{
    Q_OBJECT

    std::unique_ptr<DemoStage> m_stage;

    static QString text(const char *words) { return QString::fromUtf8(words); }
    DemoStage::Customer arrives(const char *name)
    {
        auto arrived = m_stage->arrives(name, "support", "Where is my order?");
        if (!arrived)
            qFatal("%s", arrived.error().message.c_str());
        return *arrived;
    }
    // alice at work with Maria.
    std::unique_ptr<Desk> aliceWithMaria()
    {
        auto desk = std::make_unique<Desk>(*m_stage);
        desk->signsIn(text("alice"));
        desk->isReady();
        m_maria = arrives("Maria");
        desk->press(text("Accept"));
        desk->control(text("Message"));
        return desk;
    }
    static QAbstractItemView *table(Desk &desk)
    {
        auto *page = desk.window().queuesPage();
        for (auto *view : page->findChildren<QAbstractItemView *>()) {
            if (view->accessibleName() == QLatin1String("Interactions"))
                return view;
        }
        qFatal("no table");
    }
    static int waiting(Desk &desk) { return desk.window().session()->waiting().rowCount(); }

    DemoStage::Customer m_maria;

private slots:
    void init() { m_stage = std::move(*DemoStage::open()); }
    void cleanup() { m_stage.reset(); }

    void handsOverByKeyboardAlone();
    void theBoxClosesAndGivesTheKeyboardBack();
    void theBoxDoesWhatItFinds();
    void asksForAdviceInConfidence();
    void endsAConsultationBeforeItIsAnswered();
    void completesATransferAfterConsulting();
    void makesAConferenceOfAConsultation();
    void parksAndTakesBack();
    void givesUpAndItGoesBackToItsQueue();
    void takesFromAQueue();
    void redistributesManyAtOnce();
    void marksManyDoneAfterAsking();
    void setsOneChannelNotReady();
    void saysWhyItWasRoutedSo();
};

void tst_Teamwork::handsOverByKeyboardAlone()
{
    QVERIFY(m_stage->colleague("carol", AgentState::NotReady, "lunch"));
    const auto alice = aliceWithMaria();
    Desk bob(*m_stage);
    bob.signsIn(text("bob"));
    bob.isReady();
    alice->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&alice->window()));
    alice->keys(Qt::Key_K, Qt::ControlModifier);
    auto *search = alice->control(text("Search or do anything"));
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, text("bo"));
    QVERIFY(alice->control(text("Transfer to Bob")));
    QTest::keyClick(search, Qt::Key_Return);
    // Somebody might have slipped: it is asked, with Bob chosen already.
    auto *dialogSearch = alice->control(text("Search agents, queues and skills"));
    QTRY_VERIFY(dialogSearch->hasFocus());
    QVERIFY(alice->control(text("Transfer to Bob")));
    QTest::keyClick(dialogSearch, Qt::Key_Return);
    QTRY_COMPARE(bob.window().session()->offers().entries().size(), 1u);
    const auto &offers = bob.window().session()->offers();
    QTRY_COMPARE(offers.title(offers.entries().front()), text("Transfer from Alice · Support"));
    bob.press(text("Accept"));
    QTRY_VERIFY(bob.window().session()->current());
    QTRY_VERIFY(!alice->window().session()->current());
    QCOMPARE(alice->settings().recents(), QStringList{text("agent/bob")});
}

void tst_Teamwork::theBoxClosesAndGivesTheKeyboardBack()
{
    const auto alice = aliceWithMaria();
    auto *message = alice->control(text("Message"));
    message->setFocus();
    alice->keys(Qt::Key_K, Qt::ControlModifier);
    auto *search = alice->control(text("Search or do anything"));
    QVERIFY(alice->shows(text("Team communicator")));
    QTest::keyClicks(search, text("x"));
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(!alice->shows(text("Team communicator")));
    QVERIFY(message->hasFocus());
    QVERIFY(search->property("text").toString().isEmpty());
    alice->keys(Qt::Key_K, Qt::ControlModifier);
    QTest::mouseClick(alice->control(text("Transcript")), Qt::LeftButton);
    QTRY_VERIFY(!alice->shows(text("Team communicator")));
}

void tst_Teamwork::theBoxDoesWhatItFinds()
{
    const auto alice = aliceWithMaria();
    alice->keys(Qt::Key_K, Qt::ControlModifier);
    auto *search = alice->control(text("Search or do anything"));
    QTest::keyClicks(search, text("lunch"));
    QTest::keyClick(search, Qt::Key_Return);
    auto &agent = alice->window().session()->agent();
    QTRY_COMPARE(agent.stateText(), text("Not ready · Lunch"));
    alice->keys(Qt::Key_K, Qt::ControlModifier);
    QTest::keyClicks(search, text("sales"));
    alice->press(text("Show the queue: Sales"));
    QTRY_VERIFY(alice->window().queuesPage()->isVisible());
    QCOMPARE(alice->window().session()->waiting().source().value(),
             (Source{Source::Kind::Queue, "sales"}));
}

void tst_Teamwork::asksForAdviceInConfidence()
{
    const auto alice = aliceWithMaria();
    Desk bob(*m_stage);
    bob.signsIn(text("bob"));
    bob.isReady();
    alice->press(text("Consult"));
    alice->type(text("Search agents, queues and skills"), text("bob"));
    alice->press(text("Consult Bob"));
    bob.press(text("Accept"));
    QVERIFY(alice->control(text("Consulting Bob")));
    QTRY_VERIFY(bob.shows(text("Alice asks for your advice. Only agents see what you write.")));
    QVERIFY(bob.control(text("Agents only"))->property("checked").toBool());
    bob.type(text("Message"), text("Send a new one"));
    QTest::keyClick(bob.control(text("Message")), Qt::Key_Return);
    QTRY_COMPARE(alice->transcript().last(), text("Bob: Send a new one (only agents see this)"));
    // The next one cannot be for the customer either.
    QVERIFY(bob.control(text("Agents only"))->property("checked").toBool());
    bob.press(text("Leave the consultation"));
    QTRY_VERIFY(!alice->shows(text("Consulting Bob")));
    QTRY_VERIFY(!bob.window().session()->current());
}

void tst_Teamwork::endsAConsultationBeforeItIsAnswered()
{
    const auto alice = aliceWithMaria();
    Desk bob(*m_stage);
    bob.signsIn(text("bob"));
    bob.isReady();
    alice->press(text("Consult"));
    alice->type(text("Search agents, queues and skills"), text("bob"));
    alice->press(text("Consult Bob"));
    QVERIFY(alice->control(text("Asking Bob … no answer yet")));
    QTRY_COMPARE(bob.window().session()->offers().entries().size(), 1u);
    alice->press(text("End consultation"));
    QTRY_VERIFY(bob.window().session()->offers().entries().empty());
    QTRY_VERIFY(!alice->shows(text("End consultation")));
}

void tst_Teamwork::completesATransferAfterConsulting()
{
    const auto alice = aliceWithMaria();
    Desk bob(*m_stage);
    bob.signsIn(text("bob"));
    bob.isReady();
    alice->press(text("Consult"));
    alice->type(text("Search agents, queues and skills"), text("bob"));
    alice->press(text("Consult Bob"));
    bob.press(text("Accept"));
    alice->press(text("Complete transfer"));
    QTRY_VERIFY(!alice->window().session()->current());
    const auto &session = *bob.window().session();
    QTRY_VERIFY(session.current() && session.current()->part() == Conversation::Part::Owner);
    bob.press(text("Everyone"));
    bob.type(text("Message"), text("Hello Maria"));
    QTest::keyClick(bob.control(text("Message")), Qt::Key_Return);
    QTRY_COMPARE(bob.transcript().last(), text("Bob: Hello Maria"));
}

void tst_Teamwork::makesAConferenceOfAConsultation()
{
    const auto alice = aliceWithMaria();
    Desk bob(*m_stage);
    bob.signsIn(text("bob"));
    bob.isReady();
    alice->press(text("Consult"));
    alice->type(text("Search agents, queues and skills"), text("bob"));
    alice->press(text("Consult Bob"));
    bob.press(text("Accept"));
    alice->press(text("Make conference"));
    const auto &session = *bob.window().session();
    QTRY_VERIFY(session.current() && session.current()->part() == Conversation::Part::Member);
    QCOMPARE(alice->window().session()->current()->interaction().memberIds.size(), 1u);
    bob.press(text("Everyone"));
    bob.type(text("Message"), text("I am here too"));
    QTest::keyClick(bob.control(text("Message")), Qt::Key_Return);
    QTRY_COMPARE(alice->transcript().last(), text("Bob: I am here too"));
}

void tst_Teamwork::parksAndTakesBack()
{
    const auto alice = aliceWithMaria();
    alice->press(text("Park"));
    alice->type(text("Note"), text("The carrier calls back"));
    // The header's button has the same name; the dialog's takes Enter.
    alice->keys(Qt::Key_Return);
    QTRY_VERIFY(!alice->window().session()->current());
    QTRY_VERIFY(!alice->cards().isEmpty()
                && alice->cards().first().startsWith(text("Maria, Parked")));
    QVERIFY(alice->window().session()->agent().channels().front().active == 0);
    auto *cards = qobject_cast<QAbstractItemView *>(alice->control(text("Interactions")));
    cards->setCurrentIndex(cards->model()->index(0, 0));
    alice->press(text("Take it back"));
    QTRY_VERIFY(alice->window().session()->current());
    QTRY_VERIFY(alice->cards().first().startsWith(text("Maria, Active")));
}

void tst_Teamwork::givesUpAndItGoesBackToItsQueue()
{
    const auto alice = aliceWithMaria();
    alice->keys(Qt::Key_2, Qt::ControlModifier); // not ready, or it would be offered again
    QTRY_VERIFY(alice->window().session()->agent().state() == AgentState::NotReady);
    alice->window().workPage()->actions()->release();
    alice->press(text("Give up"));
    QTRY_VERIFY(!alice->window().session()->current());
    alice->window().session()->queues().refresh();
    QTRY_VERIFY(!alice->window().session()->queues().queues().empty()
                && alice->window().session()->queues().queues().front().waiting == 1);
}

void tst_Teamwork::takesFromAQueue()
{
    Desk alice(*m_stage);
    alice.signsIn(text("alice"));
    alice.control(text("Status"));
    arrives("Maria");
    arrives("Jonas");
    alice.press(text("Queues"));
    QTRY_COMPARE(waiting(alice), 2);
    table(alice)->setFocus();
    table(alice)->setCurrentIndex(table(alice)->model()->index(1, 0));
    alice.keys(Qt::Key_Return);
    QTRY_VERIFY(alice.window().session()->current());
    QCOMPARE(alice.window().session()->current()->contactName(), text("Jonas"));
    QVERIFY(alice.window().workPage()->isVisible());
    alice.press(text("Queues"));
    QTRY_COMPARE(waiting(alice), 1);
    // Moving many is for supervisors.
    QVERIFY(!alice.shows(text("Redistribute")));
}

void tst_Teamwork::redistributesManyAtOnce()
{
    Desk sam(*m_stage);
    sam.signsIn(text("sam"));
    sam.control(text("Status"));
    for (const auto *name : {"Maria", "Jonas", "Noor"})
        arrives(name);
    sam.press(text("Queues"));
    QTRY_COMPARE(waiting(sam), 3);
    QVERIFY(!sam.window().session()->bulk().isBusy());
    table(sam)->selectAll();
    sam.press(text("Redistribute"));
    sam.type(text("Search agents, queues and skills"), text("sales"));
    sam.press(text("Redistribute to Sales"));
    QTRY_VERIFY(sam.window().session()->bulk().state() == BulkOperation::State::Over);
    QCOMPARE(sam.window().session()->bulk().failed(), 0);
    QTRY_COMPARE(waiting(sam), 0);
    sam.window().queuesPage()->choose({Source::Kind::Queue, "sales"});
    QTRY_COMPARE(waiting(sam), 3);
}

void tst_Teamwork::marksManyDoneAfterAsking()
{
    Desk sam(*m_stage);
    sam.signsIn(text("sam"));
    sam.control(text("Status"));
    for (const auto *name : {"Maria", "Jonas"})
        arrives(name);
    sam.press(text("Queues"));
    QTRY_COMPARE(waiting(sam), 2);
    table(sam)->selectAll();
    sam.press(text("Mark done"));
    sam.press(text("Cancel"));
    QCOMPARE(sam.window().session()->bulk().state(), BulkOperation::State::None);
    sam.press(text("Mark done"));
    sam.keys(Qt::Key_Return);
    QTRY_COMPARE(waiting(sam), 0);
}

void tst_Teamwork::setsOneChannelNotReady()
{
    Desk alice(*m_stage);
    alice.signsIn(text("alice"));
    alice.isReady();
    alice.keys(Qt::Key_K, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(alice.control(text("Status of Chat")));
    QVERIFY(alice.control(text("Status of Chat"))->hasFocus());
    alice.window().session()->agent().askChannelState("chat", AgentState::NotReady, "lunch");
    auto &agent = alice.window().session()->agent();
    QTRY_COMPARE(agent.textOf(agent.channels().front()), text("Not ready · Lunch"));
    alice.press(text("Ready for all"));
    QTRY_COMPARE(agent.textOf(agent.channels().front()), text("Ready"));
    alice.keys(Qt::Key_Escape);
    QTRY_VERIFY(!alice.shows(text("Channels")));
}

void tst_Teamwork::saysWhyItWasRoutedSo()
{
    const auto alice = aliceWithMaria();
    alice->keys(Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(alice->control(text("Decisions")));
    const auto offered = [&] {
        const auto widgets = alice->window().findChildren<QWidget *>();
        return std::ranges::any_of(widgets, [](const QWidget *widget) {
            return widget->accessibleName().endsWith(QLatin1String("Offered to Alice"));
        });
    };
    QTRY_VERIFY(offered());
}

QTEST_MAIN(tst_Teamwork)
#include "tst_teamwork.moc"
