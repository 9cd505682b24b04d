// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"

#include "host/democompany.h"
#include "openmedia/externalkeys.h"
#include "protocol/openmedia.h"
#include "store/sqlitedatabase.h"

#include <QTest>

#include <random>

using namespace tandem;
using namespace tandem::protocol;

namespace {

MediaSubmit task(const std::string &externalId)
{
    MediaSubmit submit;
    submit.values.mediaType = "task";
    submit.values.queueId = "support";
    submit.values.externalId = externalId;
    return submit;
}

Result<SubmitReply> submit(Company &company, const MediaSubmit &request)
{
    return company.askAs(Caller::system(), request);
}

MediaRef named(const std::string &externalId) { return {{}, "task", externalId}; }

constexpr Statement insertKeys{
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
    "INSERT INTO external_key (number, media_type, external_id, interaction_id) "
    "SELECT i, 'task', 'old-' || i, i + 1000 FROM n"};
constexpr Statement countPages{"SELECT count(*) FROM external_key_page"};
constexpr Statement spoilPage{"UPDATE external_key_page SET keys = 'x' WHERE page = 2"};

// A store with many keys of work that was done long ago, and the services on it.
struct OldStore
{
    QTemporaryDir folder;
    SqliteDatabase database{folder.filePath(QStringLiteral("t.sqlite")).toStdString()};
    std::unique_ptr<Services> services;
    const Now now{utcFromMs(1'800'000'000'000), SteadyTime(Ms(1'000'000))};

    explicit OldStore(int keys)
    {
        SystemRandom random;
        (void)database.open();
        commit(demoCompany(random).writes);
        commit({write(insertKeys, keys)});
    }
    Result<void> commit(const std::vector<Write> &writes)
    {
        (void)database.begin();
        for (const auto &write : writes) {
            if (auto done = database.execute(*write.statement, write.values); !done)
                return done;
        }
        return database.commit();
    }
    Result<void> starts()
    {
        services = std::make_unique<Services>(SiteSettings{});
        auto loaded = services->engine.load(database, now);
        services->engine.beginJob(now);
        return loaded;
    }
    InteractionId submits(const std::string &externalId)
    {
        const auto &type = requestType<MediaSubmit>();
        const auto outcome =
            services->engine.perform(Caller::system(), type, AnyValue::of(task(externalId)));
        const auto committed = commit(services->engine.takeUnit().writes);
        return outcome && committed ? std::get<AnyValue>(*outcome).as<SubmitReply>().interactionId
                                    : InteractionId{};
    }
    std::int64_t pages()
    {
        std::int64_t count = -1;
        (void)database.query(countPages, {}, [&](const Row &row) { count = row.number(0); });
        return count;
    }
};

InteractionState stateOf(Company &company, const std::string &externalId)
{
    return company.askAs(Caller::system(), MediaFetch{named(externalId)}).value().state;
}

} // namespace

class tst_openmedia : public QObject
{
    Q_OBJECT

private slots:
    void oneExternalIdIsOnePieceOfWorkForEver()
    {
        Company company;
        company.signsIn("alice");
        const auto id = submit(company, task("a")).value().interactionId;
        QCOMPARE(submit(company, task("a")).value().interactionId, id);
        QVERIFY(company.ask<InteractionAccept>("alice", {id}));
        QVERIFY(company.ask<InteractionMarkDone>("alice", {id}));
        QCOMPARE(submit(company, task("a")).value().interactionId, id);
        company.restarts();
        QCOMPARE(submit(company, task("a")).value().interactionId, id);
        QCOMPARE(stateOf(company, "a"), InteractionState::Done);
        // Whatever else has become wrong with it since.
        auto moved = task("a");
        moved.values.queueId = "nosuch";
        QCOMPARE(submit(company, moved).value().interactionId, id);
        QVERIFY(submit(company, task("b")).value().interactionId != id);
    }

    void workThatWasNeverCommittedLeavesNoKey()
    {
        Company company;
        const auto first = task("a");
        auto &engine = company.services->engine;
        QVERIFY(engine.perform(Caller::system(), requestType<MediaSubmit>(), AnyValue::of(first)));
        (void)engine.takeUnit();
        company.restarts();
        QVERIFY(!company.askAs(Caller::system(), MediaFetch{named("a")}));
        QVERIFY(submit(company, first));
        QCOMPARE(stateOf(company, "a"), InteractionState::Queued);
    }

    void whatIsHeldIsNotOfferedUntilItIsResumed()
    {
        Company company;
        company.signsIn("alice");
        auto held = task("a");
        held.isHeld = true;
        const auto id = submit(company, held).value().interactionId;
        QCOMPARE(company.offeredTo(id), std::string());
        for (int i = 0; i < 2; ++i) {
            const auto resumed = company.askAs(Caller::system(), MediaHold{named("a"), false});
            QVERIFY(resumed && !resumed->held.value_or(false));
            QCOMPARE(company.offeredTo(id), std::string("alice"));
        }
        for (int i = 0; i < 2; ++i) {
            const auto again = company.askAs(Caller::system(), MediaHold{named("a"), true});
            QVERIFY(again && again->held.value_or(false));
            QCOMPARE(company.offeredTo(id), std::string());
        }
        company.restarts();
        company.signsIn("bob");
        QCOMPARE(company.offeredTo(id), std::string());
    }

    void whatAnAgentHasCannotBeHeld()
    {
        Company company;
        company.signsIn("alice");
        const auto id = submit(company, task("a")).value().interactionId;
        QVERIFY(company.ask<InteractionAccept>("alice", {id}));
        const auto held = company.askAs(Caller::system(), MediaHold{named("a"), true});
        QCOMPARE(held.error().reason, Reason::WrongState);
    }

    void stoppingEndsItWhereverItIs()
    {
        Company company;
        company.signsIn("alice");
        const auto id = submit(company, task("a")).value().interactionId;
        QVERIFY(company.ask<InteractionAccept>("alice", {id}));
        const auto first = company.askAs(Caller::system(), MediaStop{named("a"), "duplicate"});
        QCOMPARE(first.value().state, InteractionState::Done);
        QVERIFY(!company.interaction(id));
        const auto second = company.askAs(Caller::system(), MediaStop{named("a"), {}});
        QCOMPARE(second.value().doneAt, first->doneAt);
        QCOMPARE(second->note, std::optional<std::string>("duplicate"));
        const auto other = submit(company, task("b")).value().interactionId;
        QCOMPARE(company.offeredTo(other), std::string("alice"));
    }

    void whatIsDoneCannotBeChanged()
    {
        Company company;
        QVERIFY(submit(company, task("a")));
        QVERIFY(company.askAs(Caller::system(), MediaStop{named("a"), {}}));
        const MediaUpdate update{named("a"), {{"k", "v"}}, {}, {}};
        QCOMPARE(company.askAs(Caller::system(), update).error().reason, Reason::WrongState);
        const MediaHold hold{named("a"), true};
        QCOMPARE(company.askAs(Caller::system(), hold).error().reason, Reason::WrongState);
        auto overwriting = task("a");
        overwriting.overwrite = true;
        overwriting.values.attachedData = {{"k", "v"}};
        QVERIFY(submit(company, overwriting));
        const auto stored = company.askAs(Caller::system(), MediaFetch{named("a")});
        QCOMPARE(stored.value().attachedData, Data{});
    }

    void anUpdateThatIsRefusedChangesNothing()
    {
        Company company;
        const auto id = submit(company, task("a")).value().interactionId;
        MediaUpdate update{named("a"), {{"k", "v"}}, {}, 1001};
        QCOMPARE(company.askAs(Caller::system(), update).error().field, std::string("priority"));
        QCOMPARE(company.interaction(id)->attachedData, Data{});
        update = {named("a"), {{"k", std::string(5000, 'x')}}, {}, 7};
        QVERIFY(!company.askAs(Caller::system(), update));
        QCOMPARE(company.interaction(id)->priority, 0);
    }

    void chatsAreNoneOfItsBusiness()
    {
        Company company;
        const auto chat = company.starts("m");
        const MediaRef ref{chat, {}, {}};
        QCOMPARE(company.askAs(Caller::system(), MediaFetch{ref}).error().reason, Reason::NotFound);
        QCOMPARE(company.askAs(Caller::system(), MediaStop{ref, {}}).error().reason,
                 Reason::NotFound);
        QVERIFY(company.interaction(chat));
        // ... but they may be a parent.
        QVERIFY(company.askAs(Caller::system(), MediaParentCheck{chat}));
        QCOMPARE(company.askAs(Caller::system(), MediaParentCheck{InteractionId{1}}).error().field,
                 std::string("parentId"));
    }

    void nullCharactersAreRefusedEverywhere()
    {
        Company company;
        const std::string bad("a\0b", 3);
        for (int where = 0; where < 5; ++where) {
            auto request = task(where == 0 ? bad : "a");
            if (where == 1)
                request.values.subject = bad;
            if (where == 2)
                request.values.contactName = bad;
            if (where == 3)
                request.values.attachedData = {{bad, "v"}};
            if (where == 4)
                request.values.attachedData = {{"k", bad}};
            QCOMPARE(submit(company, request).error().reason, Reason::InvalidParams);
        }
        QVERIFY(company.services->interactions.open().empty());
    }

    void tellsWhoIsInIt()
    {
        Company company;
        company.signsIn("alice");
        const auto id = submit(company, task("a")).value().interactionId;
        const auto own = company.ask<InteractionAccept>("alice", {id});
        QCOMPARE(own.value().interaction.participants.size(), std::size_t(1));
        QCOMPARE(own->interaction.participants[0].nickname, std::string("Alice"));
        QVERIFY(own->events.empty());
    }

    void keysAreKeptInPages()
    {
        OldStore store(10'000);
        QVERIFY(store.starts());
        QCOMPARE(store.submits("old-7"), InteractionId{1007});
        QCOMPARE(store.pages(), 0);
        const auto id = store.submits("new");
        QVERIFY(id);
        QCOMPARE(store.pages(), 2);
        QVERIFY(store.starts());
        QCOMPARE(store.submits("new"), id);
        for (const int i : {1, 4096, 4097, 8192, 8193, 10'000})
            QCOMPARE(store.submits("old-" + std::to_string(i)),
                     InteractionId{static_cast<std::uint64_t>(1000 + i)});
        QVERIFY(store.submits("newer"));
        QCOMPARE(store.pages(), 2);
    }

    void aDamagedPageIsNamedInsteadOfDoublingWork()
    {
        OldStore store(10'000);
        QVERIFY(store.starts());
        QVERIFY(store.submits("new"));
        QVERIFY(store.commit({write(spoilPage)}));
        const auto started = store.starts();
        QVERIFY(!started);
        QVERIFY(started.error().message.contains("external_key_page"));
    }

    void keysAreFoundHoweverManyThereAre()
    {
        std::mt19937_64 random(7);
        std::map<std::int64_t, InteractionId> expected;
        ExternalKeys keys;
        QVERIFY(!keys.find(0));
        for (std::uint64_t i = 1; i <= 50'000; ++i) {
            // Many that begin at the same place, as well.
            const auto hash = static_cast<std::int64_t>(i % 50 ? random() >> 1 : i << 40);
            expected[hash] = InteractionId{i};
            keys.add(hash, InteractionId{i});
        }
        QCOMPARE(keys.size(), expected.size());
        for (const auto &[hash, id] : expected)
            QCOMPARE(keys.find(hash), id);
        for (int i = 0; i < 1000; ++i) {
            const auto hash = static_cast<std::int64_t>(random() >> 1);
            QCOMPARE(bool(keys.find(hash)), expected.contains(hash));
        }
        QVERIFY(ExternalKeys::hashOf("a", "b") != ExternalKeys::hashOf("ab", ""));
    }
};

QTEST_GUILESS_MAIN(tst_openmedia)
#include "tst_openmedia.moc"
