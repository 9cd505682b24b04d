// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/watchdog.h"

#include <algorithm>
#include <utility>

namespace tandem::scxml {

namespace {

constexpr int quietLooks = 40; // then it sleeps until something runs

} // namespace

Watchdog::Watchdog(std::chrono::milliseconds budget, std::function<void()> interrupt)
    : m_budget(budget), m_interrupt(std::move(interrupt)), m_thread([this] { watch(); })
{
}

Watchdog::~Watchdog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isLeaving = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Watchdog::begin()
{
    m_running.store(++m_runs);
    if (m_isAsleep.load()) {
        const std::lock_guard lock(m_mutex);
        m_isAsleep.store(false);
        m_wake.notify_one();
    }
}

bool Watchdog::end()
{
    const auto run = m_running.exchange(0);
    if (!(run & cutMark))
        return false;
    while (m_interrupted.load() != (run & ~cutMark))
        std::this_thread::yield();
    return true;
}

void Watchdog::watch()
{
    std::uint64_t seen = 0;
    auto since = m_clock.now();
    int quiet = 0;
    const auto pause = std::max(m_budget / 4, std::chrono::milliseconds(1));
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            if (quiet >= quietLooks) {
                m_isAsleep.store(true);
                // A run that began before it was seen asleep would not wake it.
                if (m_running.load() == 0)
                    m_wake.wait(lock, [this] { return m_isLeaving || !m_isAsleep.load(); });
                m_isAsleep.store(false);
                quiet = 0;
            } else {
                m_wake.wait_for(lock, pause, [this] { return m_isLeaving; });
            }
            if (m_isLeaving)
                return;
        }
        auto running = m_running.load();
        const auto now = m_clock.now();
        if (running == 0) {
            ++quiet;
        } else if (running != seen) {
            seen = running;
            since = now;
            quiet = 0;
        } else if (now - since >= m_budget && !(running & cutMark)
                   && m_running.compare_exchange_strong(running, running | cutMark)) {
            m_interrupt();
            m_interrupted.store(running);
        }
    }
}

} // namespace tandem::scxml
