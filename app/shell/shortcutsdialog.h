// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace tandem {

class Look;

// Shows the list of keys (F1).
void showShortcuts(const Look &look, QWidget *over);

} // namespace tandem
