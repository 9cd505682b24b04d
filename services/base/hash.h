// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace tandem {

// SHA-256 in lower-case hexadecimal. What is stored of a secret.
TANDEM_BASE_EXPORT std::string sha256Hex(std::string_view text);
// The 32 bytes of SHA-256.
TANDEM_BASE_EXPORT std::string sha256Bytes(std::string_view text);
// Lower-case hexadecimal of bytes.
TANDEM_BASE_EXPORT std::string toHex(std::string_view bytes);
// The first 63 bits of SHA-256, for keys that are remembered by hash.
TANDEM_BASE_EXPORT std::int64_t keyHash(std::string_view text);
// Equality in time that does not depend on where the texts differ.
TANDEM_BASE_EXPORT bool equalSecrets(std::string_view a, std::string_view b);

} // namespace tandem
