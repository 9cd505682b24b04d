// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <cstdint>
#include <random>

namespace tandem {

// All chance of a simulation. The same seed gives the same numbers everywhere: the generator is the
// standard's (mt19937_64), the distributions are our own, because libraries differ in theirs.
class Dice
{
public:
    explicit Dice(std::uint64_t seed) : m_bits(seed) {}

    double share();                       // above 0, below 1
    std::size_t below(std::size_t count); // 0 to count - 1
    bool happens(double chance) { return share() < chance; }
    Ms exponential(Ms mean); // at least 1 ms; 0 where the mean is 0

private:
    std::mt19937_64 m_bits;
};

} // namespace tandem
