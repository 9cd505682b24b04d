// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlitedatabase.h"

#include "store/cleanpages.h"
#include "store/schema.h"
#include "store/sqliteconnection.h"

#include <map>

namespace tandem {

namespace {

constexpr Statement sqliteColumns{
    "SELECT t.name, c.name, c.pk, "
    "CASE c.type WHEN 'INTEGER' THEN 1 WHEN 'BLOB' THEN 2 ELSE 0 END FROM sqlite_schema t JOIN "
    "pragma_table_info(t.name) c "
    "WHERE t.type = 'table' AND t.name <> 'schema_version' ORDER BY t.name, c.cid"};
constexpr Statement writeBack{"PRAGMA wal_checkpoint(TRUNCATE)"};
// A checkpoint of an empty log proves nothing: that a commit reaches the disk does.
constexpr Statement countReopening{
    "INSERT INTO setting (name, value) VALUES ('reopened', '1') "
    "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1"};
constexpr Statement selectNew{"SELECT count(*) = 0 FROM sqlite_schema"};
// All of its pages were written by cleanPagesVfs(), or not.
constexpr char markCleanPages[] = "PRAGMA user_version=1;";
constexpr char markOtherPages[] = "PRAGMA user_version=0;";
constexpr Statement selectCleanPages{"SELECT user_version = 1 FROM pragma_user_version"};
constexpr Statement selectCleanable{
    "SELECT page_count < ? AND auto_vacuum = 0 FROM pragma_page_count, pragma_auto_vacuum"};
// It is tried again, and commits wait for it.
constexpr Ms cleaningWait{100};
constexpr Statement beginWriting{"BEGIN IMMEDIATE"};
constexpr Statement beginTransaction{"BEGIN"};
constexpr Statement commitTransaction{"COMMIT"};
constexpr Statement rollbackTransaction{"ROLLBACK"};

} // namespace

SqliteDatabase::SqliteDatabase(std::string file, Access access)
    : m_file(std::move(file)), m_access(access)
{
}

SqliteDatabase::~SqliteDatabase() = default;

Result<void> SqliteDatabase::open()
{
    m_connection.reset();
    auto opened = SqliteConnection::open(m_file, m_access);
    if (!opened)
        return std::unexpected(opened.error());
    m_connection = std::move(*opened);
    if (m_access == Access::Read)
        return {};
    const auto isNew = holds(selectNew, {});
    if (!isNew)
        return std::unexpected(isNew.error());
    if (auto set = executeScript(std::string(*isNew ? markCleanPages : "")
                                 + "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
                                   "PRAGMA secure_delete=ON");
        !set)
        return set;
    return upgradeSchema(*this, SchemaFor::Sqlite);
}

void SqliteDatabase::close() { m_connection.reset(); }

Result<void> SqliteDatabase::reopen()
{
    close();
    if (auto opened = open(); !opened)
        return opened;
    if (auto written = writeLogBack(); !written)
        return written;
    return execute(countReopening, {});
}

Result<void> SqliteDatabase::writeLogBack()
{
    bool isBusy = true;
    const auto written = query(writeBack, {}, [&](const Row &row) { isBusy = row.number(0) != 0; });
    if (written && isBusy)
        return failure(Reason::StoreUnavailable, "The store's log cannot be written back yet.");
    return written;
}

Result<void> SqliteDatabase::clean()
{
    const auto areClean = holds(selectCleanPages, {});
    const auto canBeClean = holds(selectCleanable, {sql(mostCleanPages)});
    if (!areClean || !canBeClean)
        return std::unexpected((areClean ? canBeClean : areClean).error());
    if (!*areClean || !*canBeClean) {
        const std::string mark = *canBeClean ? markCleanPages : markOtherPages;
        if (auto rewritten = executeScript("VACUUM; " + mark); !rewritten)
            return rewritten;
    }
    m_connection->waitForOthers(cleaningWait);
    auto written = writeLogBack();
    m_connection->waitForOthers(SqliteConnection::usualWait);
    // A page that is kept in memory as it was would go into the log so.
    return written ? executeScript("PRAGMA shrink_memory") : written;
}

Result<bool> SqliteDatabase::holds(const Statement &question, const std::vector<SqlValue> &values)
{
    bool answer = false;
    const auto read = query(question, values, [&](const Row &row) { answer = row.number(0) != 0; });
    if (!read)
        return std::unexpected(read.error());
    return answer;
}

Result<void> SqliteDatabase::begin() { return execute(beginWriting, {}); }

Result<void> SqliteDatabase::commit() { return execute(commitTransaction, {}); }

void SqliteDatabase::rollback()
{
    if (m_connection)
        (void)execute(rollbackTransaction, {});
}

Result<void> SqliteDatabase::beginReading() { return execute(beginTransaction, {}); }

Result<std::vector<TableShape>> SqliteDatabase::tables()
{
    std::map<std::string, TableShape> tables;
    std::map<std::string, std::map<std::int64_t, std::string>> keys;
    auto read = query(sqliteColumns, {}, [&](const Row &row) {
        auto &table = tables[row.text(0)];
        table.name = row.text(0);
        table.columns.push_back({row.text(1), static_cast<ColumnKind>(row.number(3))});
        if (const auto place = row.number(2); place > 0)
            keys[table.name][place] = row.text(1);
    });
    if (!read)
        return std::unexpected(read.error());
    std::vector<TableShape> list;
    list.reserve(tables.size());
    for (auto &[name, table] : tables) {
        for (const auto &[place, column] : keys[name])
            table.key.push_back(column);
        list.push_back(std::move(table));
    }
    return list;
}

Result<void> SqliteDatabase::execute(const Statement &statement,
                                     const std::vector<SqlValue> &values)
{
    return m_connection->run(statement, values, {});
}

Result<void> SqliteDatabase::query(const Statement &statement, const std::vector<SqlValue> &values,
                                   const Each &each)
{
    return m_connection->run(statement, values, each);
}

Result<void> SqliteDatabase::executeScript(const std::string &script)
{
    return m_connection->run(script);
}

} // namespace tandem
