// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/agent.h"
#include "load/customer.h"
#include "load/direction.h"
#include "load/place.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tandem::load {

struct Turn
{
    bool isAgents;
    std::string text;
};
using Dialogue = std::vector<Turn>;

// How those who talk behave.
struct Manners
{
    std::chrono::duration<double> turnInterval; // mean, from one message of a chat to the next
    std::chrono::duration<double> dropInterval; // mean for a customer; infinite: never
    std::chrono::duration<double> reloadInterval;
    double typingShare = 0.5; // of the messages, those whose writer is seen to type
};

// One chat from both ends: takes turns as its dialogue has them, at times that do not depend on
// how fast the server is.
class Conversation final : private CustomerEvents
{
public:
    enum class State { Starting, Open, Leaving, Over };

    Conversation(Place &place, const Manners &manners, const Dialogue &dialogue,
                 std::uint32_t number);
    virtual ~Conversation() = default;
    Conversation(const Conversation &) = delete;
    Conversation &operator=(const Conversation &) = delete;

    // `changed` is told of each change of the state, never while a call into it is under way.
    void start(std::unique_ptr<Customer> customer, std::function<void()> changed);
    CustomerEvents &events() { return *this; }
    // From now on turns are taken (and, by chance, connections lost).
    void beginTurns();
    void endTurns();
    // Waits until all is settled, 10 s at most; then the customer goes.
    void leave();
    void drop() { m_customer->drop(); }
    // Counts what is not settled as it stands.
    void giveUp();

    void accepted(Agent &agent, const std::string &interactionId);
    void shownToAgent(const Mark &mark, bool isCatchingUp);

    State state() const { return m_state; }
    // Closes the customer's connection; 30 s later it may be destroyed.
    void hangUp() { m_customer->hangUp(); }
    bool isAccepted() const { return m_agent != nullptr; }
    bool isSettled() const { return m_fromCustomer.isSettled() && m_fromAgent.isSettled(); }
    std::uint32_t number() const { return m_number; }

private:
    void started(const std::string &chatId) override;
    void notStarted(bool isRefused) override;
    void acknowledged(std::uint32_t number) override { m_fromCustomer.acknowledged(number); }
    void refused(std::uint32_t number) override { m_fromCustomer.refused(number); }
    void heard(std::string_view json, bool isCatchingUp) override;
    void ended() override;

    void turnAt(Clock::time_point due);
    void takeTurn(Clock::time_point due);
    void customerSays(const Turn &turn, Clock::time_point due);
    void agentSays(const Turn &turn, Clock::time_point due);
    void customerTypes();
    void agentTypes();
    void loseConnectionAfter(std::chrono::duration<double> mean, Timer &timer, bool isReload);
    void leaveWhenSettled();
    void goTo(State state);

    Place &m_place;
    const Manners &m_manners;
    const Dialogue &m_dialogue;
    const std::uint32_t m_number;
    std::function<void()> m_changed;
    std::unique_ptr<Customer> m_customer;
    Agent *m_agent = nullptr;
    std::string m_interactionId;
    Direction m_fromCustomer;
    Direction m_fromAgent;
    Timer m_turn;
    Timer m_drop;
    Timer m_reload;
    Timer m_leaving;
    Clock::time_point m_startedAt;
    std::size_t m_nextTurn = 0;
    int m_looks = 0;
    State m_state = State::Starting;
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
};

} // namespace tandem::load
