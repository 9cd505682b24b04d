// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/options.h"
#include "link/servicelink.h"

#include <functional>
#include <memory>
#include <string>

namespace tandem::ctl {

// What a command line asks of a server that it is signed in to.
struct Command
{
    // The text for standard output.
    using Done = std::function<void(Result<std::string>)>;

    bool needsNewPassword = false;
    std::function<void(ServiceLink &, const std::string &newPassword, Done)> run;
};

// `invalid_params` where the words name no command.
Result<Command> commandOf(const Options &options);

// The first line of `file`, else the environment's `variable`, else asked for with `prompt`, with
// `repeatPrompt` once more where that is not empty. Empty passwords are refused.
Result<std::string> passwordFrom(const std::string &file, const char *variable,
                                 const std::string &prompt, const std::string &repeatPrompt);

} // namespace tandem::ctl
