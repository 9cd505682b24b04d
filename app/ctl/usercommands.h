// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"

#include <optional>

namespace tandem::ctl {

// "user add|set|remove|password NAME"; nothing where the words are none of these.
std::optional<Result<Command>> userCommand(const Options &options);

} // namespace tandem::ctl
