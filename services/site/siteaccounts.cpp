// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/limits.h"
#include "protocol/sitelists.h"
#include "site/notices.h"
#include "site/site.h"
#include "site/sitecheck.h"
#include "site/sitestore.h"

#include <algorithm>
#include <span>

namespace tandem {

namespace {

constexpr Statement updatePassword{"UPDATE agent SET password_hash = ? WHERE id = ?"};

Result<void> checkGivenSkills(const Site &site, const std::vector<protocol::AgentSkill> &skills)
{
    for (std::size_t i = 0; i < skills.size(); ++i) {
        const auto &skill = skills[i];
        const auto before = std::span(skills).first(i);
        if (skill.level < lowestLevel || skill.level > highestLevel
            || std::ranges::find(before, skill.skillId, &protocol::AgentSkill::skillId)
                   != before.end()) {
            return failure(Reason::InvalidParams,
                           "Each skill is named once, with a level from 1 to 100.", "skills");
        }
        if (!site.hasSkill(skill.skillId)) {
            return failure(Reason::InvalidParams, "There is no skill \"" + skill.skillId + "\".",
                           "skills");
        }
    }
    return {};
}

Result<void> checkNewUser(const Site &site, const protocol::AdminAddUser &request)
{
    if (!isSiteId(request.user)) {
        return failure(Reason::InvalidParams, "A user name has 1 to 64 letters, digits or . - _ @.",
                       "user");
    }
    if (request.displayName.empty() || request.displayName.size() > limits::shortText)
        return failure(Reason::InvalidParams, "The name is empty or too long.", "displayName");
    if (site.agent(request.user))
        return failure(Reason::Conflict, "There is a user of this name already.", "user");
    const int capacity = request.chatCapacity.value_or(lowestCapacity);
    if (capacity < lowestCapacity || capacity > highestCapacity)
        return failure(Reason::InvalidParams, "The capacity is 1 to 100.", "chatCapacity");
    return checkGivenSkills(site, request.skills);
}

} // namespace

CredentialsReply Site::credentials(const CredentialsOf &request) const
{
    const auto *known = account(request.user);
    return known ? CredentialsReply{known->id, known->passwordHash} : CredentialsReply{};
}

Result<protocol::AddUserReply> Site::addUser(const Caller &caller,
                                             const protocol::AdminAddUser &request)
{
    if (auto checked = checkNewUser(*this, request); !checked)
        return std::unexpected(checked.error());
    auto candidate = m_document;
    protocol::AgentDefinition agent;
    agent.userName = request.user;
    agent.name = request.displayName;
    Roles roles;
    for (const Role role : request.roles)
        roles.add(role);
    agent.roles = roles.list();
    if (agent.roles.empty())
        agent.roles.push_back(Role::Agent);
    agent.skills = request.skills;
    if (request.chatCapacity) {
        const auto most = *request.chatCapacity;
        agent.capacityRule = "chat" + std::to_string(most);
        if (!findObject(candidate.capacityRules, *agent.capacityRule)) {
            candidate.capacityRules.push_back({*agent.capacityRule,
                                               "Chats: " + std::to_string(most),
                                               {{"chat", most, 1}},
                                               {},
                                               {}});
        }
    }
    candidate.agents.push_back(std::move(agent));
    if (auto done = change(caller, std::move(candidate), {"apply", {}, false}); !done)
        return std::unexpected(done.error());
    auto &account = *accountOf(request.user);
    storePassword(account, request.password);
    return protocol::AddUserReply{account.id};
}

Result<protocol::Done> Site::setPassword(const Caller &caller,
                                         const protocol::AdminSetPassword &request)
{
    auto *account = accountOf(request.user);
    if (!account)
        return failure(Reason::NotFound, "There is no user of this name.", "user");
    storePassword(*account, request.password);
    // Who, when and whose; of the password itself nothing.
    m_audit.record(m_engine, authorOf(caller), "password",
                   {{protocol::SiteKind::Agent, request.user, {}, {}, {}, {}}});
    m_engine.announce(PasswordWasChanged{account->id});
    return protocol::Done{};
}

void Site::audit(const Caller &caller, std::string action, std::string detail)
{
    m_audit.record(m_engine, authorOf(caller), std::move(action), {}, {}, std::move(detail));
}

void Site::storePassword(Account &account, const std::string &hash)
{
    account.passwordHash = hash;
    m_engine.write(write(updatePassword, hash, account.id));
}

// Who comes back is known by the same number, but needs a new password.
void Site::changeAccounts(const std::vector<protocol::SiteChange> &changes)
{
    for (const auto &change : changes) {
        if (change.kind != protocol::SiteKind::Agent || (change.before && change.after))
            continue;
        if (change.before) {
            auto &account = *accountOf(change.id);
            storePassword(account, {});
            dropPicture(account);
            m_formerAgents[change.id] = account.id;
            m_accounts.erase(account.id);
            m_agentIds.erase(change.id);
            continue;
        }
        const auto former = m_formerAgents.find(change.id);
        const bool isNew = former == m_formerAgents.end();
        const auto id = isNew ? m_engine.newId<AgentId>() : former->second;
        if (isNew)
            m_engine.write(writeAccount(id, change.id, {}));
        else
            m_formerAgents.erase(former);
        m_accounts[id] = {id, change.id, {}};
        m_agentIds[change.id] = id;
    }
}

} // namespace tandem
