// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/process.h"

#include <iostream>
#include <thread>
#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif
#ifdef _WIN32
#include <cstdio>
#include <io.h>
#include <windows.h>
#else
#include <csignal>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace tandem::platform {

void returnLargeBlocks()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
#endif
}

#ifdef _WIN32

namespace {
std::function<void()> stopAction;

BOOL WINAPI onControl(DWORD)
{
    if (auto action = std::exchange(stopAction, nullptr))
        action();
    return TRUE;
}
} // namespace

void onStopRequest(std::function<void()> stop, std::function<void()>)
{
    stopAction = std::move(stop);
    SetConsoleCtrlHandler(onControl, TRUE);
}

unsigned long raiseFileLimit() { return 0; }

void makeFilesPrivate() {}

bool limitSelf(const OwnLimits &) { return true; }

bool isErrorShown() { return _isatty(_fileno(stderr)) != 0; }

std::string readPassword(const std::string &prompt)
{
    std::cerr << prompt << std::flush;
    const HANDLE input = GetStdHandle(STD_INPUT_HANDLE);
    DWORD mode = 0;
    const bool isTerminal = GetConsoleMode(input, &mode);
    if (isTerminal)
        SetConsoleMode(input, mode & ~ENABLE_ECHO_INPUT);
    std::string line;
    std::getline(std::cin, line);
    if (isTerminal)
        SetConsoleMode(input, mode);
    return line;
}

#else

void onStopRequest(std::function<void()> stop, std::function<void()> reload)
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    if (reload)
        sigaddset(&signals, SIGHUP);
    // Blocked here and so in every later thread: only the waiting thread takes them.
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::thread([signals, stop = std::move(stop), reload = std::move(reload)] {
        // Asked again, it is told again: the first may have come before there was what to stop.
        for (int signal = 0; sigwait(&signals, &signal) == 0;)
            signal == SIGHUP ? reload() : stop();
    }).detach();
    std::signal(SIGPIPE, SIG_IGN);
}

unsigned long raiseFileLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

void makeFilesPrivate() { umask(077); }

bool limitSelf(const OwnLimits &limits)
{
    const auto set = [](auto resource, rlim_t most) {
        const rlimit limit{most, most};
        return setrlimit(resource, &limit) == 0;
    };
    return set(RLIMIT_AS, limits.memoryBytes) && set(RLIMIT_CPU, limits.cpuSeconds)
           && set(RLIMIT_FSIZE, 0) && set(RLIMIT_NPROC, 0) && set(RLIMIT_CORE, 0);
}

bool isErrorShown() { return isatty(STDERR_FILENO) != 0; }

std::string readPassword(const std::string &prompt)
{
    termios before{};
    const bool isTerminal = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &before) == 0;
    if (isTerminal) {
        std::cerr << prompt << std::flush;
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    std::string line;
    std::getline(std::cin, line);
    if (isTerminal) {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        std::cerr << '\n';
    }
    return line;
}

#endif

} // namespace tandem::platform
