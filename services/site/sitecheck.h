// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "protocol/site.h"

#include <string_view>

// What makes a document one that a company can be run on. Core thread; pure.
namespace tandem {

inline constexpr int lowestLevel = 1; // of an agent's skill
inline constexpr int highestLevel = 100;
inline constexpr int lowestCapacity = 1;
inline constexpr int highestCapacity = 100;
inline constexpr std::size_t mostObjects = 10'000; // of a kind

// 1 to 64 letters, digits or . - _ @.
bool isSiteId(std::string_view text);

// The first fault, by kind, id and field ("queues.support.steps[1].targets[0].expression"), as
// `invalid_params`.
Result<void> checkDocument(const protocol::SiteDocument &document);

} // namespace tandem
