// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/command.h"
#include "ctl/options.h"

namespace tandem::ctl {

// What the process tells its caller (the manual lists them for people).
enum class Outcome { Done = 0, Refused = 1, WrongUsage = 2, NoConnection = 3 };

// Signs in, runs the command, signs out; prints. Needs an application object, runs its loop.
Outcome runCommand(const Options &options, const Command &command, const std::string &password,
                   const std::string &newPassword);

// Prints the error to standard error; which outcome it is.
Outcome failed(const Error &error);

} // namespace tandem::ctl
