// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace tandem::gateway {

// An IPv4 or IPv6 address in the form in which requests carry it; nothing where `text` is none.
std::optional<std::string> ipAddress(const std::string &text);

} // namespace tandem::gateway
