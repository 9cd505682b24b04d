// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"

#include <optional>

namespace tandem::ctl {

// strategy list, show, install, activate, remove, sessions and trace: of a server. Nothing where
// the words name none of them.
std::optional<Result<Command>> strategyRequest(const Options &options);

} // namespace tandem::ctl
