// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storecopy.h"

#include <algorithm>
#include <deque>
#include <functional>

namespace tandem {

namespace {

constexpr int pageRows = 1'000; // in memory at once
constexpr int pageRowsOfBytes = 16;
constexpr Statement versionOfStore{"SELECT max(version) FROM schema_version"};

// Made as the copying goes: prepared statements are known by where their text is, so none goes
// before the connections do.
class Texts
{
public:
    Statement keep(std::string text) { return {m_texts.emplace_back(std::move(text))}; }

private:
    std::deque<std::string> m_texts;
};

std::string quoted(const std::string &name) { return '"' + name + '"'; }

template <class Range, class Name>
std::string listed(const Range &range, Name name)
{
    std::string list;
    for (const auto &one : range)
        list += (list.empty() ? "" : ", ") + quoted(std::invoke(name, one));
    return list;
}

std::string marks(std::size_t count)
{
    std::string list = "?";
    for (std::size_t i = 1; i < count; ++i)
        list += ", ?";
    return list;
}

std::int64_t numberFrom(Database &database, const Statement &statement)
{
    std::int64_t number = 0;
    (void)database.query(statement, {}, [&](const Row &row) { number = row.number(0); });
    return number;
}

class TableCopy
{
public:
    TableCopy(Texts &texts, const TableShape &table) : m_table(table)
    {
        const auto columns = listed(table.columns, &ColumnShape::name);
        const auto key = listed(table.key, std::identity());
        const auto select = "SELECT " + columns + " FROM " + quoted(table.name);
        const auto isOfBytes = [](const ColumnShape &one) { return one.kind == ColumnKind::Bytes; };
        if (std::ranges::any_of(table.columns, isOfBytes))
            m_pageRows = pageRowsOfBytes;
        const auto order = " ORDER BY " + key + " LIMIT " + std::to_string(m_pageRows);
        m_first = texts.keep(select + order);
        m_next =
            texts.keep(select + " WHERE (" + key + ") > (" + marks(table.key.size()) + ')' + order);
        m_insert = texts.keep("INSERT INTO " + quoted(table.name) + " (" + columns + ") VALUES ("
                              + marks(table.columns.size()) + ')');
    }

    Result<std::int64_t> run(Database &from, Database &to, const CopyProgress &progress)
    {
        std::int64_t rows = 0;
        std::vector<SqlValue> last;
        for (;;) {
            std::vector<std::vector<SqlValue>> page;
            auto read = from.query(last.empty() ? m_first : m_next, last,
                                   [&](const Row &row) { page.push_back(valuesOf(row)); });
            if (!read)
                return std::unexpected(read.error());
            for (const auto &values : page) {
                if (auto done = to.execute(m_insert, values); !done)
                    return std::unexpected(done.error());
            }
            rows += std::ssize(page);
            if (progress)
                progress(m_table.name, rows);
            if (std::ssize(page) < m_pageRows)
                return rows;
            last = keyOf(page.back());
        }
    }

private:
    std::vector<SqlValue> valuesOf(const Row &row) const
    {
        std::vector<SqlValue> values;
        values.reserve(m_table.columns.size());
        for (int column = 0; column < std::ssize(m_table.columns); ++column) {
            const auto kind = m_table.columns[static_cast<std::size_t>(column)].kind;
            values.push_back(row.isNull(column) ? SqlValue(nullptr) : valueOf(row, column, kind));
        }
        return values;
    }

    static SqlValue valueOf(const Row &row, int column, ColumnKind kind)
    {
        if (kind == ColumnKind::Number)
            return row.number(column);
        if (kind == ColumnKind::Text)
            return row.text(column);
        auto bytes = std::make_shared<const std::string>(row.bytes(column));
        const auto size = bytes->size();
        return SqlBytes{std::move(bytes), 0, size};
    }

    std::vector<SqlValue> keyOf(const std::vector<SqlValue> &values) const
    {
        std::vector<SqlValue> key;
        for (const auto &name : m_table.key) {
            const auto found = std::ranges::find(m_table.columns, name, &ColumnShape::name);
            key.push_back(values[static_cast<std::size_t>(found - m_table.columns.begin())]);
        }
        return key;
    }

    const TableShape &m_table;
    int m_pageRows = pageRows;
    Statement m_first;
    Statement m_next;
    Statement m_insert;
};

Result<void> checkVersions(Database &from, Database &to, const std::string &source)
{
    const auto has = numberFrom(from, versionOfStore);
    const auto wants = numberFrom(to, versionOfStore);
    if (has == wants)
        return {};
    return failure(Reason::Conflict,
                   source + " has schema " + std::to_string(has) + ", this version of Tandem has "
                       + std::to_string(wants)
                       + (has < wants ? ": start a server of this version with it once, which "
                                        "brings it up to date."
                                      : ": install the newer version."));
}

// What a new store has of its own is nothing of a company.
Result<void> checkEmpty(Texts &texts, Database &to, const std::vector<TableShape> &tables,
                        const std::string &destination)
{
    for (const auto &table : tables) {
        const auto count =
            texts.keep("SELECT count(*) FROM " + quoted(table.name)
                       + (table.name == "setting" ? " WHERE name <> 'reopened'" : ""));
        if (numberFrom(to, count) > 0) {
            return failure(Reason::Conflict,
                           destination + " holds a company already. Choose an empty one.");
        }
    }
    return to.execute(texts.keep("DELETE FROM setting"), {});
}

Result<std::int64_t> copyAll(Texts &texts, Database &from, Database &to,
                             const std::vector<TableShape> &tables, const CopyProgress &progress)
{
    std::int64_t rows = 0;
    for (const auto &table : tables) {
        auto copied = TableCopy(texts, table).run(from, to, progress);
        if (!copied)
            return copied;
        rows += *copied;
    }
    return rows;
}

} // namespace

Result<std::int64_t> copyStore(const StoreAddress &from, const StoreAddress &to,
                               const CopyProgress &progress)
{
    Texts texts; // outlives both connections
    const auto source = from.database(Database::Access::Read);
    const auto destination = to.database(Database::Access::Write);
    auto done = source->open();
    if (done)
        done = destination->open();
    if (done)
        done = checkVersions(*source, *destination, from.shown());
    if (!done)
        return std::unexpected(done.error());
    const auto tables = source->tables();
    if (!tables)
        return std::unexpected(tables.error());
    done = destination->begin();
    if (done)
        done = checkEmpty(texts, *destination, *tables, to.shown());
    if (done)
        done = source->beginReading();
    auto rows = done ? copyAll(texts, *source, *destination, *tables, progress)
                     : Result<std::int64_t>(std::unexpected(done.error()));
    source->rollback();
    if (!rows) {
        destination->rollback();
        return rows;
    }
    if (auto committed = destination->commit(); !committed)
        return std::unexpected(committed.error());
    return rows;
}

} // namespace tandem
