// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include <QDir>
#include <QFile>

static void useSchemaResource() { Q_INIT_RESOURCE(schema); }

namespace tandem {

namespace {

constexpr Statement selectVersion{"SELECT max(version) FROM schema_version"};
constexpr Statement insertVersion{"INSERT INTO schema_version (version) VALUES (?)"};

// "0003_lifecycle.sql" brings a schema to version 3. The first of PostgreSQL's is everything up to
// its version: there were no stores of earlier ones.
int versionOf(const QString &file) { return file.section(u'_', 0, 0).toInt(); }

Result<void> applyFile(Database &database, const QString &path, int version)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Reason::Internal, "The schema file " + path.toStdString() + " is missing.");
    auto result = database.begin();
    if (result)
        result = database.executeScript(file.readAll().toStdString());
    if (result)
        result = database.execute(insertVersion, {sql(version)});
    if (result)
        result = database.commit();
    if (!result)
        database.rollback();
    return result;
}

} // namespace

Result<void> upgradeSchema(Database &database, SchemaFor dialect)
{
    useSchemaResource();
    if (auto made = database.executeScript(
            "CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY)");
        !made)
        return made;
    std::int64_t current = 0;
    if (auto read =
            database.query(selectVersion, {}, [&](const Row &row) { current = row.number(0); });
        !read)
        return read;
    const QDir folder(dialect == SchemaFor::Sqlite ? QStringLiteral(":/store/schema/sqlite")
                                                   : QStringLiteral(":/store/schema/postgresql"));
    const auto files = folder.entryList(QDir::Files, QDir::Name);
    if (files.isEmpty() || current > versionOf(files.last())) {
        return failure(Reason::StoreUnavailable,
                       "The store was written by a newer version of Tandem (schema "
                           + std::to_string(current)
                           + "). Install that version or restore a backup.");
    }
    for (const auto &file : files) {
        const int version = versionOf(file);
        if (version <= current)
            continue;
        if (auto applied = applyFile(database, folder.filePath(file), version); !applied)
            return applied;
    }
    return {};
}

} // namespace tandem
