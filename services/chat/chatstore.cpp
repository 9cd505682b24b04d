// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatstore.h"

#include <algorithm>
#include <limits>

namespace tandem {

namespace {

constexpr Statement insertChatRow{
    "INSERT INTO chat (interaction_id, service, secure_key_hash, start_key_hash, first_event_id) "
    "VALUES (?, ?, ?, ?, ?)"};
constexpr Statement updateChatEnd{
    "UPDATE chat SET ended_at = ?, last_event_id = ? WHERE interaction_id = ?"};
constexpr Statement insertParticipantRow{
    "INSERT INTO chat_participant (chat_id, participant_id, type, nickname, agent_id, joined_at, "
    "hidden, supervision, silent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement updatePresence{
    "UPDATE chat_participant SET hidden = ?, supervision = ?, silent = ? "
    "WHERE chat_id = ? AND participant_id = ?"};
constexpr Statement insertMail{
    "INSERT INTO outgoing_mail (interaction_id, kind, address, asked_at) "
    "VALUES (?, 'transcript', ?, ?) ON CONFLICT DO NOTHING"};
constexpr Statement selectEndedKeys{
    "SELECT secure_key_hash, interaction_id, ended_at FROM chat WHERE ended_at >= ?"};
constexpr Statement updateNickname{
    "UPDATE chat_participant SET nickname = ? WHERE chat_id = ? AND participant_id = ?"};
constexpr Statement updateRead{
    "UPDATE chat_participant SET read_index = ? WHERE chat_id = ? AND participant_id = ?"};
constexpr Statement updateLeft{
    "UPDATE chat_participant SET left_at = ? WHERE chat_id = ? AND participant_id = ?"};
constexpr Statement insertEventRow{
    "INSERT INTO chat_event (id, chat_id, event_index, customer_index, type, participant_id, text, "
    "message_type, time, audience, user_data, key_hash) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};

#define TANDEM_CHAT_COLUMNS                                                                        \
    "c.interaction_id, c.service, c.secure_key_hash, c.start_key_hash, c.first_event_id, "         \
    "c.ended_at, c.last_event_id"

constexpr Statement selectOpenChats{
    "SELECT " TANDEM_CHAT_COLUMNS " FROM interaction i "
    "JOIN chat c ON c.interaction_id = i.id WHERE i.state <> 'done'"};
constexpr Statement selectEndedChats{
    "SELECT " TANDEM_CHAT_COLUMNS " FROM chat c JOIN interaction i ON i.id = c.interaction_id "
    "WHERE c.ended_at IS NOT NULL AND c.ended_at >= ? AND i.state = 'done'"};
constexpr Statement selectChat{"SELECT " TANDEM_CHAT_COLUMNS
                               " FROM chat c WHERE c.interaction_id = ?"};
constexpr Statement selectParticipants{
    "SELECT participant_id, type, nickname, agent_id, joined_at, left_at, hidden, read_index, "
    "supervision, silent "
    "FROM chat_participant WHERE chat_id = ? ORDER BY participant_id"};

#undef TANDEM_CHAT_COLUMNS
#define TANDEM_EVENT_COLUMNS                                                                       \
    "id, chat_id, event_index, customer_index, type, participant_id, text, message_type, time, "   \
    "audience, user_data, key_hash"

constexpr Statement selectEvents{"SELECT " TANDEM_EVENT_COLUMNS
                                 " FROM chat_event WHERE id BETWEEN ? AND ? ORDER BY id"};
constexpr Statement selectChatEvents{"SELECT " TANDEM_EVENT_COLUMNS
                                     " FROM chat_event WHERE id BETWEEN ? AND ? AND chat_id = ? "
                                     "AND event_index >= ? ORDER BY id LIMIT ?"};

#undef TANDEM_EVENT_COLUMNS

ChatRecord chatFrom(const Row &row)
{
    ChatRecord chat;
    chat.id = row.id<InteractionId>(0);
    chat.service = row.text(1);
    chat.secureKeyHash = row.text(2);
    if (!row.isNull(3))
        chat.startKeyHash = row.number(3);
    chat.firstEventId = static_cast<std::uint64_t>(row.number(4));
    chat.endedAt = row.maybeTime(5);
    chat.lastEventId = static_cast<std::uint64_t>(row.number(6));
    return chat;
}

ChatEventRow eventFrom(const Row &row)
{
    ChatEventRow event;
    event.id = static_cast<std::uint64_t>(row.number(0));
    event.chat = row.id<InteractionId>(1);
    event.event.index = static_cast<int>(row.number(2));
    if (!row.isNull(3))
        event.customerIndex = static_cast<int>(row.number(3));
    event.event.type = row.named<ChatEventType>(4);
    event.event.from.participantId = static_cast<int>(row.number(5));
    event.event.text = row.maybeText(6);
    event.messageType = row.maybeText(7);
    event.event.time = row.time(8);
    event.event.audience = row.named<Audience>(9);
    if (!row.isNull(10)) {
        event.event.userData =
            json::fromText<protocol::Data>(row.text(10)).value_or(protocol::Data{});
    }
    if (!row.isNull(11))
        event.keyHash = row.number(11);
    return event;
}

Result<void> readParticipants(Database &database, ChatRecord &chat)
{
    return database.query(selectParticipants, {sql(chat.id)}, [&](const Row &row) {
        ChatParticipant participant;
        participant.participantId = static_cast<int>(row.number(0));
        participant.type = row.named<ParticipantType>(1);
        participant.nickname = row.text(2);
        participant.agent = row.id<AgentId>(3);
        participant.joinedAt = row.time(4);
        participant.isPresent = row.isNull(5);
        participant.isHidden = row.number(6) != 0;
        participant.readIndex = row.isNull(7) ? 0 : static_cast<int>(row.number(7));
        if (!row.isNull(8))
            participant.supervision = row.named<SupervisionMode>(8);
        participant.isSilent = row.number(9) != 0;
        chat.participants.push_back(std::move(participant));
    });
}

} // namespace

Write insertChat(const ChatRecord &chat)
{
    return write(insertChatRow, chat.id, chat.service, chat.secureKeyHash, chat.startKeyHash,
                 chat.firstEventId);
}

Write endChat(const ChatRecord &chat)
{
    return write(updateChatEnd, chat.endedAt, chat.lastEventId, chat.id);
}

Write insertParticipant(const ChatRecord &chat, const ChatParticipant &participant)
{
    return write(insertParticipantRow, chat.id, participant.participantId, participant.type,
                 participant.nickname, participant.agent, participant.joinedAt,
                 participant.isHidden, participant.supervision, participant.isSilent);
}

Write updateParticipantPresence(InteractionId chat, const ChatParticipant &participant)
{
    return write(updatePresence, participant.isHidden, participant.supervision,
                 participant.isSilent, chat, participant.participantId);
}

Write updateParticipantNickname(InteractionId chat, int participantId, const std::string &nickname)
{
    return write(updateNickname, nickname, chat, participantId);
}

Write updateParticipantRead(InteractionId chat, int participantId, int readIndex)
{
    return write(updateRead, readIndex, chat, participantId);
}

Write updateParticipantLeft(InteractionId chat, int participantId, UtcTime leftAt)
{
    return write(updateLeft, leftAt, chat, participantId);
}

Write insertChatEvent(const ChatEventRow &row)
{
    const auto &event = row.event;
    const auto userData =
        event.userData.empty() ? std::nullopt : std::optional(json::toText(event.userData));
    return write(insertEventRow, row.id, row.chat, event.index, row.customerIndex, event.type,
                 event.from.participantId, event.text, row.messageType, event.time, event.audience,
                 userData, row.keyHash);
}

Write insertTranscriptMail(InteractionId chat, const std::string &address, UtcTime askedAt)
{
    return write(insertMail, chat, address, askedAt);
}

Result<void> readEndedKeys(
    Database &database, UtcTime since,
    const std::function<void(const std::string &keyHash, InteractionId id, UtcTime endedAt)> &each)
{
    return database.query(selectEndedKeys, {sql(since)}, [&](const Row &row) {
        each(row.text(0), row.id<InteractionId>(1), row.time(2));
    });
}

Result<std::vector<ChatRecord>> readChats(Database &database, UtcTime since)
{
    std::vector<ChatRecord> chats;
    const auto each = [&](const Row &row) { chats.push_back(chatFrom(row)); };
    auto result = database.query(selectOpenChats, {}, each);
    if (result)
        result = database.query(selectEndedChats, {sql(since)}, each);
    for (auto &chat : chats) {
        if (result)
            result = readParticipants(database, chat);
    }
    if (!result)
        return std::unexpected(result.error());
    return chats;
}

Result<void> readChatEvents(Database &database, std::uint64_t first, std::uint64_t last,
                            const std::function<void(ChatEventRow)> &each)
{
    return database.query(selectEvents, {sql(first), sql(last)},
                          [&](const Row &row) { each(eventFrom(row)); });
}

Result<ChatRecord> readTranscript(Database &database, InteractionId id, int index, std::size_t most)
{
    std::optional<ChatRecord> chat;
    auto result =
        database.query(selectChat, {sql(id)}, [&](const Row &row) { chat = chatFrom(row); });
    if (result && !chat)
        return failure(Reason::NotFound, "There is no such conversation.");
    if (result)
        result = readParticipants(database, *chat);
    const auto last = chat && chat->lastEventId ? static_cast<std::int64_t>(chat->lastEventId)
                                                : std::numeric_limits<std::int64_t>::max();
    if (result) {
        result = database.query(selectChatEvents,
                                {sql(chat->firstEventId), sql(last), sql(id), sql(index),
                                 sql(static_cast<std::int64_t>(most))},
                                [&](const Row &row) {
                                    auto event = eventFrom(row).event;
                                    const auto sender = std::ranges::find(
                                        chat->participants, event.from.participantId,
                                        &ChatParticipant::participantId);
                                    if (sender != chat->participants.end())
                                        event.from = sender->sender();
                                    chat->events.push_back(std::move(event));
                                });
    }
    if (!result)
        return std::unexpected(result.error());
    return std::move(*chat);
}

} // namespace tandem
