// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archivestore.h"

#include "chat/chatstore.h"
#include "interactions/interactionrecord.h"
#include "protocol/facts.h"

#include <limits>

namespace tandem {

namespace {

constexpr std::size_t saltDigits = 32;
constexpr std::size_t leafDigits = 64;
constexpr int factsAtOnce = 5000;

constexpr Statement insertKeyRow{"INSERT INTO transcript_key (key_id, public_key, made_at) "
                                 "VALUES (?, ?, ?) ON CONFLICT (key_id) DO NOTHING"};
constexpr Statement insertSealRow{
    "INSERT INTO transcript_seal (interaction_id, events, salts, leaves, chain_hash, ended_at, "
    "done_at, sealed_at, key_id, signature) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement updateSealSalts{
    "UPDATE transcript_seal SET salts = ? WHERE interaction_id = ?"};
constexpr Statement insertRedactionRow{
    "INSERT INTO transcript_redaction (interaction_id, number, event_index, leaf_before, "
    "leaf_after, salt, reason, author, time, key_id, signature) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement updateEventRow{"UPDATE chat_event SET text = ?, user_data = ?, key_hash = NULL "
                                   "WHERE id BETWEEN ? AND ? AND chat_id = ? AND event_index = ?"};
constexpr Statement selectKeys{
    "SELECT key_id, public_key, made_at FROM transcript_key ORDER BY made_at, key_id"};
constexpr Statement selectSeal{
    "SELECT events, salts, leaves, chain_hash, ended_at, done_at, sealed_at, key_id, signature "
    "FROM transcript_seal WHERE interaction_id = ?"};
constexpr Statement selectRedactions{
    "SELECT event_index, leaf_before, leaf_after, salt, reason, author, time, key_id, signature "
    "FROM transcript_redaction WHERE interaction_id = ? ORDER BY number"};
constexpr Statement selectFacts{
    "SELECT id, name, payload FROM event WHERE id > ? ORDER BY id LIMIT ?"};

std::string joined(const std::vector<std::string> &list, std::size_t width)
{
    std::string text;
    for (const auto &entry : list)
        text += entry.empty() ? std::string(width, '-') : entry;
    return text;
}

std::vector<std::string> split(const std::string &text, std::size_t width)
{
    std::vector<std::string> list;
    for (std::size_t at = 0; at + width <= text.size(); at += width)
        list.push_back(text[at] == '-' ? std::string() : text.substr(at, width));
    return list;
}

StoredSeal sealFrom(const Row &row)
{
    StoredSeal stored;
    stored.seal.events = row.number(0);
    stored.salts = split(row.text(1), saltDigits);
    stored.leaves = split(row.text(2), leafDigits);
    stored.seal.chainHash = row.text(3);
    stored.seal.endedAt = row.time(4);
    stored.seal.doneAt = row.time(5);
    stored.seal.sealedAt = row.time(6);
    stored.seal.keyId = row.text(7);
    stored.seal.signature = row.text(8);
    return stored;
}

Result<void> readSeal(Database &database, StoredTranscript &transcript)
{
    auto &document = transcript.document;
    const auto id = document.interactionId;
    auto read = database.query(selectSeal, {sql(id)}, [&](const Row &row) {
        auto stored = sealFrom(row);
        document.seal = std::move(stored.seal);
        transcript.salts = std::move(stored.salts);
        for (std::size_t i = 0; i < document.events.size(); ++i) {
            auto &event = document.events[i];
            if (i < stored.leaves.size())
                event.leaf = stored.leaves[i];
            if (i < transcript.salts.size() && !transcript.salts[i].empty())
                event.salt = transcript.salts[i];
        }
    });
    if (!read)
        return read;
    return database.query(selectRedactions, {sql(id)}, [&](const Row &row) {
        document.redactions.push_back({static_cast<int>(row.number(0)), row.text(1), row.text(2),
                                       row.text(3), row.text(4), row.text(5), row.time(6),
                                       row.text(7), row.text(8)});
    });
}

// "interactionId":"0123456789abc" or "interaction":{"id":"0123456789abc"
bool isAbout(const std::string &payload, const std::string &id)
{
    return payload.find("\"interactionId\":\"" + id + '"') != std::string::npos
           || payload.find("\"interaction\":{\"id\":\"" + id + '"') != std::string::npos;
}

bool isTheEnd(const StoredFact &fact)
{
    return fact.name == protocol::InteractionMoved::name
           && fact.payload.find("\"to\":\"done\"") != std::string::npos;
}

} // namespace

Write insertKey(const protocol::TranscriptKey &key)
{
    return write(insertKeyRow, key.keyId, key.publicKey, key.madeAt);
}

Write insertSeal(InteractionId interaction, const StoredSeal &stored)
{
    const auto &seal = stored.seal;
    return write(insertSealRow, interaction, seal.events, joined(stored.salts, saltDigits),
                 joined(stored.leaves, leafDigits), seal.chainHash, seal.endedAt, seal.doneAt,
                 seal.sealedAt, seal.keyId, seal.signature);
}

Write updateSalts(InteractionId interaction, const StoredSeal &seal)
{
    return write(updateSealSalts, joined(seal.salts, saltDigits), interaction);
}

Write insertRedaction(InteractionId interaction, int number,
                      const protocol::TranscriptRedaction &redaction)
{
    return write(insertRedactionRow, interaction, number, redaction.index, redaction.leafBefore,
                 redaction.leafAfter, redaction.salt, redaction.reason, redaction.author,
                 redaction.time, redaction.keyId, redaction.signature);
}

Write updateEvent(InteractionId interaction, std::uint64_t firstEventId, std::uint64_t lastEventId,
                  const protocol::ChatEvent &event)
{
    const auto userData =
        event.userData.empty() ? std::nullopt : std::optional(json::toText(event.userData));
    return write(updateEventRow, event.text, userData, firstEventId, lastEventId, interaction,
                 event.index);
}

Result<std::vector<protocol::TranscriptKey>> readKeys(Database &database)
{
    std::vector<protocol::TranscriptKey> keys;
    const auto read = database.query(selectKeys, {}, [&](const Row &row) {
        keys.push_back({row.text(0), row.text(1), row.time(2)});
    });
    if (!read)
        return std::unexpected(read.error());
    return keys;
}

Result<StoredTranscript> readStoredTranscript(Database &database, InteractionId interaction)
{
    const auto known = readInteraction(database, interaction);
    if (!known)
        return std::unexpected(known.error());
    if (known->state != InteractionState::Done || !known->doneAt)
        return failure(Reason::WrongState, "The interaction is not done yet.", "interactionId");
    auto chat = readTranscript(database, interaction, 1, std::numeric_limits<std::int32_t>::max());
    if (!chat)
        return std::unexpected(chat.error());
    StoredTranscript transcript;
    transcript.document.interactionId = interaction;
    transcript.doneAt = *known->doneAt;
    transcript.endedAt = chat->endedAt.value_or(*known->doneAt);
    transcript.firstEventId = chat->firstEventId;
    transcript.lastEventId =
        chat->lastEventId ? chat->lastEventId
                          : static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    for (auto &event : chat->events)
        transcript.document.events.push_back({std::move(event), {}, {}});
    if (auto read = readSeal(database, transcript); !read)
        return std::unexpected(read.error());
    auto keys = readKeys(database);
    if (!keys)
        return std::unexpected(keys.error());
    transcript.document.keys = std::move(*keys);
    return transcript;
}

Result<void> readFactsOf(Database &database, InteractionId interaction,
                         const std::function<void(StoredFact)> &each)
{
    const auto id = interaction.text();
    auto last = static_cast<std::int64_t>(interaction.value);
    // What the same job said behind the end follows at once: on that page, or on the next one.
    for (bool hasEnded = false, isOver = false; !isOver;) {
        std::vector<StoredFact> page;
        auto read = database.query(selectFacts, {sql(last), sql(factsAtOnce)}, [&](const Row &row) {
            page.push_back({static_cast<std::uint64_t>(row.number(0)), row.text(1), row.text(2)});
        });
        if (!read)
            return read;
        isOver = hasEnded || page.size() < static_cast<std::size_t>(factsAtOnce);
        for (auto &fact : page) {
            last = static_cast<std::int64_t>(fact.id);
            if (!isAbout(fact.payload, id))
                continue;
            hasEnded = hasEnded || isTheEnd(fact);
            each(std::move(fact));
        }
    }
    return {};
}

} // namespace tandem
