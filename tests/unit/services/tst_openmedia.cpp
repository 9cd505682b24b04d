// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"

#include "openmedia/externalkeys.h"
#include "protocol/openmedia.h"

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
