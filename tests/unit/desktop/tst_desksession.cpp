// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"
#include "models/casedata.h"
#include "models/desksession.h"
#include "scriptedlink.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace std::chrono_literals;
using CardRole = InteractionsModel::Role;
using Section = InteractionsModel::Section;

class tst_DeskSession : public QObject
{
    Q_OBJECT

    company::TestClock m_clock;

    protocol::Interaction talk(InteractionId id, const char *name) const
    {
        return company::interaction(id, name, m_clock.now().utc);
    }
    Desk free() const { return Desk(company::welcome(m_clock.now().utc), m_clock); }
    Desk busy() const
    {
        auto welcome = company::welcome(m_clock.now().utc);
        welcome.snapshot.interactions = {
            {talk(company::maria, "Maria"),
             {company::joins(1, 1, m_clock.now().utc),
              company::says(2, 1, "Hi", m_clock.now().utc)}},
            {talk(company::jonas, "Jonas"), {company::joins(1, 1, m_clock.now().utc)}}};
        return Desk(welcome, m_clock);
    }
    void says(Desk &desk, InteractionId id, int index, int who, const char *text) const
    {
        desk.link->tells(
            protocol::ChatEventHappened{id, company::says(index, who, text, m_clock.now().utc)});
    }

private slots:
    void showsOwnStateWithTimeAndAsksForAnother();
    void countsTimeInStateFromWhenItWasHeard();
    void offersAndAccepts();
    void anOfferThatIsGoneIsToldAndRemoved();
    void anOfferRunsOnThisMachinesClock();
    void countsUnreadOnlyWhereNobodyLooks();
    void showsHowLongTheCustomerWaits();
    void movesTheCardToAfterWorkWhenTheChatEnds();
    void fetchesWhatIsMissing();
    void fetchesTheBeginningOfALongConversation();
    void fetchesTheConversationWhoseAcceptanceWasNeverAnswered();
    void fetchesWhatWasNotAnsweredBeforeTheConnectionWasLost();
    void aSnapshotReplacesAll();
    void showsTypingUntilAMessageComes();
    void showsWhatTheCustomerTypesWhereItIsTold();
    void tellsAsReadWhatSomebodyLooksAt();
    void marksOwnMessagesThatTheCustomerHasRead();
    void dropsWhatIsNoLongerTheAgents();
    void tellsWhatIsRefused();
    void listsFreeColleaguesFirst();
    void showsCaseDataWithoutTechnicalKeys();
};

void tst_DeskSession::showsOwnStateWithTimeAndAsksForAnother()
{
    auto desk = free();
    auto &agent = desk.session->agent();
    QCOMPARE(agent.stateText(), QStringLiteral("Ready"));
    agent.askState(AgentState::NotReady, "lunch");
    QVERIFY(agent.isWaiting());
    QVERIFY(agent.state() == AgentState::Ready); // shown when it is so, not before
    QCOMPARE(desk.link->next<protocol::AgentSetState>()->reason.value(), std::string("lunch"));
    auto status = company::welcome(m_clock.now().utc).snapshot.agent;
    status.state = AgentState::NotReady;
    status.reason = "lunch";
    desk.link->answers<protocol::AgentSetState>(status);
    QCOMPARE(agent.stateText(), QStringLiteral("Not ready · Lunch"));
    QVERIFY(!agent.isWaiting());
    status.reason = "no_answer"; // set by a rule, and in no list of the site
    desk.link->tells(protocol::AgentStateChanged{status, {}, {}});
    QCOMPARE(agent.stateText(), QStringLiteral("Not ready · Missed offers"));
}

void tst_DeskSession::countsTimeInStateFromWhenItWasHeard()
{
    auto desk = free();
    auto status = company::welcome(m_clock.now().utc + 90min).snapshot.agent; // a server ahead
    status.state = AgentState::AfterContactWork;
    desk.link->tells(protocol::AgentStateChanged{status});
    m_clock.advance(30s);
    QCOMPARE(desk.session->agent().timeInState().count(), 30'000);
}

void tst_DeskSession::offersAndAccepts()
{
    auto desk = free();
    const QAbstractItemModelTester tester(&desk.session->interactions());
    auto offered = talk(company::maria, "Maria");
    offered.state = InteractionState::Offered;
    desk.link->tells(protocol::InteractionOffered{offered, {}, 30'000});
    QCOMPARE(desk.card(0, CardRole::SectionRole).value<Section>(), Section::Offered);
    desk.session->offers().accept(company::maria);
    desk.session->offers().accept(company::maria);
    QCOMPARE(desk.link->count<protocol::InteractionAccept>(), 1);
    desk.link->tells(protocol::InteractionChanged{talk(company::maria, "Maria")});
    desk.link->answers<protocol::InteractionAccept>(protocol::OwnInteraction{
        talk(company::maria, "Maria"), {company::says(1, 1, "Hi", m_clock.now().utc)}});
    QCOMPARE(desk.session->interactions().rowCount(), 1);
    QCOMPARE(desk.card(0, CardRole::SectionRole).value<Section>(), Section::Active);
    QCOMPARE(desk.session->current()->contactName(), QStringLiteral("Maria"));
    QVERIFY(desk.session->offers().entries().empty());
}

void tst_DeskSession::anOfferThatIsGoneIsToldAndRemoved()
{
    auto desk = free();
    QSignalSpy noticed(desk.session.get(), &DeskSession::noticed);
    QSignalSpy refused(desk.session.get(), &DeskSession::refused);
    const auto offered = talk(company::maria, "Maria");
    desk.link->tells(protocol::InteractionOffered{offered, {}, 30'000});
    desk.link->tells(protocol::OfferRevoked{company::maria, "customer_left"});
    QCOMPARE(desk.session->interactions().rowCount(), 0);
    QCOMPARE(noticed.size(), 1);
    desk.link->tells(protocol::InteractionOffered{offered, {}, 30'000});
    desk.session->offers().accept(company::maria);
    desk.link->answers<protocol::InteractionAccept>(failure(Reason::WrongState, "gone"));
    QCOMPARE(refused.size(), 1);
    QVERIFY(desk.session->offers().entries().empty());
}

void tst_DeskSession::anOfferRunsOnThisMachinesClock()
{
    auto desk = free();
    desk.link->tells(protocol::InteractionOffered{talk(company::maria, "Maria"),
                                                  m_clock.now().utc - 5h, 30'000});
    m_clock.advance(12s);
    const auto &offer = desk.session->offers().entries().front();
    QCOMPARE(desk.session->offers().timeLeft(offer).count(), 18'000);
}

void tst_DeskSession::countsUnreadOnlyWhereNobodyLooks()
{
    auto desk = busy();
    desk.session->setCurrent(company::maria);
    says(desk, company::maria, 3, 1, "are you there?");
    says(desk, company::jonas, 2, 1, "hello");
    says(desk, company::jonas, 3, 1, "hello?");
    QCOMPARE(desk.session->conversation(company::maria)->unread(), 0);
    QCOMPARE(desk.session->conversation(company::jonas)->unread(), 2);
    desk.session->setLookedAt(false);
    says(desk, company::maria, 4, 1, "?");
    QCOMPARE(desk.session->conversation(company::maria)->unread(), 1);
    desk.session->setCurrent(company::jonas);
    desk.session->setLookedAt(true);
    QCOMPARE(desk.session->conversation(company::jonas)->unread(), 0);
    const auto *lines = desk.session->conversation(company::jonas)->transcript();
    QVERIFY(lines->row(2).kind == TranscriptRow::Kind::New);
    QCOMPARE(lines->row(3).text, QStringLiteral("hello"));
}

void tst_DeskSession::showsHowLongTheCustomerWaits()
{
    auto desk = busy();
    says(desk, company::jonas, 2, 1, "hello");
    m_clock.advance(41s);
    says(desk, company::jonas, 3, 1, "hello?");
    const int row = desk.session->interactions().rowOf(company::jonas);
    QCOMPARE(desk.card(row, CardRole::PendingMsRole).toLongLong(), 41'000);
    QVERIFY(desk.card(row, Qt::AccessibleTextRole).toString().contains(QLatin1String("41")));
    says(desk, company::jonas, 4, 2, "I am here");
    QVERIFY(!desk.card(row, CardRole::PendingMsRole).isValid());
    QCOMPARE(desk.card(row, CardRole::LineRole).toString(), QStringLiteral("You: I am here"));
}

void tst_DeskSession::movesTheCardToAfterWorkWhenTheChatEnds()
{
    auto desk = busy();
    const QAbstractItemModelTester tester(&desk.session->interactions());
    QCOMPARE(desk.session->agent().channels().front().active, 2);
    desk.session->setCurrent(company::maria);
    auto ended = talk(company::maria, "Maria");
    ended.state = InteractionState::AfterContactWork;
    ended.endedAt = m_clock.now().utc;
    desk.link->tells(protocol::InteractionChanged{ended});
    QCOMPARE(desk.card(1, CardRole::ContactRole).toString(), QStringLiteral("Maria"));
    QCOMPARE(desk.card(1, CardRole::SectionRole).value<Section>(), Section::AfterWork);
    QVERIFY(!desk.session->current()->isOpen());
    QCOMPARE(desk.session->agent().channels().front().active, 2);
    desk.session->markDone(company::maria);
    QCOMPARE(desk.link->count<protocol::InteractionMarkDone>(), 1);
    desk.link->tells(protocol::InteractionRemoved{company::maria, "done"});
    QCOMPARE(desk.session->interactions().rowCount(), 1);
    QCOMPARE(desk.session->agent().channels().front().active, 1);
    QCOMPARE(desk.session->current()->contactName(), QStringLiteral("Jonas"));
}

void tst_DeskSession::fetchesWhatIsMissing()
{
    auto desk = busy();
    says(desk, company::maria, 5, 1, "five");
    QCOMPARE(desk.link->next<protocol::ChatTranscript>()->from.value(), 3);
    desk.link->answers<protocol::ChatTranscript>(
        protocol::ChatTranscriptReply{{company::says(3, 1, "three", m_clock.now().utc),
                                       company::says(4, 1, "four", m_clock.now().utc)},
                                      5});
    const auto &events = desk.session->conversation(company::maria)->transcript()->events();
    QCOMPARE(events.size(), 5u);
    QCOMPARE(desk.link->count<protocol::ChatTranscript>(), 0);
}

void tst_DeskSession::fetchesTheBeginningOfALongConversation()
{
    auto welcome = company::welcome(m_clock.now().utc);
    welcome.snapshot.interactions = {
        {talk(company::maria, "Maria"), {company::says(70, 1, "x", m_clock.now().utc)}}};
    Desk desk(welcome, m_clock);
    QCOMPARE(desk.link->next<protocol::ChatTranscript>()->from.value(), 1);
}

void tst_DeskSession::fetchesTheConversationWhoseAcceptanceWasNeverAnswered()
{
    auto desk = free();
    desk.link->tells(protocol::InteractionOffered{talk(company::maria, "Maria"), {}, 30'000});
    desk.session->offers().accept(company::maria);
    desk.link->breaks();
    desk.link->returns();
    // What happened meanwhile is replayed: it was accepted.
    desk.link->tells(protocol::InteractionChanged{talk(company::maria, "Maria")});
    QVERIFY(desk.link->next<protocol::ChatTranscript>());
    desk.link->answers<protocol::ChatTranscript>(
        protocol::ChatTranscriptReply{{company::says(1, 1, "Hi", m_clock.now().utc)}, 2});
    QCOMPARE(desk.session->conversation(company::maria)->transcript()->lastIndex(), 1);
}

void tst_DeskSession::fetchesWhatWasNotAnsweredBeforeTheConnectionWasLost()
{
    auto desk = free();
    desk.link->tells(protocol::InteractionChanged{talk(company::maria, "Maria")});
    QCOMPARE(desk.link->count<protocol::ChatTranscript>(), 1);
    desk.link->breaks();
    desk.link->returns();
    QCOMPARE(desk.link->count<protocol::ChatTranscript>(), 1);
}

void tst_DeskSession::aSnapshotReplacesAll()
{
    auto desk = busy();
    protocol::Snapshot snapshot = company::welcome(m_clock.now().utc).snapshot;
    snapshot.agent.state = AgentState::NotReady;
    snapshot.interactions = {{talk(company::jonas, "Jonas"),
                              {company::joins(1, 1, m_clock.now().utc),
                               company::says(2, 1, "back", m_clock.now().utc)}}};
    desk.link->sendsSnapshot(snapshot);
    QCOMPARE(desk.session->interactions().rowCount(), 1);
    QVERIFY(!desk.session->conversation(company::maria));
    QCOMPARE(desk.session->conversation(company::jonas)->transcript()->lastIndex(), 2);
    QVERIFY(desk.session->agent().state() == AgentState::NotReady);
}

void tst_DeskSession::showsTypingUntilAMessageComes()
{
    auto desk = busy();
    auto *maria = desk.session->conversation(company::maria);
    auto typing = company::says(0, 1, "", m_clock.now().utc);
    typing.index.reset();
    typing.type = ChatEventType::TypingStarted;
    desk.link->tells(protocol::ChatEventHappened{company::maria, typing});
    QCOMPARE(maria->typing(), QStringList{QStringLiteral("Maria")});
    says(desk, company::maria, 3, 1, "there");
    QVERIFY(maria->typing().isEmpty());
}

void tst_DeskSession::showsWhatTheCustomerTypesWhereItIsTold()
{
    auto desk = busy();
    auto typing = company::says(0, 1, "Where is\nmy", m_clock.now().utc);
    typing.index.reset();
    typing.type = ChatEventType::TypingStarted;
    desk.link->tells(protocol::ChatEventHappened{company::maria, typing});
    const auto *maria = desk.session->conversation(company::maria);
    QCOMPARE(maria->preview(), QStringLiteral("Where is my"));
    says(desk, company::maria, 3, 1, "Where is my parcel?");
    QVERIFY(maria->preview().isEmpty());
}

void tst_DeskSession::tellsAsReadWhatSomebodyLooksAt()
{
    auto desk = busy();
    using Receipt = protocol::ChatReadReceipt;
    const auto told = [&] {
        std::vector<int> indexes;
        for (const auto &asked : desk.link->asked()) {
            if (const auto *receipt = asked.params.find<Receipt>();
                receipt && receipt->interactionId == company::jonas)
                indexes.push_back(receipt->index);
        }
        return indexes;
    };
    desk.session->setCurrent(company::maria);
    says(desk, company::jonas, 2, 1, "hello");
    QCOMPARE(told(), std::vector<int>{});
    desk.session->setLookedAt(false);
    desk.session->setCurrent(company::jonas);
    QCOMPARE(told(), std::vector<int>{});
    desk.session->setLookedAt(true);
    QCOMPARE(told(), std::vector<int>{2});
    says(desk, company::jonas, 3, 2, "good morning");
    says(desk, company::jonas, 4, 1, "and now?");
    QCOMPARE(told(), (std::vector<int>{2, 4}));
}

void tst_DeskSession::marksOwnMessagesThatTheCustomerHasRead()
{
    auto desk = busy();
    const auto *lines = desk.session->conversation(company::maria)->transcript();
    const auto last = [&] { return lines->row(lines->rowCount() - 1).delivery; };
    says(desk, company::maria, 3, 2, "good morning");
    QVERIFY(last() == TranscriptRow::Delivery::Sent);
    desk.link->tells(protocol::ChatRead{company::maria, 2, 3}); // a colleague's, or the own
    QVERIFY(last() == TranscriptRow::Delivery::Sent);
    desk.link->tells(protocol::ChatRead{company::maria, 1, 3});
    QVERIFY(last() == TranscriptRow::Delivery::Read);
    says(desk, company::maria, 4, 2, "how can I help?");
    QVERIFY(last() == TranscriptRow::Delivery::Sent);
}

void tst_DeskSession::dropsWhatIsNoLongerTheAgents()
{
    auto desk = busy();
    desk.session->send(company::maria, QStringLiteral("too late"), Audience::Everyone);
    desk.link->tells(protocol::InteractionRemoved{company::maria, "transferred"});
    QVERIFY(desk.session->outbox().isEmpty());
    QVERIFY(!desk.session->conversation(company::maria));
}

void tst_DeskSession::tellsWhatIsRefused()
{
    auto desk = busy();
    QSignalSpy refused(desk.session.get(), &DeskSession::refused);
    desk.session->transfer(company::maria, {company::bob, {}, {}}, QStringLiteral(" please "));
    QCOMPARE(desk.link->next<protocol::InteractionTransfer>()->note.value(), std::string("please"));
    desk.link->answers<protocol::InteractionTransfer>(failure(Reason::NotFound, "nobody"));
    desk.session->endChat(company::maria);
    desk.link->breaks();
    QCOMPARE(refused.size(), 2);
}

void tst_DeskSession::listsFreeColleaguesFirst()
{
    auto desk = free();
    auto &team = desk.session->team();
    const QAbstractItemModelTester tester(&team);
    team.refresh();
    QCOMPARE(team.loading(), TeamModel::Loading::Busy);
    const auto agent = [](std::uint64_t id, const char *name, AgentState state, int active) {
        return protocol::AgentStatus{AgentId{id}, "", name, state,
                                     {},          {}, true, {{"chat", active, 2}}};
    };
    desk.link->answers<protocol::AgentList>(protocol::AgentListReply{
        {agent(11, "Alice", AgentState::Ready, 0), agent(20, "Ada", AgentState::NotReady, 0),
         agent(21, "Bea", AgentState::Ready, 2), agent(22, "Zoe", AgentState::Ready, 1)}});
    QCOMPARE(team.rowCount(), 3); // not oneself
    QCOMPARE(team.index(0).data(TeamModel::NameRole).toString(), QStringLiteral("Zoe"));
    QVERIFY(!team.index(1).data(TeamModel::CanTakeRole).toBool());
    team.refresh();
    desk.link->breaks();
    QCOMPARE(team.loading(), TeamModel::Loading::Failed);
}

void tst_DeskSession::showsCaseDataWithoutTechnicalKeys()
{
    auto interaction = talk(company::maria, "Maria");
    interaction.attachedData = {{"_genesys_pageTitle", "<b>Track</b>"},
                                {"_genesys_url", "https://shop.example/track"},
                                {"_genesys_browser", "Firefox"},
                                {"TimeZone", "60"},
                                {"orderNumber", "SO-1"}};
    const auto fields = caseFields(interaction);
    QStringList lines;
    for (const auto &field : fields)
        lines += field.label + QLatin1Char('=') + field.value;
    QCOMPARE(lines,
             QStringList({QStringLiteral("Subject=Order never arrived"),
                          QStringLiteral("Page=<b>Track</b>"),
                          QStringLiteral("Address=https://shop.example/track"),
                          QStringLiteral("Waited=0 s"), QStringLiteral("Order number=SO-1")}));
    QCOMPARE(fields.back().key, QStringLiteral("orderNumber"));
    QVERIFY(fields.front().key.isEmpty());
}

QTEST_GUILESS_MAIN(tst_DeskSession)
#include "tst_desksession.moc"
