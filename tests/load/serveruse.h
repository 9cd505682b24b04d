// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tandem::load {

// What a server's /metrics says of itself at one moment.
struct ServerUse
{
    double cpuSeconds = 0;
    double residentBytes = 0;
    double units = 0;
    double commits = 0;

    // Nothing where the text is not that of /metrics.
    static std::optional<ServerUse> read(std::string_view metrics);
};

} // namespace tandem::load
