// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"

#include <optional>

namespace tandem::ctl {

// "skill list", "queue put FILE", "calendar remove ID" and the like for every kind of object;
// nothing where the words are none of these.
std::optional<Result<Command>> objectCommand(const Options &options);

} // namespace tandem::ctl
