// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"
#include "base/time.h"

#include <optional>
#include <string_view>

namespace tandem {

// "500ms", "30s", "5m", "2h", "7d"; a bare number is milliseconds. Nothing where it is none of
// these or longer than 366 days.
TANDEM_BASE_EXPORT std::optional<Ms> durationFromText(std::string_view text);

} // namespace tandem
