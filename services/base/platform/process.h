// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"

#include <functional>
#include <string>

namespace tandem::platform {

// Calls `stop` on a thread of its own whenever the system asks the program to end (SIGTERM,
// SIGINT; on Windows Ctrl+C), and `reload`, where there is one, whenever it asks for its files to
// be read again (SIGHUP; not on Windows). Call before any other thread is started.
TANDEM_BASE_EXPORT void onStopRequest(std::function<void()> stop,
                                      std::function<void()> reload = {});
// Open files allowed: raised to the hard limit. Gives the limit that now holds, 0 if unknown.
TANDEM_BASE_EXPORT unsigned long raiseFileLimit();
// Files made from now on are readable by their owner only.
TANDEM_BASE_EXPORT void makeFilesPrivate();
// Freed blocks of more than a megabyte go back to the system at once, as those of hashed passwords,
// instead of being kept for later ones. Call before any other thread is started.
TANDEM_BASE_EXPORT void returnLargeBlocks();
// What this process may use from now on, whatever it is made to do: so much memory and processor
// time, no files to write, no processes to start. Not on Windows, where it is true.
struct OwnLimits
{
    unsigned long long memoryBytes = 0;
    unsigned cpuSeconds = 0;
};
TANDEM_BASE_EXPORT bool limitSelf(const OwnLimits &limits);
// Whether standard error is shown to a person.
TANDEM_BASE_EXPORT bool isErrorShown();
// A line from the terminal without echo; from standard input where that is no terminal.
TANDEM_BASE_EXPORT std::string readPassword(const std::string &prompt);

} // namespace tandem::platform
