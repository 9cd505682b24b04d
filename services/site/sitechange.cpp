// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/sitelists.h"
#include "site/notices.h"
#include "site/site.h"
#include "site/sitecheck.h"
#include "site/sitedifference.h"
#include "site/sitestore.h"

#include <algorithm>

namespace tandem {

namespace {

bool administers(const protocol::AgentDefinition *agent)
{
    return agent && std::ranges::find(agent->roles, Role::Administrator) != agent->roles.end();
}

} // namespace

Result<protocol::ApplyReply> Site::change(const Caller &caller, protocol::SiteDocument candidate,
                                          const Cause &cause)
{
    candidate.format.reset();
    auto checked = checkDocument(candidate);
    if (checked)
        checked = checkAdministrators(caller, candidate);
    if (!checked)
        return std::unexpected(checked.error());
    protocol::ApplyReply reply{version(), 0, differences(m_document, candidate)};
    if (auto free = askGuards(reply.changes); !free)
        return std::unexpected(free.error());
    for (const auto &check : m_checks) {
        if (auto passed = check(candidate); !passed)
            return std::unexpected(passed.error());
    }
    if (cause.isDryRun || reply.changes.empty())
        return reply;
    for (auto &write : writesOf(reply.changes, candidate))
        m_engine.write(std::move(write));
    reply.auditId =
        m_audit.record(m_engine, authorOf(caller), cause.action, reply.changes, cause.undoes);
    changeAccounts(reply.changes);
    m_document = std::move(candidate);
    rebuildIndex();
    reply.version = version();
    m_engine.announce(SiteWasChanged{version(), reply.changes});
    return reply;
}

Result<void> Site::askGuards(const std::vector<protocol::SiteChange> &changes) const
{
    for (const auto &change : changes) {
        if (change.after)
            continue;
        for (const auto &guard : m_guards) {
            if (auto free = guard({change.kind, change.id}); !free)
                return free;
        }
    }
    return {};
}

Result<void> Site::checkAdministrators(const Caller &caller,
                                       const protocol::SiteDocument &candidate) const
{
    const auto self = authorOf(caller).userName;
    if (administers(agent(self)) && !administers(findObject(candidate.agents, self))) {
        return failure(Reason::Conflict,
                       "You cannot take the role administrator from yourself; another "
                       "administrator can.",
                       fieldOf(protocol::SiteKind::Agent, self) + ".roles");
    }
    const auto canAdminister = [this](const protocol::AgentDefinition &agent) {
        const auto *known = account(agent.userName);
        return administers(&agent) && known && !known->passwordHash.empty();
    };
    if (std::ranges::none_of(candidate.agents, canAdminister)) {
        return failure(Reason::Conflict, "No administrator with a password would be left.",
                       std::string(listName(protocol::SiteKind::Agent)));
    }
    return {};
}

AuditTrail::Author Site::authorOf(const Caller &caller) const
{
    const auto who = m_accounts.find(caller.agent);
    return {caller.agent, who == m_accounts.end() ? std::string() : who->second.userName};
}

} // namespace tandem
