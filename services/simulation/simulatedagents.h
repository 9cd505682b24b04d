// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/caller.h"
#include "protocol/facts.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace tandem {

class SimulatedDay;
struct SimulatedCustomer;

// When an agent works; since midnight.
struct SimulatedShift
{
    std::string userName;
    Ms begin{};
    Ms end{};
};

// The agents of a day: they sign in, accept what they are offered, talk, do their after contact
// work, and go home when their shift is over and nothing is left in hand.
class SimulatedAgents
{
public:
    SimulatedAgents(SimulatedDay &day, const std::vector<SimulatedShift> &shifts);

    void begin();
    void heard(AgentId agent, const protocol::Fact &fact);

private:
    struct Worker
    {
        Caller caller;
        int inHand = 0;
        bool isLeaving = false;
    };

    void comes(const SimulatedShift &shift);
    void leaves(AgentId agent);
    void goesHome(Worker &worker);
    void isReady(AgentId agent);
    void offered(AgentId agent, const protocol::Interaction &interaction);
    void accepts(AgentId agent, InteractionId id, bool isChat, const SimulatedCustomer &of);
    void ends(AgentId agent, InteractionId id, Ms afterWork);
    void isDone(AgentId agent, InteractionId id);

    SimulatedDay &m_day;
    const std::vector<SimulatedShift> &m_shifts;
    std::unordered_map<AgentId, Worker> m_workers;
};

} // namespace tandem
