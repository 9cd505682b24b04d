// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"

#include <string>
#include <string_view>

namespace tandem {

// Argon2id (RFC 9106), 19 MiB, 2 passes: takes tens of milliseconds, so never on the core.
std::string hashPassword(std::string_view password, Random &random);
// Takes as long for a hash that is none, so that time does not tell who exists.
bool isPassword(const std::string &hash, std::string_view password);

} // namespace tandem
