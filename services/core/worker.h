// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace tandem {

// A thread for what is slow (password hashes), so that the core never waits for it.
class Worker
{
public:
    Worker();
    // Ends after the action in hand; those that wait are dropped.
    ~Worker();

    // Any thread. False where too much waits already.
    bool run(std::function<void()> action);

private:
    void loop();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_waiting;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace tandem
