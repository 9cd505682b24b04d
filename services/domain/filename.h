// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/domain_export.h"

#include <cstddef>
#include <string>
#include <string_view>

// Names of files from outside. Pure; texts are UTF-8.
namespace tandem {

// The name that is kept and shown: the last component of a path of any system, without control
// characters and what turns the direction of text, at most `longest` bytes (64 or more) with its
// ending, never empty, never hidden, and no name that Windows keeps for devices.
TANDEM_DOMAIN_EXPORT std::string safeFileName(std::string_view name, std::size_t longest = 255);
// What follows the last dot, in lower case; empty where there is none.
TANDEM_DOMAIN_EXPORT std::string fileEnding(std::string_view name);
// `attachment` with the name in both forms (RFC 6266 section 4.1, RFC 8187 section 3.2.1).
TANDEM_DOMAIN_EXPORT std::string attachmentDisposition(std::string_view name);

} // namespace tandem
