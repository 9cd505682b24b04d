// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/session.h"

#include <vector>

// A plausible company for pictures of the desktop: who works there and what they are at.
namespace tandem::democompany {

// Alice, ready for a while; with or without conversations.
protocol::Welcome welcome(UtcTime now, bool isBusy);
protocol::Offer offer(UtcTime now);
std::vector<protocol::AgentStatus> team(UtcTime now);
// The conversation that pictures show.
InteractionId shown();
protocol::Sender customer();

} // namespace tandem::democompany
