// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatrecord.h"
#include "store/database.h"

#include <functional>

namespace tandem {

// An event with what only the store and the customer's counter need.
struct ChatEventRow
{
    std::uint64_t id = 0;
    InteractionId chat;
    protocol::ChatEvent event;
    std::optional<int> customerIndex;
    std::optional<std::string> messageType;
    std::optional<std::int64_t> keyHash;
};

// Rows of the chat tables.
Write insertChat(const ChatRecord &chat);
Write endChat(const ChatRecord &chat);
Write insertParticipant(const ChatRecord &chat, const ChatParticipant &participant);
Write updateParticipantPresence(InteractionId chat, const ChatParticipant &participant);
Write updateParticipantNickname(InteractionId chat, int participantId, const std::string &nickname);
Write updateParticipantRead(InteractionId chat, int participantId, int readIndex);
Write updateParticipantLeft(InteractionId chat, int participantId, UtcTime leftAt);
Write insertChatEvent(const ChatEventRow &row);

// To be sent when the chat has ended; once for each address.
Write insertTranscriptMail(InteractionId chat, const std::string &address, UtcTime askedAt);

// Key and id of chats that ended after `since`, with the time of it.
Result<void> readEndedKeys(
    Database &database, UtcTime since,
    const std::function<void(const std::string &keyHash, InteractionId id, UtcTime endedAt)> &each);
// Chats whose interaction is open, or that ended after `since`, with participants, without events.
Result<std::vector<ChatRecord>> readChats(Database &database, UtcTime since);
// Events with ids from `first` to `last` of all chats, in order; senders carry only their number.
Result<void> readChatEvents(Database &database, std::uint64_t first, std::uint64_t last,
                            const std::function<void(ChatEventRow)> &each);
// One chat as it is stored, with events from `index` on, at most `most`.
Result<ChatRecord> readTranscript(Database &database, InteractionId chat, int index,
                                  std::size_t most);

} // namespace tandem
