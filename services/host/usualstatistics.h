// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/statisticdefinition.h"

#include <vector>

namespace tandem {

// Statistics that every new company begins with: enough for a wallboard of queues and a team page.
std::vector<protocol::StatisticDefinition> usualStatistics();

} // namespace tandem
