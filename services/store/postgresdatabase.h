// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <memory>
#include <string>

namespace tandem {

class PostgresConnection;

// PostgreSQL 14 or newer through libpq: its pipeline mode takes a whole transaction to the server
// in one round trip, which QtSql cannot. Inside begin() and commit() what execute() was given may
// be refused as late as by the commit().
//
// One connection that writes for each schema of a database: it holds an advisory lock as long as it
// is open, so that a server that was given up cannot still commit behind the one that took over.
class PostgresDatabase final : public Database
{
public:
    // `url`: "postgresql://user@host:5432/name?sslmode=verify-full" or "host=... dbname=...", as in
    // libpq's manual, section "Connection Strings". It may hold a password: no error repeats it.
    explicit PostgresDatabase(std::string url, Access access = Access::Write);
    ~PostgresDatabase() override;

    Result<void> open() override;
    void close() override;
    bool isLost() const override;
    Result<void> probe() override;
    Result<void> reopen() override;
    Result<void> begin() override;
    Result<void> commit() override;
    void rollback() override;
    Result<void> beginReading() override;
    Result<std::vector<TableShape>> tables() override;
    Result<void> execute(const Statement &statement, const std::vector<SqlValue> &values) override;
    Result<void> query(const Statement &statement, const std::vector<SqlValue> &values,
                       const Each &each) override;
    Result<void> executeScript(const std::string &script) override;

private:
    Result<void> prepareSession();
    Result<void> lockStore();

    std::string m_url;
    Access m_access;
    std::unique_ptr<PostgresConnection> m_connection;
    bool m_isInTransaction = false;
    int m_piped = 0;
    std::size_t m_pipedBytes = 0;
};

} // namespace tandem
