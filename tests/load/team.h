// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/agent.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tandem::load {

struct Administrator
{
    std::string user;
    std::string password;
};

// Adds the agents that a load needs to the server's company, signs them in and makes them ready.
class Team
{
public:
    // A text for people, if it went wrong.
    using Assembled = std::function<void(std::optional<std::string> problem)>;

    Team(Place &place, AgentEvents &events) : m_place(place), m_events(events) {}
    // Agents who are there already (from a run before) are taken as they are.
    void assemble(const Administrator &by, std::size_t count, int capacity, Assembled assembled);
    std::size_t readyCount() const { return m_ready; }

private:
    void hireNext();
    void hired(std::size_t number, bool isGood, std::string_view json);
    void signIn(std::size_t number);
    void failed(const std::string &what, std::string_view json);

    Place &m_place;
    AgentEvents &m_events;
    Agent m_administrator{m_place, m_events};
    std::vector<std::unique_ptr<Agent>> m_agents;
    Assembled m_assembled;
    std::size_t m_count = 0;
    std::size_t m_hiring = 0;
    std::size_t m_ready = 0;
    int m_capacity = 0;
};

} // namespace tandem::load
