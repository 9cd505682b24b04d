// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgresdatabase.h"

#include "base/log.h"
#include "store/postgresconnection.h"
#include "store/schema.h"

#include <chrono>
#include <cstdlib>
#include <map>
#include <thread>

namespace tandem {

namespace {

// A connection that was given up is gone when the server notices; until then it holds the lock.
constexpr int lockTries = 20;
constexpr auto lockPause = Ms(100);

constexpr int mostPiped = 5'000;
constexpr std::size_t mostPipedBytes = 4 * 1024 * 1024;

constexpr Statement postgresColumns{
    "SELECT table_name, column_name, "
    "CASE data_type WHEN 'bigint' THEN 1 WHEN 'bytea' THEN 2 ELSE 0 END "
    "FROM information_schema.columns "
    "WHERE table_schema = current_schema() AND table_name <> 'schema_version' "
    "ORDER BY table_name, ordinal_position"};
constexpr Statement postgresKeys{
    "SELECT k.table_name, k.column_name FROM information_schema.key_column_usage k "
    "JOIN information_schema.table_constraints c ON c.constraint_name = k.constraint_name "
    "AND c.table_schema = k.table_schema AND c.table_name = k.table_name "
    "WHERE k.table_schema = current_schema() AND c.constraint_type = 'PRIMARY KEY' "
    "ORDER BY k.table_name, k.ordinal_position"};
constexpr Statement selectLock{
    "SELECT CASE WHEN pg_try_advisory_lock(1952542052, hashtext(current_schema())) "
    "THEN 1 ELSE 0 END"};
constexpr Statement postgresSettings{
    "SELECT current_setting('server_version_num'), current_setting('server_encoding'), "
    "current_setting('fsync'), current_setting('server_version'), current_schema()"};

// synchronous_commit may be off for a role or a database: then a commit is not on disk.
constexpr char sessionSettings[] =
    "SET synchronous_commit = on; SET statement_timeout = '30s'; SET lock_timeout = '5s'; "
    "SET idle_in_transaction_session_timeout = '30s'; SET standard_conforming_strings = on; "
    "SET DateStyle = 'ISO'";

class ResultRow final : public Row
{
public:
    ResultRow(const PGresult *result, int row) : m_result(result), m_row(row) {}

    bool isNull(int column) const override { return PQgetisnull(m_result, m_row, column) != 0; }
    std::int64_t number(int column) const override
    {
        return std::strtoll(PQgetvalue(m_result, m_row, column), nullptr, 10);
    }
    std::string text(int column) const override
    {
        return {PQgetvalue(m_result, m_row, column),
                static_cast<std::size_t>(PQgetlength(m_result, m_row, column))};
    }
    std::string bytes(int column) const override
    {
        std::size_t size = 0;
        const auto *escaped = PQgetvalue(m_result, m_row, column);
        const std::unique_ptr<unsigned char, decltype(&PQfreemem)> bytes(
            PQunescapeBytea(reinterpret_cast<const unsigned char *>(escaped), &size), &PQfreemem);
        if (!bytes)
            return {};
        return {reinterpret_cast<const char *>(bytes.get()), size};
    }

private:
    const PGresult *m_result;
    int m_row;
};

std::unexpected<Error> unusable(const std::string &why)
{
    return failure(Reason::StoreUnavailable, why);
}

} // namespace

PostgresDatabase::PostgresDatabase(std::string url, Access access)
    : m_url(std::move(url)), m_access(access)
{
}

PostgresDatabase::~PostgresDatabase() = default;

Result<void> PostgresDatabase::open()
{
    close();
    m_connection = std::make_unique<PostgresConnection>(m_url);
    auto done = m_connection->state();
    if (done)
        done = prepareSession();
    if (done && m_access == Access::Write)
        done = lockStore();
    if (done && m_access == Access::Write)
        done = upgradeSchema(*this, SchemaFor::Postgres);
    return done;
}

Result<void> PostgresDatabase::prepareSession()
{
    std::string script = sessionSettings;
    if (m_access == Access::Read)
        script += "; SET default_transaction_read_only = on";
    if (auto set = m_connection->script(script); !set)
        return set;
    Result<void> good;
    auto read = query(postgresSettings, {}, [&](const Row &row) {
        if (row.number(0) < 140'000)
            good = unusable("PostgreSQL " + row.text(3) + " is too old: 14 or newer is needed.");
        else if (row.text(1) != "UTF8")
            good = unusable("The database's encoding is " + row.text(1)
                            + ": make one with ENCODING 'UTF8'.");
        else if (row.isNull(4))
            good = unusable("The database has no schema that this role may use: see search_path.");
        else if (row.text(2) != "on" && m_access == Access::Write)
            logger("store").warn("PostgreSQL runs with fsync off: a power cut loses what was "
                                 "acknowledged");
    });
    return read ? good : read;
}

Result<void> PostgresDatabase::lockStore()
{
    for (int attempt = 0; attempt < lockTries; ++attempt) {
        bool isMine = false;
        auto asked = query(selectLock, {}, [&](const Row &row) { isMine = row.number(0) == 1; });
        if (!asked || isMine)
            return asked;
        std::this_thread::sleep_for(lockPause);
    }
    return failure(Reason::Conflict, "The database is in use by another Tandem server. Stop that "
                                     "one first, or choose another database or schema.");
}

void PostgresDatabase::close()
{
    m_connection.reset();
    m_isInTransaction = false;
}

bool PostgresDatabase::isLost() const { return !m_connection || !m_connection->state(); }

Result<void> PostgresDatabase::probe()
{
    if (!m_connection)
        return unusable("The database is not open.");
    return m_connection->probe();
}

Result<void> PostgresDatabase::reopen()
{
    if (auto opened = open(); !opened)
        return opened;
    // That it can be read proves nothing: that a commit is taken does.
    return m_connection->script(
        "INSERT INTO setting (name, value) VALUES ('reopened', '1') "
        "ON CONFLICT (name) DO UPDATE SET value = CAST(setting.value AS INTEGER) + 1");
}

Result<void> PostgresDatabase::begin()
{
    m_isInTransaction = true;
    m_piped = 0;
    m_pipedBytes = 0;
    return m_connection->add("BEGIN");
}

Result<void> PostgresDatabase::commit()
{
    m_isInTransaction = false;
    if (auto added = m_connection->add("COMMIT"); !added)
        return added;
    return m_connection->endPipeline();
}

void PostgresDatabase::rollback()
{
    m_isInTransaction = false;
    if (!m_connection)
        return;
    (void)m_connection->endPipeline();
    (void)m_connection->script("ROLLBACK");
}

Result<void> PostgresDatabase::beginReading()
{
    return m_connection->script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

Result<std::vector<TableShape>> PostgresDatabase::tables()
{
    std::map<std::string, TableShape> tables;
    auto read = query(postgresColumns, {}, [&](const Row &row) {
        auto &table = tables[row.text(0)];
        table.name = row.text(0);
        table.columns.push_back({row.text(1), static_cast<ColumnKind>(row.number(2))});
    });
    if (read) {
        read = query(postgresKeys, {}, [&](const Row &row) {
            if (const auto found = tables.find(row.text(0)); found != tables.end())
                found->second.key.push_back(row.text(1));
        });
    }
    if (!read)
        return std::unexpected(read.error());
    std::vector<TableShape> list;
    list.reserve(tables.size());
    for (auto &[name, table] : tables)
        list.push_back(std::move(table));
    return list;
}

Result<void> PostgresDatabase::execute(const Statement &statement,
                                       const std::vector<SqlValue> &values)
{
    if (m_isInTransaction) {
        auto added = m_connection->add(statement, values);
        ++m_piped;
        for (const auto &value : values) {
            if (const auto *bytes = std::get_if<SqlBytes>(&value))
                m_pipedBytes += bytes->size;
        }
        // What comes back is kept until the end of the pipeline, and so is what is on its way.
        if (!added || (m_piped < mostPiped && m_pipedBytes < mostPipedBytes))
            return added;
        m_piped = 0;
        m_pipedBytes = 0;
        return m_connection->endPipeline();
    }
    auto done = m_connection->ask(statement, values);
    return done ? Result<void>() : std::unexpected(done.error());
}

Result<void> PostgresDatabase::query(const Statement &statement,
                                     const std::vector<SqlValue> &values, const Each &each)
{
    if (auto before = m_connection->endPipeline(); !before)
        return before;
    const auto result = m_connection->ask(statement, values);
    if (!result)
        return std::unexpected(result.error());
    const int rows = PQntuples(result->get());
    for (int row = 0; row < rows; ++row)
        each(ResultRow(result->get(), row));
    return {};
}

Result<void> PostgresDatabase::executeScript(const std::string &script)
{
    if (auto before = m_connection->endPipeline(); !before)
        return before;
    return m_connection->script(script);
}

} // namespace tandem
