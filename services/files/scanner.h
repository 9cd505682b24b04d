// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <atomic>
#include <optional>
#include <string>
#include <string_view>

namespace tandem {

// What clamd's answer to INSTREAM says: empty for nothing found, else the name of what was found.
// Absent where it is no such answer.
std::optional<std::string> scanResult(std::string_view answer);

// ClamAV's clamd at a socket in the file system ("/run/clamav/clamd.ctl") or at host:port, by its
// INSTREAM command (clamd(8)). Blocks, for a worker; `stopping` ends it early. Empty: nothing was
// found. Busy where it cannot be asked: what nobody has looked at is not let through.
Result<std::string> scanContent(const std::string &clamd, std::string_view content,
                                const std::atomic<bool> &stopping);

} // namespace tandem
