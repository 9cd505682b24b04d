// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/figures.h"
#include "load/io.h"

#include <random>
#include <string>

namespace tandem::load {

// What all who take part in a run share; outlives them.
struct Place
{
    IoContext &io;
    const Target &target;
    Figures &figures;
    std::mt19937_64 &random;
    std::string service;
    std::string run; // makes the keys of two runs differ

    double uniform() { return std::uniform_real_distribution<double>(0, 1)(random); }
    // A time until the next of things that happen at random, `mean` apart.
    Clock::duration interval(std::chrono::duration<double> mean)
    {
        std::exponential_distribution<double> distribution(1 / mean.count());
        return std::chrono::duration_cast<Clock::duration>(
            std::chrono::duration<double>(distribution(random)));
    }
};

} // namespace tandem::load
