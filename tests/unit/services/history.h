// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "company.h"

#include <random>
#include <string>
#include <vector>

// A random history of the demo company: agents, supervisors, customers, time, crashes. The same
// seed gives the same history.
class History
{
public:
    explicit History(unsigned seed);

    // One thing happens; its name.
    std::string step();
    // What is wrong now; empty: nothing.
    std::string fault();

private:
    using Action = std::string (History::*)();

    template <class T>
    const T &oneOf(const std::vector<T> &list)
    {
        return list[pick(static_cast<int>(list.size()))];
    }
    int pick(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }
    bool isIn(const std::string &user);
    tandem::InteractionId someOpen();
    tandem::protocol::Target someTarget();

    std::string customerStarts();
    std::string customerLeaves();
    std::string customerSpeaks();
    std::string agentSigns();
    std::string agentChangesState();
    std::string agentAnswersOffer();
    std::string agentMoves();
    std::string agentShares();
    std::string agentEnds();
    std::string supervisorSteps();
    std::string administratorChangesSkills();
    std::string connectionBlinks();
    std::string timePasses();
    std::string serverCrashes();

    std::string placeFault(const tandem::InteractionRecord &record) const;
    std::string capacityFault() const;
    std::string waitingFault(const tandem::InteractionRecord &record) const;
    std::string lossFault();

    std::mt19937 m_random;
    Company m_company;
    std::vector<std::string> m_customers;
    std::vector<tandem::InteractionId> m_started;
    std::string m_crashFault;
};
