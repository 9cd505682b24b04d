// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/interactionrecord.h"

#include <algorithm>
#include <limits>

namespace tandem {

namespace {

#define TANDEM_INTERACTION_COLUMNS                                                                 \
    "id, media_type, type, state, queue_id, queue_position, subject, contact_id, contact_name, "   \
    "attached_data, priority, agent_id, offer_agent_id, offer_expires_at, created_at, queued_at, " \
    "offered_at, accepted_at, ended_at, done_at, disposition, note, offer_kind, due_at, "          \
    "external_id, parent_id, workbin_id, return_at, consult_agent_id, member_ids, held, "          \
    "handled_since, queue_entered_at, contact_key_hash, skill_target, "                            \
    "partings, survey_score, survey_comment"

constexpr Statement insertRow{
    "INSERT INTO interaction (" TANDEM_INTERACTION_COLUMNS ") "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
    "?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement updateSurveyRow{
    "UPDATE interaction SET survey_score = ?, survey_comment = ? WHERE id = ?"};
constexpr Statement updateName{"UPDATE interaction SET contact_name = ? WHERE id = ?"};
constexpr Statement updateRow{
    "UPDATE interaction SET state = ?, queue_id = ?, queue_position = ?, attached_data = ?, "
    "agent_id = ?, offer_agent_id = ?, offer_expires_at = ?, queued_at = ?, offered_at = ?, "
    "accepted_at = ?, ended_at = ?, done_at = ?, disposition = ?, note = ?, offer_kind = ?, "
    "priority = ?, due_at = ?, workbin_id = ?, return_at = ?, consult_agent_id = ?, "
    "member_ids = ?, held = ?, handled_since = ?, queue_entered_at = ?, skill_target = ?, "
    "partings = ? WHERE id = ?"};
constexpr Statement selectOpen{"SELECT " TANDEM_INTERACTION_COLUMNS
                               " FROM interaction WHERE state <> 'done' ORDER BY id"};
constexpr Statement selectPage{
    "SELECT " TANDEM_INTERACTION_COLUMNS " FROM interaction WHERE id < ? AND (? = '' OR "
    "instr(lower(contact_name), lower(?)) OR instr(lower(subject), lower(?))) ORDER BY id DESC "
    "LIMIT ?"};
constexpr Statement selectOne{"SELECT " TANDEM_INTERACTION_COLUMNS
                              " FROM interaction WHERE id = ?"};

#undef TANDEM_INTERACTION_COLUMNS

using Members = std::vector<AgentId>;
using Partings = std::vector<Parting>;

// Those who may still ask again are few.
constexpr std::size_t mostPartings = 16;
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
    if (!row.isNull(12)) {
        record.offer = OfferRecord{row.id<AgentId>(12),
                                   row.time(13),
                                   {},
                                   TimerId::None,
                                   row.named<protocol::OfferKind>(22)};
    }
    view.createdAt = row.time(14);
    view.queuedAt = row.time(15);
    view.offeredAt = row.maybeTime(16);
    view.acceptedAt = row.maybeTime(17);
    view.endedAt = row.maybeTime(18);
    view.doneAt = row.maybeTime(19);
    view.disposition = row.maybeText(20);
    view.note = row.maybeText(21);
    view.dueAt = row.maybeTime(23);
    view.externalId = row.maybeText(24);
    if (!row.isNull(25))
        view.parentId = row.id<InteractionId>(25);
    view.workbinId = row.maybeText(26);
    view.returnAt = row.maybeTime(27);
    if (!row.isNull(28))
        view.consultedId = row.id<AgentId>(28);
    if (!row.isNull(29))
        view.memberIds = json::fromText<Members>(row.text(29)).value_or(Members{});
    if (row.number(30) != 0)
        view.held = true;
    record.handledSinceUtc = row.maybeTime(31).value_or(view.acceptedAt.value_or(view.queuedAt));
    record.waitingSinceUtc = row.maybeTime(32).value_or(view.queuedAt);
    if (!row.isNull(33))
        record.contactKeyHash = row.number(33);
    record.skillTarget = row.maybeText(34);
    if (!row.isNull(35))
        record.partings = json::fromText<Partings>(row.text(35)).value_or(Partings{});
    if (!row.isNull(36))
        view.survey = protocol::Survey{static_cast<int>(row.number(36)), row.maybeText(37)};
    return record;
}

std::optional<std::string> membersText(const InteractionRecord &record)
{
    const auto &members = record.view.memberIds;
    return members.empty() ? std::nullopt : std::optional(json::toText(members));
}

std::optional<std::string> partingsText(const InteractionRecord &record)
{
    const auto &partings = record.partings;
    return partings.empty() ? std::nullopt : std::optional(json::toText(partings));
}

std::optional<protocol::OfferKind> kindOf(const InteractionRecord &record)
{
    return record.offer ? std::optional(record.offer->kind) : std::nullopt;
}

} // namespace

bool InteractionRecord::isMember(AgentId id) const
{
    return id && std::ranges::find(view.memberIds, id) != view.memberIds.end();
}

bool InteractionRecord::takesPart(AgentId id) const
{
    return id && (agent() == id || isMember(id) || (isConsulting() && consulted() == id));
}

void InteractionRecord::part(AgentId id, std::string request)
{
    comesBack(id);
    if (partings.size() == mostPartings)
        partings.erase(partings.begin());
    partings.push_back({id, std::move(request)});
}

bool InteractionRecord::hasParted(AgentId id, std::string_view request) const
{
    return std::ranges::any_of(partings, [&](const Parting &parting) {
        return parting.agent == id && parting.request == request;
    });
}

void InteractionRecord::comesBack(AgentId id)
{
    std::erase_if(partings, [id](const Parting &parting) { return parting.agent == id; });
}

std::string requestOf(const protocol::Target &target)
{
    if (target.agentId)
        return "transfer to agent " + target.agentId->text();
    return target.queueId ? "transfer to queue " + *target.queueId
                          : "transfer to skill " + target.skill.value_or(std::string());
}

Write insertInteraction(const InteractionRecord &record)
{
    const auto &view = record.view;
    return write(insertRow, view.id, view.mediaType, view.type, view.state, view.queueId,
                 record.queuePosition, view.subject, view.contact.id, view.contact.name,
                 json::toText(view.attachedData), view.priority, record.agent(), nullptr, nullptr,
                 view.createdAt, view.queuedAt, view.offeredAt, view.acceptedAt, view.endedAt,
                 view.doneAt, view.disposition, view.note, nullptr, view.dueAt, view.externalId,
                 view.parentId, view.workbinId, view.returnAt, nullptr, nullptr,
                 view.held.value_or(false), nullptr, record.waitingSinceUtc, record.contactKeyHash,
                 record.skillTarget, partingsText(record), nullptr, nullptr);
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
                 view.disposition, view.note, kindOf(record), view.priority, view.dueAt,
                 view.workbinId, view.returnAt, record.consulted(), membersText(record),
                 view.held.value_or(false), record.handledSinceUtc, record.waitingSinceUtc,
                 record.skillTarget, partingsText(record), view.id);
}

Write updateContactName(const InteractionRecord &record)
{
    return write(updateName, record.view.contact.name, record.view.id);
}

Write updateSurvey(InteractionId id, const protocol::Survey &survey)
{
    return write(updateSurveyRow, survey.score, survey.comment, id);
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
