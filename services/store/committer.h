// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace tandem {

// What one job of the core wrote, and what leaves the process when that is on disk.
struct CommitUnit
{
    std::vector<Write> writes;
    std::function<void(bool committed)> release;
    // Database::clean() behind its commit, and whether that went well; null: nothing is cleaned.
    std::shared_ptr<bool> cleaned;
    std::uint64_t epoch = 0;
};

// The store thread: writes units in groups, in order, one transaction a group, and releases each
// after the commit. A unit without writes is released by submit() where no unit before it is on its
// way: it shows nothing that could get lost. When a group fails, it and every later unit of the
// same epoch are released as not committed, until a recovery begins the next epoch. A store that
// was not written to for a while is asked whether it is still there; where it is not, that is a
// failure, too.
class Committer
{
public:
    // `failed` is called on the store thread, once for each epoch that fails.
    Committer(std::unique_ptr<Database> database, std::function<void(const Error &)> failed);
    ~Committer();

    // Starts the thread, which opens the database. Blocks; the error says why it cannot serve.
    Result<void> start();
    // Commits what was submitted, then ends the thread.
    void stop();

    // Core thread.
    void submit(CommitUnit unit);
    // Runs behind all units submitted so far, on the store thread, and waits for it.
    Result<void> runAndWait(const std::function<Result<void>(Database &)> &action);
    // Reopens the store, runs `load`, and starts the next epoch if both succeed. Blocks.
    Result<void> recover(const std::function<Result<void>(Database &)> &load);

    bool isHealthy() const { return m_healthy; }
    std::uint64_t epoch() const { return m_epoch; }
    // Units submitted and not yet released. Any thread.
    std::size_t backlog() const { return m_backlog; }
    // Transactions since the start, and the units of work in them. Any thread.
    std::uint64_t commits() const { return m_commits; }
    std::uint64_t units() const { return m_units; }

private:
    struct Task
    {
        CommitUnit unit;
        std::function<void()> action; // instead of a unit
    };

    void run();
    bool waitForTasks(std::vector<Task> &tasks);
    void perform(std::vector<Task> &tasks);
    void probe();
    void fail(std::uint64_t epoch, const Error &error);
    void commitGroup(std::vector<Task> &tasks, std::size_t from, std::size_t to);
    bool clean();
    Result<void> writeGroup(const std::vector<Task> &tasks, std::size_t from, std::size_t to);
    void release(CommitUnit &unit, bool committed);
    void enqueue(Task task);

    std::unique_ptr<Database> m_database;
    std::function<void(const Error &)> m_failed;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Task> m_waiting;
    bool m_sleeping = false;
    bool m_stopping = false;
    std::atomic<bool> m_healthy = false;
    std::atomic<std::uint64_t> m_epoch = 1;
    std::uint64_t m_failedEpoch = 0;
    std::chrono::steady_clock::time_point m_heardAt; // the store's last sign of life
    std::atomic<std::size_t> m_backlog = 0;
    std::atomic<std::uint64_t> m_commits = 0;
    std::atomic<std::uint64_t> m_units = 0;
    std::thread m_thread;
};

} // namespace tandem
