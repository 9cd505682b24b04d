// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace tandem {

// A thread with a connection that only reads: answers questions about the past beside the core.
class Reader
{
public:
    // The database, or why it cannot be read; on the reader's thread.
    using Action = std::function<void(Result<Database *>)>;

    // The connection is opened at the first question.
    explicit Reader(std::unique_ptr<Database> database);
    ~Reader();

    // Any thread. False where too many questions wait: the asker is told "busy".
    bool run(Action action);

private:
    void loop();

    std::unique_ptr<Database> m_database;
    bool m_isOpen = false;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Action> m_waiting;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace tandem
