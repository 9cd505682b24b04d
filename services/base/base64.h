// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"

#include <optional>
#include <string>
#include <string_view>

namespace tandem {

// RFC 4648 section 4, with padding.
TANDEM_BASE_EXPORT std::string toBase64(std::string_view bytes);
// Absent where it is anything else than that.
TANDEM_BASE_EXPORT std::optional<std::string> fromBase64(std::string_view text);

} // namespace tandem
