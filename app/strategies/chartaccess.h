// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace tandem {

// From now on every ChartView is a chart whose children are its states, in document order, and
// every StateItem an item with a name, a place and the action to go there. GUI thread; once is
// enough.
void installChartAccess();

} // namespace tandem
