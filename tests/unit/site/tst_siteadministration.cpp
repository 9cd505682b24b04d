// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include "host/firststart.h"
#include "protocol/sitelists.h"

#include <QTest>

using namespace tandem;
using namespace tandem::protocol;

namespace {

AdminApply put(SiteDocument document)
{
    AdminApply apply;
    apply.put = std::move(document);
    return apply;
}

AdminApply removing(SiteKind kind, const std::string &id)
{
    AdminApply apply;
    apply.remove = {{kind, id}};
    return apply;
}

SiteDocument dutch()
{
    SiteDocument document;
    document.skills = {{"dutch", "Dutch"}};
    return document;
}

std::string exported(Bench &bench) { return json::toText(bench.ask(AdminSite{}).value().document); }

SiteDocument documentFrom(const std::string &text)
{
    return json::fromText<SiteDocument>(text).value();
}

} // namespace

class tst_siteadministration : public QObject
{
    Q_OBJECT

private slots:
    void aChangeAppliesAtOnceIsAuditedAndIsThereAfterARestart()
    {
        Bench bench;
        auto document = dutch();
        document.queues = {*bench.site->queue("sales")};
        document.queues[0].name = "Sales and more";
        document.rules = bench.site->rules();
        document.rules->missedOffers = 5;
        const auto reply = bench.ask(put(document)).value();
        QCOMPARE(reply.auditId, std::int64_t(1));
        QCOMPARE(reply.version, bench.site->version());
        QCOMPARE(reply.changes.size(), std::size_t(3));
        QCOMPARE(bench.changes.size(), std::size_t(1));
        QVERIFY(bench.changes[0].changes == reply.changes);
        QVERIFY(bench.site->hasSkill("dutch"));
        QCOMPARE(bench.site->queue("sales")->name, std::string("Sales and more"));
        QCOMPARE(bench.site->queues()[1].id, std::string("sales")); // at its place
        QCOMPARE(bench.site->rules().missedOffers, 5);
        const auto before = bench.site->document();
        bench.restarts();
        QVERIFY(bench.site->document() == before);

        const auto audit = bench.ask(AdminAudit{}).value();
        QCOMPARE(audit.entries.size(), std::size_t(1));
        const auto &entry = audit.entries[0];
        QCOMPARE(entry.userName, std::string("ada"));
        QCOMPARE(entry.agentId, bench.site->account("ada")->id);
        QCOMPARE(entry.action, std::string("apply"));
        QVERIFY(entry.changes == reply.changes);
        QVERIFY(entry.time > utcFromMs(0));
        const auto demo = Bench::demo();
        QCOMPARE(entry.changes[1].before,
                 std::optional(json::toText(*findObject(demo.queues, "sales"))));
    }

    void aChangeThatChangesNothingIsNoEntry()
    {
        Bench bench;
        SiteDocument same;
        same.skills = bench.site->document().skills;
        const auto reply = bench.ask(put(same)).value();
        QCOMPARE(reply.auditId, std::int64_t(0));
        QVERIFY(reply.changes.empty() && bench.changes.empty());
        QVERIFY(bench.ask(AdminAudit{}).value().entries.empty());
        QVERIFY(bench.ask(AdminImport{bench.ask(AdminSite{}).value().document, {}})
                    .value()
                    .changes.empty());
    }

    void aDryRunTellsTheDifferenceAndChangesNothing()
    {
        Bench bench;
        auto apply = put(dutch());
        apply.dryRun = true;
        const auto reply = bench.ask(apply).value();
        QCOMPARE(reply.auditId, std::int64_t(0));
        QCOMPARE(reply.changes.size(), std::size_t(1));
        QCOMPARE(reply.changes[0].after,
                 std::optional<std::string>(R"({"id":"dutch","name":"Dutch"})"));
        QVERIFY(bench.site->document() == Bench::demo());
        QVERIFY(bench.changes.empty());
        apply.put.skills[0].name = "";
        QVERIFY(!bench.ask(apply));
    }

    void whatIsWrongInPartIsRefusedAsAWhole()
    {
        Bench bench;
        auto document = dutch();
        QueueDefinition queue;
        queue.id = "late";
        queue.name = "Late";
        queue.steps = {{0, {}, {{"dutch & germn", {}, {}}}}};
        document.queues = {queue};
        const auto refused = bench.ask(put(document));
        QCOMPARE(refused.error().field, std::string("queues.late.steps[0].targets[0].expression"));
        QCOMPARE(refused.error().message,
                 std::string("Queue \"late\", steps[0].targets[0].expression: There is no skill "
                             "\"germn\", at column 9."));
        QVERIFY(bench.site->document() == Bench::demo());
        QVERIFY(bench.stored() == Bench::demo());
        QVERIFY(bench.changes.empty());
    }

    void whatSomebodyElseChangedMeanwhileIsAConflict()
    {
        Bench bench;
        auto first = put(dutch());
        first.version = bench.ask(AdminSite{}).value().version;
        auto second = removing(SiteKind::Statistic, "queue_waiting");
        second.version = first.version;
        QVERIFY(bench.ask(first));
        const auto refused = bench.ask(second);
        QCOMPARE(refused.error().reason, Reason::Conflict);
        QCOMPARE(refused.error().field, std::string("version"));
        second.version = bench.site->version();
        QVERIFY(bench.ask(second));
    }

    void whatIsInUseIsNotRemoved()
    {
        Bench bench;
        bench.guard = [](const SiteObjectRef &removed) -> Result<void> {
            if (removed.kind == SiteKind::Queue && removed.id == "sales")
                return failure(Reason::Conflict, "2 interactions wait.", "queues.sales");
            return {};
        };
        QCOMPARE(bench.ask(removing(SiteKind::Queue, "sales")).error().field,
                 std::string("queues.sales"));
        QVERIFY(bench.ask(removing(SiteKind::Queue, "vip")));
        auto without = bench.ask(AdminSite{}).value().document;
        std::erase_if(without.queues, [](const auto &queue) { return queue.id == "sales"; });
        QVERIFY(!bench.ask(AdminImport{without, true}));
        QCOMPARE(bench.ask(removing(SiteKind::Group, "frontline")).has_value(), true);
        QCOMPARE(bench.ask(removing(SiteKind::Skill, "german")).error().field,
                 std::string("agents.alice.skills[1].skillId"));
    }

    void anObjectIsNamedOnceInAChange()
    {
        Bench bench;
        auto twice = put(dutch());
        twice.put.skills.push_back({"dutch", "Also"});
        QCOMPARE(bench.ask(twice).error().field, std::string("skills.dutch"));
        auto both = put(dutch());
        both.remove = {{SiteKind::Skill, "dutch"}};
        QCOMPARE(bench.ask(both).error().field, std::string("skills.dutch"));
        QCOMPARE(bench.ask(removing(SiteKind::Skill, "dutch")).error().reason, Reason::NotFound);
        QVERIFY(!bench.ask(removing(SiteKind::Rules, "rules")));
    }

    void someoneCanAlwaysAdminister()
    {
        Bench bench;
        auto ada = *bench.site->agent("ada");
        ada.roles = {Role::Agent};
        SiteDocument document;
        document.agents = {ada};
        const auto refused = bench.ask(put(document));
        QCOMPARE(refused.error().reason, Reason::Conflict);
        QCOMPARE(refused.error().field, std::string("agents.ada.roles"));
        QVERIFY(!bench.ask(removing(SiteKind::Agent, "ada")));
        // Another one can, but not the last with a password.
        SiteDocument second;
        second.agents = {*bench.site->agent("sam")};
        second.agents[0].roles.push_back(Role::Administrator);
        QVERIFY(bench.ask(put(second)));
        QVERIFY(bench.ask(removing(SiteKind::Agent, "ada"), "sam"));
        second.agents[0].roles = {Role::Agent, Role::Supervisor};
        QVERIFY(!bench.ask(put(second), "sam"));
        QVERIFY(!bench.site->account("ada"));
    }

    void whoIsRemovedCannotSignInAndWhoComesBackHasTheSameNumberButNoPassword()
    {
        Bench bench;
        const auto id = bench.site->account("sam")->id;
        QVERIFY(bench.ask(removing(SiteKind::Agent, "sam")));
        for (int i = 0; i < 2; ++i) {
            QVERIFY(!bench.site->account("sam") && !bench.site->accounts().contains(id));
            QCOMPARE(bench.ask(AdminSetPassword{"sam", "x"}).error().reason, Reason::NotFound);
            bench.restarts();
        }
        QVERIFY(bench.ask(AdminUndo{1, {}}));
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(bench.site->account("sam")->id, id);
            QVERIFY(bench.site->account("sam")->passwordHash.empty());
            bench.restarts();
        }
    }

    void anEntryIsUndoneOnceAndItsUndoingToo()
    {
        Bench bench;
        QVERIFY(bench.ask(put(dutch())));
        const auto after = exported(bench);
        AdminUndo dry{1, true};
        QCOMPARE(bench.ask(dry).value().changes.size(), std::size_t(1));
        QCOMPARE(exported(bench), after);
        const auto undone = bench.ask(AdminUndo{1, {}}).value();
        QCOMPARE(undone.auditId, std::int64_t(2));
        QVERIFY(bench.site->document() == Bench::demo());
        QCOMPARE(bench.ask(AdminUndo{1, {}}).error().reason, Reason::Conflict);
        auto entries = bench.ask(AdminAudit{}).value().entries;
        QCOMPARE(entries[0].undoes, std::optional<std::int64_t>(1));
        QCOMPARE(entries[1].undoneBy, std::optional<std::int64_t>(2));
        bench.restarts();
        QVERIFY(bench.ask(AdminUndo{2, {}})); // Dutch is back,
        QCOMPARE(exported(bench), after);
        entries = bench.ask(AdminAudit{}).value().entries;
        QVERIFY(!entries[2].undoneBy);
        QVERIFY(bench.ask(AdminUndo{1, {}})); // and may go again
        QVERIFY(bench.site->document() == Bench::demo());
    }

    void whatWasChangedSinceIsNotUndone()
    {
        Bench bench;
        QVERIFY(bench.ask(put(dutch())));
        auto other = dutch();
        other.skills[0].name = "Nederlands";
        QVERIFY(bench.ask(put(other)));
        const auto refused = bench.ask(AdminUndo{1, {}});
        QCOMPARE(refused.error().reason, Reason::Conflict);
        QCOMPARE(refused.error().field, std::string("skills.dutch"));
        QVERIFY(bench.ask(AdminUndo{2, {}}));
        QVERIFY(bench.ask(AdminUndo{1, {}}));
        QCOMPARE(bench.ask(AdminUndo{99, {}}).error().reason, Reason::NotFound);
    }

    // An undo obeys the same rules as every change.
    void anUndoThatWouldBreakTheSiteIsRefused()
    {
        Bench bench;
        QVERIFY(bench.ask(put(dutch())));
        SiteDocument uses;
        uses.agents = {*bench.site->agent("bob")};
        uses.agents[0].skills.push_back({"dutch", 3});
        QVERIFY(bench.ask(put(uses)));
        QCOMPARE(bench.ask(AdminUndo{1, {}}).error().field,
                 std::string("agents.bob.skills[2].skillId"));
    }

    void aPasswordCannotBeUndone()
    {
        Bench bench;
        QVERIFY(bench.ask(AdminSetPassword{"bob", "hash of another"}));
        QCOMPARE(bench.ask(AdminUndo{1, {}}).error().reason, Reason::WrongState);
        QCOMPARE(bench.site->account("bob")->passwordHash, std::string("hash of another"));
    }

    void anExportImportedIntoAnotherCompanyIsTheSameByteForByte()
    {
        Bench source;
        QVERIFY(source.ask(put(dutch())));
        const auto text = exported(source);
        QVERIFY(text.starts_with(R"({"format":1,"skills":[)"));

        auto other = usualSite();
        other.agents = {{"ada", "Somebody", {Role::Administrator}, {}, {}, {}}};
        Bench target(other);
        const auto before = exported(target);
        const auto imported = target.ask(AdminImport{documentFrom(text), {}});
        QVERIFY2(imported, imported ? "" : imported.error().message.c_str());
        QCOMPARE(exported(target), text);
        target.restarts();
        QCOMPARE(exported(target), text);
        QCOMPARE(target.ask(AdminImport{documentFrom(text), {}}).value().auditId, std::int64_t(0));
        QVERIFY(target.site->account("alice")->passwordHash.empty());
        QCOMPARE(target.ask(AdminAudit{}).value().entries[0].action, std::string("import"));
        QVERIFY(target.ask(AdminUndo{1, {}}));
        QCOMPARE(exported(target), before);
    }

    void anImportThatOnlyOrdersAnewIsAChangeAndCanBeUndone()
    {
        Bench bench;
        auto document = bench.ask(AdminSite{}).value().document;
        std::ranges::reverse(document.queues);
        QVERIFY(bench.ask(AdminImport{document, {}}).value().auditId == 1);
        QCOMPARE(exported(bench), json::toText(document));
        bench.restarts();
        QCOMPARE(exported(bench), json::toText(document));
        QVERIFY(bench.ask(AdminUndo{1, {}}));
        QVERIFY(bench.site->document() == Bench::demo());
        bench.restarts();
        QVERIFY(bench.site->document() == Bench::demo());
    }

    void anExportOfALaterFormIsRefused()
    {
        Bench bench;
        auto document = bench.ask(AdminSite{}).value().document;
        document.format = 2;
        QCOMPARE(bench.ask(AdminImport{document, {}}).error().field, std::string("format"));
    }

    void theAuditComesInPages()
    {
        Bench bench;
        for (int i = 0; i < 7; ++i) {
            auto document = dutch();
            document.skills[0].name = "Dutch " + std::to_string(i);
            QVERIFY(bench.ask(put(document)));
        }
        AdminAudit request;
        request.limit = 3;
        std::vector<std::int64_t> ids;
        for (int pages = 1;; ++pages) {
            const auto page = bench.ask(request).value();
            for (const auto &entry : page.entries)
                ids.push_back(entry.auditId);
            request.before = page.next;
            if (!page.next) {
                QCOMPARE(pages, 3);
                break;
            }
        }
        QCOMPARE(ids, (std::vector<std::int64_t>{7, 6, 5, 4, 3, 2, 1}));
        request.limit = 0;
        QCOMPARE(bench.ask(request).error().field, std::string("limit"));
    }

    void aPageOfTheAuditStaysSmallHoweverLargeItsEntriesAre()
    {
        Bench bench;
        for (int i = 0; i < 3; ++i) {
            SiteDocument document;
            for (int j = 0; j < 5000; ++j) {
                document.skills.push_back(
                    {"s" + std::to_string(j), std::string(100, static_cast<char>('a' + i))});
            }
            QVERIFY(bench.ask(put(document)));
        }
        const auto page = bench.ask(AdminAudit{}).value();
        QCOMPARE(page.entries.size(), std::size_t(1));
        QCOMPARE(page.next, std::optional<std::int64_t>(3));
        QVERIFY(bench.ask(AdminUndo{3, {}}));
    }

    void rolesMayDoWhatIsTheirs()
    {
        Bench bench;
        SiteDocument document;
        document.agents = {{"otto", "Otto", {Role::Auditor}, {}, {}, {}}};
        QVERIFY(bench.ask(put(document)));
        const auto allowed = [&](auto request, const std::string &user) {
            const auto reply = bench.ask(request, user);
            return reply || reply.error().reason != Reason::NotPermitted;
        };
        for (const auto &[user, reads, audits, changes] :
             {std::tuple("alice", false, false, false), std::tuple("sam", true, false, false),
              std::tuple("otto", true, true, false), std::tuple("ada", true, true, true)}) {
            QCOMPARE(allowed(AdminSite{}, user), reads);
            QCOMPARE(allowed(AdminAudit{}, user), audits);
            QCOMPARE(allowed(put(dutch()), user), changes);
            QCOMPARE(allowed(AdminImport{}, user), changes);
            QCOMPARE(allowed(AdminUndo{1, {}}, user), changes);
        }
    }
};

QTEST_GUILESS_MAIN(tst_siteadministration)
#include "tst_siteadministration.moc"
