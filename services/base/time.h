// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tandem {

using Ms = std::chrono::milliseconds;
// Wall clock, UTC, millisecond resolution: for what is stored and shown.
using UtcTime = std::chrono::sys_time<Ms>;
// Monotonic clock: for every duration and time-out, since the wall clock may jump.
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, Ms>;

// The time that a job of the core sees: taken once, when the job is queued.
struct Now
{
    UtcTime utc;
    SteadyTime steady;
};

inline std::int64_t toMs(UtcTime time) { return time.time_since_epoch().count(); }
inline UtcTime utcFromMs(std::int64_t ms) { return UtcTime(Ms(ms)); }

// ISO 8601, UTC, three digits of milliseconds: "2026-01-31T09:05:00.000Z".
TANDEM_BASE_EXPORT std::string toIso(UtcTime time);
TANDEM_BASE_EXPORT std::optional<UtcTime> fromIso(std::string_view text);

} // namespace tandem
