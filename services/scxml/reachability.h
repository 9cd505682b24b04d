// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scxml/chart.h"

namespace tandem::scxml {

// The states of a chart that no session can enter, whatever its conditions say; in document order,
// without those inside of one that is named already. Any thread.
Findings unreachableStates(const Chart &chart);

} // namespace tandem::scxml
