// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tandem {

// The first telephone number that a text names, as digits with a leading "+" where it has one: 6 to
// 15 digits (E.164), which may be parted by spaces, dots, hyphens, slashes or parentheses.
std::optional<std::string> phoneNumberIn(std::string_view text);

} // namespace tandem
