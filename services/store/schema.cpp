// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema.h"

#include <QDir>
#include <QFile>

static void useSchemaResource() { Q_INIT_RESOURCE(schema); }

namespace tandem {

namespace {

constexpr Statement selectVersion{"SELECT max(version) FROM schema_version"};
constexpr Statement insertVersion{"INSERT INTO schema_version (version) VALUES (?)"};

Result<void> applyFile(Database &database, const QString &name, int version)
{
    QFile file(QStringLiteral(":/store/schema/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Reason::Internal, "The schema file " + name.toStdString() + " is missing.");
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

Result<void> upgradeSchema(Database &database)
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
    const auto files = QDir(QStringLiteral(":/store/schema")).entryList(QDir::Files, QDir::Name);
    if (current > files.size()) {
        return failure(Reason::StoreUnavailable,
                       "The store was written by a newer version of Tandem (schema "
                           + std::to_string(current)
                           + "). Install that version or restore a backup.");
    }
    for (int version = static_cast<int>(current) + 1; version <= files.size(); ++version) {
        if (auto applied = applyFile(database, files[version - 1], version); !applied)
            return applied;
    }
    return {};
}

} // namespace tandem
