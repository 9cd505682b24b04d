// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/storeaddress.h"

#include <functional>
#include <string>

namespace tandem {

// Rows of a table that are copied so far. On the copying thread.
using CopyProgress = std::function<void(const std::string &table, std::int64_t rows)>;

// Copies all of a store, as it is at one moment, into another one that holds nothing yet: a backup,
// what brings one back, or a move to another kind of store. The source may be in use; the other
// one may not. Nothing is in the other one unless all is. Gives the number of rows. `conflict`: it
// holds something already, or a server uses it.
Result<std::int64_t> copyStore(const StoreAddress &from, const StoreAddress &to,
                               const CopyProgress &progress = {});

} // namespace tandem
