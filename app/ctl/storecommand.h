// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/session.h"

#include <QStringList>

#include <optional>

namespace tandem::ctl {

// "backup", "restore" and "store copy", which need no server; nothing where the arguments are
// something else. What was done is printed.
std::optional<Outcome> storeCommand(const QStringList &arguments);

} // namespace tandem::ctl
