// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"

#include <cstdint>
#include <optional>

namespace tandem::platform {

// What the system says of this process; absent where it does not.
struct ProcessFigures
{
    std::optional<std::uint64_t> residentBytes;
    std::optional<std::uint64_t> virtualBytes;
    std::optional<double> cpuSeconds;       // user and system
    std::optional<double> startSeconds;     // since 1970 UTC
    std::optional<std::uint64_t> openFiles; // on Windows: handles
    std::optional<std::uint64_t> mostOpenFiles;
};

// Reads them now; some system calls, no more than a millisecond. Any thread.
TANDEM_BASE_EXPORT ProcessFigures processFigures();

} // namespace tandem::platform
