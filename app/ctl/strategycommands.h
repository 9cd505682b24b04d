// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/options.h"
#include "ctl/session.h"

#include <optional>

namespace tandem::ctl {

// "strategy check|conformance", which need no server; nothing where the words are neither. What
// they find is printed.
std::optional<Outcome> strategyCommand(const Options &options);

} // namespace tandem::ctl
