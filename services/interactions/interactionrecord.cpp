// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/interactionrecord.h"

#include <limits>

namespace tandem {

namespace {

#define TANDEM_INTERACTION_COLUMNS                                                                 \
    "id, media_type, type, state, queue_id, queue_position, subject, contact_id, contact_name, "   \
    "attached_data, priority, agent_id, offer_agent_id, offer_expires_at, created_at, queued_at, " \
    "offered_at, accepted_at, ended_at, done_at, disposition, note"

constexpr Statement insertRow{
    "INSERT INTO interaction (" TANDEM_INTERACTION_COLUMNS ") "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement updateRow{
    "UPDATE interaction SET state = ?, queue_id = ?, queue_position = ?, attached_data = ?, "
    "agent_id = ?, offer_agent_id = ?, offer_expires_at = ?, queued_at = ?, offered_at = ?, "
    "accepted_at = ?, ended_at = ?, done_at = ?, disposition = ?, note = ? WHERE id = ?"};
constexpr Statement selectOpen{"SELECT " TANDEM_INTERACTION_COLUMNS
                               " FROM interaction WHERE state <> 'done' ORDER BY id"};
constexpr Statement selectPage{
    "SELECT " TANDEM_INTERACTION_COLUMNS " FROM interaction WHERE id < ? AND (? = '' OR "
    "instr(lower(contact_name), lower(?)) OR instr(lower(subject), lower(?))) ORDER BY id DESC "
    "LIMIT ?"};
constexpr Statement selectOne{"SELECT " TANDEM_INTERACTION_COLUMNS
                              " FROM interaction WHERE id = ?"};

#undef TANDEM_INTERACTION_COLUMNS

constexpr std::int64_t newestId = std::numeric_limits<std::int64_t>::max();

InteractionRecord fromRow(const Row &row)
{
    InteractionRecord record;
    auto &view = record.view;
    view.id = row.id<InteractionId>(0);
    view.mediaType = row.text(1);
    view.type = row.text(2);
    view.state = row.named<InteractionState>(3);
    view.queueId = row.text(4);
    record.queuePosition = static_cast<std::uint64_t>(row.number(5));
    view.subject = row.text(6);
    view.contact = {row.id<ContactId>(7), row.text(8)};
    view.attachedData = json::fromText<protocol::Data>(row.text(9)).value_or(protocol::Data{});
    view.priority = static_cast<int>(row.number(10));
    if (!row.isNull(11))
        view.agentId = row.id<AgentId>(11);
    if (!row.isNull(12))
        record.offer = OfferRecord{row.id<AgentId>(12), row.time(13), {}, {}, false};
    view.createdAt = row.time(14);
    view.queuedAt = row.time(15);
    view.offeredAt = row.maybeTime(16);
    view.acceptedAt = row.maybeTime(17);
    view.endedAt = row.maybeTime(18);
    view.doneAt = row.maybeTime(19);
    view.disposition = row.maybeText(20);
    view.note = row.maybeText(21);
    if (record.offer)
        record.offer->isTransfer = view.state != InteractionState::Offered;
    return record;
}

} // namespace

Write insertInteraction(const InteractionRecord &record)
{
    const auto &view = record.view;
    return write(insertRow, view.id, view.mediaType, view.type, view.state, view.queueId,
                 record.queuePosition, view.subject, view.contact.id, view.contact.name,
                 json::toText(view.attachedData), view.priority, record.agent(), nullptr, nullptr,
                 view.createdAt, view.queuedAt, view.offeredAt, view.acceptedAt, view.endedAt,
                 view.doneAt, view.disposition, view.note);
}

Write updateInteraction(const InteractionRecord &record)
{
    const auto &view = record.view;
    const auto offerAgent = record.offer ? record.offer->agent : AgentId{};
    const auto offerEnd =
        record.offer ? std::optional(record.offer->expiresAt) : std::optional<UtcTime>();
    return write(updateRow, view.state, view.queueId, record.queuePosition,
                 json::toText(view.attachedData), record.agent(), offerAgent, offerEnd,
                 view.queuedAt, view.offeredAt, view.acceptedAt, view.endedAt, view.doneAt,
                 view.disposition, view.note, view.id);
}

Result<void> readOpenInteractions(Database &database,
                                  const std::function<void(InteractionRecord)> &each)
{
    return database.query(selectOpen, {}, [&](const Row &row) { each(fromRow(row)); });
}

Result<std::vector<protocol::Interaction>>
readInteractions(Database &database, InteractionId before, int most, const std::string &filter)
{
    std::vector<protocol::Interaction> found;
    const auto limit = before ? static_cast<std::int64_t>(before.value) : newestId;
    if (auto read = database.query(selectPage,
                                   {sql(limit), sql(filter), sql(filter), sql(filter), sql(most)},
                                   [&](const Row &row) { found.push_back(fromRow(row).view); });
        !read)
        return std::unexpected(read.error());
    return found;
}

Result<protocol::Interaction> readInteraction(Database &database, InteractionId id)
{
    std::optional<protocol::Interaction> found;
    if (auto read = database.query(selectOne, {sql(id)},
                                   [&](const Row &row) { found = fromRow(row).view; });
        !read)
        return std::unexpected(read.error());
    if (!found)
        return failure(Reason::NotFound, "You have no such interaction.", "interactionId");
    return std::move(*found);
}

} // namespace tandem
