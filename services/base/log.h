// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"

#include <spdlog/logger.h>

#include <string>

namespace tandem {

// What the levels mean: error - a promise is in danger, someone must act; warning - something was
// refused or repaired; info - starts, stops and changes of configuration; debug - one line for
// each request. No personal data and no secrets at any level.
struct LogSettings
{
    std::string level = "info"; // error, warning, info, debug
    std::string file;           // empty: standard error only
    bool jsonLines = false;
};

// Once, by main, before any thread starts.
TANDEM_BASE_EXPORT void startLogging(const LogSettings &settings);
// The logger "tandem.<folder>". Any thread.
TANDEM_BASE_EXPORT spdlog::logger &logger(const char *folder);

} // namespace tandem
