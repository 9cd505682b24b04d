// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/team.h"

#include "load/wire.h"

#include <utility>

namespace tandem::load {

namespace {

// Passwords are hashed slowly on purpose; more at once only wait for each other.
constexpr std::size_t atOnce = 4;
constexpr std::string_view password = "a password for the load";
constexpr std::string_view skills = R"([{"skillId":"support","level":5},)"
                                    R"({"skillId":"sales","level":5},)"
                                    R"({"skillId":"billing","level":5}])";

std::string userOf(std::size_t number) { return "load-agent-" + std::to_string(number); }

} // namespace

void Team::assemble(const Administrator &by, std::size_t count, int capacity, Assembled assembled)
{
    m_count = count;
    m_capacity = capacity;
    m_assembled = std::move(assembled);
    m_administrator.connect();
    m_administrator.signIn(by.user, by.password, [this, by](bool isGood, std::string_view json) {
        if (!isGood)
            return failed("The administrator " + by.user + " could not sign in", json);
        for (std::size_t lane = 0; lane < atOnce; ++lane)
            hireNext();
    });
}

void Team::hireNext()
{
    if (m_hiring >= m_count)
        return;
    const auto number = ++m_hiring;
    const auto user = userOf(number);
    std::string about = R"({"user":")" + user + R"(","displayName":")" + user;
    about.append(R"(","password":")").append(password).append(R"(","roles":["agent"],"skills":)");
    about.append(skills).append(",\"chatCapacity\":").append(std::to_string(m_capacity)) += '}';
    m_administrator.ask("admin.addUser", about, [this, number](bool isGood, std::string_view json) {
        hired(number, isGood, json);
    });
}

void Team::hired(std::size_t number, bool isGood, std::string_view json)
{
    if (!isGood && memberOf(json, "reason") != "conflict")
        return failed("An agent could not be added", json);
    signIn(number);
}

void Team::signIn(std::size_t number)
{
    auto &agent = *m_agents.emplace_back(std::make_unique<Agent>(m_place, m_events));
    agent.connect();
    agent.signIn(userOf(number), std::string(password),
                 [this, &agent](bool isGood, std::string_view json) {
                     if (!isGood)
                         return failed("An agent could not sign in", json);
                     agent.ask("agent.setState", R"({"state":"ready"})",
                               [this](bool isReady, std::string_view answer) {
                                   if (!isReady)
                                       return failed("An agent could not become ready", answer);
                                   if (++m_ready == m_count && m_assembled)
                                       std::exchange(m_assembled, {})(std::nullopt);
                               });
                     hireNext();
                 });
}

void Team::failed(const std::string &what, std::string_view json)
{
    auto why = std::string(memberOf(json, "message"));
    if (why.empty())
        why = "the connection was lost.";
    if (m_assembled)
        std::exchange(m_assembled, {})(what + ": " + why);
}

} // namespace tandem::load
