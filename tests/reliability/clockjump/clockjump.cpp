// SPDX-License-Identifier: GPL-3.0-or-later
// The clocks of a process, as far from the machine's as the file CLOCKJUMP_FILE says: two numbers
// of 64 bits, the milliseconds by which the wall clock and the monotonic clock are ahead.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <ctime>

namespace {

struct Ahead
{
    volatile std::int64_t wallMs;
    volatile std::int64_t monotonicMs;
};

const Ahead *mapped()
{
    const char *file = std::getenv("CLOCKJUMP_FILE");
    const int handle = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;
    if (handle < 0)
        return nullptr;
    void *memory = mmap(nullptr, sizeof(Ahead), PROT_READ, MAP_SHARED, handle, 0);
    close(handle);
    return memory == MAP_FAILED ? nullptr : static_cast<const Ahead *>(memory);
}

std::int64_t aheadMs(clockid_t clock)
{
    static const Ahead *ahead = mapped();
    if (!ahead)
        return 0;
    switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE: return ahead->wallMs;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME: return ahead->monotonicMs;
    default: return 0;
    }
}

} // namespace

extern "C" int clock_gettime(clockid_t clock, timespec *time) noexcept
{
    constexpr std::int64_t second = 1'000'000'000;
    const long done = syscall(SYS_clock_gettime, clock, time);
    if (done != 0)
        return static_cast<int>(done);
    const auto aheadNs = aheadMs(clock) * 1'000'000;
    auto ns = time->tv_nsec + aheadNs % second;
    time->tv_sec += aheadNs / second;
    if (ns < 0 || ns >= second) {
        time->tv_sec += ns < 0 ? -1 : 1;
        ns += ns < 0 ? second : -second;
    }
    time->tv_nsec = ns;
    return 0;
}

extern "C" int gettimeofday(timeval *time, void *) noexcept
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    *time = {now.tv_sec, now.tv_nsec / 1000};
    return 0;
}

extern "C" time_t time(time_t *result) noexcept
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (result)
        *result = now.tv_sec;
    return now.tv_sec;
}
