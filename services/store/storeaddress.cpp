// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storeaddress.h"

#include "store/postgresdatabase.h"
#include "store/sqlitedatabase.h"

#include <libpq-fe.h>

#include <filesystem>

namespace tandem {

namespace {

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

// Null where libpq does not understand it.
Options optionsOf(const std::string &url)
{
    return {PQconninfoParse(url.c_str(), nullptr), PQconninfoFree};
}

std::string valueOf(const Options &options, std::string_view name)
{
    for (const auto *option = options.get(); option && option->keyword; ++option) {
        if (option->keyword == name && option->val)
            return option->val;
    }
    return {};
}

} // namespace

Result<StoreAddress> StoreAddress::read(const std::string &text, const std::string &dataFolder)
{
    if (text == "sqlite")
        return ofFile((std::filesystem::path(dataFolder) / "tandem.sqlite").string());
    // What libpq says of a bad address may repeat it, with its password.
    if ((!text.starts_with("postgresql://") && !text.starts_with("postgres://"))
        || !optionsOf(text)) {
        return failure(Reason::InvalidParams,
                       "The store is \"sqlite\" or an address of PostgreSQL, written like "
                       "postgresql://user@host:5432/name.",
                       "database");
    }
    return StoreAddress(text, true);
}

StoreAddress StoreAddress::ofFile(std::string file) { return {std::move(file), false}; }

std::unique_ptr<Database> StoreAddress::database(Database::Access access) const
{
    if (m_isPostgres)
        return std::make_unique<PostgresDatabase>(m_text, access);
    return std::make_unique<SqliteDatabase>(m_text, access);
}

std::string StoreAddress::shown() const
{
    if (!m_isPostgres)
        return m_text;
    const auto options = optionsOf(m_text);
    const auto host = valueOf(options, "host");
    const auto port = valueOf(options, "port");
    const auto name = valueOf(options, "dbname");
    return "PostgreSQL" + (name.empty() ? "" : " database " + name)
           + (host.empty() ? "" : " at " + host) + (port.empty() ? "" : ":" + port);
}

} // namespace tandem
