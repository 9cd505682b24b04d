// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "sitescript.h"

using namespace tandem;
using protocol::SiteKind;
using Standing = SiteDraft::Standing;

class tst_SiteDraft : public QObject
{
    Q_OBJECT

private slots:
    void sendsOnlyWhatWasChangedWithTheVersionSeen();
    void anEditTakenBackIsNoEdit();
    void putsProblemsWhereTheServerNamesThem_data();
    void putsProblemsWhereTheServerNamesThem();
    void anAnswerToAnOlderStateDoesNotCount();
    void readsExpressionsAsTheyAreTyped();
    void newOnesNeedAnIdThatIsFree();
    void aConflictShowsTheNewerStateAndKeepsMine();
    void editsElsewhereSurviveAChangeByOthers();
    void whatOthersRemovedCanBeMadeAnew();
    void theSameChangeByBothIsNoConflict();
    void removingTellsWhatRefersToIt();
    void renamingANewOneRenamesWhatRefersToIt();
    void newAccountsGetTheirPasswordOnceTheyAreThere();
    void editsSurviveALostConnection();
    void aRefusalLeavesTheEdits();
    void discardingLeavesTheSiteAsItIs();
};

void tst_SiteDraft::sendsOnlyWhatWasChangedWithTheVersionSeen()
{
    Office office;
    office.sets(SiteKind::Queue, "support", "thresholdMs", 30'000);
    office.sets(SiteKind::Rules, "rules", "missedOffers", 5);
    office.draft.remove(SiteKind::Agent, QStringLiteral("bob"));
    QCOMPARE(office.draft.changeCount(), 3);
    office.draft.apply();
    const auto *asked = office.link.next<protocol::AdminApply>();
    QVERIFY(asked);
    QVERIFY(!asked->dryRun);
    QCOMPARE(asked->version, std::int64_t(7));
    auto expected = smallSite().queues[0];
    expected.thresholdMs = 30'000;
    QCOMPARE(asked->put.queues, std::vector{expected});
    QCOMPARE(asked->put.rules->missedOffers, 5);
    QVERIFY(asked->put.agents.empty());
    QCOMPARE(asked->remove, (std::vector<protocol::SiteObjectRef>{{SiteKind::Agent, "bob"}}));
    QSignalSpy noticed(&office.draft, &SiteDraft::noticed);
    office.link.answers<protocol::AdminApply>(protocol::ApplyReply{8, 3, {}});
    QCOMPARE(office.draft.changeCount(), 0);
    QCOMPARE(noticed.size(), 1);
    QCOMPARE(office.standing(SiteKind::Queue, "support"), Standing::Same);
    QCOMPARE(office.value(SiteKind::Queue, "support")[QStringLiteral("thresholdMs")].toInt(),
             30'000);
}

void tst_SiteDraft::anEditTakenBackIsNoEdit()
{
    Office office;
    office.sets(SiteKind::Skill, "german", "name", QStringLiteral("Deutsch"));
    QCOMPARE(office.standing(SiteKind::Skill, "german"), Standing::Changed);
    office.sets(SiteKind::Skill, "german", "name", QStringLiteral("German"));
    QCOMPARE(office.standing(SiteKind::Skill, "german"), Standing::Same);
    QCOMPARE(office.draft.changeCount(), 0);
}

void tst_SiteDraft::putsProblemsWhereTheServerNamesThem_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *field, SiteKind kind, const char *key, const char *path) {
        QTest::newRow(field) << QString::fromLatin1(field) << static_cast<int>(kind)
                             << QString::fromLatin1(key) << QString::fromLatin1(path);
    };
    row("queues.support.steps[0].targets[1].group", SiteKind::Queue, "support",
        "steps[0].targets[1].group");
    row("skills.german.name", SiteKind::Skill, "german", "name");
    row("skills.german.formal.name", SiteKind::Skill, "german.formal", "name");
    row("agents.bob", SiteKind::Agent, "bob", "");
    row("rules.timeZone", SiteKind::Rules, "rules", "timeZone");
    row("elsewhere", SiteKind::Skill, "", "");
}

void tst_SiteDraft::putsProblemsWhereTheServerNamesThem()
{
    QFETCH(QString, field);
    QFETCH(int, kind);
    QFETCH(QString, key);
    QFETCH(QString, path);
    Office office;
    office.sets(SiteKind::Queue, "support", "priority", 5);
    QVERIFY(office.checks());
    QVERIFY(office.link.next<protocol::AdminApply>()->dryRun.value_or(false));
    office.link.answers<protocol::AdminApply>(
        failure(Reason::InvalidParams, "There is no such thing.", field.toStdString()));
    const std::vector<SiteDraft::Problem> expected{
        {static_cast<SiteKind>(kind), key, path, QStringLiteral("There is no such thing.")}};
    QCOMPARE(office.draft.problems(), expected);
    office.sets(SiteKind::Queue, "support", "priority", 6);
    QVERIFY(office.draft.problems().empty());
    QVERIFY(office.checks());
    office.link.answers<protocol::AdminApply>(protocol::ApplyReply{7, 0, {}});
    QVERIFY(office.draft.problems().empty());
}

void tst_SiteDraft::anAnswerToAnOlderStateDoesNotCount()
{
    Office office;
    office.sets(SiteKind::Queue, "support", "priority", 5);
    QVERIFY(office.checks());
    office.sets(SiteKind::Queue, "support", "priority", 6);
    office.link.answers<protocol::AdminApply>(
        failure(Reason::InvalidParams, "Wrong.", "queues.support.priority"));
    QVERIFY(office.draft.problems().empty());
}

void tst_SiteDraft::readsExpressionsAsTheyAreTyped()
{
    Office office;
    auto steps = office.value(SiteKind::Queue, "support")[QStringLiteral("steps")].toArray();
    auto step = steps[0].toObject();
    auto targets = step[QStringLiteral("targets")].toArray();
    targets[1] = QJsonObject{{QStringLiteral("expression"), QStringLiteral("german >= ")}};
    step[QStringLiteral("targets")] = targets;
    steps[0] = step;
    office.sets(SiteKind::Queue, "support", "steps", steps);
    QCOMPARE(office.draft.problems().size(), std::size_t(1));
    QCOMPARE(office.draft.problems()[0].path, QStringLiteral("steps[0].targets[1].expression"));
    QVERIFY(office.draft.problems()[0].message.contains(QStringLiteral("column")));
    office.draft.apply();
    QCOMPARE(office.link.count<protocol::AdminApply>(), 0);
}

void tst_SiteDraft::newOnesNeedAnIdThatIsFree()
{
    Office office;
    const auto key = office.draft.add(SiteKind::Skill, {});
    QCOMPARE(office.draft.problems().size(), std::size_t(2)); // neither code nor name
    const auto put = [&](const char *id) {
        office.draft.put(SiteKind::Skill, key,
                         {{QStringLiteral("id"), QString::fromLatin1(id)},
                          {QStringLiteral("name"), QStringLiteral("French")}});
    };
    put("german");
    QCOMPARE(office.draft.problems().size(), std::size_t(1));
    QVERIFY(office.draft.hasProblem(SiteKind::Skill, key));
    office.draft.apply();
    QCOMPARE(office.link.count<protocol::AdminApply>(), 0);
    put("with space");
    QVERIFY(office.draft.hasProblem(SiteKind::Skill, key));
    put("french");
    QVERIFY(office.draft.problems().empty());
}

void tst_SiteDraft::aConflictShowsTheNewerStateAndKeepsMine()
{
    Office office;
    office.sets(SiteKind::Queue, "support", "priority", 5);
    office.draft.apply();
    QSignalSpy noticed(&office.draft, &SiteDraft::noticed);
    office.link.answers<protocol::AdminApply>(
        failure(Reason::Conflict, "The site has changed.", "version"));
    QVERIFY(noticed.size() > 0);
    auto newer = smallSite();
    newer.queues[0].priority = 9;
    office.has(newer, 8);
    auto entry = *office.draft.entry(SiteKind::Queue, QStringLiteral("support"));
    QVERIFY(entry.isOvertaken);
    QCOMPARE(entry.value[QStringLiteral("priority")].toInt(), 9);
    QCOMPARE(office.draft.changeCount(), 0);
    office.draft.useMine(SiteKind::Queue, QStringLiteral("support"));
    entry = *office.draft.entry(SiteKind::Queue, QStringLiteral("support"));
    QVERIFY(!entry.isOvertaken);
    QCOMPARE(entry.value[QStringLiteral("priority")].toInt(), 5);
    office.draft.apply();
    QCOMPARE(office.link.next<protocol::AdminApply>()->version, std::int64_t(8));
}

void tst_SiteDraft::editsElsewhereSurviveAChangeByOthers()
{
    Office office;
    office.sets(SiteKind::Queue, "support", "priority", 5);
    const auto added =
        office.draft.add(SiteKind::Skill, {{QStringLiteral("id"), QStringLiteral("french")},
                                           {QStringLiteral("name"), QStringLiteral("French")}});
    office.draft.remove(SiteKind::Agent, QStringLiteral("bob"));
    office.link.tells(protocol::SiteChanged{8});
    auto newer = smallSite();
    newer.queues[1].priority = 9;
    newer.skills.push_back({"spanish", "Spanish"});
    office.has(newer, 8);
    QCOMPARE(office.draft.changeCount(), 3);
    QCOMPARE(office.standing(SiteKind::Queue, "support"), Standing::Changed);
    QCOMPARE(office.standing(SiteKind::Agent, "bob"), Standing::Removed);
    QVERIFY(office.draft.entry(SiteKind::Skill, added));
    QCOMPARE(office.value(SiteKind::Queue, "sales")[QStringLiteral("priority")].toInt(), 9);
}

void tst_SiteDraft::whatOthersRemovedCanBeMadeAnew()
{
    Office office;
    office.sets(SiteKind::Agent, "bob", "name", QStringLiteral("Bob Okafor"));
    auto newer = smallSite();
    newer.agents.pop_back();
    newer.groups.clear();
    office.link.tells(protocol::SiteChanged{8});
    office.has(newer, 8);
    const auto bob = *office.draft.entry(SiteKind::Agent, QStringLiteral("bob"));
    QVERIFY(bob.isOvertaken);
    QCOMPARE(bob.standing, Standing::Added);
    office.draft.useNewer(SiteKind::Agent, QStringLiteral("bob"));
    QVERIFY(!office.draft.entry(SiteKind::Agent, QStringLiteral("bob")));
    QCOMPARE(office.draft.changeCount(), 0);
}

void tst_SiteDraft::theSameChangeByBothIsNoConflict()
{
    Office office;
    office.sets(SiteKind::Queue, "support", "priority", 5);
    auto newer = smallSite();
    newer.queues[0].priority = 5;
    office.link.tells(protocol::SiteChanged{8});
    office.has(newer, 8);
    const auto entry = *office.draft.entry(SiteKind::Queue, QStringLiteral("support"));
    QVERIFY(!entry.isOvertaken);
    QCOMPARE(entry.standing, Standing::Same);
}

void tst_SiteDraft::removingTellsWhatRefersToIt()
{
    Office office;
    const auto names = [&](SiteKind kind, const char *id) {
        QStringList names;
        for (const auto &reference : office.draft.referencesTo(kind, QString::fromLatin1(id)))
            names += reference.name;
        return names;
    };
    QCOMPARE(names(SiteKind::Queue, "support"), QStringList{QStringLiteral("Sales")});
    QCOMPARE(names(SiteKind::Skill, "german"),
             (QStringList{QStringLiteral("Alice Lindqvist"), QStringLiteral("Support")}));
    QCOMPARE(names(SiteKind::Skill, "formal"), QStringList()); // a part of a name is none
    QCOMPARE(names(SiteKind::Agent, "bob"), QStringList{QStringLiteral("Night shift")});
    QCOMPARE(office.draft.referencesTo(SiteKind::Group, QStringLiteral("night")).front().where,
             QStringLiteral("Steps › Step 1 › Targets › Target 2 › Group"));
    office.draft.remove(SiteKind::Queue, QStringLiteral("sales"));
    QCOMPARE(names(SiteKind::Queue, "support"), QStringList());
}

void tst_SiteDraft::renamingANewOneRenamesWhatRefersToIt()
{
    Office office;
    QJsonObject carol{{QStringLiteral("userName"), QStringLiteral("carol")},
                      {QStringLiteral("name"), QStringLiteral("Carol")}};
    const auto key = office.draft.add(SiteKind::Agent, carol);
    office.sets(SiteKind::Group, "night", "agents",
                QJsonArray{QStringLiteral("bob"), QStringLiteral("carol")});
    carol[QStringLiteral("userName")] = QStringLiteral("carol.d");
    office.draft.put(SiteKind::Agent, key, carol);
    const QJsonArray members{QStringLiteral("bob"), QStringLiteral("carol.d")};
    QCOMPARE(office.value(SiteKind::Group, "night")[QStringLiteral("agents")].toArray(), members);
}

void tst_SiteDraft::newAccountsGetTheirPasswordOnceTheyAreThere()
{
    Office office;
    const auto key = office.draft.add(
        SiteKind::Agent, {{QStringLiteral("userName"), QStringLiteral("carol")},
                          {QStringLiteral("name"), QStringLiteral("Carol")},
                          {QStringLiteral("roles"), QJsonArray{QStringLiteral("agent")}}});
    office.draft.setPassword(key, QStringLiteral("not so secret"));
    QCOMPARE(office.link.count<protocol::AdminSetPassword>(), 0);
    office.draft.apply();
    office.link.answers<protocol::AdminApply>(protocol::ApplyReply{8, 3, {}});
    const auto *asked = office.link.next<protocol::AdminSetPassword>();
    QVERIFY(asked);
    QCOMPARE(asked->user, std::string("carol"));
    QCOMPARE(asked->password, std::string("not so secret"));
    office.draft.setPassword(QStringLiteral("bob"), QStringLiteral("another"));
    QCOMPARE(office.link.count<protocol::AdminSetPassword>(), 2);
}

void tst_SiteDraft::editsSurviveALostConnection()
{
    Office office;
    office.sets(SiteKind::Queue, "support", "priority", 5);
    office.draft.apply();
    QSignalSpy refused(&office.draft, &SiteDraft::refused);
    office.link.breaks();
    QCOMPARE(refused.size(), 1);
    QVERIFY(!office.draft.isApplying());
    office.link.returns();
    office.has(smallSite(), 7);
    QCOMPARE(office.standing(SiteKind::Queue, "support"), Standing::Changed);
}

void tst_SiteDraft::aRefusalLeavesTheEdits()
{
    Office office;
    office.sets(SiteKind::Queue, "support", "name", QStringLiteral("Help"));
    office.draft.apply();
    office.link.answers<protocol::AdminApply>(
        failure(Reason::InvalidParams, "Too long.", "queues.support.name"));
    QVERIFY(office.draft.hasProblem(SiteKind::Queue, QStringLiteral("support")));
    QCOMPARE(office.standing(SiteKind::Queue, "support"), Standing::Changed);
}

void tst_SiteDraft::discardingLeavesTheSiteAsItIs()
{
    Office office;
    office.sets(SiteKind::Queue, "support", "name", QStringLiteral("Help"));
    office.draft.add(SiteKind::Skill, {});
    office.draft.remove(SiteKind::Agent, QStringLiteral("bob"));
    office.draft.discard();
    QCOMPARE(office.draft.changeCount(), 0);
    QVERIFY(office.draft.problems().empty());
    QCOMPARE(office.draft.entries(SiteKind::Skill).size(), std::size_t(2));
    QCOMPARE(office.standing(SiteKind::Agent, "bob"), Standing::Same);
}

QTEST_GUILESS_MAIN(tst_SiteDraft)
#include "tst_sitedraft.moc"
