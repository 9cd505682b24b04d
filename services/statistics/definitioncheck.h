// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "protocol/statisticdefinition.h"

namespace tandem::statistics {

// `invalid_params` where a definition from outside cannot be told, with the reason.
Result<void> checkDefinition(const protocol::StatisticDefinition &definition);

} // namespace tandem::statistics
