// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reader.h"

namespace tandem {

namespace {

constexpr std::size_t waitingLimit = 1000;

} // namespace

Reader::Reader(std::unique_ptr<Database> database)
    : m_database(std::move(database)), m_thread([this] { loop(); })
{
}

Reader::~Reader()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

bool Reader::run(Action action)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() >= waitingLimit)
            return false;
        m_waiting.push_back(std::move(action));
    }
    m_wake.notify_one();
    return true;
}

void Reader::loop()
{
    for (;;) {
        Action action;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_waiting.empty())
                break;
            action = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        if (!m_isOpen || m_database->isLost()) {
            auto opened = m_database->open();
            m_isOpen = opened.has_value();
            if (!opened) {
                action(std::unexpected(opened.error()));
                continue;
            }
        }
        action(m_database.get());
    }
    m_database->close();
}

} // namespace tandem
