// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/agents.h"

#include "interactions/notices.h"

#include <algorithm>
#include <cctype>

namespace tandem {

namespace {

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
    engine.add(*this);
    engine.serve<protocol::AgentList>([this](const Caller &, const auto &r) { return list(r); });
    engine.hear<SiteWasChanged>([this](const SiteWasChanged &notice) { siteChanged(notice); });
    engine.hear<PasswordWasChanged>([this](const PasswordWasChanged &notice) {
        if (auto *agent = record(notice.agent))
            endSession(*agent, Reason::SessionExpired);
    });
    engine.hear<PictureWasChanged>([this](const PictureWasChanged &notice) {
        if (auto *agent = record(notice.agent)) {
            agent->picture = m_site.accounts().at(notice.agent).picture;
            // The agent, too: it may be somebody else who takes it away.
            m_engine.signal(protocol::AgentStateChanged{statusOf(*agent), {}, {}},
                            withWatchers({agent->id}));
            m_engine.announce(AgentChanged{agent->id});
        }
    });
    serveSessions();
    serveStates();
}

Result<void> Agents::load(Database &database)
{
    m_agents.clear();
    m_watchers.clear();
    takeFromSite();
    return loadSessions(database);
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

const AgentRecord *Agents::byUser(std::string_view userName) const
{
    const auto found = std::ranges::find_if(
        m_agents, [&](const auto &entry) { return entry.second.userName == userName; });
    return found == m_agents.end() ? nullptr : &found->second;
}

void Agents::takeFromSite()
{
    for (const auto &[id, account] : m_site.accounts()) {
        const auto *definition = m_site.agent(account.userName);
        if (!definition)
            continue;
        auto &agent = m_agents[id];
        agent.id = id;
        agent.userName = account.userName;
        agent.name = definition->name;
        agent.picture = account.picture;
        agent.roles = {};
        for (const Role role : definition->roles)
            agent.roles.add(role);
        agent.skills = definition->skills;
        agent.groups = m_site.groupsOf(account.userName);
        agent.calendar = definition->calendar;
        applyRule(agent, *definition);
    }
}

void Agents::applyRule(AgentRecord &agent, const protocol::AgentDefinition &definition)
{
    const auto &rule = m_site.capacityRuleOf(definition);
    agent.totalWeight = rule.totalWeight;
    agent.capacityExpression.reset();
    if (rule.expression) {
        if (auto parsed = Expression::parse(*rule.expression))
            agent.capacityExpression = std::move(*parsed);
    }
    const auto *place = agent.place ? m_site.place(*agent.place) : nullptr;
    const auto isAtPlace = [&](const std::string &medium) {
        return !place || place->mediaTypes.empty()
               || std::ranges::find(place->mediaTypes, medium) != place->mediaTypes.end();
    };
    std::vector<ChannelRecord> channels;
    for (const auto &medium : m_site.mediaTypes()) {
        const auto *known = agent.channel(medium);
        auto channel = known ? *known : ChannelRecord{medium, 0, 1, 0, 0, {}, {}};
        const auto allowed =
            std::ranges::find(rule.channels, medium, &protocol::ChannelCapacity::mediaType);
        const bool isAllowed = allowed != rule.channels.end() && isAtPlace(medium);
        channel.most = isAllowed ? allowed->most : 0;
        channel.weight = isAllowed ? allowed->weight : 1;
        channels.push_back(std::move(channel));
    }
    agent.channels = std::move(channels);
}

void Agents::siteChanged(const SiteWasChanged &notice)
{
    std::vector<AgentId> gone;
    for (auto &[id, agent] : m_agents) {
        if (m_site.accounts().contains(id))
            continue;
        endSession(agent, Reason::SessionExpired);
        gone.push_back(id);
    }
    for (const auto id : gone)
        m_agents.erase(id);
    takeFromSite();
    std::vector<AgentId> signedIn;
    for (auto &[id, agent] : m_agents) {
        if (agent.session) {
            signedIn.push_back(id);
            beginStateTimers(agent);
        }
        m_engine.announce(AgentChanged{id});
    }
    m_engine.signal(protocol::SiteChanged{notice.version}, std::move(signedIn));
}

protocol::AgentStatus Agents::statusOf(const AgentRecord &agent)
{
    protocol::AgentStatus status;
    status.id = agent.id;
    status.userName = agent.userName;
    status.name = agent.name;
    status.state = agent.state;
    status.reason = agent.reason;
    status.stateSince = agent.stateSince;
    status.connected = agent.connected;
    for (const auto &channel : agent.channels) {
        if (channel.most > 0 || channel.handling > 0) {
            status.channels.push_back(
                {channel.mediaType, channel.handling, channel.most, channel.state, channel.reason});
        }
    }
    status.place = agent.place;
    status.groups = agent.groups;
    status.isFree = agent.mayTakeAnything();
    status.picture = agent.picture;
    return status;
}

void Agents::changed(AgentRecord &agent)
{
    m_engine.announce(AgentChanged{agent.id});
    if (!m_watchers.empty())
        m_engine.signal(protocol::AgentStateChanged{statusOf(agent), {}, {}}, withWatchers({}));
}

void Agents::changeHandling(AgentId id, const std::string &mediaType, int by)
{
    auto *agent = record(id);
    auto *channel = agent ? agent->channel(mediaType) : nullptr;
    if (!channel)
        return;
    channel->handling += by;
    agent->idleSince = m_engine.now().steady;
    changed(*agent);
}

void Agents::changeOffers(AgentId id, const std::string &mediaType, int by)
{
    auto *agent = record(id);
    auto *channel = agent ? agent->channel(mediaType) : nullptr;
    if (!channel)
        return;
    channel->offers += by;
    // Who has just been asked is not the next in line.
    if (by > 0)
        agent->idleSince = m_engine.now().steady;
    m_engine.announce(AgentChanged{id});
}

void Agents::restoreLoad(AgentId id, const std::string &mediaType, int handling, int offers)
{
    auto *agent = record(id);
    if (auto *channel = agent ? agent->channel(mediaType) : nullptr) {
        channel->handling += handling;
        channel->offers += offers;
    }
}

std::vector<AgentId> Agents::withWatchers(std::vector<AgentId> agents) const
{
    std::erase(agents, AgentId{});
    for (const auto &[id, session] : m_watchers) {
        const auto *watcher = find(id);
        if (watcher && watcher->session == session && std::ranges::find(agents, id) == agents.end())
            agents.push_back(id);
    }
    return agents;
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

} // namespace tandem
