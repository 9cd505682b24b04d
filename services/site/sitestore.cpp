// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/sitestore.h"

#include "protocol/sitelists.h"

#include <set>

namespace tandem {

namespace {

using protocol::SiteChange;
using protocol::SiteDocument;
using protocol::SiteKind;

constexpr Statement selectObjects{
    "SELECT kind, id, body FROM site_object ORDER BY kind, position, id"};
constexpr Statement insertObject{
    "INSERT INTO site_object (kind, id, position, body) VALUES (?, ?, ?, ?)"};
constexpr Statement appendObject{
    "INSERT INTO site_object (kind, id, position, body) "
    "SELECT ?, ?, coalesce(max(position) + 1, 0), ? FROM site_object WHERE kind = ?"};
constexpr Statement updateObject{"UPDATE site_object SET body = ? WHERE kind = ? AND id = ?"};
constexpr Statement putObject{
    "INSERT INTO site_object (kind, id, position, body) VALUES (?, ?, 0, ?) "
    "ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body"};
constexpr Statement updatePosition{"UPDATE site_object SET position = ? WHERE kind = ? AND id = ?"};
constexpr Statement deleteObject{"DELETE FROM site_object WHERE kind = ? AND id = ?"};
constexpr Statement insertAccount{
    "INSERT INTO agent (id, user_name, password_hash) VALUES (?, ?, ?)"};

template <class Object>
Result<void> readInto(Object &object, const std::string &id, const std::string &body)
{
    auto read = json::fromText<Object>(body);
    if (!read) {
        return failure(Reason::StoreUnavailable,
                       "The set-up of \"" + id
                           + "\" in the store is damaged: " + read.error().message);
    }
    object = std::move(*read);
    return {};
}

Result<void> readRow(SiteDocument &document, const Row &row)
{
    const auto kind = row.text(0);
    const auto id = row.text(1);
    const auto body = row.text(2);
    Result<void> result;
    bool isKnown = kind == nameOf(SiteKind::Rules);
    if (isKnown)
        result = readInto(document.rules.emplace(), id, body);
    protocol::forEachList([&](SiteKind listed, auto list) {
        if (kind != nameOf(listed))
            return;
        isKnown = true;
        result = readInto((document.*list).emplace_back(), id, body);
    });
    if (!isKnown)
        result = failure(Reason::StoreUnavailable, "The store has objects of an unknown kind.");
    return result;
}

// Objects that are not simply at the end of their list bring the order of all into the rows.
void writeOrder(SiteKind kind, const SiteDocument &after, std::vector<Write> &writes)
{
    protocol::forEachList([&](SiteKind listed, auto list) {
        if (listed != kind)
            return;
        int position = 0;
        for (const auto &object : after.*list)
            writes.push_back(write(updatePosition, position++, kind, idOf(object)));
    });
}

std::size_t countOf(SiteKind kind, const SiteDocument &document)
{
    std::size_t count = 0;
    protocol::forEachList([&](SiteKind listed, auto list) {
        if (listed == kind)
            count = (document.*list).size();
    });
    return count;
}

} // namespace

Result<SiteDocument> readDocument(Database &database)
{
    SiteDocument document;
    Result<void> read;
    const auto asked = database.query(selectObjects, {}, [&](const Row &row) {
        if (read)
            read = readRow(document, row);
    });
    if (!asked)
        return std::unexpected(asked.error());
    if (!read)
        return std::unexpected(read.error());
    if (!document.rules)
        document.rules.emplace();
    return document;
}

std::vector<Write> writesOf(const SiteDocument &document)
{
    std::vector<Write> writes;
    protocol::forEachList([&](SiteKind kind, auto list) {
        int position = 0;
        for (const auto &object : document.*list) {
            writes.push_back(
                write(insertObject, kind, idOf(object), position++, json::toText(object)));
        }
    });
    if (document.rules) {
        writes.push_back(write(insertObject, SiteKind::Rules, protocol::rulesId, 0,
                               json::toText(*document.rules)));
    }
    return writes;
}

std::vector<Write> writesOf(const std::vector<SiteChange> &changes, const SiteDocument &after)
{
    std::vector<Write> writes;
    std::set<SiteKind> reordered;
    std::map<SiteKind, std::size_t> added;
    for (const auto &change : changes)
        added[change.kind] += !change.before && change.after;
    for (const auto &change : changes) {
        const auto &[kind, id, before, text, from, to] = change;
        if (!text)
            writes.push_back(write(deleteObject, kind, id));
        else if (kind == SiteKind::Rules)
            writes.push_back(write(putObject, kind, id, *text));
        else if (!before)
            writes.push_back(write(appendObject, kind, id, *text, kind));
        else if (*before != *text)
            writes.push_back(write(updateObject, *text, kind, id));
        const auto end = countOf(kind, after) - added[kind];
        if (text && to && (before || static_cast<std::size_t>(*to) < end))
            reordered.insert(kind);
    }
    for (const auto kind : reordered)
        writeOrder(kind, after, writes);
    return writes;
}

Write writeAccount(AgentId id, const std::string &userName, const std::string &passwordHash)
{
    return write(insertAccount, id, userName, passwordHash);
}

} // namespace tandem
