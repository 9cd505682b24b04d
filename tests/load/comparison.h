// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/run.h"

#include <array>
#include <string>
#include <vector>

namespace tandem::load {

struct Comparison
{
    std::array<std::vector<Outcome>, 2> outcomes;
};

// Runs the load on both servers in turn, so that both see the same hours of the machine.
Result<Comparison> compare(const Options &options, const std::string &password, const Stop &stop);

std::string comparisonText(const Options &options, const Comparison &comparison);

} // namespace tandem::load
