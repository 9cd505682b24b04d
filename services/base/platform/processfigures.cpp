// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/processfigures.h"

#ifdef _WIN32
#include <windows.h>

#include <psapi.h>
#else
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace tandem::platform {

#ifdef _WIN32

namespace {

constexpr double ticksPerSecond = 1e7;               // of FILETIME
constexpr double epochOffsetSeconds = 11644473600.0; // from 1601 to 1970

double seconds(const FILETIME &time)
{
    return double((std::uint64_t(time.dwHighDateTime) << 32) | time.dwLowDateTime) / ticksPerSecond;
}

} // namespace

ProcessFigures processFigures()
{
    ProcessFigures figures;
    const HANDLE self = GetCurrentProcess();
    PROCESS_MEMORY_COUNTERS memory{};
    if (GetProcessMemoryInfo(self, &memory, sizeof memory)) {
        figures.residentBytes = memory.WorkingSetSize;
        figures.virtualBytes = memory.PagefileUsage;
    }
    FILETIME created, exited, kernel, user;
    if (GetProcessTimes(self, &created, &exited, &kernel, &user)) {
        figures.cpuSeconds = seconds(kernel) + seconds(user);
        figures.startSeconds = seconds(created) - epochOffsetSeconds;
    }
    DWORD handles = 0;
    if (GetProcessHandleCount(self, &handles))
        figures.openFiles = handles;
    return figures;
}

#else

namespace {

// proc(5): /proc/self/stat, fields counted from 1; the second one may contain blanks.
struct Stat
{
    std::uint64_t startTicks = 0;    // 22, since the machine's start
    std::uint64_t virtualBytes = 0;  // 23
    std::uint64_t residentPages = 0; // 24
};

std::optional<Stat> readStat()
{
    std::ifstream stream("/proc/self/stat");
    std::string text;
    if (!std::getline(stream, text))
        return std::nullopt;
    const auto name = text.rfind(')');
    if (name == std::string::npos)
        return std::nullopt;
    std::istringstream rest(text.substr(name + 1));
    std::string skipped;
    for (int field = 3; field < 22; ++field)
        rest >> skipped;
    Stat stat;
    if (!(rest >> stat.startTicks >> stat.virtualBytes >> stat.residentPages))
        return std::nullopt;
    return stat;
}

std::optional<double> bootSeconds()
{
    std::ifstream stream("/proc/stat");
    for (std::string word; stream >> word;) {
        double time = 0;
        if (word == "btime" && stream >> time)
            return time;
    }
    return std::nullopt;
}

double seconds(const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; }

} // namespace

ProcessFigures processFigures()
{
    ProcessFigures figures;
    if (const auto stat = readStat()) {
        figures.virtualBytes = stat->virtualBytes;
        figures.residentBytes =
            stat->residentPages * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
        if (const auto boot = bootSeconds())
            figures.startSeconds = *boot + double(stat->startTicks) / double(sysconf(_SC_CLK_TCK));
    }
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        figures.cpuSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0)
        figures.mostOpenFiles = limit.rlim_cur;
    std::error_code error;
    const std::filesystem::directory_iterator files("/proc/self/fd", error);
    if (!error) {
        std::uint64_t count = 0;
        for ([[maybe_unused]] const auto &file : files)
            ++count;
        figures.openFiles = count - 1; // without the folder itself
    }
    return figures;
}

#endif

} // namespace tandem::platform
