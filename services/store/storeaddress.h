// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <memory>
#include <string>

namespace tandem {

// Where a company's data are kept: in a file of SQLite or in a database of PostgreSQL.
class StoreAddress
{
public:
    // "sqlite" (the file tandem.sqlite of the data folder), "postgresql://..." or "postgres://..."
    // (libpq's manual, "Connection Strings"). `invalid_params` where it is neither.
    static Result<StoreAddress> read(const std::string &text, const std::string &dataFolder);
    static StoreAddress ofFile(std::string file);

    std::unique_ptr<Database> database(Database::Access access) const;
    bool isPostgres() const { return m_isPostgres; }
    // Empty where it is PostgreSQL.
    std::string file() const { return m_isPostgres ? std::string() : m_text; }
    // For people and logs; without the password.
    std::string shown() const;

private:
    StoreAddress(std::string text, bool isPostgres)
        : m_text(std::move(text)), m_isPostgres(isPostgres)
    {
    }

    std::string m_text;
    bool m_isPostgres;
};

} // namespace tandem
