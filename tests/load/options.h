// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <chrono>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace tandem::load {

using Seconds = std::chrono::duration<double>;

// The chat load of 1,000 agents (T8): 6,000 chats an hour.
struct ChatLoadOptions
{
    int openChats = 609;
    double messagesPerSecond = 15.5;
    double startsPerSecond = 1.7;
    double socketShare = 0.8; // of the customers; the others poll
    std::chrono::milliseconds pollInterval{3000};
    std::optional<int> agents; // as many as the open chats need, where it is not said
    int capacity = 6;
    double typingShare = 0.5;
    Seconds dropInterval{std::numeric_limits<double>::infinity()};
    Seconds reloadInterval{std::numeric_limits<double>::infinity()};
    std::optional<Seconds> dropAllAt;
};

struct SaturationOptions
{
    int connections = 50;
    int outstanding = 1; // messages of one that wait for their acknowledgement
    int agents = 0;
};

enum class LoadKind : std::uint8_t { Chat, Saturate };

struct Options
{
    LoadKind kind = LoadKind::Chat;
    ChatLoadOptions chat;
    SaturationOptions saturation;
    Seconds length{60};
    Seconds warmUp{3}; // of a saturation
    std::string server = "http://127.0.0.1:8765";
    std::string service = "support";
    std::string user = "ada";
    std::string passwordFile;
    std::string dialogues;
    std::string json;
    std::uint64_t seed = 1;
    std::vector<std::string> compared; // none, or the two command lines
    int rounds = 3;
    bool help = false;
    bool version = false;
};

Result<Options> parseOptions(const QStringList &arguments);

extern const char *const manual;

} // namespace tandem::load
