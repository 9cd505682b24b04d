// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/domain_export.h"

#include <string_view>

namespace tandem {

// Whether a person may be offered this text to open: an absolute http or https address (RFC 3986)
// of at most 2,000 bytes, without a user name (which can pass for the host), blanks, control
// characters or backslashes.
TANDEM_DOMAIN_EXPORT bool isWebAddress(std::string_view text);

} // namespace tandem
