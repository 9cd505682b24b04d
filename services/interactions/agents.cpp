// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/agents.h"

#include "domain/limits.h"
#include "interactions/notices.h"

#include <algorithm>
#include <cctype>
#include <span>

namespace tandem {

namespace {

constexpr Statement selectAgents{
    "SELECT id, user_name, name, roles, password_hash, chat_capacity FROM agent"};
constexpr Statement selectAgentSkills{"SELECT agent_id, skill_id, level FROM agent_skill"};
constexpr Statement selectSessions{
    "SELECT id, agent_id, token_hash, expires_at, state, reason, state_since FROM session"};
constexpr Statement insertAgent{
    "INSERT INTO agent (id, user_name, name, roles, password_hash, chat_capacity) "
    "VALUES (?, ?, ?, ?, ?, ?)"};
constexpr Statement insertAgentSkill{
    "INSERT INTO agent_skill (agent_id, skill_id, level) VALUES (?, ?, ?)"};
constexpr Statement updatePassword{"UPDATE agent SET password_hash = ? WHERE id = ?"};

constexpr int defaultChatCapacity = 3;
constexpr int largestCapacity = 100;
constexpr int highestLevel = 100;

bool isUserName(std::string_view name)
{
    return !name.empty() && name.size() <= 64 && std::ranges::all_of(name, [](unsigned char c) {
        return std::isalnum(c) || c == '.' || c == '-' || c == '_' || c == '@';
    });
}

bool containsFolded(std::string_view text, std::string_view part)
{
    return !std::ranges::search(
                text, part,
                [](unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); })
                .empty()
           || part.empty();
}

} // namespace

Agents::Agents(Engine &engine, Site &site) : m_engine(engine), m_site(site)
{
    using namespace protocol;
    engine.add(*this);
    engine.serve<CredentialsOf>([this](const Caller &, const auto &r) { return credentials(r); });
    engine.serve<SessionOpen>([this](const Caller &, const auto &r) { return open(r); });
    engine.serve<SessionReconnect>([this](const Caller &, const auto &r) { return reconnect(r); });
    engine.serve<SessionDisconnect>(
        [this](const Caller &, const auto &r) { return disconnect(r); });
    engine.serve<SessionLogout>([this](const Caller &caller, const auto &) -> Result<Done> {
        // A session that was replaced meanwhile ends nothing but itself.
        if (auto *agent = record(caller.agent); agent && agent->session == caller.session)
            endSession(*agent, Reason::SessionExpired);
        return Done{};
    });
    engine.serve<AgentSetState>(
        [this](const Caller &caller, const auto &r) { return setState(caller, r); });
    engine.serve<AgentList>([this](const Caller &, const auto &r) { return list(r); });
    engine.serve<AdminAddUser>([this](const Caller &, const auto &r) { return addUser(r); });
    engine.serve<AdminSetPassword>(
        [this](const Caller &, const auto &r) { return setPassword(r); });
}

Result<void> Agents::load(Database &database)
{
    m_agents.clear();
    auto result = database.query(selectAgents, {}, [this](const Row &row) {
        AgentRecord agent;
        agent.id = row.id<AgentId>(0);
        m_engine.skipIdsTo(agent.id.value);
        agent.userName = row.text(1);
        agent.name = row.text(2);
        agent.roles = Roles::fromBits(static_cast<unsigned>(row.number(3)));
        agent.passwordHash = row.text(4);
        agent.chatCapacity = static_cast<int>(row.number(5));
        m_agents.emplace(agent.id, std::move(agent));
    });
    if (result) {
        result = database.query(selectAgentSkills, {}, [this](const Row &row) {
            if (auto *agent = record(row.id<AgentId>(0)))
                agent->skills.push_back({row.text(1), static_cast<int>(row.number(2))});
        });
    }
    if (result) {
        result = database.query(selectSessions, {}, [this](const Row &row) {
            auto *agent = record(row.id<AgentId>(1));
            if (!agent)
                return;
            agent->session = row.id<SessionId>(0);
            m_engine.skipIdsTo(agent->session.value);
            agent->tokenHash = row.text(2);
            agent->expiresAt = row.time(3);
            agent->state = row.named<AgentState>(4);
            agent->reason = row.maybeText(5);
            agent->stateSince = std::min(row.time(6), m_engine.now().utc);
            agent->idleSince = m_engine.now().steady;
        });
    }
    for (auto &[id, agent] : m_agents) {
        if (!agent.session)
            continue;
        beginLostTimers(agent, m_site.settings().resumeOffer);
        beginExpiry(agent);
    }
    return result;
}

const AgentRecord *Agents::find(AgentId id) const
{
    const auto found = m_agents.find(id);
    return found == m_agents.end() ? nullptr : &found->second;
}

AgentRecord *Agents::record(AgentId id)
{
    const auto found = m_agents.find(id);
    return found == m_agents.end() ? nullptr : &found->second;
}

AgentRecord *Agents::byUser(std::string_view userName)
{
    const auto found = std::ranges::find_if(
        m_agents, [&](const auto &entry) { return entry.second.userName == userName; });
    return found == m_agents.end() ? nullptr : &found->second;
}

protocol::AgentStatus Agents::statusOf(const AgentRecord &agent)
{
    return {agent.id,        agent.userName,
            agent.name,      agent.state,
            agent.reason,    agent.stateSince,
            agent.connected, {{"chat", agent.handling, agent.chatCapacity}}};
}

void Agents::becameFree(AgentRecord &agent)
{
    if (agent.mayTake())
        m_engine.announce(AgentMayTake{agent.id});
}

void Agents::changeHandling(AgentId id, int by)
{
    auto *agent = record(id);
    if (!agent)
        return;
    agent->handling += by;
    agent->idleSince = m_engine.now().steady;
    if (by < 0)
        becameFree(*agent);
}

void Agents::changeOffers(AgentId id, int by)
{
    auto *agent = record(id);
    if (!agent)
        return;
    agent->offers += by;
    // Who has just been asked is not the next in line.
    if (by > 0)
        agent->idleSince = m_engine.now().steady;
    else
        becameFree(*agent);
}

void Agents::restoreLoad(AgentId id, int handling, int offers)
{
    if (auto *agent = record(id)) {
        agent->handling += handling;
        agent->offers += offers;
    }
}

Result<protocol::AgentListReply> Agents::list(const protocol::AgentList &request)
{
    protocol::AgentListReply reply;
    for (const auto &[id, agent] : m_agents) {
        if (!request.filter || containsFolded(agent.name, *request.filter)
            || containsFolded(agent.userName, *request.filter))
            reply.agents.push_back(statusOf(agent));
    }
    std::ranges::sort(reply.agents, {}, &protocol::AgentStatus::name);
    return reply;
}

Result<protocol::AddUserReply> Agents::addUser(const protocol::AdminAddUser &request)
{
    if (!isUserName(request.user)) {
        return failure(Reason::InvalidParams, "A user name has 1 to 64 letters, digits or . - _ @.",
                       "user");
    }
    if (request.displayName.empty() || request.displayName.size() > limits::shortText)
        return failure(Reason::InvalidParams, "The name is empty or too long.", "displayName");
    if (byUser(request.user))
        return failure(Reason::Conflict, "There is a user of this name already.", "user");
    const int capacity = request.chatCapacity.value_or(defaultChatCapacity);
    if (capacity < 1 || capacity > largestCapacity)
        return failure(Reason::InvalidParams, "The capacity is 1 to 100.", "chatCapacity");
    for (std::size_t i = 0; i < request.skills.size(); ++i) {
        const auto &skill = request.skills[i];
        const auto before = std::span(request.skills).first(i);
        if (skill.level < 1 || skill.level > highestLevel
            || std::ranges::find(before, skill.skillId, &protocol::AgentSkill::skillId)
                   != before.end()) {
            return failure(Reason::InvalidParams,
                           "Each skill is named once, with a level from 1 to 100.", "skills");
        }
        if (!m_site.hasSkill(skill.skillId)) {
            return failure(Reason::InvalidParams, "There is no skill \"" + skill.skillId + "\".",
                           "skills");
        }
    }
    AgentRecord agent;
    agent.id = m_engine.newId<AgentId>();
    agent.userName = request.user;
    agent.name = request.displayName;
    for (const Role role : request.roles)
        agent.roles.add(role);
    if (agent.roles.isEmpty())
        agent.roles.add(Role::Agent);
    agent.passwordHash = request.password;
    agent.chatCapacity = capacity;
    agent.skills = request.skills;
    m_engine.write(write(insertAgent, agent.id, agent.userName, agent.name, agent.roles.bits(),
                         agent.passwordHash, agent.chatCapacity));
    for (const auto &skill : agent.skills)
        m_engine.write(write(insertAgentSkill, agent.id, skill.skillId, skill.level));
    const auto id = agent.id;
    m_agents.emplace(id, std::move(agent));
    return protocol::AddUserReply{id};
}

Result<protocol::Done> Agents::setPassword(const protocol::AdminSetPassword &request)
{
    auto *agent = byUser(request.user);
    if (!agent)
        return failure(Reason::NotFound, "There is no user of this name.", "user");
    agent->passwordHash = request.password;
    m_engine.write(write(updatePassword, request.password, agent->id));
    endSession(*agent, Reason::SessionExpired);
    return protocol::Done{};
}

} // namespace tandem
