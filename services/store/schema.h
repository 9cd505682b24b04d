// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace tandem {

enum class SchemaFor { Sqlite, Postgres };

// Brings the schema to the newest version, one numbered file after the other, each in its own
// transaction. Refuses a store that a newer version wrote.
Result<void> upgradeSchema(Database &database, SchemaFor dialect);

} // namespace tandem
