// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "protocol/site.h"
#include "store/database.h"

#include <string>
#include <vector>

namespace tandem {

// What a new store begins with.
struct FirstStart
{
    std::vector<Write> writes;
    std::string administratorPassword; // one-time, shown once; empty for the demo company
};

// The document, and an account with that password's hash for each of its agents.
FirstStart firstStart(const protocol::SiteDocument &document, const std::string &passwordHash);

// A company with one administrator, one queue, and what every new company has.
FirstStart emptyCompany(Random &random);
// What every new company has: capacity, reasons, dispositions, statistics, rules.
protocol::SiteDocument usualSite();

} // namespace tandem
