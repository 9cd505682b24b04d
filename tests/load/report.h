// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/run.h"

#include <boost/json/object.hpp>

#include <string>

namespace tandem::load {

struct Progress
{
    double seconds = 0; // 0: it does not count yet
    double of = 0;
    std::size_t agents = 0;
    std::size_t open = 0;
    bool isSettling = false;
};

// One line for a terminal.
std::string progressText(const Progress &progress, const Figures &figures);
// What was asked for, on one line.
std::string loadText(const Options &options);
// The figures for people, several lines.
std::string reportText(const Options &options, const Outcome &outcome);
// The figures for programs; durations in milliseconds.
boost::json::object reportJson(const Options &options, const Outcome &outcome);

// Of the server, while it was looked at; nothing where it did not say.
std::optional<double> serverCores(const Outcome &outcome);
double generatorCores(const Outcome &outcome);
double perSecond(const Outcome &outcome, Count count);
double milliseconds(Histogram::Duration duration);

} // namespace tandem::load
