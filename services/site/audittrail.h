// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "domain/ids.h"
#include "protocol/admin.h"

#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace tandem {

// Who changed the site, when, from what to what. Every entry is in the store; those that can be
// undone without asking it (the newest, up to 32 MiB of changes) are in memory, too. Core thread.
class AuditTrail
{
public:
    struct Entry
    {
        std::int64_t id = 0;
        std::string action; // apply, import, undo, password, file
        std::vector<protocol::SiteChange> changes;
        std::optional<std::int64_t> undoes;
        std::optional<std::int64_t> undoneBy;
        std::size_t bytes = 0;
    };
    struct Author
    {
        AgentId agent;
        std::string userName;
    };

    Result<void> load(Database &database);

    // Of the newest entry that changed the document; 0 where there is none.
    std::int64_t version() const { return m_version; }
    // Writes a new entry in the running job; its id. Where it undoes another, that one is marked.
    std::int64_t record(Engine &engine, const Author &author, std::string action,
                        std::vector<protocol::SiteChange> changes,
                        std::optional<std::int64_t> undoes = {});
    // `not_found`, or why it cannot be undone (a password; undone before; too old).
    Result<const Entry *> undoable(std::int64_t id) const;

    // A page for people, newest first, at most about 1 MiB. `invalid_params` for the limit.
    static Result<protocol::AuditReply> page(Database &database,
                                             const protocol::AdminAudit &request);
    static Result<void> check(const protocol::AdminAudit &request);

private:
    Entry *find(std::int64_t id);
    void keep(Entry entry);
    void mark(Engine &engine, std::int64_t id, std::optional<std::int64_t> undoneBy);

    std::deque<Entry> m_entries; // oldest first
    std::size_t m_bytes = 0;
    std::int64_t m_lastId = 0;
    std::int64_t m_version = 0;
};

} // namespace tandem
