// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

class QAbstractItemView;

namespace tandem {

// An administrator signs in, gives the queue "vip" the strategy of the same name, and looks at the
// page of strategies.
void openStrategies(Desk &desk);
// Waits for it, as Desk::control.
QAbstractItemView *listOf(Desk &desk, const char *name);
// The row of this text, which has to be there.
void choose(QAbstractItemView *view, const QString &text);

} // namespace tandem
