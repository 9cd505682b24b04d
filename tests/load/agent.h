// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/place.h"
#include "load/websocket.h"

#include <functional>
#include <string_view>
#include <unordered_map>

namespace tandem::load {

class Agent;

// What an agent tells those whose chats it has.
class AgentEvents
{
public:
    // `conversation` is offered as that interaction.
    virtual void offered(Agent &agent, std::uint32_t conversation,
                         const std::string &interactionId) = 0;
    // An answer or fact that may hold marks.
    virtual void shown(std::string_view json, bool isCatchingUp) = 0;

protected:
    ~AgentEvents() = default;
};

// A connection that speaks the agent protocol (JSON-RPC 2.0 over WebSocket).
class Agent
{
public:
    // The result, or the error's object.
    using Answered = std::function<void(bool isGood, std::string_view json)>;

    Agent(Place &place, AgentEvents &events) : m_place(place), m_events(events) {}
    ~Agent();
    Agent(const Agent &) = delete;
    Agent &operator=(const Agent &) = delete;

    void connect();
    // `params` is a JSON object.
    void ask(std::string_view method, std::string_view params, Answered answered);
    void signIn(const std::string &user, const std::string &password, Answered answered);
    void say(const std::string &interactionId, const std::string &text, std::uint32_t number,
             Answered answered);

private:
    void heard(std::string_view frame);
    void heardFact(std::string_view frame);
    void lost();

    Place &m_place;
    AgentEvents &m_events;
    std::shared_ptr<WebSocket> m_socket;
    std::unordered_map<std::uint32_t, Answered> m_waiting;
    std::uint32_t m_nextId = 1;
};

} // namespace tandem::load
