// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a transcript when its interaction is done.
#include "company.h"

#include "archive/verification.h"
#include "protocol/transcript.h"

#include <QTest>

#include <algorithm>

using namespace tandem;
using namespace tandem::protocol;

namespace {

constexpr Statement changeText{
    "UPDATE chat_event SET text = ? WHERE chat_id = ? AND event_index = ?"};
constexpr Statement changeTime{
    "UPDATE chat_event SET time = time + 1 WHERE chat_id = ? AND event_index = ?"};
constexpr Statement changeSender{
    "UPDATE chat_event SET participant_id = 2 WHERE chat_id = ? AND event_index = ?"};
constexpr Statement dropEvent{"DELETE FROM chat_event WHERE chat_id = ? AND event_index = ?"};
constexpr Statement dropSalts{"UPDATE transcript_seal SET salts = replace(salts, "
                              "substr(salts, 33, 32), '--------------------------------') "
                              "WHERE interaction_id = ?"};
constexpr Statement countPayloads{"SELECT count(*) FROM event WHERE payload LIKE ?"};

// alice and m said something, and it is done.
InteractionId conversation(Company &company, const std::string &secret = "my card is 4111")
{
    company.signsIn("alice");
    const auto chat = company.starts("m");
    (void)company.ask<InteractionAccept>("alice", {chat});
    (void)company.says("m", "Grüße", "k1");
    (void)company.says("m", secret, "k2");
    (void)company.ask<ChatSend>("alice", {chat, "two", {}, {}});
    (void)company.ask<ChatSend>("alice", {chat, "whispered", Audience::Agents, {}});
    (void)company.ask<ChatEnd>("alice", {chat});
    (void)company.ask<InteractionMarkDone>("alice", {chat});
    company.signsIn("sam", false);
    return chat;
}

SealState stateOf(Company &company, InteractionId chat)
{
    return company.ask<TranscriptVerify>("sam", {chat}).value().state;
}

int indexOf(const TranscriptDocument &document, const std::string &text)
{
    for (const auto &sealed : document.events) {
        if (sealed.event.text == text)
            return *sealed.event.index;
    }
    return 0;
}

bool isBroken(const TranscriptDocument &document, int index)
{
    const auto reply = verify(document);
    return reply.state == SealState::Broken
           && std::ranges::any_of(reply.findings,
                                  [&](const auto &found) { return found.index == index; });
}

} // namespace

class tst_transcripts : public QObject
{
    Q_OBJECT

private slots:
    void whatIsDoneIsSealed()
    {
        Company company;
        const auto chat = conversation(company);
        QCOMPARE(stateOf(company, chat), SealState::Sealed);
        company.restarts();
        company.signsIn("sam", false);
        QCOMPARE(stateOf(company, chat), SealState::Sealed);
        const auto open = company.starts("n");
        QCOMPARE(company.ask<TranscriptExport>("sam", {open}).error().reason, Reason::WrongState);
        QCOMPARE(company.ask<TranscriptExport>("sam", {InteractionId{1}}).error().reason,
                 Reason::NotFound);
    }

    void anExportIsVerifiedByItself()
    {
        Company company;
        const auto chat = conversation(company);
        const auto document = company.ask<TranscriptExport>("sam", {chat}).value();
        // As a file has it.
        const auto read = json::fromText<TranscriptDocument>(json::toText(document)).value();
        QVERIFY(read == document);
        QCOMPARE(verify(read).state, SealState::Sealed);
        QVERIFY(indexOf(read, "whispered") > 0);
        company.signsIn("ada", false);
        const auto audit = company.ask<AdminAudit>("ada", {}).value();
        QCOMPARE(audit.entries.front().action, std::string("transcript.export"));
        QCOMPARE(audit.entries.front().userName, std::string("sam"));
    }

    void whatIsChangedInAnExportIsFound()
    {
        Company company;
        const auto whole = company.ask<TranscriptExport>("sam", {conversation(company)}).value();
        const int two = indexOf(whole, "two");
        const auto place = static_cast<std::size_t>(two - 1);
        auto changed = whole;
        const auto tampered = [&](auto &&change) {
            changed = whole;
            change(changed.events);
            return isBroken(changed, two);
        };
        QVERIFY(tampered([&](auto &events) { events[place].event.text = "twi"; }));
        QVERIFY(tampered([&](auto &events) { events[place].event.text.reset(); }));
        QVERIFY(tampered([&](auto &events) { events[place].event.time += Ms(1); }));
        QVERIFY(tampered([&](auto &events) { events[place].event.from.nickname = "Bob"; }));
        QVERIFY(tampered([&](auto &events) { events[place].event.from.participantId = 1; }));
        QVERIFY(tampered([&](auto &events) { events[place].event.userData["a"] = "b"; }));
        QVERIFY(tampered([&](auto &events) { events[place].event.audience = Audience::Agents; }));
        QVERIFY(tampered([&](auto &events) { events[place].salt.reset(); }));
        QVERIFY(tampered([&](auto &events) { std::swap(events[place], events[place - 1]); }));
        QVERIFY(tampered([&](auto &events) { events.erase(events.begin() + two - 1); }));
        QVERIFY(tampered([&](auto &events) { events.insert(events.begin() + two, events[0]); })
                || verify(changed).state == SealState::Broken);
        (void)tampered([&](auto &events) { events.pop_back(); });
        QCOMPARE(verify(changed).state, SealState::Broken);
    }

    void aSealOfAnotherKeyIsNotBelieved()
    {
        Company company;
        auto document = company.ask<TranscriptExport>("sam", {conversation(company)}).value();
        const auto ours = document.keys.front().publicKey;
        const auto other = SigningKey::fromSeed(std::string(32, 'x')).value();
        QCOMPARE(verify(document, {ours}).state, SealState::Sealed);
        QCOMPARE(verify(document, {other.publicPem()}).state, SealState::Broken);
        document.keys.front().publicKey = other.publicPem();
        QCOMPARE(verify(document).state, SealState::Broken);
        document.seal.reset();
        QCOMPARE(verify(document).state, SealState::Unsealed);
    }

    void whatIsChangedInTheStoreIsFound()
    {
        Company company;
        const auto chat = conversation(company);
        const int two = indexOf(company.ask<TranscriptExport>("sam", {chat}).value(), "two");
        const auto finds = [&](const Statement &statement, std::vector<SqlValue> values) {
            if (!company.database().begin() || !company.database().execute(statement, values)
                || !company.database().commit())
                return false;
            return stateOf(company, chat) == SealState::Broken;
        };
        QVERIFY(finds(changeText, {sql("twi"), sql(chat), sql(two)}));
        QVERIFY(!finds(changeText, {sql("two"), sql(chat), sql(two)}));
        QVERIFY(finds(changeTime, {sql(chat), sql(two)}));
        const auto another = conversation(company);
        const auto findsToo = [&](const Statement &statement, std::vector<SqlValue> values) {
            return company.database().begin() && company.database().execute(statement, values)
                   && company.database().commit() && stateOf(company, another) == SealState::Broken;
        };
        QCOMPARE(stateOf(company, another), SealState::Sealed);
        QVERIFY(findsToo(changeSender, {sql(another), sql(1)}));
        const auto third = conversation(company);
        QVERIFY(company.database().execute(dropEvent, {sql(third), sql(3)}));
        QCOMPARE(stateOf(company, third), SealState::Broken);
        const auto fourth = conversation(company);
        QVERIFY(company.database().execute(dropSalts, {sql(fourth)}));
        QCOMPARE(stateOf(company, fourth), SealState::Broken);
    }

    void aRedactedEventIsGoneAndTheRestStaysProved()
    {
        Company company;
        const auto chat = conversation(company);
        const auto before = company.ask<TranscriptExport>("sam", {chat}).value();
        const int index = indexOf(before, "my card is 4111");
        QVERIFY(!company.ask<TranscriptRedact>("sam", {chat, index, {}, {}, ""}));
        QVERIFY(!company.ask<TranscriptRedact>("sam", {chat, 99, {}, {}, "why"}));
        QVERIFY(company.ask<TranscriptRedact>("sam", {chat, index, {}, {}, "card number"}));
        QCOMPARE(stateOf(company, chat), SealState::Redacted);
        QCOMPARE(std::ranges::count(company.textsOf(chat), "my card is 4111"), 0);
        QVERIFY(saysNowhere(company, "card is 4111"));
        const auto after = company.ask<TranscriptExport>("sam", {chat}).value();
        const auto &event = after.events[static_cast<std::size_t>(index - 1)];
        QCOMPARE(event.event.text, std::optional<std::string>("[redacted]"));
        QVERIFY(!event.salt);
        QCOMPARE(event.leaf, before.events[static_cast<std::size_t>(index - 1)].leaf);
        QCOMPARE(after.redactions.front().author, std::string("sam"));
        QVERIFY(after.redactions.front().signature != after.seal->signature);
        const int hello = indexOf(after, "Grüße");
        const auto forged = [&](auto &&change) {
            auto changed = after;
            change(changed);
            return verify(changed).state == SealState::Broken;
        };
        QVERIFY(forged([](auto &one) { one.redactions.front().reason = "no reason"; }));
        QVERIFY(forged([](auto &one) { one.redactions.clear(); }));
        QVERIFY(forged([&](auto &one) { one.redactions.front().index = hello; }));
        QVERIFY(forged([&](auto &one) {
            one.events[static_cast<std::size_t>(index - 1)].event.text = "something else";
        }));
    }

    void aPassageIsRedactedByCharacters()
    {
        Company company;
        const auto chat = conversation(company);
        const int index = indexOf(company.ask<TranscriptExport>("sam", {chat}).value(), "Grüße");
        QVERIFY(!company.ask<TranscriptRedact>("sam", {chat, index, 3, 9, "why"}));
        QVERIFY(company.ask<TranscriptRedact>("sam", {chat, index, 2, 2, "why"}));
        const auto once = company.ask<TranscriptExport>("sam", {chat}).value();
        QCOMPARE(indexOf(once, "Gr[redacted]e"), index);
        QCOMPARE(verify(once).state, SealState::Redacted);
        // Again, after a restart, by another.
        company.restarts();
        company.signsIn("ada", false);
        company.signsIn("sam", false);
        QVERIFY(company.ask<TranscriptRedact>("ada", {chat, index, 0, 2, "again"}));
        const auto twice = company.ask<TranscriptExport>("sam", {chat}).value();
        QCOMPARE(indexOf(twice, "[redacted][redacted]e"), index);
        QCOMPARE(verify(twice).state, SealState::Redacted);
        QCOMPARE(verify(twice).redacted, std::vector<int>{index});
    }

    void whatWasTamperedWithIsNotSignedAnew()
    {
        Company company;
        const auto chat = conversation(company);
        QVERIFY(company.database().execute(changeText, {sql("twi"), sql(chat), sql(4)}));
        QCOMPARE(company.ask<TranscriptRedact>("sam", {chat, 3, {}, {}, "why"}).error().reason,
                 Reason::Conflict);
    }

private:
    static bool saysNowhere(Company &company, const std::string &text)
    {
        std::int64_t count = -1;
        (void)company.database().query(countPayloads, {sql("%" + text + "%")},
                                       [&](const Row &row) { count = row.number(0); });
        return count == 0;
    }
};

QTEST_GUILESS_MAIN(tst_transcripts)
#include "tst_transcripts.moc"
