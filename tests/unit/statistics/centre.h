// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/figures.h"

#include <map>

namespace tandem::test {

using namespace protocol;
using State = InteractionState;

inline constexpr AgentId alice{1};
inline constexpr AgentId bob{2};

// A centre of two queues and two agents whose facts a test tells one by one.
class Centre final : public statistics::Present
{
public:
    Centre()
    {
        setup.timeZone = "Europe/Berlin";
        setup.queues = {{"sales", 20'000}, {"support", 20'000}};
        setup.agents = {{"alice", alice}, {"bob", bob}};
        setup.groups = {{"team", {alice, bob}}};
        setup.media = {"chat"};
        agents[alice] = {AgentState::NotReady, now};
        agents[bob] = {AgentState::NotReady, now};
        figures.restart(utcFromMs(0));
        figures.setUp(setup, {}, now);
    }

    InteractionMoved fact(State from, State to, MoveCause cause, Ms wait = Ms(-1),
                          Ms handle = Ms(-1))
    {
        InteractionMoved moved;
        moved.interactionId = InteractionId{7};
        moved.mediaType = "chat";
        moved.queueId = "support";
        moved.agentId = alice;
        moved.from = from;
        moved.to = to;
        moved.cause = cause;
        if (wait >= Ms(0))
            moved.waitMs = wait.count();
        if (handle >= Ms(0))
            moved.handleMs = handle.count();
        return moved;
    }
    void happens(const InteractionMoved &moved) { figures.moved(moved, now); }
    void accepts(Ms wait, AgentId agent = alice)
    {
        auto moved = fact(State::Offered, State::Handling, MoveCause::Accepted, wait);
        moved.agentId = agent;
        happens(moved);
    }
    void leaves(State from = State::Queued)
    {
        auto moved = fact(from, State::Done, MoveCause::CustomerLeft, Ms(1'000));
        moved.agentId.reset();
        happens(moved);
    }
    void finishes(Ms handle)
    {
        happens(fact(State::AfterContactWork, State::Done, MoveCause::MarkedDone, Ms(-1), handle));
    }
    void becomes(AgentId agent, AgentState state, Ms after)
    {
        now += after;
        AgentStateChanged changed;
        changed.agent.id = agent;
        changed.previous = agents[agent].state;
        changed.previousMs = std::max(after, Ms(now - agents[agent].since)).count();
        agents[agent] = {state, now};
        figures.stateChanged(changed, now);
    }
    std::optional<double> tells(Measure measure, const std::string &object = "support",
                                Window window = Window::Midnight, Ms length = Ms(0),
                                std::optional<AgentState> state = {})
    {
        StatisticDefinition definition;
        definition.measure = measure;
        definition.object = setup.queues.contains(object)   ? StatisticObject::Queue
                            : setup.agents.contains(object) ? StatisticObject::Agent
                            : setup.groups.contains(object) ? StatisticObject::Group
                                                            : StatisticObject::Medium;
        definition.window = window;
        definition.windowMs = length.count();
        definition.state = state;
        return figures.at(definition, now).of(object);
    }

    std::optional<statistics::OpenInteraction> interaction(InteractionId) const override
    {
        return open;
    }
    void
    eachInteraction(const std::function<void(statistics::OpenInteraction)> &each) const override
    {
        if (open)
            each(*open);
    }
    std::optional<statistics::AgentNow> agent(AgentId id) const override { return agents.at(id); }
    std::vector<AgentId> targets(const QueueId &) const override { return {alice, bob}; }
    bool isFree(AgentId id) const override { return free == id; }

    UtcTime now = fromIso("2026-06-10T12:00:00.000Z").value();
    statistics::Setup setup;
    std::map<AgentId, statistics::AgentNow> agents;
    std::optional<statistics::OpenInteraction> open;
    AgentId free;
    statistics::Figures figures{*this};
};

} // namespace tandem::test
