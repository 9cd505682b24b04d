// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/facts.h"
#include "statistics/present.h"
#include "statistics/setup.h"

#include <map>
#include <random>
#include <variant>
#include <vector>

// A contact centre that lives at random, by its own simple rules: what happened, fact by fact, and
// how things are now. The same seed gives the same life.
class MadeUpHistory final : public tandem::statistics::Present
{
public:
    struct Happened
    {
        tandem::UtcTime time;
        std::variant<tandem::protocol::InteractionMoved, tandem::protocol::AgentStateChanged> fact;
    };
    struct Life
    {
        tandem::statistics::OpenInteraction open;
        tandem::InteractionState state = tandem::InteractionState::Queued;
        std::optional<tandem::AgentId> offeredTo;
        tandem::UtcTime waitingSince{}; // by a clock that does not jump, here and below
        std::map<tandem::AgentId, tandem::UtcTime> handledSince;
    };
    struct AgentLife
    {
        tandem::statistics::AgentNow now;
        tandem::UtcTime since{};
        bool isFree = false;
    };

    explicit MadeUpHistory(unsigned seed);

    // Something happens after a while, or the clock is set.
    void goesOn();
    void passes(tandem::Ms time);
    unsigned number(unsigned below)
    {
        return std::uniform_int_distribution<unsigned>(0, below - 1)(m_random);
    }

    std::optional<tandem::statistics::OpenInteraction>
    interaction(tandem::InteractionId id) const override;
    void eachInteraction(
        const std::function<void(tandem::statistics::OpenInteraction)> &each) const override;
    std::optional<tandem::statistics::AgentNow> agent(tandem::AgentId id) const override;
    std::vector<tandem::AgentId> targets(const tandem::QueueId &queue) const override;
    bool isFree(tandem::AgentId id) const override;

    tandem::UtcTime now;
    tandem::UtcTime steady{}; // a clock that does not jump
    tandem::statistics::Setup setup;
    std::vector<Happened> facts;
    std::map<tandem::InteractionId, Life> open;
    std::map<tandem::AgentId, AgentLife> agents;

private:
    using Moved = tandem::protocol::InteractionMoved;

    Moved moving(Life &life, tandem::InteractionState to, tandem::protocol::MoveCause cause);
    void happened(Moved fact);
    void comes();
    void isOffered(Life &life);
    void offerEnds(Life &life);
    void isTaken(Life &life, tandem::AgentId agent, tandem::protocol::MoveCause cause);
    void leaves(Life &life, tandem::InteractionState to, tandem::protocol::MoveCause cause);
    void waitsElsewhere(Life &life);
    void isHandled(Life &life);
    void isConsulted(Life &life);
    void changesState();
    tandem::AgentId someAgent();
    tandem::QueueId someQueue();
    void drop(const Life &life);

    std::mt19937 m_random;
    bool m_isAhead = false;
    std::uint64_t m_lastId = 1000;
};
