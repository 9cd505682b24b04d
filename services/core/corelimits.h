// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace tandem {

// What the core takes before it says "busy". No configuration sets it.
struct CoreLimits
{
    std::size_t backlog = 20'000; // jobs waiting or committing
};

} // namespace tandem
