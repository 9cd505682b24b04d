// SPDX-License-Identifier: GPL-3.0-or-later
// Times sessions of SCXML: measure_scxml SESSIONS LIVE REFERENCE_SESSIONS. The same document runs
// in Tandem's engine and, compiled by its own compiler, in Qt SCXML. Prints one JSON object; times
// in microseconds, memory in bytes a session.
#include "measured.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 4) {
        std::fputs("usage: measure_scxml SESSIONS LIVE REFERENCE_SESSIONS\n", stderr);
        return 2;
    }
    // Memory first: what is freed later would be used again and not be seen.
    const int sessions = std::atoi(argv[2]);
    const int references = std::atoi(argv[3]);
    const auto liveReference = measureLiveReference(references);
    const auto live = measureLive(sessions);
    const auto reference = measureReference(references);
    const auto own = measureOwn(std::atoi(argv[1]));
    std::printf("{\"own\":{\"p50\":%.2f,\"p99\":%.2f,\"bytes\":%.0f},"
                "\"reference\":{\"p50\":%.2f,\"p99\":%.2f,\"bytes\":%.0f},"
                "\"live\":{\"megabytes\":%.1f,\"event\":%.2f}}\n",
                own.p50, own.p99, live.megabytes * 1e6 / sessions, reference.p50, reference.p99,
                liveReference.megabytes * 1e6 / references, live.megabytes, live.eventMicroseconds);
    return 0;
}
