// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/postgresdatabase.h"
#include "store/sqlitedatabase.h"

#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string>

// An empty store: SQLite in memory, or where TANDEM_TEST_DATABASE has the address of a PostgreSQL
// server (tests/support/onpostgres), a schema of its own there.
inline std::unique_ptr<tandem::Database> testStore()
{
    const auto *server = std::getenv("TANDEM_TEST_DATABASE");
    if (!server)
        return std::make_unique<tandem::SqliteDatabase>(":memory:");
    static int count = 0;
    const auto name = "store" + std::to_string(++count);
    tandem::PostgresDatabase admin(server, tandem::Database::Access::Read);
    auto made = admin.open();
    if (made)
        made = admin.executeScript("SET TRANSACTION READ WRITE; CREATE SCHEMA " + name);
    if (!made)
        throw std::runtime_error(made.error().message);
    const auto url = std::string(server) + "&options=-csearch_path%3D" + name;
    return std::make_unique<tandem::PostgresDatabase>(url);
}
