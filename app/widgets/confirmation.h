// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QString>

#include <functional>

class QWidget;

namespace tandem {

class Look;

// Asks before something that cannot be undone; `then` is done where the agent says yes. Does not
// wait.
TANDEM_WIDGETS_EXPORT void confirm(QWidget *over, const Look &look, const QString &question,
                                   const QString &means, const QString &yes,
                                   std::function<void()> then);

} // namespace tandem
