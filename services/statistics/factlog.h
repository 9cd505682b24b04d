// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/figures.h"
#include "store/database.h"

namespace tandem::statistics {

// Tells the figures what the store's fact log holds from `since` on, in its order.
Result<void> readFacts(Database &database, UtcTime since, Figures &figures);

} // namespace tandem::statistics
