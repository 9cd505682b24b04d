// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/site.h"

#include "protocol/sitelists.h"
#include "site/sitestore.h"

namespace tandem {

namespace {

constexpr Statement selectAccounts{"SELECT id, user_name, password_hash FROM agent"};
// Media types that need no definition.
const std::string builtInMedium = "chat";

template <class Index>
auto found(const Index &index, const std::string &id) -> typename Index::mapped_type
{
    const auto entry = index.find(id);
    return entry == index.end() ? nullptr : entry->second;
}

template <class Object, class Index>
void fill(Index &index, const std::vector<Object> &list)
{
    index.clear();
    for (const auto &object : list)
        index.emplace(idOf(object), &object);
}

} // namespace

Site::Site(Engine &engine, SiteSettings settings) : m_settings(settings), m_engine(engine)
{
    using namespace protocol;
    m_document.rules.emplace();
    engine.add(*this);
    engine.serve<CredentialsOf>([this](const Caller &, const auto &r) -> Result<CredentialsReply> {
        return credentials(r);
    });
    engine.serve<AdminAddUser>(
        [this](const Caller &caller, const auto &r) { return addUser(caller, r); });
    engine.serve<AdminSetPassword>(
        [this](const Caller &caller, const auto &r) { return setPassword(caller, r); });
    engine.serve<SiteNames>(
        [this](const Caller &, const auto &) { return Result<SiteNamesReply>(names()); });
    engine.serve<AdminSite>(
        [this](const Caller &, const auto &) -> Result<SiteReply> { return exported(); });
    engine.serve<AdminApply>(
        [this](const Caller &caller, const auto &r) { return apply(caller, r); });
    engine.serve<AdminImport>(
        [this](const Caller &caller, const auto &r) { return import(caller, r); });
    engine.serve<AdminUndo>(
        [this](const Caller &caller, const auto &r) { return undo(caller, r); });
    engine.servePlanned<AdminAudit>([](const Caller &, const auto &r) { return audit(r); });
    servePictures();
}

protocol::SiteNamesReply Site::names() const
{
    protocol::SiteNamesReply reply{m_document.skills,
                                   m_document.mediaTypes,
                                   {},
                                   m_document.notReadyReasons,
                                   m_document.dispositions};
    for (const auto &group : m_document.groups)
        reply.groups.push_back({group.id, group.name});
    return reply;
}

Result<void> Site::load(Database &database)
{
    auto document = readDocument(database);
    if (!document)
        return std::unexpected(document.error());
    m_document = std::move(*document);
    rebuildIndex();
    if (auto accounts = loadAccounts(database); !accounts)
        return accounts;
    if (auto pictures = loadPictures(database); !pictures)
        return pictures;
    return m_audit.load(database);
}

Result<void> Site::loadAccounts(Database &database)
{
    m_accounts.clear();
    m_agentIds.clear();
    m_formerAgents.clear();
    return database.query(selectAccounts, {}, [this](const Row &row) {
        const Account account{row.id<AgentId>(0), row.text(1), row.text(2)};
        m_engine.skipIdsTo(account.id.value);
        if (!agent(account.userName)) {
            m_formerAgents[account.userName] = account.id;
            return;
        }
        m_agentIds[account.userName] = account.id;
        m_accounts.emplace(account.id, account);
    });
}

void Site::rebuildIndex()
{
    fill(m_queues, m_document.queues);
    fill(m_agents, m_document.agents);
    fill(m_groups, m_document.groups);
    fill(m_capacityRules, m_document.capacityRules);
    m_groupsOf.clear();
    for (const auto &group : m_document.groups) {
        for (const auto &userName : group.agents)
            m_groupsOf[userName].push_back(group.id);
    }
}

const protocol::QueueDefinition *Site::queue(const QueueId &id) const
{
    return found(m_queues, id);
}

const protocol::AgentDefinition *Site::agent(const std::string &userName) const
{
    return found(m_agents, userName);
}

const protocol::GroupDefinition *Site::group(const std::string &id) const
{
    return found(m_groups, id);
}

const protocol::PlaceDefinition *Site::place(const std::string &id) const
{
    return findObject(m_document.places, id);
}

const protocol::TargetList *Site::targetList(const std::string &id) const
{
    return findObject(m_document.targetLists, id);
}

const protocol::Calendar *Site::calendar(const std::string &id) const
{
    return findObject(m_document.calendars, id);
}

const protocol::CapacityRule &Site::capacityRuleOf(const protocol::AgentDefinition &agent) const
{
    if (agent.capacityRule) {
        if (const auto *rule = found(m_capacityRules, *agent.capacityRule))
            return *rule;
    }
    // Without any rule nothing may be taken; only an empty store is like that.
    static const protocol::CapacityRule nothing;
    return m_document.capacityRules.empty() ? nothing : m_document.capacityRules.front();
}

std::vector<std::string> Site::groupsOf(const std::string &userName) const
{
    const auto entry = m_groupsOf.find(userName);
    return entry == m_groupsOf.end() ? std::vector<std::string>{} : entry->second;
}

const Account *Site::account(const std::string &userName) const
{
    const auto id = m_agentIds.find(userName);
    if (id == m_agentIds.end())
        return nullptr;
    const auto entry = m_accounts.find(id->second);
    return entry == m_accounts.end() ? nullptr : &entry->second;
}

Account *Site::accountOf(const std::string &userName)
{
    const auto id = m_agentIds.find(userName);
    return id == m_agentIds.end() ? nullptr : &m_accounts.at(id->second);
}

bool Site::hasSkill(const SkillId &id) const { return findObject(m_document.skills, id); }

bool Site::hasMediaType(const std::string &id) const
{
    return id == builtInMedium || findObject(m_document.mediaTypes, id);
}

std::vector<std::string> Site::mediaTypes() const
{
    std::vector<std::string> ids{builtInMedium};
    for (const auto &medium : m_document.mediaTypes)
        ids.push_back(medium.id);
    return ids;
}

bool Site::hasReason(const std::string &code) const
{
    return findObject(m_document.notReadyReasons, code);
}

bool Site::hasDisposition(const std::string &code) const
{
    return findObject(m_document.dispositions, code);
}

} // namespace tandem
