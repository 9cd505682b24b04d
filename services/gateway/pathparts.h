// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tandem::gateway {

// The parts of a path below `prefix` (which ends with a slash), decoded; a slash at the end is
// accepted. Nothing where the path is not below it, or a part is empty or not UTF-8.
std::optional<std::vector<std::string>> pathParts(std::string_view path, std::string_view prefix);

} // namespace tandem::gateway
