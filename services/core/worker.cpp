// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker.h"

namespace tandem {

namespace {

constexpr std::size_t waitingLimit = 200;

} // namespace

Worker::Worker() : m_thread([this] { loop(); }) {}

Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_waiting.clear();
    }
    m_wake.notify_one();
    m_thread.join();
}

bool Worker::run(std::function<void()> action)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_waiting.size() >= waitingLimit)
            return false;
        m_waiting.push_back(std::move(action));
    }
    m_wake.notify_one();
    return true;
}

void Worker::loop()
{
    for (;;) {
        std::function<void()> action;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_stopping)
                return;
            action = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        action();
    }
}

} // namespace tandem
