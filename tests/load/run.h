// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/figures.h"
#include "load/options.h"
#include "load/serveruse.h"

#include <atomic>
#include <memory>

namespace tandem::load {

// What came of one run.
struct Outcome
{
    Figures figures;
    double seconds = 0;
    std::size_t open = 0; // when the time was over
    std::size_t agents = 0;
    std::optional<ServerUse> before;
    std::optional<ServerUse> after;
    double generatorCpuSeconds = 0;

    bool isClean() const;
};

// Ends runs when the system asks the program to.
class Stop
{
public:
    void request() { m_isRequested = true; } // any thread
    bool isRequested() const { return m_isRequested; }

private:
    std::atomic<bool> m_isRequested = false;
};

// Runs the load once, with progress on standard error. Takes as long as the load.
Result<Outcome> runOnce(const Options &options, const std::string &server,
                        const std::string &password, const Stop &stop);

} // namespace tandem::load
