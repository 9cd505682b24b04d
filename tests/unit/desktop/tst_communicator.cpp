// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"
#include "models/communicatormodel.h"
#include "models/desksession.h"
#include "models/settings.h"
#include "models/textmatch.h"
#include "scriptedlink.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace tandem;
using Model = CommunicatorModel;

// Whom and what the command box finds.
class tst_Communicator : public QObject
{
    Q_OBJECT

    company::TestClock m_clock;

    struct Desk
    {
        explicit Desk(const Clock &clock, const protocol::Welcome &welcome) : settings(dir.path())
        {
            auto made = std::make_unique<ScriptedLink>();
            link = made.get();
            session = std::make_unique<DeskSession>(std::move(made), welcome, clock, QString());
            const auto agent = [](std::uint64_t id, const char *user, const char *name,
                                  AgentState state, int active) {
                return protocol::AgentStatus{AgentId{id}, user, name, state,
                                             {},          {},   true, {{"chat", active, 2}}};
            };
            link->answers<protocol::AgentList>(protocol::AgentListReply{
                {agent(11, "alice", "Alice Lindqvist", AgentState::Ready, 0),
                 agent(12, "bob", "Bob Okafor", AgentState::NotReady, 0),
                 agent(13, "lucia", "Lucía Fernández", AgentState::Ready, 1)}});
            session->queues().refresh();
            link->answers<protocol::QueueList>(protocol::QueueListReply{
                {{"sales", "Sales", 2, 1, {}, {}}, {"support", "Support", 0, 2, {}, {}}}});
            link->answers<protocol::WorkbinList>(protocol::WorkbinListReply{});
            link->answers<protocol::SiteNames>(
                protocol::SiteNamesReply{{{"lang_fr", "French"}}, {}, {}, {}, {}});
        }
        QTemporaryDir dir;
        Settings settings;
        ScriptedLink *link;
        std::unique_ptr<DeskSession> session;
    };

    Desk desk() const { return Desk(m_clock, company::welcome(m_clock.now().utc)); }
    static QStringList names(const Model &model)
    {
        QStringList list;
        for (int row = 0; row < model.rowCount(); ++row)
            list += model.index(row).data(Model::NameRole).toString();
        return list;
    }
    static QStringList list(std::initializer_list<const char *> words)
    {
        QStringList made;
        for (const auto *word : words)
            made += QString::fromUtf8(word);
        return made;
    }

private slots:
    void findsByBeginningsOfWordsWithoutAccents_data();
    void findsByBeginningsOfWordsWithoutAccents();
    void listsAgentsWhoAreFreeFirstThenQueuesAndSkills();
    void knowsWhoIsFreeForTheMediumOfTheConversation();
    void bringsFavouritesAndRecentOnesForward();
    void keepsFavouritesAndRecentOnesInTheSettings();
    void aBetterMatchComesFirst();
    void nobodyIsNothing();
    void theWholeBoxFindsConversationsAndCommandsToo();
};

void tst_Communicator::findsByBeginningsOfWordsWithoutAccents_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<bool>("isFound");
    QTest::addColumn<int>("rank");
    QTest::newRow("begins") << QStringLiteral("luc") << true << 0;
    QTest::newRow("large letters") << QStringLiteral("LUCIA") << true << 0;
    QTest::newRow("second word") << QStringLiteral("fernandez") << true << 1;
    QTest::newRow("two words") << QStringLiteral("lu fer") << true << 0;
    QTest::newRow("two words turned round") << QStringLiteral("fer lu") << true << 1;
    QTest::newRow("within") << QStringLiteral("ernan") << true << 2;
    QTest::newRow("user name") << QStringLiteral("lfz") << true << 3;
    QTest::newRow("one of two") << QStringLiteral("lucia bob") << false << 0;
    QTest::newRow("not") << QStringLiteral("bob") << false << 0;
}

void tst_Communicator::findsByBeginningsOfWordsWithoutAccents()
{
    QFETCH(QString, search);
    QFETCH(bool, isFound);
    QFETCH(int, rank);
    const auto found =
        textmatch::rank(search, QString::fromUtf8("Lucía Fernández"), QStringLiteral("lfz"));
    QCOMPARE(found.has_value(), isFound);
    if (found)
        QCOMPARE(*found, rank);
}

void tst_Communicator::listsAgentsWhoAreFreeFirstThenQueuesAndSkills()
{
    auto desk = this->desk();
    const Model model(*desk.session, desk.settings, Model::Extent::Targets);
    QCOMPARE(names(model), list({"Lucía Fernández", "Bob Okafor", "Sales", "Support", "French"}));
    const auto trailing = model.index(0).data(Model::TrailingRole).toString();
    QVERIFY2(trailing.startsWith(QStringLiteral("free · 1 of 2")), qPrintable(trailing));
    QVERIFY(!model.index(1).data(Model::CanTakeRole).toBool());
    QCOMPARE(model.index(2).data(Model::DetailRole).toString(), QStringLiteral("2 waiting"));
    QCOMPARE(model.targetAt(0).agentId.value(), AgentId{13});
    QCOMPARE(model.targetAt(2).queueId.value(), std::string("sales"));
    QCOMPARE(model.targetAt(4).skill.value(), std::string("lang_fr"));
    QVERIFY(model.index(2).data(Model::StartsSectionRole).toBool());
    QVERIFY(!model.index(3).data(Model::StartsSectionRole).toBool());
}

void tst_Communicator::knowsWhoIsFreeForTheMediumOfTheConversation()
{
    auto desk = this->desk();
    auto lucia = desk.session->team().agents().front();
    lucia.channels = {{"chat", 1, 2}, {"email", 1, 1}};
    desk.link->tells(protocol::AgentStateChanged{lucia, {}, {}});
    Model model(*desk.session, desk.settings, Model::Extent::Targets);
    const auto canTake = [&] {
        return model.index(model.rowOf(QStringLiteral("agent/lucia")))
            .data(Model::CanTakeRole)
            .toBool();
    };
    QVERIFY(canTake());
    model.setMedium("email");
    QVERIFY(!canTake());
    // A channel may have a state of its own.
    lucia.channels = {{"chat", 0, 2}, {"email", 0, 1, AgentState::NotReady, {}}};
    desk.link->tells(protocol::AgentStateChanged{lucia, {}, {}});
    QVERIFY(!canTake());
}

void tst_Communicator::bringsFavouritesAndRecentOnesForward()
{
    auto desk = this->desk();
    Model model(*desk.session, desk.settings, Model::Extent::Targets);
    const QAbstractItemModelTester tester(&model);
    model.toggleFavourite(model.rowOf(QStringLiteral("queue/support")));
    model.turnedTo(model.rowOf(QStringLiteral("agent/bob")));
    QCOMPARE(names(model), list({"Support", "Bob Okafor", "Lucía Fernández", "Sales", "French"}));
    QCOMPARE(model.index(0).data(Model::SectionRole).toInt(),
             static_cast<int>(Model::Section::Favourites));
    QCOMPARE(model.index(1).data(Model::SectionRole).toInt(),
             static_cast<int>(Model::Section::Recent));
    // Searching finds each once, in its own section.
    model.setSearch(QStringLiteral("bob"));
    QCOMPARE(names(model), list({"Bob Okafor"}));
    QCOMPARE(model.index(0).data(Model::SectionRole).toInt(),
             static_cast<int>(Model::Section::Agents));
    model.setSearch({});
    model.toggleFavourite(0);
    QCOMPARE(names(model).first(), QStringLiteral("Bob Okafor"));
}

void tst_Communicator::keepsFavouritesAndRecentOnesInTheSettings()
{
    const QTemporaryDir dir;
    {
        Settings settings(dir.path());
        settings.setFavourite(QStringLiteral("agent/bob"), true);
        settings.setFavourite(QStringLiteral("queue/sales"), true);
        settings.setFavourite(QStringLiteral("agent/bob"), false);
        for (int i = 0; i < 9; ++i)
            settings.addRecent(QStringLiteral("agent/%1").arg(i));
        settings.addRecent(QStringLiteral("agent/6"));
    }
    const Settings settings(dir.path());
    QCOMPARE(settings.favourites(), list({"queue/sales"}));
    QCOMPARE(settings.recents(), list({"agent/6", "agent/8", "agent/7", "agent/5", "agent/4"}));
}

void tst_Communicator::aBetterMatchComesFirst()
{
    auto desk = this->desk();
    Model model(*desk.session, desk.settings, Model::Extent::Targets);
    model.setSearch(QStringLiteral("o")); // begins a word of Bob's name, stands within no other
    QCOMPARE(names(model).first(), QStringLiteral("Bob Okafor"));
    model.setSearch(QStringLiteral("zzz"));
    QCOMPARE(model.rowCount(), 0);
}

void tst_Communicator::nobodyIsNothing()
{
    auto desk = this->desk();
    Model model(*desk.session, desk.settings, Model::Extent::Everything);
    QVERIFY(!model.isTarget(-1));
    QVERIFY(!model.targetAt(99).agentId);
    QVERIFY(!model.commandAt(-1));
    model.toggleFavourite(-1);
    model.turnedTo(99);
    QVERIFY(desk.settings.favourites().isEmpty() && desk.settings.recents().isEmpty());
}

void tst_Communicator::theWholeBoxFindsConversationsAndCommandsToo()
{
    auto welcome = company::welcome(m_clock.now().utc);
    welcome.snapshot.interactions = {
        {company::interaction(company::maria, "Maria", m_clock.now().utc), {}}};
    Desk desk(m_clock, welcome);
    Model model(*desk.session, desk.settings, Model::Extent::Everything);
    int done = 0;
    model.setCommands({{QStringLiteral("Mark done"), {}, [&] { ++done; }}});
    QCOMPARE(names(model).first(), QStringLiteral("Maria"));
    QCOMPARE(model.conversationAt(0), company::maria);
    QVERIFY(!model.isTarget(0));
    model.setSearch(QStringLiteral("done"));
    QCOMPARE(names(model), list({"Mark done"}));
    model.commandAt(0)();
    QCOMPARE(done, 1);
    // Whom to give a conversation to is not another conversation.
    const Model targets(*desk.session, desk.settings, Model::Extent::Targets);
    QVERIFY(!names(targets).contains(QLatin1String("Maria")));
}

QTEST_GUILESS_MAIN(tst_Communicator)
#include "tst_communicator.moc"
