// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs.h"

#include "base/platform/progressline.h"
#include "shrink.h"

#include <chrono>
#include <iostream>

namespace tandem {

namespace {

// Every so many seeds are run once more: the same seed gives the same trace.
constexpr std::uint64_t repeated = 10;

} // namespace

Outcome Runs::run(std::uint64_t seed, const std::vector<Happening> &list,
                  const World::Tell &tell) const
{
    World world(seed, defect);
    return world.run(list, tell);
}

void Runs::tellFault(std::uint64_t seed, const std::vector<Happening> &list,
                     const Outcome &outcome) const
{
    std::cout << "seed " << seed << ", after happening " << outcome.after << ": " << outcome.fault
              << std::endl;
    const auto fails = [&](const std::vector<Happening> &part) {
        return !run(seed, part).fault.empty();
    };
    const auto fewest = shrink(list, fails, defect == Defect::None ? 400 : 60);
    std::cout << "shrunk to " << fewest.size() << " of " << list.size()
              << " happenings, with: " << run(seed, fewest).fault
              << "\nagain, step by step: coresimulation --seed " << seed << " --happenings "
              << happenings << " --only " << numbersOf(fewest);
    if (defect != Defect::None)
        std::cout << " --defect " << nameOf(defect);
    std::cout << std::endl;
}

int Runs::all() const
{
    const auto begin = std::chrono::steady_clock::now();
    std::size_t acknowledged = 0;
    std::uint64_t failed = 0;
    TraceHash hash;
    Ledger::Moves moves;
    std::uint64_t done = 0;
    const platform::ProgressLine progress;
    for (auto seed = first; seed < first + seeds; ++seed, ++done) {
        progress.show("seed " + std::to_string(seed) + ", " + std::to_string(done) + " of "
                      + std::to_string(seeds) + ", " + std::to_string(failed) + " failed");
        const auto list = happeningsOf(seed, static_cast<int>(happenings));
        auto outcome = run(seed, list);
        if (outcome.fault.empty() && seed % repeated == 0
            && run(seed, list).traceHash != outcome.traceHash)
            outcome.fault = "the same seed gives another trace";
        acknowledged += outcome.acknowledged;
        hash.add(outcome.traceHash);
        for (const auto &[cause, count] : outcome.moves)
            moves[cause] += count;
        if (outcome.fault.empty())
            continue;
        ++failed;
        tellFault(seed, list, outcome);
        if (defect != Defect::None)
            break;
    }
    std::cout << "moves";
    for (const auto &[cause, count] : moves)
        std::cout << " " << nameOf(cause) << " " << count;
    std::cout << "\n";
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::cout << "seeds " << done + (failed > 0 && defect != Defect::None) << " failed " << failed
              << " acknowledged " << acknowledged << " trace " << hash.text() << " seconds "
              << took.count() << std::endl;
    return (failed > 0) == (defect != Defect::None) ? 0 : 1;
}

int Runs::one(const std::string &numbers) const
{
    auto list = happeningsOf(first, static_cast<int>(happenings));
    if (!numbers.empty())
        list = only(list, numbers);
    const auto outcome =
        run(first, list, [](const std::string &line) { std::cout << line << std::endl; });
    std::cout << (outcome.fault.empty() ? "nothing failed" : outcome.fault) << "\ntrace "
              << outcome.traceHash << std::endl;
    return outcome.fault.empty() == (defect == Defect::None) ? 0 : 1;
}

} // namespace tandem
