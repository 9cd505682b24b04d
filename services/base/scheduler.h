// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <cstdint>
#include <functional>

namespace tandem {

enum class TimerId : std::uint64_t { None = 0 };

// Timers of the core: an action runs as a job of its own, with its own unit of work, at or after
// its time. Core thread only.
class Scheduler
{
public:
    using Action = std::function<void()>;

    virtual ~Scheduler() = default;
    virtual TimerId after(Ms delay, Action action) = 0;
    // Unknown or past timers are ignored.
    virtual void cancel(TimerId timer) = 0;
};

} // namespace tandem
