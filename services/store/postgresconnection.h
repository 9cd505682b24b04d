// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <unordered_map>

namespace tandem {

// A result of libpq, freed with this.
using PostgresResult = std::unique_ptr<PGresult, decltype(&PQclear)>;

// A connection of libpq that never waits longer than it is told. After a failure of the connection
// itself it stays failed. Not for two threads at once.
class PostgresConnection
{
public:
    // Connects within two seconds; failed() tells where that went wrong.
    explicit PostgresConnection(const std::string &url);
    ~PostgresConnection();

    PostgresConnection(const PostgresConnection &) = delete;
    PostgresConnection &operator=(const PostgresConnection &) = delete;

    Result<void> state() const;
    // Asks it for a sign of life, but for a pipeline, whose end tells.
    Result<void> probe();
    // Several statements, no values.
    Result<void> script(const std::string &text);
    Result<PostgresResult> ask(const Statement &statement, const std::vector<SqlValue> &values);

    // In a pipeline: sent, answered at the end of it.
    Result<void> add(const Statement &statement, const std::vector<SqlValue> &values);
    Result<void> add(const char *text);
    // Waits for all that was added. The first refusal is the error.
    Result<void> endPipeline();
    bool isPiping() const { return m_isPiping; }

private:
    // The name of the prepared statement; prepares it, in the pipeline where there is one.
    Result<std::string> prepared(const Statement &statement);
    Result<void> send(const std::string &name, const std::vector<SqlValue> &values);
    Result<void> beginPipeline();
    Result<void> flush();
    // Until a result can be had without waiting.
    Result<void> awaitInput(Ms limit);
    Result<PostgresResult> finalResult(Ms limit);
    Result<void> check(const PGresult *result);
    std::unexpected<Error> lost(const std::string &why);

    PGconn *m_connection;
    std::string m_lost; // why; empty: it is not
    bool m_isPiping = false;
    int m_names = 0;
    std::unordered_map<const char *, std::string> m_prepared;
};

} // namespace tandem
