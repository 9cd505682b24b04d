// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

namespace tandem {

// Runs of the simulation, as its command asks for them; what came of them goes to standard output.
struct Runs
{
    std::uint64_t first = 1;
    std::uint64_t seeds = 200;
    std::uint64_t happenings = 150;
    Defect defect = Defect::None;

    // An exit code: 0 where nothing failed, or where the defect was found.
    int all() const;
    // `only`: numbers of happenings; empty: all.
    int one(const std::string &only) const;

private:
    Outcome run(std::uint64_t seed, const std::vector<Happening> &list,
                const World::Tell &tell = {}) const;
    void tellFault(std::uint64_t seed, const std::vector<Happening> &list,
                   const Outcome &outcome) const;
};

} // namespace tandem
