// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace tandem::ctl {

// What --help prints.
extern const std::string_view manual;
// What simulate --help prints.
extern const std::string_view simulateManual;

} // namespace tandem::ctl
