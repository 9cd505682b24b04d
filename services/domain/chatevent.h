// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/names.h"

#include <array>

namespace tandem {

// Kinds of events in a chat; the names are those of Chat API version 2.
enum class ChatEventType {
    Message,
    ParticipantJoined,
    ParticipantLeft,
    TypingStarted,
    TypingStopped,
    PushUrl,
    FileUploaded,
    FileDeleted,
    NicknameUpdated,
    CustomNotice,
    Notice,
    IdleAlert,
    IdleClose
};

constexpr std::array<std::string_view, 13> namesOf(ChatEventType)
{
    return {"Message", "ParticipantJoined", "ParticipantLeft", "TypingStarted",   "TypingStopped",
            "PushUrl", "FileUploaded",      "FileDeleted",     "NicknameUpdated", "CustomNotice",
            "Notice",  "IdleAlert",         "IdleClose"};
}

enum class ParticipantType { Client, Agent, Supervisor, External };

constexpr std::array<std::string_view, 4> namesOf(ParticipantType)
{
    return {"Client", "Agent", "Supervisor", "External"};
}

// How a supervisor is in a conversation of others: watching; heard by agents only; heard by all.
enum class SupervisionMode { Monitor, Coach, BargeIn };

constexpr std::array<std::string_view, 3> namesOf(SupervisionMode)
{
    return {"monitor", "coach", "barge_in"};
}

// Who may see an event. What is for agents leaves no trace with the customer.
enum class Audience { Everyone, Agents };

constexpr std::array<std::string_view, 2> namesOf(Audience) { return {"everyone", "agents"}; }

} // namespace tandem
