// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqliteconnection.h"

#include "store/cleanpages.h"

#include <sqlite3.h>

namespace tandem {

namespace {

// Valid until the statement's next step.
class SqliteRow final : public Row
{
public:
    explicit SqliteRow(sqlite3_stmt *statement) : m_statement(statement) {}

    bool isNull(int column) const override
    {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }
    std::int64_t number(int column) const override
    {
        return sqlite3_column_int64(m_statement, column);
    }
    std::string text(int column) const override
    {
        const auto *text = sqlite3_column_text(m_statement, column);
        if (!text)
            return {};
        const auto size = sqlite3_column_bytes(m_statement, column);
        return {reinterpret_cast<const char *>(text), static_cast<std::size_t>(size)};
    }
    std::string bytes(int column) const override
    {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
        if (!bytes)
            return {};
        return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
    }

private:
    sqlite3_stmt *m_statement;
};

// Until the end of a scope; then the statement holds neither locks nor values.
class Running
{
public:
    explicit Running(sqlite3_stmt *statement) : m_statement(statement) {}
    ~Running()
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

private:
    sqlite3_stmt *m_statement;
};

// The value outlives the step that uses it. place: from 1.
int bind(sqlite3_stmt *statement, int place, const SqlValue &value)
{
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return sqlite3_bind_int64(statement, place, *number);
    if (const auto *text = std::get_if<std::string>(&value))
        return sqlite3_bind_text64(statement, place, text->data(), text->size(), SQLITE_STATIC,
                                   SQLITE_UTF8);
    if (const auto *bytes = std::get_if<SqlBytes>(&value)) {
        const auto view = bytes->view();
        return sqlite3_bind_blob64(statement, place, view.data(), view.size(), SQLITE_STATIC);
    }
    return sqlite3_bind_null(statement, place);
}

} // namespace

void SqliteConnection::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const std::string &file,
                                                                 Database::Access access)
{
    // One thread at a time: no need of SQLite's own locks.
    const int flags =
        SQLITE_OPEN_NOMUTEX
        | (access == Database::Access::Read ? SQLITE_OPEN_READONLY
                                            : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    sqlite3 *database = nullptr;
    const bool isWriter = access == Database::Access::Write;
    const auto *vfs = isWriter ? cleanPagesVfs() : nullptr;
    if (isWriter && !vfs)
        return failure(Reason::Internal, "SQLite lets nothing between itself and its files.");
    const int code = sqlite3_open_v2(file.c_str(), &database, flags, vfs);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(database));
    if (code != SQLITE_OK)
        return connection->refused();
    connection->waitForOthers(usualWait);
    return connection;
}

void SqliteConnection::waitForOthers(Ms time)
{
    sqlite3_busy_timeout(m_database, static_cast<int>(time.count()));
}

SqliteConnection::~SqliteConnection()
{
    m_prepared.clear();
    sqlite3_close(m_database);
}

std::unexpected<Error> SqliteConnection::refused() const
{
    return failure(Reason::StoreUnavailable,
                   "The store does not take it: " + std::string(sqlite3_errmsg(m_database)));
}

Result<sqlite3_stmt *> SqliteConnection::prepared(const Statement &statement)
{
    auto &known = m_prepared[statement.sql.data()];
    if (!known) {
        sqlite3_stmt *made = nullptr;
        const auto size = static_cast<int>(statement.sql.size());
        if (sqlite3_prepare_v3(m_database, statement.sql.data(), size, SQLITE_PREPARE_PERSISTENT,
                               &made, nullptr)
            != SQLITE_OK)
            return refused();
        known.reset(made);
    }
    return known.get();
}

Result<void> SqliteConnection::run(const Statement &statement, const std::vector<SqlValue> &values,
                                   const Database::Each &each)
{
    const auto found = prepared(statement);
    if (!found)
        return std::unexpected(found.error());
    const Running running(*found);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (bind(*found, static_cast<int>(i) + 1, values[i]) != SQLITE_OK)
            return refused();
    }
    const SqliteRow row(*found);
    for (;;) {
        const int code = sqlite3_step(*found);
        if (code == SQLITE_DONE)
            return {};
        if (code != SQLITE_ROW)
            return refused();
        if (each)
            each(row);
    }
}

Result<void> SqliteConnection::run(const std::string &script)
{
    if (sqlite3_exec(m_database, script.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return refused();
    return {};
}

} // namespace tandem
