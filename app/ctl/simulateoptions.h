// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/preparedsite.h"

#include <QStringList>

#include <string>
#include <vector>

namespace tandem::ctl {

// What "simulate" is asked for.
struct SimulateOptions
{
    SimulationSettings settings;
    std::vector<std::string> strategies; // as given: files, ids, or "none"; one or two
    std::string siteFile;                // empty: the demo company
    std::string arrivalsFile;            // empty: synthetic
    std::string csvFile;                 // empty: none, here and below
    std::string svgFile;
    bool json = false;
    bool help = false;
};

// `arguments` behind the word "simulate". invalid_params says what is wrong.
Result<SimulateOptions> parseSimulateOptions(const QStringList &arguments);

} // namespace tandem::ctl
