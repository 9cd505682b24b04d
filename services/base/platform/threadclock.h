// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/base_export.h"

#include <chrono>
#include <memory>

namespace tandem::platform {

// The processor time of the thread that made it, to be read from any thread while that one lives.
// Unlike a wall clock it stands still while the machine does something else.
class TANDEM_BASE_EXPORT ThreadClock
{
public:
    ThreadClock();
    ~ThreadClock();
    ThreadClock(const ThreadClock &) = delete;
    ThreadClock &operator=(const ThreadClock &) = delete;

    std::chrono::nanoseconds now() const;

private:
    struct Handle;
    const std::unique_ptr<Handle> m_handle;
};

} // namespace tandem::platform
