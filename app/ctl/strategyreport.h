// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/strategy.h"

#include <string>

// Strategies as people read them. Each text ends with a line feed.
namespace tandem::ctl {

std::string report(const protocol::StrategyListReply &list);
std::string report(const protocol::StrategySessionsReply &list);
std::string report(const protocol::StrategyTraceReply &trace);

} // namespace tandem::ctl
