// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace tandem {

// Two threads for what is slow (password hashes), so that the core never waits for it. Each action
// belongs to a lane, an address say: of one lane one action runs at a time, and lanes with
// something to do have their turns. So however much one lane asks for, an action of another lane
// finds a free thread, or one that is free as soon as what it does now is done.
class Workers
{
public:
    Workers();
    // Ends after the actions in hand; those that wait are dropped.
    ~Workers();

    // Any thread. False where too much of that lane, or of all, waits already.
    bool run(const std::string &lane, std::function<void()> action);

private:
    struct Lane
    {
        std::deque<std::function<void()>> waiting;
        bool isRunning = false;
    };

    void loop();
    void runNext(std::unique_lock<std::mutex> &lock);

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::map<std::string, Lane> m_lanes; // with something waiting or running
    std::deque<std::string> m_turns;     // those with something waiting and nothing running
    std::size_t m_waiting = 0;
    bool m_stopping = false;
    std::array<std::thread, 2> m_threads;
};

} // namespace tandem
