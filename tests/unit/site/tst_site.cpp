// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

namespace {

constexpr Statement selectAudit{
    "SELECT action, user_name, changes FROM audit ORDER BY id DESC LIMIT 1"};
constexpr Statement selectHash{"SELECT password_hash FROM agent WHERE user_name = ?"};

std::string hashOf(Bench &bench, const std::string &user)
{
    std::string hash = "none";
    (void)bench.database().query(selectHash, {sql(user)},
                                 [&](const Row &row) { hash = row.text(0); });
    return hash;
}

AdminAddUser newUser(const std::string &user)
{
    AdminAddUser add;
    add.user = user;
    add.displayName = "Somebody";
    add.password = "hash of new";
    return add;
}

} // namespace

class tst_site : public QObject
{
    Q_OBJECT

private slots:
    void aStoredSiteIsTheOneThatWasWritten()
    {
        Bench bench;
        QVERIFY(bench.site->document() == Bench::demo());
        QVERIFY(bench.stored() == Bench::demo());
        QCOMPARE(json::toText(bench.site->document()), json::toText(Bench::demo()));
    }

    void everythingIsFoundByItsId()
    {
        Bench bench;
        const auto &site = *bench.site;
        QCOMPARE(site.queue("vip")->steps.size(), std::size_t(3));
        QVERIFY(!site.queue("nowhere"));
        QCOMPARE(site.agent("alice")->name, std::string("Alice"));
        QVERIFY(!site.agent("Alice"));
        QCOMPARE(site.group("backoffice")->agents.size(), std::size_t(2));
        QVERIFY(site.calendar("office") && !site.place("desk") && !site.targetList("x"));
        QCOMPARE(site.groupsOf("bob"), (std::vector<std::string>{"frontline", "backoffice"}));
        QVERIFY(site.groupsOf("sam").empty());
        QVERIFY(site.hasSkill("german") && !site.hasSkill("dutch"));
        QVERIFY(site.hasReason("lunch") && !site.hasReason("solved"));
        QVERIFY(site.hasDisposition("solved") && !site.hasDisposition("lunch"));
        QCOMPARE(site.mediaTypes(), (std::vector<std::string>{"chat", "mail", "task", "callback"}));
        QVERIFY(site.hasMediaType("chat") && site.hasMediaType("mail"));
        QVERIFY(!site.hasMediaType("fax"));
        QCOMPARE(site.accounts().size(), std::size_t(5));
        QCOMPARE(site.account("sam")->userName, std::string("sam"));
        QCOMPARE(site.accounts().at(site.account("sam")->id).userName, std::string("sam"));
    }

    void anAgentWithoutACapacityRuleHasTheFirstOne()
    {
        Bench bench;
        AgentDefinition agent;
        QCOMPARE(bench.site->capacityRuleOf(agent).id, std::string("standard"));
        QVERIFY(bench.ask(AdminAddUser{"dora", "Dora", "h", {}, {}, 7}));
        QCOMPARE(bench.site->capacityRuleOf(*bench.site->agent("dora")).id, std::string("chat7"));
    }

    void credentialsAreThoseOfTheAccountAndOfNobodyElse()
    {
        Bench bench;
        const auto type = protocol::requestType<CredentialsOf>();
        const auto askFor = [&](const std::string &user) {
            const auto outcome =
                bench.engine->perform(Caller::system(), type, AnyValue::of(CredentialsOf{user}));
            return std::get<AnyValue>(outcome.value()).as<CredentialsReply>();
        };
        QCOMPARE(askFor("bob").agentId, bench.site->account("bob")->id);
        QCOMPARE(askFor("bob").passwordHash, std::string("hash of demo"));
        QVERIFY(!askFor("nobody").agentId);
        QVERIFY(askFor("nobody").passwordHash.empty());
    }

    void aNewUserIsThereAtOnceAndAfterARestart()
    {
        Bench bench;
        auto add = newUser("dora");
        add.skills = {{"german", 3}};
        add.chatCapacity = 5;
        const auto id = bench.ask(add).value().agentId;
        QCOMPARE(bench.changes.size(), std::size_t(1));
        QVERIFY(bench.changes[0].concerns(SiteKind::Agent));
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(bench.site->account("dora")->id, id);
            QCOMPARE(bench.site->account("dora")->passwordHash, std::string("hash of new"));
            const auto *dora = bench.site->agent("dora");
            QCOMPARE(dora->roles, std::vector<Role>{Role::Agent});
            QCOMPARE(dora->skills, (std::vector<AgentSkill>{{"german", 3}}));
            const auto &rule = bench.site->capacityRuleOf(*dora);
            QCOMPARE(rule.channels, (std::vector<ChannelCapacity>{{"chat", 5, 1}}));
            QVERIFY(bench.stored() == bench.site->document());
            QCOMPARE(bench.site->version(), std::int64_t(1));
            bench.restarts();
        }
        // The rule is there now and is not made again.
        auto again = newUser("emil");
        again.chatCapacity = 5;
        const auto rules = bench.site->document().capacityRules;
        QVERIFY(bench.ask(again));
        QVERIFY(bench.site->document().capacityRules == rules);
    }

    void aUserWhoIsWrongIsRefusedWithTheField_data()
    {
        QTest::addColumn<QString>("field");
        for (const auto *field : {"user", "displayName", "chatCapacity", "skills"})
            QTest::newRow(field) << QString::fromLatin1(field);
    }
    void aUserWhoIsWrongIsRefusedWithTheField()
    {
        QFETCH(QString, field);
        Bench bench;
        std::vector<AdminAddUser> wrong;
        const auto with = [&](auto change) { change(wrong.emplace_back(newUser("dora"))); };
        if (field == QStringLiteral("user")) {
            for (const auto *user : {"", "with space", "alice", "\u00e4"})
                with([&](auto &add) { add.user = user; });
            with([](auto &add) { add.user = std::string(65, 'a'); });
        } else if (field == QStringLiteral("displayName")) {
            with([](auto &add) { add.displayName = ""; });
            with([](auto &add) { add.displayName = std::string(257, 'a'); });
        } else if (field == QStringLiteral("chatCapacity")) {
            with([](auto &add) { add.chatCapacity = 0; });
            with([](auto &add) { add.chatCapacity = 101; });
        } else {
            with([](auto &add) { add.skills = {{"dutch", 3}}; });
            with([](auto &add) { add.skills = {{"german", 0}}; });
            with([](auto &add) { add.skills = {{"german", 101}}; });
            with([](auto &add) { add.skills = {{"german", 3}, {"german", 4}}; });
        }
        for (const auto &add : wrong) {
            const auto refused = bench.ask(add);
            QVERIFY(!refused);
            QCOMPARE(QString::fromStdString(refused.error().field), field);
        }
        QVERIFY(bench.site->document() == Bench::demo());
    }

    void aPasswordIsSetAndItsSettingIsInTheAuditWithoutAnyHash()
    {
        Bench bench;
        QVERIFY(bench.ask(AdminSetPassword{"alice", "hash of another"}));
        QCOMPARE(bench.site->account("alice")->passwordHash, std::string("hash of another"));
        QCOMPARE(hashOf(bench, "alice"), std::string("hash of another"));
        QCOMPARE(bench.passwords, std::vector<AgentId>{bench.site->account("alice")->id});
        QVERIFY(bench.changes.empty());
        QCOMPARE(bench.site->version(), std::int64_t(0));
        std::string row;
        QVERIFY(bench.database().query(selectAudit, {}, [&](const Row &found) {
            row = found.text(0) + ' ' + found.text(1) + ' ' + found.text(2);
        }));
        QCOMPARE(row, std::string(R"(password ada [{"kind":"agent","id":"alice"}])"));
        const auto refused = bench.ask(AdminSetPassword{"nobody", "x"});
        QCOMPARE(refused.error().reason, Reason::NotFound);
        // The entry of a password is no change of the site after a restart either.
        bench.restarts();
        QCOMPARE(bench.site->version(), std::int64_t(0));
        QVERIFY(bench.ask(newUser("dora")));
        QCOMPARE(bench.site->version(), std::int64_t(2));
    }

    void everybodyMayKnowHowThingsAreCalledButNotWhoIsInAGroup()
    {
        Bench bench;
        const auto names = bench.ask(SiteNames{}, "alice").value();
        QVERIFY(names.skills == bench.site->document().skills);
        QCOMPARE(names.mediaTypes.size(), std::size_t(3));
        QCOMPARE(names.groups,
                 (std::vector<Choice>{{"frontline", "Front line"}, {"backoffice", "Back office"}}));
        QVERIFY(names.dispositions == bench.site->dispositions());
        QVERIFY(names.notReadyReasons == bench.site->notReadyReasons());
    }

    void onlyAdministratorsMayAddUsersAndSetPasswords()
    {
        Bench bench;
        for (const auto *user : {"alice", "sam"}) {
            QCOMPARE(bench.ask(newUser("dora"), user).error().reason, Reason::NotPermitted);
            QCOMPARE(bench.ask(AdminSetPassword{"bob", "x"}, user).error().reason,
                     Reason::NotPermitted);
        }
    }
};

QTEST_GUILESS_MAIN(tst_site)
#include "tst_site.moc"
