// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/audittrail.h"

#include <algorithm>

namespace tandem {

namespace {

using protocol::AuditEntry;
using protocol::SiteChange;

constexpr std::size_t mostBytesKept = 32 * 1024 * 1024;
constexpr std::size_t mostBytesAPage = 1024 * 1024;
constexpr int usualLimit = 100;
constexpr int highestLimit = 500;
constexpr std::string_view ofPassword = "password";
constexpr std::string_view ofFile = "file"; // that was refused: no change of the site

constexpr Statement insertEntry{
    "INSERT INTO audit (id, time, agent_id, user_name, action, changes, undoes) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement updateUndone{"UPDATE audit SET undone_by = ? WHERE id = ?"};
constexpr Statement selectNewest{
    "SELECT max(id), max(CASE WHEN action NOT IN ('password', 'file') THEN id END) FROM audit"};
// The sizes first, so that no more is read than is wanted.
constexpr Statement selectSizes{
    "SELECT id, length(changes) FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?"};
constexpr Statement selectEntries{
    "SELECT id, time, agent_id, user_name, action, changes, undoes, undone_by FROM audit "
    "WHERE id < ? AND id >= ? ORDER BY id DESC"};

std::optional<std::int64_t> maybeNumber(const Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.number(column));
}

std::vector<SiteChange> changesFrom(const std::string &text)
{
    std::vector<SiteChange> changes;
    // What a later version wrote and this one cannot read is shown as an entry without changes.
    if (const auto value = json::parse(text); !value || !json::read(*value, changes, {}))
        changes.clear();
    return changes;
}

std::string textOf(const std::vector<SiteChange> &changes)
{
    std::string text;
    json::write(text, changes);
    return text;
}

AuditEntry entryFrom(const Row &row)
{
    return {row.number(0),       row.time(1),        row.id<AgentId>(2),
            row.text(3),         row.text(4),        changesFrom(row.text(5)),
            maybeNumber(row, 6), maybeNumber(row, 7)};
}

// The newest entries before `before`, as many as `limit` and `bytes` let pass, at least one.
struct Extent
{
    std::int64_t oldest = 0; // none: 0
    bool isAll = true;
};
Result<Extent> extentOf(Database &database, std::int64_t before, int limit, std::size_t bytes)
{
    Extent extent;
    int count = 0;
    std::size_t sum = 0;
    const auto read =
        database.query(selectSizes, {sql(before), sql(limit + 1)}, [&](const Row &row) {
            sum += static_cast<std::size_t>(row.number(1));
            if (++count > limit || (count > 1 && sum > bytes))
                extent.isAll = false;
            if (extent.isAll)
                extent.oldest = row.number(0);
        });
    if (!read)
        return std::unexpected(read.error());
    return extent;
}

constexpr std::int64_t beyondAll = INT64_MAX;

} // namespace

Result<void> AuditTrail::load(Database &database)
{
    m_entries.clear();
    m_bytes = 0;
    auto read = database.query(selectNewest, {}, [this](const Row &row) {
        m_lastId = row.number(0);
        m_version = row.number(1);
    });
    if (!read)
        return read;
    const auto extent = extentOf(database, beyondAll, 100'000, mostBytesKept);
    if (!extent)
        return std::unexpected(extent.error());
    return database.query(
        selectEntries, {sql(beyondAll), sql(extent->oldest)}, [this](const Row &row) {
            auto entry = entryFrom(row);
            const auto bytes = row.text(5).size();
            m_bytes += bytes;
            m_entries.push_front({entry.auditId, std::move(entry.action), std::move(entry.changes),
                                  entry.undoes, entry.undoneBy, bytes});
        });
}

std::int64_t AuditTrail::record(Engine &engine, const Author &author, std::string action,
                                std::vector<SiteChange> changes, std::optional<std::int64_t> undoes)
{
    const auto text = textOf(changes);
    const auto id = ++m_lastId;
    engine.write(write(insertEntry, id, engine.now().utc, author.agent, author.userName, action,
                       text, undoes));
    if (action != ofPassword && action != ofFile)
        m_version = id;
    if (undoes) {
        const auto *undone = find(*undoes);
        const auto before = undone ? undone->undoes : std::nullopt;
        mark(engine, *undoes, id);
        // Who undoes an undoing brings the first change back, which may then be undone again.
        if (before)
            mark(engine, *before, std::nullopt);
    }
    keep({id, std::move(action), std::move(changes), undoes, {}, text.size()});
    return id;
}

void AuditTrail::keep(Entry entry)
{
    m_bytes += entry.bytes;
    m_entries.push_back(std::move(entry));
    while (m_entries.size() > 1 && m_bytes > mostBytesKept) {
        m_bytes -= m_entries.front().bytes;
        m_entries.pop_front();
    }
}

void AuditTrail::mark(Engine &engine, std::int64_t id, std::optional<std::int64_t> undoneBy)
{
    engine.write(write(updateUndone, undoneBy, id));
    if (auto *entry = find(id))
        entry->undoneBy = undoneBy;
}

AuditTrail::Entry *AuditTrail::find(std::int64_t id)
{
    const auto found = std::ranges::lower_bound(m_entries, id, {}, &Entry::id);
    return found == m_entries.end() || found->id != id ? nullptr : &*found;
}

Result<const AuditTrail::Entry *> AuditTrail::undoable(std::int64_t id) const
{
    const auto name = "The audit entry " + std::to_string(id);
    const auto found = std::ranges::lower_bound(m_entries, id, {}, &Entry::id);
    if (id < 1 || id > m_lastId)
        return failure(Reason::NotFound, name + " does not exist.", "auditId");
    if (found == m_entries.end() || found->id != id) {
        return failure(Reason::WrongState,
                       name + " is too old to be undone; put the objects back by hand.", "auditId");
    }
    if (found->action == ofPassword)
        return failure(Reason::WrongState, "A password cannot be undone; set another.", "auditId");
    if (found->action == ofFile)
        return failure(Reason::WrongState, "It was no change; nothing can be undone.", "auditId");
    if (found->undoneBy) {
        return failure(Reason::Conflict,
                       name + " has been undone by entry " + std::to_string(*found->undoneBy)
                           + " already.",
                       "auditId");
    }
    return &*found;
}

Result<void> AuditTrail::check(const protocol::AdminAudit &request)
{
    if (request.limit && (*request.limit < 1 || *request.limit > highestLimit))
        return failure(Reason::InvalidParams, "The limit is 1 to 500.", "limit");
    return {};
}

Result<protocol::AuditReply> AuditTrail::page(Database &database,
                                              const protocol::AdminAudit &request)
{
    const auto before = request.before.value_or(beyondAll);
    const auto extent =
        extentOf(database, before, request.limit.value_or(usualLimit), mostBytesAPage);
    if (!extent)
        return std::unexpected(extent.error());
    protocol::AuditReply reply;
    if (extent->oldest == 0)
        return reply;
    const auto read =
        database.query(selectEntries, {sql(before), sql(extent->oldest)},
                       [&](const Row &row) { reply.entries.push_back(entryFrom(row)); });
    if (!read)
        return std::unexpected(read.error());
    if (!extent->isAll)
        reply.next = extent->oldest;
    return reply;
}

} // namespace tandem
