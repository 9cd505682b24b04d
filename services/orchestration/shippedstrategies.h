// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orchestration/strategylibrary.h"

#include <string>
#include <vector>

namespace tandem {

// The strategies that come with Tandem (resources/strategies), by id.
std::vector<std::string> shippedStrategyIds();
// Of an id of the list. Findings are not looked for: tests see to it that there are none.
ShippedStrategy shippedStrategy(const std::string &id);

} // namespace tandem
