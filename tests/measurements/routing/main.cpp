// SPDX-License-Identifier: GPL-3.0-or-later
// Times routing decisions: measure_routing AGENTS QUEUED DECISIONS SEED. Prints one JSON object
// with microseconds.
#include "largecompany.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

struct Times
{
    double p50 = 0;
    double p99 = 0;
};

template <class Take>
Times timesOf(int count, Take take)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i)
        times.push_back(take());
    std::ranges::sort(times);
    return {times[times.size() / 2], times[times.size() * 99 / 100]};
}

// What the process has used since it began is no part of what is measured.
void warmUp(LargeCompany &company)
{
    for (int i = 0; i < 500; ++i) {
        (void)company.agentBecomesFree();
        (void)company.customerComes();
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 5) {
        std::fputs("usage: measure_routing AGENTS QUEUED DECISIONS SEED\n", stderr);
        return 2;
    }
    const int count = std::max(100, std::atoi(argv[3]));
    LargeCompany company({std::atoi(argv[1]), std::atoi(argv[2])},
                         static_cast<unsigned>(std::atoi(argv[4])));
    company.fill();
    const int waiting = company.waiting();
    warmUp(company);
    const auto waits = timesOf(count, [&] { return company.customerComes(); });
    const auto freed = timesOf(count, [&] { return company.agentBecomesFree(); });
    const auto scan = timesOf(std::min(count, 200), [&] { return company.scanForAgent(); });
    company.empty();
    const auto offered = timesOf(count, [&] { return company.customerComes(); });
    std::printf("{\"waiting\":%d,\"agentFreed\":{\"p50\":%.1f,\"p99\":%.1f},"
                "\"customerWaits\":{\"p50\":%.1f,\"p99\":%.1f},"
                "\"customerOffered\":{\"p50\":%.1f,\"p99\":%.1f},"
                "\"scan\":{\"p50\":%.1f,\"p99\":%.1f}}\n",
                waiting, freed.p50, freed.p99, waits.p50, waits.p99, offered.p50, offered.p99,
                scan.p50, scan.p99);
    return 0;
}
