// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivestore.h"
#include "protocol/privacy.h"
#include "store/database.h"

#include <vector>

// All tables that hold something of an interaction are listed in belongings.cpp, and nowhere else:
// a further one is a line there, and is exported, erased and removed with the others.
namespace tandem::belongings {

// What is stored of it, table by table.
Result<std::vector<protocol::StoredRow>> rowsOf(Database &database, InteractionId interaction);

// Takes the person out of every table; the interaction stays for its figures. facts: of the
// interaction, those that tell more than how it moved.
std::vector<Write> erase(InteractionId interaction, const std::vector<std::uint64_t> &facts);
// Takes all rows away.
std::vector<Write> remove(InteractionId interaction, const std::vector<std::uint64_t> &facts);

// Ids of the facts about it that name a person or repeat what was said.
Result<std::vector<std::uint64_t>> tellingFacts(Database &database, InteractionId interaction);

} // namespace tandem::belongings
