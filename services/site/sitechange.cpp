// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/notices.h"
#include "site/site.h"
#include "site/sitecheck.h"
#include "site/sitedifference.h"
#include "site/sitestore.h"

namespace tandem {

namespace {

constexpr Statement insertAudit{
    "INSERT INTO audit (id, time, agent_id, user_name, action, changes, undoes) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"};

std::string textOf(const std::vector<protocol::SiteChange> &changes)
{
    std::string text;
    json::write(text, changes);
    return text;
}

} // namespace

Result<protocol::ApplyReply> Site::change(const Caller &caller, protocol::SiteDocument candidate,
                                          const Cause &cause)
{
    protocol::ApplyReply reply{m_version, 0, differences(m_document, candidate)};
    for (const auto &change : reply.changes) {
        for (const auto &guard : m_guards) {
            if (change.after)
                break;
            if (auto free = guard({change.kind, change.id}); !free)
                return std::unexpected(free.error());
        }
    }
    if (cause.isDryRun || reply.changes.empty())
        return reply;
    for (auto &write : writesOf(reply.changes, candidate))
        m_engine.write(std::move(write));
    reply.auditId = recordAudit(caller, cause, reply.changes);
    changeAccounts(reply.changes);
    m_document = std::move(candidate);
    rebuildIndex();
    m_version = reply.auditId;
    reply.version = m_version;
    m_engine.announce(SiteWasChanged{m_version, reply.changes});
    return reply;
}

std::int64_t Site::recordAudit(const Caller &caller, const Cause &cause,
                               const std::vector<protocol::SiteChange> &changes)
{
    const auto who = m_accounts.find(caller.agent);
    const auto userName = who == m_accounts.end() ? std::string() : who->second.userName;
    m_engine.write(write(insertAudit, ++m_lastAuditId, m_engine.now().utc, caller.agent, userName,
                         cause.action, textOf(changes), cause.undoes));
    return m_lastAuditId;
}

} // namespace tandem
