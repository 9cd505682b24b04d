// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"
#include "models/desksession.h"
#include "scriptedlink.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tandem;
using namespace std::chrono_literals;
using CardRole = InteractionsModel::Role;
using Part = Conversation::Part;
using Section = InteractionsModel::Section;

// Bringing others in, putting aside and taking back, and channels of one's own.
class tst_Handover : public QObject
{
    Q_OBJECT

    company::TestClock m_clock;

    struct Desk
    {
        Desk(const protocol::Welcome &welcome, const Clock &clock)
        {
            auto made = std::make_unique<ScriptedLink>();
            link = made.get();
            session = std::make_unique<DeskSession>(std::move(made), welcome, clock, QString());
            protocol::AgentStatus bob;
            bob.id = company::bob;
            bob.userName = "bob";
            bob.name = "Bob";
            link->answers<protocol::AgentList>(protocol::AgentListReply{{bob}});
            link->answers<protocol::InteractionList>(protocol::InteractionListReply{});
        }
        QVariant card(int row, int role) const
        {
            return session->interactions().index(row).data(role);
        }
        ScriptedLink *link;
        std::unique_ptr<DeskSession> session;
    };

    protocol::Interaction maria() const
    {
        return company::interaction(company::maria, "Maria", m_clock.now().utc);
    }
    Desk free() const { return Desk(company::welcome(m_clock.now().utc), m_clock); }
    Desk withMaria() const
    {
        auto welcome = company::welcome(m_clock.now().utc);
        welcome.snapshot.interactions = {{maria(), {}}};
        return Desk(welcome, m_clock);
    }

private slots:
    void anOfferSaysWhoOffersItAndWhy_data();
    void anOfferSaysWhoOffersItAndWhy();
    void transfersToAgentQueueAndSkill();
    void whoAsksSeesWhetherTheOtherHasCome();
    void whoIsAskedWritesToAgentsOnly();
    void anAskedAgentHasItOnlyAfterAccepting();
    void aMemberOfAConferenceIsInIt();
    void parksIntoAWorkbinUntilATime();
    void parkedOnesStandBelowTheOthers();
    void takesBackWhatWasParked();
    void whatCannotBeTakenIsTold();
    void eachChannelHasItsState();
    void allChannelsAreSetAtOnce();
    void newReasonsAreThereWithoutSigningInAnew();
};

void tst_Handover::anOfferSaysWhoOffersItAndWhy_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("title");
    const auto row = [](protocol::OfferKind kind, const char *title) {
        QTest::newRow(title) << static_cast<int>(kind) << QString::fromUtf8(title);
    };
    row(protocol::OfferKind::Queue, "New chat · Support");
    row(protocol::OfferKind::Transfer, "Transfer from Bob · Support");
    row(protocol::OfferKind::Consult, "Bob asks for your advice · Support");
    row(protocol::OfferKind::Conference, "Bob asks you to join · Support");
}

void tst_Handover::anOfferSaysWhoOffersItAndWhy()
{
    QFETCH(int, kind);
    QFETCH(QString, title);
    auto desk = free();
    auto offered = maria();
    offered.agentId = company::bob;
    desk.link->tells(protocol::InteractionOffered{
        offered, {}, 30'000, static_cast<protocol::OfferKind>(kind), company::bob});
    const auto &offers = desk.session->offers();
    QCOMPARE(offers.title(offers.entries().front()), title);
    // Somebody whom nobody has told of is a colleague still.
    auto stranger = offers.entries().front();
    stranger.from = AgentId{99};
    QVERIFY(!offers.title(stranger).contains(QLatin1String("Bob")));
}

void tst_Handover::transfersToAgentQueueAndSkill()
{
    auto desk = withMaria();
    desk.session->transfer(company::maria, {company::bob, {}, {}}, QStringLiteral(" hurry "));
    const auto *first = desk.link->next<protocol::InteractionTransfer>();
    QCOMPARE(first->target.agentId.value(), company::bob);
    QCOMPARE(first->note.value(), std::string("hurry"));
    desk.link->answers<protocol::InteractionTransfer>(maria());
    desk.session->transfer(company::maria, {{}, "sales", {}}, {});
    QCOMPARE(desk.link->next<protocol::InteractionTransfer>()->target.queueId.value(),
             std::string("sales"));
    QVERIFY(!desk.link->next<protocol::InteractionTransfer>()->note);
    desk.link->answers<protocol::InteractionTransfer>(maria());
    desk.session->conference(company::maria, {{}, {}, "german"}, {});
    QCOMPARE(desk.link->next<protocol::InteractionConference>()->target.skill.value(),
             std::string("german"));
}

void tst_Handover::whoAsksSeesWhetherTheOtherHasCome()
{
    auto desk = withMaria();
    const auto *conversation = desk.session->conversation(company::maria);
    desk.session->consult(company::maria, {company::bob, {}, {}}, {});
    auto asked = maria();
    asked.consultedId = company::bob;
    desk.link->answers<protocol::InteractionConsult>(asked);
    QCOMPARE(conversation->consulted().value(), company::bob);
    QVERIFY(!conversation->hasConsultedCome());
    QCOMPARE(conversation->part(), Part::Owner);
    asked.state = InteractionState::Consulting;
    desk.link->tells(protocol::InteractionChanged{asked});
    QVERIFY(conversation->hasConsultedCome() && conversation->isOpen());
    desk.session->endConsult(company::maria);
    QCOMPARE(desk.link->count<protocol::InteractionCancelConsult>(), 1);
    desk.link->tells(protocol::InteractionChanged{maria()});
    QVERIFY(!conversation->consulted());
}

void tst_Handover::whoIsAskedWritesToAgentsOnly()
{
    auto desk = free();
    auto asked = maria();
    asked.agentId = company::bob;
    asked.consultedId = company::alice;
    desk.link->tells(protocol::InteractionOffered{
        asked, {}, 30'000, protocol::OfferKind::Consult, company::bob});
    desk.session->offers().accept(company::maria);
    asked.state = InteractionState::Consulting;
    desk.link->answers<protocol::InteractionAccept>(protocol::OwnInteraction{asked, {}});
    const auto *conversation = desk.session->current();
    QVERIFY(conversation);
    QCOMPARE(conversation->part(), Part::Consulted);
    QVERIFY(desk.card(0, CardRole::DetailRole).toString().contains(QLatin1String("advice")));
    desk.link->tells(protocol::InteractionRemoved{company::maria, "consult_ended"});
    QVERIFY(!desk.session->current());
}

void tst_Handover::anAskedAgentHasItOnlyAfterAccepting()
{
    auto desk = free();
    auto asked = maria();
    asked.agentId = company::bob;
    asked.consultedId = company::alice;
    desk.link->tells(protocol::InteractionChanged{asked});
    QVERIFY(!desk.session->conversation(company::maria));
}

void tst_Handover::aMemberOfAConferenceIsInIt()
{
    auto desk = free();
    auto joined = maria();
    joined.agentId = company::bob;
    joined.memberIds = {company::alice};
    desk.link->tells(protocol::InteractionChanged{joined});
    const auto *conversation = desk.session->conversation(company::maria);
    QVERIFY(conversation && conversation->isOpen());
    QCOMPARE(conversation->part(), Part::Member);
    QVERIFY(desk.card(0, CardRole::DetailRole).toString().contains(QLatin1String("conference")));
}

void tst_Handover::parksIntoAWorkbinUntilATime()
{
    auto desk = withMaria();
    QSignalSpy noticed(desk.session.get(), &DeskSession::noticed);
    const auto at = m_clock.now().utc + 2h;
    desk.session->park(company::maria, "group/night", at, QStringLiteral("waits for the carrier"));
    const auto *request = desk.link->next<protocol::InteractionPark>();
    QCOMPARE(request->workbin.value(), std::string("group/night"));
    QVERIFY(request->returnAt == at);
    QCOMPARE(request->note.value(), std::string("waits for the carrier"));
    auto parked = maria();
    parked.state = InteractionState::Parked;
    parked.agentId.reset();
    parked.returnAt = at;
    desk.link->tells(protocol::InteractionRemoved{company::maria, "parked"});
    desk.link->answers<protocol::InteractionPark>(parked);
    QVERIFY(!desk.session->conversation(company::maria));
    QCOMPARE(noticed.size(), 1);
    desk.session->park(company::maria, {}, {}, {});
    QVERIFY(!desk.link->next<protocol::InteractionPark>()->workbin);
}

void tst_Handover::parkedOnesStandBelowTheOthers()
{
    auto desk = withMaria();
    const QAbstractItemModelTester tester(&desk.session->interactions());
    desk.session->workbin().refresh();
    QCOMPARE(desk.link->next<protocol::InteractionList>()->workbinId.value(),
             std::string("agent/alice"));
    auto parked = company::interaction(company::jonas, "Jonas", m_clock.now().utc);
    parked.state = InteractionState::Parked;
    parked.agentId.reset();
    desk.link->answers<protocol::InteractionList>(protocol::InteractionListReply{{parked}, {}});
    QCOMPARE(desk.card(1, CardRole::ContactRole).toString(), QStringLiteral("Jonas"));
    QCOMPARE(desk.card(1, CardRole::SectionRole).value<Section>(), Section::Parked);
    QVERIFY(!desk.card(1, Qt::AccessibleTextRole).toString().isEmpty());
    QCOMPARE(desk.session->agent().channels().front().active, 1); // it takes no room
    desk.session->workbin().refresh();
    desk.link->answers<protocol::InteractionList>(protocol::InteractionListReply{});
    QCOMPARE(desk.session->interactions().rowCount(), 1);
}

void tst_Handover::takesBackWhatWasParked()
{
    auto desk = free();
    auto parked = maria();
    parked.state = InteractionState::Parked;
    parked.agentId.reset();
    desk.session->workbin().refresh();
    desk.link->answers<protocol::InteractionList>(protocol::InteractionListReply{{parked}, {}});
    const QAbstractItemModelTester tester(&desk.session->interactions());
    QSignalSpy pulled(desk.session.get(), &DeskSession::pulled);
    desk.session->pull(company::maria);
    desk.link->tells(protocol::InteractionChanged{maria()});
    desk.link->answers<protocol::InteractionPull>(protocol::OwnInteraction{maria(), {}});
    QCOMPARE(pulled.size(), 1);
    QCOMPARE(desk.session->current()->id(), company::maria);
    QCOMPARE(desk.session->interactions().rowCount(), 1);
    QCOMPARE(desk.card(0, CardRole::SectionRole).value<Section>(), Section::Active);
    // The list of before is still on its way.
    desk.link->answers<protocol::InteractionList>(protocol::InteractionListReply{{parked}, {}});
    QCOMPARE(desk.card(0, CardRole::SectionRole).value<Section>(), Section::Active);
}

void tst_Handover::whatCannotBeTakenIsTold()
{
    auto desk = free();
    QSignalSpy refused(desk.session.get(), &DeskSession::refused);
    QSignalSpy pulled(desk.session.get(), &DeskSession::pulled);
    desk.session->pull(company::maria);
    desk.link->answers<protocol::InteractionPull>(failure(Reason::Conflict, "taken"));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(pulled.size(), 0);
}

void tst_Handover::eachChannelHasItsState()
{
    auto desk = free();
    auto &agent = desk.session->agent();
    auto status = company::welcome(m_clock.now().utc).snapshot.agent;
    status.channels = {{"chat", 1, 3}, {"email", 0, 2, AgentState::NotReady, "lunch"}};
    desk.link->tells(protocol::AgentStateChanged{status, {}, {}});
    QVERIFY(agent.isMixed());
    QCOMPARE(agent.textOf(agent.channels()[0]), QStringLiteral("Ready"));
    QCOMPARE(agent.textOf(agent.channels()[1]), QStringLiteral("Not ready · Lunch"));
    agent.askChannelState("email", AgentState::NotReady, "lunch"); // so it is
    QCOMPARE(desk.link->count<protocol::AgentSetState>(), 0);
    agent.askChannelState("email", AgentState::Ready);
    const auto *request = desk.link->next<protocol::AgentSetState>();
    QCOMPARE(request->channel.value(), std::string("email"));
    QVERIFY(request->state == AgentState::Ready && !request->reason);
}

void tst_Handover::allChannelsAreSetAtOnce()
{
    auto desk = free();
    auto &agent = desk.session->agent();
    agent.askState(AgentState::Ready); // all are
    QCOMPARE(desk.link->count<protocol::AgentSetState>(), 0);
    auto status = company::welcome(m_clock.now().utc).snapshot.agent;
    status.channels = {{"chat", 1, 3}, {"email", 0, 2, AgentState::NotReady, {}}};
    desk.link->tells(protocol::AgentStateChanged{status, {}, {}});
    agent.askState(AgentState::Ready); // one is not
    QVERIFY(!desk.link->next<protocol::AgentSetState>()->channel);
}

void tst_Handover::newReasonsAreThereWithoutSigningInAnew()
{
    auto desk = free();
    desk.link->answers<protocol::SiteNames>(failure(Reason::NotFound, "an older server"));
    QCOMPARE(desk.session->agent().reasons().size(), 1u); // as at sign-in
    desk.link->tells(protocol::SiteChanged{2});
    desk.link->answers<protocol::SiteNames>(
        protocol::SiteNamesReply{{},
                                 {{"fax", "Telefax"}},
                                 {},
                                 {{"lunch", "Lunch"}, {"training", "Training"}},
                                 {{"solved", "Solved"}, {"spam", "Spam"}}});
    QCOMPARE(desk.session->agent().reasons().size(), 2u);
    QCOMPARE(desk.session->agent().dispositions().size(), 2u);
    QCOMPARE(desk.session->directory().medium("fax"), QStringLiteral("Telefax"));
    QCOMPARE(desk.session->directory().medium("telex"), QStringLiteral("telex"));
}

QTEST_GUILESS_MAIN(tst_Handover)
#include "tst_handover.moc"
