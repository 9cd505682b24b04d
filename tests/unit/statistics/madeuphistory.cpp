// SPDX-License-Identifier: GPL-3.0-or-later
#include "madeuphistory.h"

using namespace tandem;
using namespace tandem::protocol;
using statistics::Holder;
using statistics::OpenInteraction;

namespace {

using State = InteractionState;

bool isWaitingState(State state)
{
    return state == State::Queued || state == State::Routing || state == State::Offered;
}

} // namespace

MadeUpHistory::MadeUpHistory(unsigned seed)
    : now(utcFromMs(1'774'700'000'000)), m_random(seed) // a day before clocks go forward in Berlin
{
    setup.timeZone = "Europe/Berlin";
    setup.queues = {{"sales", 20'000}, {"support", 60'000}, {"vip", 5'000}};
    setup.media = {"chat", "mail"};
    for (int i = 0; i < 6; ++i) {
        const AgentId id{std::uint64_t(i + 1)};
        setup.agents["agent" + std::to_string(i)] = id;
        setup.groups[i % 3 == 0 ? "north" : "south"].push_back(id);
        setup.groups["all"].push_back(id);
        agents[id] = {{AgentState::LoggedOut, {}}, steady, i % 2 == 0};
    }
}

void MadeUpHistory::passes(Ms time)
{
    now += time;
    steady += time;
}

AgentId MadeUpHistory::someAgent() { return AgentId{1 + number(6)}; }

QueueId MadeUpHistory::someQueue() { return std::next(setup.queues.begin(), number(3))->first; }

void MadeUpHistory::goesOn()
{
    // Often at the same moment, sometimes after long.
    static constexpr unsigned pauses[] = {1, 1, 2'000, 30'000, 300'000, 3'600'000};
    passes(Ms(number(pauses[number(6)])));
    if (number(200) == 0)
        now += Ms(int(number(7'200'000)) - 3'600'000);
    if (number(100) == 0) { // a day ahead for a while
        now += std::chrono::days(m_isAhead ? -1 : 1);
        m_isAhead = !m_isAhead;
    }
    const auto kind = number(10);
    if (kind < 2)
        return changesState();
    if (kind < 4 || open.empty())
        return comes();
    auto &life = std::next(open.begin(), number(static_cast<unsigned>(open.size())))->second;
    switch (life.state) {
    case State::Queued:
    case State::Routing: return number(3) == 0 ? waitsElsewhere(life) : isOffered(life);
    case State::Offered: return offerEnds(life);
    default: return isHandled(life);
    }
}

MadeUpHistory::Moved MadeUpHistory::moving(Life &life, State to, MoveCause cause)
{
    Moved fact;
    fact.interactionId = life.open.id;
    fact.mediaType = life.open.mediaType;
    fact.queueId = life.open.queueId;
    fact.from = life.state;
    fact.to = to;
    fact.cause = cause;
    const bool wasWaiting = isWaitingState(life.state);
    if (wasWaiting && (!isWaitingState(to) || cause == MoveCause::Overflowed))
        fact.waitMs = (steady - life.waitingSince).count();
    life.state = to;
    life.open.isWaiting = isWaitingState(to);
    if (life.open.isWaiting && (!wasWaiting || cause == MoveCause::Overflowed)) {
        life.waitingSince = steady;
        life.open.waitingSince = now;
    }
    return fact;
}

void MadeUpHistory::happened(Moved fact) { facts.push_back({now, std::move(fact)}); }

void MadeUpHistory::comes()
{
    Life life;
    life.open = {
        InteractionId{++m_lastId}, number(3) ? "chat" : "mail", someQueue(), true, now, {}};
    life.waitingSince = steady;
    Moved fact;
    fact.interactionId = life.open.id;
    fact.mediaType = life.open.mediaType;
    fact.queueId = life.open.queueId;
    open[life.open.id] = std::move(life);
    happened(std::move(fact));
}

void MadeUpHistory::isOffered(Life &life)
{
    life.offeredTo = someAgent();
    auto fact = moving(life, State::Offered, MoveCause::Offered);
    fact.agentId = life.offeredTo;
    happened(std::move(fact));
}

void MadeUpHistory::offerEnds(Life &life)
{
    const auto agent = *life.offeredTo;
    if (number(2) == 0)
        return isTaken(life, agent, number(5) ? MoveCause::Accepted : MoveCause::Pulled);
    static constexpr MoveCause causes[] = {MoveCause::Rejected, MoveCause::TimedOut,
                                           MoveCause::Revoked, MoveCause::CustomerLeft};
    const auto cause = causes[number(4)];
    auto fact = moving(life, cause == MoveCause::CustomerLeft ? State::Done : State::Queued, cause);
    fact.agentId = agent;
    happened(std::move(fact));
    if (life.state == State::Done)
        drop(life);
}

void MadeUpHistory::isTaken(Life &life, AgentId agent, MoveCause cause)
{
    auto fact = moving(life, State::Handling, cause);
    fact.agentId = agent;
    life.handledSince[agent] = steady;
    // Of every other one only the facts tell since when.
    const bool isSaid = life.open.id.value % 2 == 0;
    life.open.holders.push_back({agent, isSaid ? std::optional(now) : std::nullopt});
    happened(std::move(fact));
}

void MadeUpHistory::leaves(Life &life, State to, MoveCause cause)
{
    const auto agent = life.open.holders.front().agent;
    auto fact = moving(life, to, cause);
    fact.agentId = agent;
    fact.handleMs = (steady - life.handledSince.at(agent)).count();
    life.handledSince.erase(agent);
    life.open.holders.clear();
    if (cause == MoveCause::Transferred) {
        life.open.queueId = someQueue();
        fact.toQueueId = life.open.queueId;
    }
    happened(std::move(fact));
    if (to == State::Done)
        drop(life);
}

void MadeUpHistory::waitsElsewhere(Life &life)
{
    if (number(2) == 0) {
        happened(
            moving(life, State::Done, number(3) ? MoveCause::CustomerLeft : MoveCause::Stopped));
        return drop(life);
    }
    auto fact = moving(life, State::Queued, MoveCause::Overflowed);
    life.open.queueId = someQueue();
    fact.toQueueId = life.open.queueId;
    happened(std::move(fact));
}

void MadeUpHistory::isHandled(Life &life)
{
    if (life.state == State::Parked)
        return isTaken(life, someAgent(), MoveCause::Pulled);
    if (life.state == State::Consulting || (life.state == State::Handling && number(6) == 0))
        return isConsulted(life);
    switch (number(7)) {
    case 0: return leaves(life, State::Parked, MoveCause::Parked);
    case 1: return leaves(life, State::Queued, MoveCause::Returned);
    case 2: return leaves(life, State::Queued, MoveCause::Transferred);
    case 3: { // a colleague takes it over
        const auto agent = someAgent();
        if (life.handledSince.contains(agent))
            return;
        leaves(life, State::Handling, MoveCause::Redistributed);
        return isTaken(life, agent, MoveCause::Accepted);
    }
    case 4: {
        auto fact = moving(life, State::AfterContactWork, MoveCause::ConversationEnded);
        fact.agentId = life.open.holders.front().agent;
        return happened(std::move(fact));
    }
    default:
        return leaves(life, State::Done, number(2) ? MoveCause::MarkedDone : MoveCause::TimedOut);
    }
}

void MadeUpHistory::isConsulted(Life &life)
{
    const bool begins = life.state == State::Handling;
    const auto agent = begins ? someAgent() : life.open.holders.back().agent;
    if (begins && agent == life.open.holders.front().agent)
        return;
    auto fact = begins ? moving(life, State::Consulting, MoveCause::Consulted)
                       : moving(life, State::Handling, MoveCause::ConsultEnded);
    fact.agentId = agent;
    if (begins)
        life.open.holders.push_back({agent, {}});
    else
        life.open.holders.pop_back();
    happened(std::move(fact));
}

void MadeUpHistory::changesState()
{
    const auto id = someAgent();
    auto &life = agents[id];
    AgentStateChanged fact;
    fact.agent.id = id;
    fact.previous = life.now.state;
    // Since when somebody is signed out is not kept.
    if (life.now.state != AgentState::LoggedOut)
        fact.previousMs = (steady - life.since).count();
    life.now = {static_cast<AgentState>(number(5)), now};
    life.since = steady;
    life.isFree = life.now.state == AgentState::Ready && number(4) == 0;
    fact.agent.state = life.now.state;
    facts.push_back({now, std::move(fact)});
}

void MadeUpHistory::drop(const Life &life) { open.erase(InteractionId(life.open.id)); }

std::optional<OpenInteraction> MadeUpHistory::interaction(InteractionId id) const
{
    const auto found = open.find(id);
    return found == open.end() ? std::nullopt : std::optional(found->second.open);
}

void MadeUpHistory::eachInteraction(const std::function<void(OpenInteraction)> &each) const
{
    for (const auto &[id, life] : open)
        each(life.open);
}

std::optional<statistics::AgentNow> MadeUpHistory::agent(AgentId id) const
{
    const auto found = agents.find(id);
    return found == agents.end() ? std::nullopt : std::optional(found->second.now);
}

std::vector<AgentId> MadeUpHistory::targets(const QueueId &queue) const
{
    return queue == "vip" ? setup.groups.at("north") : setup.groups.at("all");
}

bool MadeUpHistory::isFree(AgentId id) const { return agents.at(id).isFree; }
