// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/threadclock.h"

#ifdef _WIN32
#include <windows.h>

#include <cstdint>
#else
#include <ctime>
#include <pthread.h>
#endif

namespace tandem::platform {

#ifdef _WIN32

struct ThreadClock::Handle
{
    HANDLE thread = OpenThread(THREAD_QUERY_LIMITED_INFORMATION, FALSE, GetCurrentThreadId());
    ~Handle() { CloseHandle(thread); }
};

std::chrono::nanoseconds ThreadClock::now() const
{
    FILETIME created, exited, kernel, user;
    if (!GetThreadTimes(m_handle->thread, &created, &exited, &kernel, &user))
        return {};
    const auto ticks = [](const FILETIME &time) {
        return (std::int64_t(time.dwHighDateTime) << 32) | time.dwLowDateTime;
    };
    return std::chrono::nanoseconds((ticks(kernel) + ticks(user)) * 100);
}

#else

struct ThreadClock::Handle
{
    clockid_t clock = CLOCK_MONOTONIC; // where the system has no other
    Handle() { (void)pthread_getcpuclockid(pthread_self(), &clock); }
};

std::chrono::nanoseconds ThreadClock::now() const
{
    timespec time{};
    if (clock_gettime(m_handle->clock, &time) != 0)
        return {};
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

#endif

ThreadClock::ThreadClock() : m_handle(std::make_unique<Handle>()) {}

ThreadClock::~ThreadClock() = default;

} // namespace tandem::platform
