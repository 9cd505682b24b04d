// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/socketwait.h"

#ifdef _WIN32
#include <winsock2.h>
#else
#include <poll.h>

#include <cerrno>
#endif

#include <algorithm>

namespace tandem {

namespace {

#ifdef _WIN32
int pollOne(WSAPOLLFD &entry, int limitMs) { return WSAPoll(&entry, 1, limitMs); }
using PollEntry = WSAPOLLFD;
#else
int pollOne(pollfd &entry, int limitMs) { return ::poll(&entry, 1, limitMs); }
using PollEntry = pollfd;
#endif

} // namespace

SocketReady waitForSocket(int socket, bool forWriting, Ms limit)
{
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        const auto left =
            std::max(Ms(0), std::chrono::ceil<Ms>(end - std::chrono::steady_clock::now()));
        PollEntry entry{};
        entry.fd = static_cast<decltype(entry.fd)>(socket);
        entry.events = static_cast<short>(forWriting ? POLLIN | POLLOUT : POLLIN);
        const int found = pollOne(entry, static_cast<int>(left.count()));
#ifndef _WIN32
        if (found < 0 && errno == EINTR)
            continue;
#endif
        if (found == 0)
            return {};
        // A failed socket is told to whoever reads from it.
        if (found < 0)
            return {true, false};
        return {(entry.revents & ~POLLOUT) != 0, (entry.revents & POLLOUT) != 0};
    }
}

} // namespace tandem
