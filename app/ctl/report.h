// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/agent.h"
#include "protocol/chat.h"
#include "protocol/interaction.h"
#include "protocol/queue.h"
#include "protocol/server.h"

#include <string>

// Answers of the server as people read them. Each text ends with a line feed.
namespace tandem::ctl {

std::string report(const protocol::ServerStatusReply &status);
std::string report(const protocol::AgentListReply &list);
std::string report(const protocol::QueueListReply &list);
std::string report(const protocol::InteractionListReply &list);
std::string report(const protocol::ChatTranscriptReply &transcript);

// "1:02:03" or "2:03".
std::string durationText(std::int64_t ms);

} // namespace tandem::ctl
