// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/session.h"

#include <QStringList>

namespace tandem::ctl {

// "simulate", which needs no server; nothing where the arguments are something else. Needs an
// application object. What it finds is printed.
std::optional<Outcome> simulateCommand(const QStringList &arguments);

} // namespace tandem::ctl
