// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
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

// A user for a new store, with the hash of `password` made here (tens of milliseconds).
struct NewUser
{
    std::string userName;
    std::string name;
    unsigned roles = 0; // Roles::bits()
    std::vector<std::pair<std::string, int>> skills;
};
std::vector<Write> writesOf(const NewUser &user, std::uint64_t id, const std::string &hash);

// A company with one administrator, one queue and the usual reasons and dispositions.
FirstStart emptyCompany(Random &random);
// Reasons and dispositions that every new company has.
std::vector<Write> usualChoices();

} // namespace tandem
