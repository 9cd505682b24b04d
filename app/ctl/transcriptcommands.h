// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"
#include "ctl/options.h"
#include "ctl/session.h"

#include <optional>

namespace tandem::ctl {

// "transcript verify FILE", which needs no server; nothing where the words are another command.
// What it finds is printed.
std::optional<Outcome> transcriptFileCommand(const Options &options);

// "transcript export|redact|keys|verify ID"; nothing where the words are none of them.
std::optional<Result<Command>> transcriptCommand(const Options &options);

} // namespace tandem::ctl
