// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions of agents: signing in, losing and finding the connection, signing out.
#include "interactions/agents.h"

#include "interactions/notices.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr Statement selectSessions{
    "SELECT id, agent_id, token_hash, expires_at, state, reason, state_since, place, "
    "channel_states FROM session"};
constexpr Statement insertSession{
    "INSERT INTO session (id, agent_id, token_hash, expires_at, state, reason, state_since, place, "
    "channel_states) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement deleteSessions{"DELETE FROM session WHERE agent_id = ?"};

std::unexpected<Error> sessionIsOver()
{
    return failure(Reason::SessionExpired, "This session is over. Sign in again.");
}

} // namespace

void Agents::serveSessions()
{
    using namespace protocol;
    m_engine.serve<SessionOpen>([this](const Caller &, const auto &r) { return open(r); });
    m_engine.serve<SessionReconnect>(
        [this](const Caller &, const auto &r) { return reconnect(r); });
    m_engine.serve<SessionDisconnect>(
        [this](const Caller &, const auto &r) { return disconnect(r); });
    m_engine.serve<SessionLogout>([this](const Caller &caller, const auto &) -> Result<Done> {
        // A session that was replaced meanwhile ends nothing but itself.
        if (auto *agent = record(caller.agent); agent && agent->session == caller.session)
            endSession(*agent, Reason::SessionExpired);
        return Done{};
    });
}

Result<void> Agents::loadSessions(Database &database)
{
    const auto now = m_engine.now();
    auto result = database.query(selectSessions, {}, [&](const Row &row) {
        auto *agent = record(row.id<AgentId>(1));
        if (!agent)
            return;
        agent->session = row.id<SessionId>(0);
        m_engine.skipIdsTo(agent->session.value);
        agent->tokenHash = row.text(2);
        agent->expiresAt = row.time(3);
        agent->state = row.named<AgentState>(4);
        agent->reason = row.maybeText(5);
        agent->stateSince = std::min(row.time(6), now.utc);
        agent->stateSteady = now.steady - Ms(now.utc - agent->stateSince);
        agent->place = row.maybeText(7);
        agent->idleSince = agent->lastActive = now.steady;
        if (const auto *definition = m_site.agent(agent->userName))
            applyRule(*agent, *definition);
        const auto states =
            json::fromText<std::vector<protocol::Channel>>(row.maybeText(8).value_or("[]"));
        for (const auto &stored : states.value_or(std::vector<protocol::Channel>())) {
            if (auto *channel = agent->channel(stored.mediaType)) {
                channel->state = stored.state;
                channel->reason = stored.reason;
            }
        }
    });
    for (auto &[id, agent] : m_agents) {
        if (!agent.session)
            continue;
        beginLostTimers(agent, m_site.settings().resumeOffer);
        beginExpiry(agent);
        beginStateTimers(agent);
    }
    return result;
}

SessionOpened Agents::opened(AgentRecord &agent)
{
    // First what may be offered now: the snapshot must hold it.
    m_engine.settle();
    const auto status = statusOf(agent);
    SessionOpened reply{
        agent.session,
        agent.id,
        agent.roles.list(),
        {agent.id, agent.userName, agent.name, agent.roles.list(), status.channels, agent.skills},
        m_site.notReadyReasons(),
        m_site.dispositions(),
        {status, {}, {}}};
    for (const auto &describe : m_describe)
        describe(agent.id, reply.snapshot);
    return reply;
}

Result<void> Agents::checkPlace(const AgentRecord &agent, const std::string &place) const
{
    if (!m_site.place(place))
        return failure(Reason::InvalidParams, "There is no place \"" + place + "\".", "place");
    for (const auto &[id, other] : m_agents) {
        if (id != agent.id && other.session && other.place == place) {
            return failure(Reason::Conflict, other.name + " is signed in at this place.", "place");
        }
    }
    return {};
}

Result<SessionOpened> Agents::open(const SessionOpen &request)
{
    auto *agent = record(request.agentId);
    const auto account = m_site.accounts().find(request.agentId);
    if (!agent || account == m_site.accounts().end()
        || account->second.passwordHash != request.passwordHash)
        return failure(Reason::BadCredentials, "The user or the password is not right.");
    if (request.place && !request.place->empty()) {
        if (auto free = checkPlace(*agent, *request.place); !free)
            return std::unexpected(free.error());
    }
    const bool isReplaced = bool(agent->session);
    // A second sign-in takes over what the first had in hand.
    cancelLostTimers(*agent);
    m_engine.cancel(agent->expiryTimer);
    const auto now = m_engine.now();
    agent->session = m_engine.newId<SessionId>();
    agent->tokenHash = request.tokenHash;
    agent->expiresAt = now.utc + m_site.settings().sessionLife;
    agent->place = request.place && !request.place->empty() ? request.place : std::nullopt;
    agent->connected = true;
    agent->lastActive = now.steady;
    applyRule(*agent, *m_site.agent(agent->userName));
    const auto previous = agent->state;
    if (!isReplaced) {
        agent->state = AgentState::NotReady;
        agent->reason.reset();
        agent->stateSince = now.utc;
        agent->stateSteady = agent->idleSince = now.steady;
        agent->missed = 0;
        for (auto &channel : agent->channels)
            channel.state.reset();
    }
    m_engine.write(write(deleteSessions, agent->id));
    m_engine.write(write(insertSession, agent->session, agent->id, agent->tokenHash,
                         agent->expiresAt, agent->state, agent->reason, agent->stateSince,
                         agent->place, json::toText(std::vector<protocol::Channel>())));
    protocol::AgentStateChanged fact{statusOf(*agent), {}, {}};
    if (!isReplaced)
        fact.previous = previous;
    m_engine.record(std::move(fact), withWatchers({}));
    saveState(*agent);
    beginExpiry(*agent);
    beginStateTimers(*agent);
    m_engine.announce(AgentChanged{agent->id});
    return opened(*agent);
}

Result<SessionOpened> Agents::reconnect(const SessionReconnect &request)
{
    for (auto &[id, agent] : m_agents) {
        if (!agent.session || agent.tokenHash != request.tokenHash)
            continue;
        cancelLostTimers(agent);
        agent.connected = true;
        agent.lastActive = m_engine.now().steady;
        changed(agent);
        return opened(agent);
    }
    return sessionIsOver();
}

Result<protocol::Done> Agents::disconnect(const SessionDisconnect &request)
{
    for (auto &[id, agent] : m_agents) {
        if (agent.session != request.sessionId || !agent.connected)
            continue;
        agent.connected = false;
        changed(agent);
        beginLostTimers(agent, m_site.settings().socketLostOffer);
    }
    return protocol::Done{};
}

void Agents::endSession(AgentRecord &agent, Reason reason)
{
    if (!agent.session)
        return;
    cancelLostTimers(agent);
    cancelStateTimers(agent);
    m_engine.cancel(agent.expiryTimer);
    const auto now = m_engine.now();
    protocol::AgentStateChanged fact;
    fact.previous = agent.state;
    fact.previousMs = (now.steady - agent.stateSteady).count();
    agent.session = {};
    agent.tokenHash.clear();
    agent.place.reset();
    agent.connected = false;
    agent.state = AgentState::LoggedOut;
    agent.reason.reset();
    agent.stateSince = now.utc;
    agent.stateSteady = now.steady;
    m_watchers.erase(agent.id);
    m_engine.write(write(deleteSessions, agent.id));
    m_engine.announce(AgentGone{agent.id});
    m_engine.announce(AgentChanged{agent.id});
    fact.agent = statusOf(agent);
    m_engine.record(std::move(fact), withWatchers({agent.id}));
    if (m_close)
        m_engine.afterReply([close = m_close, id = agent.id, reason] { close(id, reason); });
}

void Agents::beginLostTimers(AgentRecord &agent, Ms offerDelay)
{
    cancelLostTimers(agent);
    const auto id = agent.id;
    agent.lostOfferTimer =
        m_engine.after(offerDelay, [this, id] { m_engine.announce(AgentUnreachable{id}); });
    agent.lostReturnTimer = m_engine.after(m_site.settings().socketLostReturn, [this, id] {
        if (auto *lost = record(id); lost && !lost->connected)
            m_engine.announce(AgentGone{id});
    });
}

void Agents::cancelLostTimers(AgentRecord &agent)
{
    m_engine.cancel(agent.lostOfferTimer);
    m_engine.cancel(agent.lostReturnTimer);
}

void Agents::beginExpiry(AgentRecord &agent)
{
    // Measured from now on the monotonic clock: a wall clock that jumps ends no session early.
    const auto left =
        std::clamp(agent.expiresAt - m_engine.now().utc, Ms(0), m_site.settings().sessionLife);
    agent.expiryTimer = m_engine.after(left, [this, id = agent.id, session = agent.session] {
        if (auto *expired = record(id); expired && expired->session == session)
            endSession(*expired, Reason::SessionExpired);
    });
}

} // namespace tandem
