// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlitedatabase.h"

#include "store/schema.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>
#include <map>
#include <unordered_map>

namespace tandem {

namespace {

// Another program may hold the file (a backup); longer would keep every customer waiting.
constexpr int busyTimeoutMs = 2000;

constexpr Statement sqliteColumns{
    "SELECT t.name, c.name, c.pk, c.type = 'INTEGER' FROM sqlite_schema t JOIN "
    "pragma_table_info(t.name) c "
    "WHERE t.type = 'table' AND t.name <> 'schema_version' ORDER BY t.name, c.cid"};

std::unexpected<Error> storeError(const QSqlError &error)
{
    return failure(Reason::StoreUnavailable,
                   "The store does not take it: " + error.text().toStdString());
}

QVariant toVariant(const SqlValue &value)
{
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return QVariant(static_cast<qlonglong>(*number));
    if (const auto *text = std::get_if<std::string>(&value)) {
        // Not null even when empty: an empty text is a value.
        return QVariant(QString::fromUtf8(text->data(), static_cast<qsizetype>(text->size())));
    }
    return QVariant(QMetaType::fromType<QString>());
}

class QueryRow final : public Row
{
public:
    explicit QueryRow(const QSqlQuery &query) : m_query(query) {}

    bool isNull(int column) const override { return m_query.isNull(column); }
    std::int64_t number(int column) const override { return m_query.value(column).toLongLong(); }
    std::string text(int column) const override
    {
        return m_query.value(column).toString().toStdString();
    }

private:
    const QSqlQuery &m_query;
};

} // namespace

struct SqliteDatabase::Connection
{
    QString name;
    QSqlDatabase database;
    std::unordered_map<const char *, QSqlQuery> prepared;

    Connection(const std::string &file, Access access)
    {
        static std::atomic<int> count = 0;
        name = QStringLiteral("tandem-%1").arg(++count);
        database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(QString::fromStdString(file));
        auto options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutMs);
        if (access == Access::Read)
            options += QStringLiteral(";QSQLITE_OPEN_READONLY");
        database.setConnectOptions(options);
    }

    ~Connection()
    {
        prepared.clear();
        database.close();
        database = QSqlDatabase();
        QSqlDatabase::removeDatabase(name);
    }

    Result<void> run(const QString &text)
    {
        QSqlQuery query(database);
        if (!query.exec(text))
            return storeError(query.lastError());
        return {};
    }

    // The statement with its values, executed; null with `error` set where it failed.
    QSqlQuery *run(const Statement &statement, const std::vector<SqlValue> &values,
                   QSqlError &error)
    {
        auto found = prepared.find(statement.sql.data());
        if (found == prepared.end()) {
            QSqlQuery query(database);
            query.setForwardOnly(true);
            if (!query.prepare(QString::fromUtf8(statement.sql.data(),
                                                 static_cast<qsizetype>(statement.sql.size())))) {
                error = query.lastError();
                return nullptr;
            }
            found = prepared.emplace(statement.sql.data(), std::move(query)).first;
        }
        auto &query = found->second;
        for (std::size_t i = 0; i < values.size(); ++i)
            query.bindValue(static_cast<int>(i), toVariant(values[i]));
        if (query.exec())
            return &query;
        error = query.lastError();
        query.finish();
        return nullptr;
    }
};

SqliteDatabase::SqliteDatabase(std::string file, Access access)
    : m_file(std::move(file)), m_access(access)
{
}

SqliteDatabase::~SqliteDatabase() = default;

Result<void> SqliteDatabase::open()
{
    m_connection = std::make_unique<Connection>(m_file, m_access);
    if (!m_connection->database.open())
        return storeError(m_connection->database.lastError());
    if (m_access == Access::Read)
        return {};
    for (const auto *pragma : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"}) {
        if (auto set = m_connection->run(QString::fromLatin1(pragma)); !set)
            return set;
    }
    return upgradeSchema(*this, SchemaFor::Sqlite);
}

void SqliteDatabase::close() { m_connection.reset(); }

Result<void> SqliteDatabase::reopen()
{
    close();
    if (auto opened = open(); !opened)
        return opened;
    QSqlQuery query(m_connection->database);
    if (!query.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")) || !query.next())
        return storeError(query.lastError());
    if (query.value(0).toInt() != 0)
        return failure(Reason::StoreUnavailable, "The store's log cannot be written back yet.");
    query.finish();
    // A checkpoint of an empty log proves nothing: that a commit reaches the disk does.
    return m_connection->run(
        QStringLiteral("INSERT INTO setting (name, value) VALUES ('reopened', '1') "
                       "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1"));
}

Result<void> SqliteDatabase::begin()
{
    return m_connection->run(QStringLiteral("BEGIN IMMEDIATE"));
}

Result<void> SqliteDatabase::commit() { return m_connection->run(QStringLiteral("COMMIT")); }

void SqliteDatabase::rollback()
{
    if (m_connection)
        (void)m_connection->run(QStringLiteral("ROLLBACK"));
}

Result<void> SqliteDatabase::beginReading() { return m_connection->run(QStringLiteral("BEGIN")); }

Result<std::vector<TableShape>> SqliteDatabase::tables()
{
    std::map<std::string, TableShape> tables;
    std::map<std::string, std::map<std::int64_t, std::string>> keys;
    auto read = query(sqliteColumns, {}, [&](const Row &row) {
        auto &table = tables[row.text(0)];
        table.name = row.text(0);
        table.columns.push_back({row.text(1), row.number(3) == 1});
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
    QSqlError error;
    auto *query = m_connection->run(statement, values, error);
    if (!query)
        return storeError(error);
    query->finish();
    return {};
}

Result<void> SqliteDatabase::query(const Statement &statement, const std::vector<SqlValue> &values,
                                   const Each &each)
{
    QSqlError error;
    auto *query = m_connection->run(statement, values, error);
    if (!query)
        return storeError(error);
    const QueryRow row(*query);
    while (query->next())
        each(row);
    error = query->lastError();
    query->finish();
    if (error.isValid() && error.type() != QSqlError::NoError)
        return storeError(error);
    return {};
}

Result<void> SqliteDatabase::executeScript(const std::string &script)
{
    const auto text = QString::fromStdString(script);
    for (const auto &statement : text.split(QStringLiteral(";\n"))) {
        if (statement.trimmed().isEmpty())
            continue;
        if (auto done = m_connection->run(statement); !done)
            return done;
    }
    return {};
}

} // namespace tandem
