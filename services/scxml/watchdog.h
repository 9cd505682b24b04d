// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/platform/threadclock.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <thread>

namespace tandem::scxml {

// Calls `interrupt` from a thread of its own when what began has used the budget of processor time
// and not ended; a machine that is busy elsewhere interrupts nothing. Constructor, begin() and
// end() belong to one thread. The last two cost a few nanoseconds: the watching thread looks
// from time to time which run it sees, instead of being told.
class Watchdog
{
public:
    Watchdog(std::chrono::milliseconds budget, std::function<void()> interrupt);
    ~Watchdog();

    void begin();
    // Whether the run was interrupted. When it returns, `interrupt` is over and will not come.
    bool end();

private:
    void watch();

    static constexpr std::uint64_t cutMark = std::uint64_t(1) << 63;

    const platform::ThreadClock m_clock; // of the thread that is watched
    const std::chrono::milliseconds m_budget;
    const std::function<void()> m_interrupt;
    std::uint64_t m_runs = 0;
    std::atomic<std::uint64_t> m_running{0}; // number of the run, cutMark; 0: none
    std::atomic<std::uint64_t> m_interrupted{0};
    std::atomic<bool> m_isAsleep{false};
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isLeaving = false;
    std::thread m_thread;
};

} // namespace tandem::scxml
