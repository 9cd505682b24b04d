// SPDX-License-Identifier: GPL-3.0-or-later
// A supervisor's desk: cards of conversations of others, and what may be written in them.
#include "desk.h"

#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using CardRole = InteractionsModel::Role;
using Part = Conversation::Part;
using Section = InteractionsModel::Section;

class tst_Supervising : public QObject
{
    Q_OBJECT

    company::TestClock m_clock;

    Desk desk() const { return Desk(company::welcome(m_clock.now().utc), m_clock); }
    protocol::OwnInteraction supervised(SupervisionMode mode) const
    {
        auto bobs = company::interaction(company::maria, "Maria", m_clock.now().utc);
        bobs.agentId = company::bob;
        bobs.participants[1] = {2, "Bob", ParticipantType::Agent, company::bob};
        return {bobs, {company::says(1, 1, "Hello?", m_clock.now().utc)}, mode};
    }

private slots:
    void aConversationOfOthersHasACardOfItsOwn();
    void whatMayBeWrittenDependsOnTheWay();
    void whatIsAskedForBecomesTheCurrentOne();
    void nobodyIsToldThatASupervisorHasRead();
    void leavingAndTheEndTakeTheCardAway();
};

void tst_Supervising::aConversationOfOthersHasACardOfItsOwn()
{
    auto desk = this->desk();
    desk.link->tells(protocol::SupervisionStarted{supervised(SupervisionMode::Monitor)});
    QCOMPARE(desk.card(0, CardRole::SectionRole).value<Section>(), Section::Supervised);
    QVERIFY(desk.card(0, CardRole::DetailRole).toString().contains(QLatin1String("monitor")));
    QVERIFY(!desk.card(0, CardRole::PendingMsRole).isValid());
    // It takes no room of the supervisor's own.
    for (const auto &channel : desk.session->agent().channels())
        QCOMPARE(channel.active, 0);
    auto changed = supervised(SupervisionMode::Monitor).interaction;
    changed.subject = "Another subject";
    desk.link->tells(protocol::InteractionChanged{changed});
    QCOMPARE(desk.session->conversation(company::maria)->interaction().subject, changed.subject);
}

void tst_Supervising::whatMayBeWrittenDependsOnTheWay()
{
    auto desk = this->desk();
    desk.link->tells(protocol::SupervisionStarted{supervised(SupervisionMode::Monitor)});
    const auto *conversation = desk.session->conversation(company::maria);
    QCOMPARE(conversation->part(), Part::Supervisor);
    QVERIFY(!conversation->isWritable());
    desk.link->tells(protocol::SupervisionStarted{supervised(SupervisionMode::Coach)});
    QVERIFY(conversation->isWritable());
    QVERIFY(conversation->isForAgentsOnly());
    desk.link->tells(protocol::SupervisionStarted{supervised(SupervisionMode::BargeIn)});
    QVERIFY(conversation->isWritable());
    QVERIFY(!conversation->isForAgentsOnly());
}

void tst_Supervising::whatIsAskedForBecomesTheCurrentOne()
{
    auto desk = this->desk();
    const QSignalSpy opened(desk.session.get(), &DeskSession::pulled);
    desk.session->monitor(company::maria);
    desk.link->answers<protocol::SupervisionMonitor>(supervised(SupervisionMode::Monitor));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(desk.session->current()->id(), company::maria);
    const QSignalSpy refused(desk.session.get(), &DeskSession::refused);
    desk.session->bargeIn(company::maria);
    desk.link->answers<protocol::SupervisionBargeIn>(failure(Reason::WrongState, "has ended"));
    QCOMPARE(refused.count(), 1);
    QCOMPARE(*desk.session->current()->supervision(), SupervisionMode::Monitor);
}

void tst_Supervising::nobodyIsToldThatASupervisorHasRead()
{
    auto desk = this->desk();
    desk.session->monitor(company::maria);
    desk.link->answers<protocol::SupervisionMonitor>(supervised(SupervisionMode::Monitor));
    desk.link->tells(protocol::ChatEventHappened{
        company::maria, company::says(2, 1, "Anybody?", m_clock.now().utc)});
    QCOMPARE(desk.link->count<protocol::ChatReadReceipt>(), 0);
}

void tst_Supervising::leavingAndTheEndTakeTheCardAway()
{
    auto desk = this->desk();
    desk.link->tells(protocol::SupervisionStarted{supervised(SupervisionMode::Coach)});
    desk.session->release(company::maria);
    QCOMPARE(desk.link->count<protocol::SupervisionLeave>(), 1);
    QCOMPARE(desk.link->count<protocol::InteractionRelease>(), 0);
    desk.link->tells(protocol::InteractionRemoved{company::maria, "left"});
    QVERIFY(!desk.session->conversation(company::maria));
    // A snapshot tells of those that go on.
    protocol::Snapshot snapshot;
    snapshot.interactions = {supervised(SupervisionMode::BargeIn)};
    desk.link->sendsSnapshot(snapshot);
    QCOMPARE(*desk.session->conversation(company::maria)->supervision(), SupervisionMode::BargeIn);
}

QTEST_GUILESS_MAIN(tst_Supervising)
#include "tst_supervising.moc"
