// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario.h"

#include <functional>
#include <string>
#include <vector>

namespace tandem {

// The fewest happenings found in so many tries that still fail, by leaving out ever smaller parts
// (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", ddmin).
std::vector<Happening> shrink(std::vector<Happening> failing,
                              const std::function<bool(const std::vector<Happening> &)> &fails,
                              int mostTries);

// "1,4-6": the numbers of happenings, and back; the names of others are left out.
std::string numbersOf(const std::vector<Happening> &happenings);
std::vector<Happening> only(const std::vector<Happening> &all, const std::string &numbers);

} // namespace tandem
