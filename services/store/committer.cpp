// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/committer.h"

#include "base/log.h"

#include <algorithm>
#include <future>
#include <ranges>

namespace tandem {

namespace {

// Larger groups gain nothing more and keep the first of them waiting.
constexpr std::size_t groupLimit = 512;
// Without a sign of life of the store.
constexpr std::chrono::seconds quietTime{1};

} // namespace

Committer::Committer(std::unique_ptr<Database> database, std::function<void(const Error &)> failed)
    : m_database(std::move(database)), m_failed(std::move(failed))
{
}

Committer::~Committer() { stop(); }

Result<void> Committer::start()
{
    m_thread = std::thread([this] { run(); });
    auto opened = runAndWait([](Database &database) { return database.open(); });
    m_healthy = opened.has_value();
    return opened;
}

void Committer::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void Committer::enqueue(Task task)
{
    bool wake = false;
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(task));
        wake = m_sleeping;
    }
    if (wake)
        m_wake.notify_one();
}

void Committer::submit(CommitUnit unit)
{
    // In this order: a group that fails says so before it is released.
    const bool isNext = m_backlog == 0 && m_healthy;
    if (isNext && unit.writes.empty() && !unit.cleaned) {
        if (unit.release)
            unit.release(true);
        return;
    }
    ++m_backlog;
    unit.epoch = m_epoch;
    enqueue({std::move(unit), {}});
}

Result<void> Committer::runAndWait(const std::function<Result<void>(Database &)> &action)
{
    // Shared: the waiting thread may be gone before set_value() has returned.
    auto promise = std::make_shared<std::promise<Result<void>>>();
    auto future = promise->get_future();
    enqueue({{}, [this, promise, &action] { promise->set_value(action(*m_database)); }});
    return future.get();
}

Result<void> Committer::recover(const std::function<Result<void>(Database &)> &load)
{
    auto result = runAndWait([&](Database &database) -> Result<void> {
        if (auto opened = database.reopen(); !opened)
            return opened;
        return load(database);
    });
    if (result) {
        ++m_epoch;
        m_healthy = true;
    }
    return result;
}

void Committer::run()
{
    std::vector<Task> tasks;
    while (waitForTasks(tasks)) {
        perform(tasks);
        tasks.clear();
        if (std::chrono::steady_clock::now() - m_heardAt >= quietTime)
            probe();
    }
    m_database->close();
}

// False: it is over. There may be none when the store has been quiet.
bool Committer::waitForTasks(std::vector<Task> &tasks)
{
    std::unique_lock lock(m_mutex);
    m_sleeping = true;
    m_wake.wait_for(lock, quietTime, [this] { return m_stopping || !m_waiting.empty(); });
    m_sleeping = false;
    tasks.swap(m_waiting);
    return !tasks.empty() || !m_stopping;
}

void Committer::perform(std::vector<Task> &tasks)
{
    for (std::size_t i = 0; i < tasks.size();) {
        if (tasks[i].action) {
            tasks[i++].action();
            continue;
        }
        auto end = i;
        while (end < tasks.size() && !tasks[end].action && end - i < groupLimit)
            ++end;
        commitGroup(tasks, i, end);
        i = end;
    }
}

void Committer::probe()
{
    m_heardAt = std::chrono::steady_clock::now();
    if (!m_healthy)
        return;
    if (auto there = m_database->probe(); !there)
        fail(m_epoch, there.error());
}

void Committer::fail(std::uint64_t epoch, const Error &error)
{
    m_healthy = false;
    m_failedEpoch = epoch;
    m_failed(error);
}

void Committer::release(CommitUnit &unit, bool committed)
{
    if (unit.release)
        unit.release(committed);
    --m_backlog;
}

void Committer::commitGroup(std::vector<Task> &tasks, std::size_t from, std::size_t to)
{
    // Reads wait only for the units before them.
    while (from < to && tasks[from].unit.writes.empty() && !tasks[from].unit.cleaned) {
        auto &unit = tasks[from++].unit;
        release(unit, unit.epoch != m_failedEpoch);
    }
    if (from == to)
        return;
    const auto epoch = tasks[from].unit.epoch;
    bool committed = epoch != m_failedEpoch;
    if (committed) {
        if (auto written = writeGroup(tasks, from, to); !written) {
            committed = false;
            m_database->rollback();
            fail(epoch, written.error());
        } else {
            m_heardAt = std::chrono::steady_clock::now();
            ++m_commits;
            m_units += to - from;
            const auto first = tasks.begin() + static_cast<std::ptrdiff_t>(from);
            const auto end = tasks.begin() + static_cast<std::ptrdiff_t>(to);
            const auto isToClean = [](const Task &task) { return task.unit.cleaned != nullptr; };
            if (std::any_of(first, end, isToClean)) {
                const bool isClean = clean();
                for (auto &task : std::ranges::subrange(first, end)) {
                    if (task.unit.cleaned)
                        *task.unit.cleaned = isClean;
                }
            }
        }
    }
    for (auto i = from; i < to; ++i)
        release(tasks[i].unit, committed);
}

// What is committed stays, whatever comes of this.
bool Committer::clean()
{
    const auto cleaned = m_database->clean();
    if (!cleaned)
        logger("store").warn("deleted texts are still in the files: {}", cleaned.error().message);
    m_heardAt = std::chrono::steady_clock::now();
    return cleaned.has_value();
}

Result<void> Committer::writeGroup(const std::vector<Task> &tasks, std::size_t from, std::size_t to)
{
    if (auto begun = m_database->begin(); !begun)
        return begun;
    for (auto i = from; i < to; ++i) {
        for (const auto &write : tasks[i].unit.writes) {
            if (auto done = m_database->execute(*write.statement, write.values); !done)
                return done;
        }
    }
    return m_database->commit();
}

} // namespace tandem
