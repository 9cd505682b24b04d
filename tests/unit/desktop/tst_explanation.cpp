// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"
#include "models/directory.h"
#include "models/explanation.h"
#include "models/queuesmodel.h"
#include "scriptedlink.h"

#include <QTest>

using namespace tandem;
using protocol::DecisionKind;
using protocol::Verdict;

// Decisions of the routing in words that people understand.
class tst_Explanation : public QObject
{
    Q_OBJECT

    company::TestClock m_clock;
    ScriptedLink m_link;
    Directory m_directory{m_link};
    QueuesModel m_queues{m_link, "alice"};

    protocol::RoutingDecision decision(DecisionKind kind) const
    {
        protocol::RoutingDecision made;
        made.time = m_clock.now().utc;
        made.kind = kind;
        made.queueId = "support";
        made.step = 1;
        made.targets = {"german >= 3"};
        made.waitMs = 12'000;
        return made;
    }
    protocol::RoutingDecision offered() const
    {
        auto made = decision(DecisionKind::Offered);
        made.agentId = company::bob;
        made.candidates = {{company::bob, "bob", Verdict::Chosen, 9.5, 240'000, 1},
                           {company::alice, "alice", Verdict::Candidate, 4, 60'000, 1},
                           {AgentId{30}, "zoe", Verdict::HasRefused, {}, {}, {}}};
        made.counts = {{"chosen", 1}, {"candidate", 2}, {"has_refused", 1}, {"not_targeted", 12}};
        return made;
    }
    ExplainedDecision explained(protocol::RoutingDecision decision)
    {
        Explanation explanation(m_link, m_directory, m_queues);
        explanation.load(company::maria);
        m_link.answers<protocol::InteractionExplain>(
            protocol::ExplainReply{company::maria, {std::move(decision)}});
        return explanation.decisions().front();
    }

private slots:
    void initTestCase();
    void saysWhoWasChosenAndWhy_data();
    void saysWhoWasChosenAndWhy();
    void saysWhatEachAgentHadAndWhoElseThereWas();
    void saysThatOneWasTheOnlyOne();
    void saysWhatHappenedOtherwise_data();
    void saysWhatHappenedOtherwise();
    void callsEveryVerdictByAName();
    void callsByCodeWhatItDoesNotKnow();
    void saysWhyThereIsNothing();
    void anAnswerThatComesTooLateHarmsNothing();
};

void tst_Explanation::initTestCase()
{
    const auto agent = [](AgentId id, const char *user, const char *name) {
        protocol::AgentStatus status;
        status.id = id;
        status.userName = user;
        status.name = name;
        return status;
    };
    m_directory.setAgents({agent(company::alice, "alice", "Alice Lindqvist"),
                           agent(company::bob, "bob", "Bob Okafor")});
    m_queues.refresh();
    m_link.answers<protocol::QueueList>(protocol::QueueListReply{
        {{"support", "Support", 0, 0, {}, {}}, {"billing", "Billing", 0, 0, {}, {}}}});
    m_link.answers<protocol::WorkbinList>(protocol::WorkbinListReply{});
}

void tst_Explanation::saysWhoWasChosenAndWhy_data()
{
    QTest::addColumn<int>("selection");
    QTest::addColumn<QString>("why");
    const auto row = [](protocol::Selection selection, const char *why) {
        QTest::newRow(why) << static_cast<int>(selection) << QString::fromLatin1(why);
    };
    row(protocol::Selection::LongestIdle, "least in hand and was idle longest");
    row(protocol::Selection::LeastLoaded, "least of the capacity in use");
    row(protocol::Selection::BestSkill, "highest levels of the skills");
    row(protocol::Selection::Share, "furthest below the share");
}

void tst_Explanation::saysWhoWasChosenAndWhy()
{
    QFETCH(int, selection);
    QFETCH(QString, why);
    auto made = offered();
    made.selection = static_cast<protocol::Selection>(selection);
    made.ahead = 2;
    made.siteVersion = 7;
    const auto words = explained(made);
    QCOMPARE(words.headline, QStringLiteral("Offered to Bob Okafor"));
    QVERIFY2(words.reason.contains(why) && words.reason.contains(QLatin1String("Of 3")),
             qPrintable(words.reason));
    QCOMPARE(words.where, QStringLiteral("Support · step 1 · asks for german >= 3 · waited 12 s · "
                                         "2 ahead of it · set-up 7"));
}

void tst_Explanation::saysWhatEachAgentHadAndWhoElseThereWas()
{
    const auto words = explained(offered());
    QCOMPARE(words.candidates.size(), 3u);
    QCOMPARE(words.candidates[0].name, QStringLiteral("Bob Okafor"));
    QCOMPARE(words.candidates[0].words, QStringLiteral("Chosen"));
    QCOMPARE(words.candidates[0].detail, QStringLiteral("idle for 4 min · 1 in hand · score 9.5"));
    QCOMPARE(words.candidates[2].words, QStringLiteral("Had refused it"));
    QCOMPARE(words.candidates[2].detail, QString());
    QCOMPARE(words.others, QStringLiteral("1 had refused it · 12 not asked for"));
}

void tst_Explanation::saysThatOneWasTheOnlyOne()
{
    auto made = offered();
    made.counts = {{"chosen", 1}, {"no_room", 4}};
    QCOMPARE(explained(made).reason, QStringLiteral("Bob Okafor was the only one who could take "
                                                    "it."));
}

void tst_Explanation::saysWhatHappenedOtherwise_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("reason");
    const auto row = [](DecisionKind kind, const char *headline, const char *reason) {
        QTest::newRow(headline) << static_cast<int>(kind) << QString::fromLatin1(headline)
                                << QString::fromLatin1(reason);
    };
    row(DecisionKind::Waits, "Waits: nobody could take it", "nobody was free");
    row(DecisionKind::Widened, "Step 1 was reached", "After 12 s of waiting");
    row(DecisionKind::Overflowed, "Moved on to Billing", "waited 12 s in Support");
    row(DecisionKind::Treated, "Treated by the rules of the queue", "closed until Monday");
    row(DecisionKind::Transferred, "Put into Billing by hand", "closed until Monday");
}

void tst_Explanation::saysWhatHappenedOtherwise()
{
    QFETCH(int, kind);
    QFETCH(QString, headline);
    QFETCH(QString, reason);
    auto made = decision(static_cast<DecisionKind>(kind));
    made.toQueueId = "billing";
    made.text = "closed until Monday";
    const auto words = explained(made);
    QCOMPARE(words.headline, headline);
    QVERIFY2(words.reason.contains(reason), qPrintable(words.reason));
}

void tst_Explanation::callsEveryVerdictByAName()
{
    QStringList names;
    for (std::size_t i = 0; i < protocol::namesOf(Verdict{}).size(); ++i)
        names += Explanation::verdictText(static_cast<Verdict>(i));
    QVERIFY(!names.contains(QString()));
    QCOMPARE(names.removeDuplicates(), 0);
}

void tst_Explanation::callsByCodeWhatItDoesNotKnow()
{
    auto made = offered();
    made.agentId = AgentId{30};
    made.queueId = "night";
    const auto words = explained(made);
    QCOMPARE(words.headline, QStringLiteral("Offered to zoe"));
    QVERIFY(words.where.startsWith(QStringLiteral("night · ")));
}

void tst_Explanation::saysWhyThereIsNothing()
{
    Explanation explanation(m_link, m_directory, m_queues);
    explanation.load(company::maria);
    QCOMPARE(explanation.loading(), Explanation::Loading::Busy);
    m_link.answers<protocol::InteractionExplain>(failure(Reason::NotPermitted, "no"));
    QCOMPARE(explanation.loading(), Explanation::Loading::NotPermitted);
    explanation.load(company::maria);
    m_link.breaks();
    QCOMPARE(explanation.loading(), Explanation::Loading::Failed);
    QVERIFY(explanation.decisions().empty());
}

void tst_Explanation::anAnswerThatComesTooLateHarmsNothing()
{
    auto closed = std::make_unique<Explanation>(m_link, m_directory, m_queues);
    closed->load(company::maria);
    closed.reset();
    m_link.answers<protocol::InteractionExplain>(protocol::ExplainReply{company::maria, {}});
    QCOMPARE(m_link.count<protocol::InteractionExplain>(), 0);
}

QTEST_GUILESS_MAIN(tst_Explanation)
#include "tst_explanation.moc"
