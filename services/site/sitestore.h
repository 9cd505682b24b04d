// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "protocol/site.h"
#include "store/database.h"

// The site's document as rows of the store.
namespace tandem {

// The whole document; without rules it has the usual ones. `store_unavailable`, also where a row
// is not of its kind (a store that was changed by hand).
Result<protocol::SiteDocument> readDocument(Database &database);

// For an empty store.
std::vector<Write> writesOf(const protocol::SiteDocument &document);
// What makes the rows of the document before those of `after`.
std::vector<Write> writesOf(const std::vector<protocol::SiteChange> &changes,
                            const protocol::SiteDocument &after);

// A new account; the agent's definition is in the document.
Write writeAccount(AgentId id, const std::string &userName, const std::string &passwordHash);

} // namespace tandem
