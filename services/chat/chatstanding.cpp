// SPDX-License-Identifier: GPL-3.0-or-later
// What a customer is told besides events: how the wait stands, and what has been read.
#include "chat/chats.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr auto standingInterval = Ms(5'000);

} // namespace

std::optional<protocol::Data> Chats::standingOf(const ChatRecord &chat) const
{
    protocol::Data told;
    if (const auto standing =
            m_standingOf && !chat.endedAt ? m_standingOf(chat.id) : std::nullopt) {
        told["queuePosition"] = std::to_string(standing->position);
        if (standing->estimated)
            told["estimatedWaitMs"] = std::to_string(standing->estimated->count());
    }
    int read = 0;
    for (const auto &reader : chat.participants) {
        if (reader.agent && !reader.isHidden)
            read = std::max(read, reader.readIndex);
    }
    if (read > 0)
        told["readPosition"] = std::to_string(chat.customersIndexOf(read));
    return told.empty() ? std::nullopt : std::optional(std::move(told));
}

// Who polls asks; who listens on a socket is told when it has changed.
void Chats::tellStandings()
{
    m_engine.after(standingInterval, [this] { tellStandings(); });
    for (auto &[id, chat] : m_chats) {
        if (chat.hasSocket && !chat.endedAt)
            tellStanding(chat);
    }
}

void Chats::tellStanding(ChatRecord &chat)
{
    auto told = standingOf(chat);
    if (told == chat.toldStanding)
        return;
    chat.toldStanding = told;
    m_engine.tellStanding(chat.id, told.value_or(protocol::Data{}));
}

void Chats::markRead(ChatRecord &chat, ChatParticipant &reader, int index)
{
    index = std::min(index, static_cast<int>(chat.events.size()));
    if (index <= reader.readIndex)
        return;
    reader.readIndex = index;
    m_engine.write(updateParticipantRead(chat.id, reader.participantId, index));
    m_engine.signal(protocol::ChatRead{chat.id, reader.participantId, index}, chat.presentAgents());
    if (reader.agent && !reader.isHidden && chat.hasSocket && !chat.endedAt)
        tellStanding(chat);
}

} // namespace tandem
