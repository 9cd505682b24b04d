// SPDX-License-Identifier: GPL-3.0-or-later
// States of agents and of their channels, as set by themselves, by a supervisor or by a rule.
#include "interactions/agents.h"

#include "interactions/notices.h"
#include "site/calendars.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr Statement updateSession{
    "UPDATE session SET state = ?, reason = ?, state_since = ?, channel_states = ? WHERE id = ?"};

// Reasons that rules give; administrators' lists need not have them.
constexpr char missedReason[] = "no_answer";
constexpr char inactiveReason[] = "inactive";
constexpr char shiftReason[] = "shift_over";

// The wall clock may jump: the end of a shift is looked at anew at least so often.
constexpr auto shiftLook = Ms(600'000);

} // namespace

void Agents::serveStates()
{
    using namespace protocol;
    m_engine.serve<AgentSetState>(
        [this](const Caller &caller, const auto &r) { return setState(caller, r); });
    m_engine.serve<SupervisionSetAgentState>(
        [this](const Caller &, const auto &r) { return forceState(r); });
    m_engine.serve<SupervisionWatch>([this](const Caller &caller, const auto &r) -> Result<Done> {
        if (r.isOn)
            m_watchers[caller.agent] = caller.session;
        else
            m_watchers.erase(caller.agent);
        return Done{};
    });
    m_engine.hear<AgentAsked>([this](const AgentAsked &notice) { wasActive(notice.agent); });
}

Result<void> Agents::checkState(const std::optional<std::string> &reason,
                                const std::optional<std::string> &channel) const
{
    if (channel && !m_site.hasMediaType(*channel)) {
        return failure(Reason::InvalidParams, "There is no channel \"" + *channel + "\".",
                       "channel");
    }
    if (reason && !m_site.hasReason(*reason)) {
        return failure(Reason::InvalidParams, "There is no reason \"" + *reason + "\".", "reason");
    }
    return {};
}

Result<protocol::AgentStatus> Agents::setState(const Caller &caller,
                                               const protocol::AgentSetState &request)
{
    auto *agent = record(caller.agent);
    if (!agent || agent->session != caller.session)
        return failure(Reason::SessionExpired, "This session is over. Sign in again.");
    if (auto checked = checkState(request.reason, request.channel); !checked)
        return std::unexpected(checked.error());
    applyState(*agent, request.state, request.reason, request.channel);
    return statusOf(*agent);
}

Result<protocol::AgentStatus> Agents::forceState(const protocol::SupervisionSetAgentState &request)
{
    auto *agent = record(request.agentId);
    if (!agent)
        return failure(Reason::NotFound, "There is no such agent.", "agentId");
    if (auto checked = checkState(request.reason, request.channel); !checked)
        return std::unexpected(checked.error());
    if (!agent->session)
        return failure(Reason::WrongState, agent->name + " is not signed in.", "agentId");
    applyState(*agent, request.state, request.reason, request.channel);
    return statusOf(*agent);
}

void Agents::applyState(AgentRecord &agent, AgentState state, std::optional<std::string> reason,
                        const std::optional<std::string> &channel)
{
    if (state != AgentState::NotReady)
        reason.reset();
    if (channel) {
        // A channel that is signed out is one that takes nothing.
        const auto wanted = state == AgentState::LoggedOut ? AgentState::NotReady : state;
        changeChannel(agent, *agent.channel(*channel), wanted, std::move(reason));
        return;
    }
    if (state == AgentState::LoggedOut) {
        endSession(agent, Reason::SessionExpired);
        return;
    }
    const bool isOfChannels = std::ranges::any_of(
        agent.channels, [](const auto &entry) { return entry.state.has_value(); });
    if (agent.state != state || agent.reason != reason || isOfChannels)
        changeState(agent, state, std::move(reason));
}

void Agents::changeState(AgentRecord &agent, AgentState state, std::optional<std::string> reason)
{
    const auto now = m_engine.now();
    protocol::AgentStateChanged fact;
    fact.previous = agent.state;
    fact.previousMs = (now.steady - agent.stateSteady).count();
    if (state == AgentState::Ready && agent.state != AgentState::Ready) {
        agent.idleSince = now.steady;
        agent.missed = 0;
    }
    agent.state = state;
    agent.reason = std::move(reason);
    agent.stateSince = now.utc;
    agent.stateSteady = now.steady;
    for (auto &channel : agent.channels) {
        channel.state.reset();
        channel.reason.reset();
    }
    saveState(agent);
    fact.agent = statusOf(agent);
    m_engine.record(std::move(fact), withWatchers({agent.id}));
    beginStateTimers(agent);
    m_engine.announce(AgentChanged{agent.id});
}

void Agents::changeChannel(AgentRecord &agent, ChannelRecord &channel, AgentState state,
                           std::optional<std::string> reason)
{
    const bool isAsAgent = state == agent.state && reason == agent.reason;
    const auto wanted = isAsAgent ? std::optional<AgentState>() : std::optional(state);
    if (channel.state == wanted && channel.reason == reason)
        return;
    channel.state = wanted;
    channel.reason = isAsAgent ? std::nullopt : std::move(reason);
    saveState(agent);
    m_engine.record(protocol::AgentStateChanged{statusOf(agent), {}, {}}, withWatchers({agent.id}));
    m_engine.announce(AgentChanged{agent.id});
}

void Agents::saveState(const AgentRecord &agent)
{
    std::vector<protocol::Channel> states;
    for (const auto &channel : agent.channels) {
        if (channel.state)
            states.push_back({channel.mediaType, 0, 0, channel.state, channel.reason});
    }
    m_engine.write(write(updateSession, agent.state, agent.reason, agent.stateSince,
                         json::toText(states), agent.session));
}

void Agents::cancelStateTimers(AgentRecord &agent)
{
    for (auto *timer : {&agent.afterWorkTimer, &agent.inactivityTimer, &agent.shiftTimer}) {
        m_engine.cancel(*timer);
        *timer = TimerId::None;
    }
}

void Agents::beginStateTimers(AgentRecord &agent)
{
    cancelStateTimers(agent);
    const auto &rules = m_site.rules();
    const auto id = agent.id;
    if (agent.state == AgentState::AfterContactWork && rules.afterContactWorkMs > 0) {
        const auto spent = m_engine.now().steady - agent.stateSteady;
        const auto left = std::max(Ms(0), Ms(rules.afterContactWorkMs) - spent);
        agent.afterWorkTimer = m_engine.after(left, [this, id] {
            if (auto *late = record(id); late && late->state == AgentState::AfterContactWork)
                changeState(*late, AgentState::Ready, {});
        });
    }
    if (rules.inactivityMs > 0)
        watchInactivity(id, Ms(rules.inactivityMs));
    watchShift(agent);
}

void Agents::watchInactivity(AgentId id, Ms delay)
{
    auto *agent = record(id);
    agent->inactivityTimer = m_engine.after(delay, [this, id] {
        auto *silent = record(id);
        const auto limit = Ms(m_site.rules().inactivityMs);
        if (!silent || !silent->session || limit <= Ms(0))
            return;
        const auto left = limit - (m_engine.now().steady - silent->lastActive);
        if (left > Ms(0))
            watchInactivity(id, left);
        else if (silent->state == AgentState::Ready && silent->inHand() == 0)
            changeState(*silent, AgentState::NotReady, inactiveReason);
        else
            watchInactivity(id, limit);
    });
}

void Agents::wasActive(AgentId id)
{
    if (auto *agent = record(id))
        agent->lastActive = m_engine.now().steady;
}

void Agents::watchShift(AgentRecord &agent)
{
    const auto *calendar = agent.calendar ? m_site.calendar(*agent.calendar) : nullptr;
    const auto hours = calendar ? hoursOf(*calendar) : std::nullopt;
    const auto now = m_engine.now().utc;
    if (!hours || !hours->isOpen(now))
        return;
    const auto end = hours->nextChange(now);
    const auto delay = end ? std::min(Ms(*end - now), shiftLook) : shiftLook;
    agent.shiftTimer = m_engine.after(delay, [this, id = agent.id, hours] {
        auto *working = record(id);
        if (!working || !working->session)
            return;
        if (!hours->isOpen(m_engine.now().utc) && working->state == AgentState::Ready)
            changeState(*working, AgentState::NotReady, shiftReason);
        else
            watchShift(*working);
    });
}

void Agents::missedOffer(AgentId id)
{
    auto *agent = record(id);
    const int limit = m_site.rules().missedOffers;
    if (agent && ++agent->missed >= limit && limit > 0 && agent->state == AgentState::Ready)
        changeState(*agent, AgentState::NotReady, missedReason);
}

void Agents::answeredOffer(AgentId id)
{
    if (auto *agent = record(id))
        agent->missed = 0;
}

} // namespace tandem
