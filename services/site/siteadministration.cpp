// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/sitelists.h"
#include "site/site.h"
#include "site/sitedifference.h"

#include <set>

namespace tandem {

namespace {

constexpr int documentFormat = 1; // of exports; a later form has another number

// What is put twice, or put and removed, would depend on who comes last.
Result<void> checkOnce(const protocol::AdminApply &request)
{
    std::set<std::pair<protocol::SiteKind, std::string>> named;
    Result<void> result;
    const auto name = [&](protocol::SiteKind kind, const std::string &id) {
        if (result && !named.emplace(kind, id).second) {
            result = failure(Reason::InvalidParams,
                             "The " + titleOf(kind, id) + " is named twice in this change.",
                             fieldOf(kind, id));
        }
    };
    protocol::forEachList([&](protocol::SiteKind kind, auto list) {
        for (const auto &object : request.put.*list)
            name(kind, idOf(object));
    });
    for (const auto &removed : request.remove)
        name(removed.kind, removed.id);
    return result;
}

} // namespace

protocol::SiteReply Site::exported() const
{
    protocol::SiteReply reply{m_document, version()};
    reply.document.format = documentFormat;
    return reply;
}

Result<protocol::ApplyReply> Site::apply(const Caller &caller, const protocol::AdminApply &request)
{
    if (request.version && *request.version != version()) {
        return failure(Reason::Conflict,
                       "The site has been changed since; look at it again and repeat.", "version");
    }
    if (auto once = checkOnce(request); !once)
        return std::unexpected(once.error());
    auto candidate = changed(m_document, request.put, request.remove);
    if (!candidate)
        return std::unexpected(candidate.error());
    return change(caller, std::move(*candidate), {"apply", {}, request.dryRun.value_or(false)});
}

Result<protocol::ApplyReply> Site::import(const Caller &caller,
                                          const protocol::AdminImport &request)
{
    auto candidate = request.document;
    if (candidate.format && *candidate.format != documentFormat) {
        return failure(Reason::InvalidParams,
                       "This export has format " + std::to_string(*candidate.format)
                           + "; this version reads format 1.",
                       "format");
    }
    if (!candidate.rules)
        candidate.rules.emplace();
    return change(caller, std::move(candidate), {"import", {}, request.dryRun.value_or(false)});
}

Result<protocol::ApplyReply> Site::undo(const Caller &caller, const protocol::AdminUndo &request)
{
    const auto entry = m_audit.undoable(request.auditId);
    if (!entry)
        return std::unexpected(entry.error());
    auto candidate = takenBack(m_document, (*entry)->changes);
    if (!candidate)
        return std::unexpected(candidate.error());
    return change(caller, std::move(*candidate),
                  {"undo", request.auditId, request.dryRun.value_or(false)});
}

Result<Engine::Outcome> Site::audit(const protocol::AdminAudit &request)
{
    if (auto checked = AuditTrail::check(request); !checked)
        return std::unexpected(checked.error());
    return Engine::Outcome([request](Database &database) -> Result<AnyValue> {
        auto page = AuditTrail::page(database, request);
        if (!page)
            return std::unexpected(page.error());
        return AnyValue::of(std::move(*page));
    });
}

} // namespace tandem
