// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"

#include <optional>

namespace tandem::ctl {

// "site export|import|audit|undo"; nothing where the words are none of these. The error says what
// is wrong with the arguments or with the file that they name.
std::optional<Result<Command>> siteCommand(const Options &options);

} // namespace tandem::ctl
