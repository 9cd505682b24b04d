// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "store/database.h"

#include <memory>
#include <string>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace tandem {

// A connection to SQLite by its own interface (sqlite.org/c3ref): texts go in and out as the UTF-8
// that they are. Each statement is prepared once. One thread.
class SqliteConnection
{
public:
    // `file` is made where it is missing and may be written.
    static Result<std::unique_ptr<SqliteConnection>> open(const std::string &file,
                                                          Database::Access access);
    ~SqliteConnection();
    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;

    // `each`, where there is one, is called for each row.
    Result<void> run(const Statement &statement, const std::vector<SqlValue> &values,
                     const Database::Each &each);
    // How long locks of others are waited for, who may read for long (a backup); longer would keep
    // every customer waiting.
    static constexpr Ms usualWait{2000};
    void waitForOthers(Ms time);
    // Several statements, no values.
    Result<void> run(const std::string &script);

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

    explicit SqliteConnection(sqlite3 *database) : m_database(database) {}

    Result<sqlite3_stmt *> prepared(const Statement &statement);
    std::unexpected<Error> refused() const;

    sqlite3 *m_database;
    std::unordered_map<const char *, Prepared> m_prepared; // by the address of their text
};

} // namespace tandem
