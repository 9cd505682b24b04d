// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/site.h"
#include "protocol/types.h"

namespace tandem::protocol {

inline constexpr Policy administrators = Policy::agents({Role::Administrator});

struct AddUserReply
{
    AgentId agentId;
};
BOOST_DESCRIBE_STRUCT(AddUserReply, (), (agentId))

// password travels here; the authenticator replaces it by its Argon2id hash before the core.
struct AdminAddUser
{
    static constexpr std::string_view name = "admin.addUser";
    static constexpr Policy policy = administrators;
    using Reply = AddUserReply;

    std::string user;
    std::string displayName;
    std::string password;
    std::vector<Role> roles; // agent where empty
    std::vector<AgentSkill> skills;
    std::optional<int> chatCapacity; // by the first capacity rule where absent
};
BOOST_DESCRIBE_STRUCT(AdminAddUser, (), (user, displayName, password, roles, skills, chatCapacity))

// Ends the sessions of that user.
struct AdminSetPassword
{
    static constexpr std::string_view name = "admin.setPassword";
    static constexpr Policy policy = administrators;
    using Reply = Done;

    std::string user;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(AdminSetPassword, (), (user, password))

// version counts changes; give it back to change only what you have seen.
struct SiteReply
{
    SiteDocument document;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(SiteReply, (), (document, version))

struct AdminSite
{
    static constexpr std::string_view name = "admin.site";
    static constexpr Policy policy =
        Policy::agents({Role::Administrator, Role::Supervisor, Role::Auditor});
    using Reply = SiteReply;
};
BOOST_DESCRIBE_STRUCT(AdminSite, (), ())

// auditId: 0 where nothing was changed (dry run, or nothing differs).
struct ApplyReply
{
    std::int64_t version = 0;
    std::int64_t auditId = 0;
    std::vector<SiteChange> changes;
};
BOOST_DESCRIBE_STRUCT(ApplyReply, (), (version, auditId, changes))

// Puts the objects given (new ones go to the end of their list), removes others; whole or not at
// all. version: refused as a conflict where the site has changed since.
struct AdminApply
{
    static constexpr std::string_view name = "admin.apply";
    static constexpr Policy policy = administrators;
    using Reply = ApplyReply;

    SiteDocument put;
    std::vector<SiteObjectRef> remove;
    std::optional<std::int64_t> version;
    std::optional<bool> dryRun;
};
BOOST_DESCRIBE_STRUCT(AdminApply, (), (put, remove, version, dryRun))

// The document becomes the site; what it does not name is removed. Accounts that are new have no
// password and cannot sign in until they are given one.
struct AdminImport
{
    static constexpr std::string_view name = "admin.import";
    static constexpr Policy policy = administrators;
    using Reply = ApplyReply;

    SiteDocument document;
    std::optional<bool> dryRun;
};
BOOST_DESCRIBE_STRUCT(AdminImport, (), (document, dryRun))

struct AuditEntry
{
    std::int64_t auditId = 0;
    UtcTime time{};
    AgentId agentId;
    std::string userName;
    std::string
        action; // apply, import, undo, password; or the name of a request: transcript.redact
    std::vector<SiteChange> changes;
    std::optional<std::int64_t> undoes;   // the entry that this one undid
    std::optional<std::int64_t> undoneBy; // the entry that undid this one
    std::optional<std::string> detail;    // what else there is to know, for people

    bool operator==(const AuditEntry &) const = default;
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (),
                      (auditId, time, agentId, userName, action, changes, undoes, undoneBy, detail))

struct AuditReply
{
    std::vector<AuditEntry> entries;  // newest first
    std::optional<std::int64_t> next; // give as `before` for the next page
};
BOOST_DESCRIBE_STRUCT(AuditReply, (), (entries, next))

struct AdminAudit
{
    static constexpr std::string_view name = "admin.audit";
    static constexpr Policy policy = Policy::agents({Role::Administrator, Role::Auditor});
    using Reply = AuditReply;

    std::optional<std::int64_t> before;
    std::optional<int> limit; // 1 to 500, default 100
};
BOOST_DESCRIBE_STRUCT(AdminAudit, (), (before, limit))

// Sets what an entry changed back to what it was before; a conflict where it was changed again
// since.
struct AdminUndo
{
    static constexpr std::string_view name = "admin.undo";
    static constexpr Policy policy = administrators;
    using Reply = ApplyReply;

    std::int64_t auditId = 0;
    std::optional<bool> dryRun;
};
BOOST_DESCRIBE_STRUCT(AdminUndo, (), (auditId, dryRun))

} // namespace tandem::protocol
