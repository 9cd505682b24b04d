// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"
#include "ctl/options.h"

#include <optional>

namespace tandem::ctl {

// "contact export|erase"; nothing where the words are neither.
std::optional<Result<Command>> contactCommand(const Options &options);

} // namespace tandem::ctl
