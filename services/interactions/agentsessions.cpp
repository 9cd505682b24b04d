// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions and states of agents: signing in, losing and finding the connection, signing out.
#include "interactions/agents.h"
#include "interactions/notices.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr Statement insertSession{
    "INSERT INTO session (id, agent_id, token_hash, expires_at, state, reason, state_since) "
    "VALUES (?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement deleteSessions{"DELETE FROM session WHERE agent_id = ?"};
constexpr Statement updateSession{
    "UPDATE session SET state = ?, reason = ?, state_since = ? WHERE id = ?"};

} // namespace

Result<CredentialsReply> Agents::credentials(const CredentialsOf &request)
{
    const auto *agent = byUser(request.user);
    return agent ? CredentialsReply{agent->id, agent->passwordHash} : CredentialsReply{};
}

SessionOpened Agents::opened(AgentRecord &agent)
{
    const auto status = statusOf(agent);
    SessionOpened reply{
        agent.session,
        agent.id,
        agent.roles.list(),
        {agent.id, agent.userName, agent.name, agent.roles.list(), status.channels, agent.skills},
        m_site.notReadyReasons(),
        m_site.dispositions(),
        {status, {}, {}}};
    if (m_describe)
        m_describe(agent.id, reply.snapshot);
    return reply;
}

Result<SessionOpened> Agents::open(const SessionOpen &request)
{
    auto *agent = record(request.agentId);
    if (!agent || agent->passwordHash != request.passwordHash)
        return failure(Reason::BadCredentials, "The user or the password is not right.");
    const bool isReplaced = bool(agent->session);
    // A second sign-in takes over what the first had in hand.
    cancelLostTimers(*agent);
    m_engine.cancel(agent->expiryTimer);
    const auto now = m_engine.now();
    agent->session = m_engine.newId<SessionId>();
    agent->tokenHash = request.tokenHash;
    agent->expiresAt = now.utc + m_site.settings().sessionLife;
    agent->connected = true;
    if (!isReplaced) {
        agent->state = AgentState::NotReady;
        agent->reason.reset();
        agent->stateSince = now.utc;
        agent->idleSince = now.steady;
    }
    m_engine.write(write(deleteSessions, agent->id));
    m_engine.write(write(insertSession, agent->session, agent->id, agent->tokenHash,
                         agent->expiresAt, agent->state, agent->reason, agent->stateSince));
    m_engine.record(protocol::AgentStateChanged{statusOf(*agent)}, {});
    beginExpiry(*agent);
    // First what may be offered now: the snapshot must hold it.
    becameFree(*agent);
    return opened(*agent);
}

Result<SessionOpened> Agents::reconnect(const SessionReconnect &request)
{
    for (auto &[id, agent] : m_agents) {
        if (!agent.session || agent.tokenHash != request.tokenHash)
            continue;
        cancelLostTimers(agent);
        agent.connected = true;
        becameFree(agent);
        return opened(agent);
    }
    return failure(Reason::SessionExpired, "This session is over. Sign in again.");
}

Result<protocol::Done> Agents::disconnect(const SessionDisconnect &request)
{
    for (auto &[id, agent] : m_agents) {
        if (agent.session != request.sessionId || !agent.connected)
            continue;
        agent.connected = false;
        beginLostTimers(agent, m_site.settings().socketLostOffer);
    }
    return protocol::Done{};
}

Result<protocol::AgentStatus> Agents::setState(const Caller &caller,
                                               const protocol::AgentSetState &request)
{
    auto *agent = record(caller.agent);
    if (!agent || agent->session != caller.session)
        return failure(Reason::SessionExpired, "This session is over. Sign in again.");
    if (request.channel && *request.channel != "chat") {
        return failure(Reason::InvalidParams, "There is no channel \"" + *request.channel + "\".",
                       "channel");
    }
    if (request.reason && !m_site.hasReason(*request.reason)) {
        return failure(Reason::InvalidParams, "There is no reason \"" + *request.reason + "\".",
                       "reason");
    }
    if (request.state == AgentState::LoggedOut) {
        endSession(*agent, Reason::SessionExpired);
        return statusOf(*agent);
    }
    const auto reason =
        request.state == AgentState::NotReady ? request.reason : std::optional<std::string>();
    if (agent->state != request.state || agent->reason != reason)
        changeState(*agent, request.state, reason);
    return statusOf(*agent);
}

void Agents::changeState(AgentRecord &agent, AgentState state, std::optional<std::string> reason)
{
    if (state == AgentState::Ready && agent.state != AgentState::Ready)
        agent.idleSince = m_engine.now().steady;
    agent.state = state;
    agent.reason = std::move(reason);
    agent.stateSince = m_engine.now().utc;
    m_engine.write(
        write(updateSession, agent.state, agent.reason, agent.stateSince, agent.session));
    m_engine.record(protocol::AgentStateChanged{statusOf(agent)}, {agent.id});
    becameFree(agent);
}

void Agents::endSession(AgentRecord &agent, Reason reason)
{
    if (!agent.session)
        return;
    cancelLostTimers(agent);
    m_engine.cancel(agent.expiryTimer);
    agent.session = {};
    agent.tokenHash.clear();
    agent.connected = false;
    agent.state = AgentState::LoggedOut;
    agent.reason.reset();
    agent.stateSince = m_engine.now().utc;
    m_engine.write(write(deleteSessions, agent.id));
    m_engine.announce(AgentGone{agent.id});
    m_engine.record(protocol::AgentStateChanged{statusOf(agent)}, {agent.id});
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
