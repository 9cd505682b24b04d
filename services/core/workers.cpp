// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workers.h"

namespace tandem {

namespace {

constexpr std::size_t laneLimit = 200;
constexpr std::size_t waitingLimit = 2'000;

} // namespace

Workers::Workers()
{
    for (auto &thread : m_threads)
        thread = std::thread([this] { loop(); });
}

Workers::~Workers()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_lanes.clear();
        m_turns.clear();
    }
    m_wake.notify_all();
    for (auto &thread : m_threads)
        thread.join();
}

bool Workers::run(const std::string &lane, std::function<void()> action)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_waiting >= waitingLimit)
            return false;
        auto &own = m_lanes[lane];
        if (own.waiting.size() >= laneLimit)
            return false;
        if (own.waiting.empty() && !own.isRunning)
            m_turns.push_back(lane);
        own.waiting.push_back(std::move(action));
        ++m_waiting;
    }
    m_wake.notify_one();
    return true;
}

void Workers::runNext(std::unique_lock<std::mutex> &lock)
{
    const auto name = std::move(m_turns.front());
    m_turns.pop_front();
    auto &lane = m_lanes[name];
    auto action = std::move(lane.waiting.front());
    lane.waiting.pop_front();
    --m_waiting;
    lane.isRunning = true;
    lock.unlock();
    action();
    action = {};
    lock.lock();
    const auto ended = m_lanes.find(name);
    if (ended == m_lanes.end())
        return;
    ended->second.isRunning = false;
    if (ended->second.waiting.empty()) {
        m_lanes.erase(ended);
        return;
    }
    m_turns.push_back(name);
    m_wake.notify_one();
}

void Workers::loop()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || !m_turns.empty(); });
        if (m_stopping)
            return;
        runNext(lock);
    }
}

} // namespace tandem
