// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <memory>
#include <string>

namespace tandem {

class SqliteConnection;

// SQLite: write-ahead log, synchronous=FULL, so that a commit is on disk.
class SqliteDatabase final : public Database
{
public:
    // `file` may be ":memory:" for tests of one connection.
    explicit SqliteDatabase(std::string file, Access access = Access::Write);
    ~SqliteDatabase() override;

    Result<void> open() override;
    void close() override;
    Result<void> reopen() override;
    Result<void> begin() override;
    Result<void> commit() override;
    void rollback() override;
    // The log is written back and cut off; a store that was not always written with clean pages
    // is rewritten before, once (VACUUM).
    Result<void> clean() override;
    Result<void> beginReading() override;
    Result<std::vector<TableShape>> tables() override;
    Result<void> execute(const Statement &statement, const std::vector<SqlValue> &values) override;
    Result<void> query(const Statement &statement, const std::vector<SqlValue> &values,
                       const Each &each) override;
    Result<void> executeScript(const std::string &script) override;

private:
    Result<void> writeLogBack();
    Result<bool> holds(const Statement &question, const std::vector<SqlValue> &values);

    std::string m_file;
    Access m_access;
    std::unique_ptr<SqliteConnection> m_connection;
};

} // namespace tandem
