// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/dayfigures.h"

#include <string>
#include <vector>

// What simulated days came to, for people and programs.
namespace tandem::ctl {

struct SimulatedResult
{
    std::string name; // of the strategy, as it was given
    DayFigures figures;
};

// A row for each figure, a column for each strategy. Ends with a line feed, as the others do.
std::string tableOf(const std::vector<SimulatedResult> &results);
// A row for each strategy and half hour, behind a heading.
std::string csvOf(const std::vector<SimulatedResult> &results);
// One line: a list of objects with what the table and the CSV tell; times in seconds.
std::string jsonOf(const std::vector<SimulatedResult> &results);
// Waits and abandons over the day, a line for each strategy; for a light and a dark page.
std::string chartOf(const std::vector<SimulatedResult> &results);

// "06:30" of a half hour's number.
std::string halfHourText(std::size_t number);

} // namespace tandem::ctl
