// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/conversation.h"

#include "load/wire.h"

#include <boost/asio/post.hpp>

#include <cmath>

namespace tandem::load {

namespace {

constexpr std::chrono::milliseconds betweenSettlingLooks{100};
constexpr int mostSettlingLooks = 100;

} // namespace

Conversation::Conversation(Place &place, const Manners &manners, const Dialogue &dialogue,
                           std::uint32_t number)
    : m_place(place),
      m_manners(manners),
      m_dialogue(dialogue),
      m_number(number),
      m_fromCustomer(place.figures, Span::CustomerMessage, Span::ShownToAgent),
      m_fromAgent(place.figures, Span::AgentMessage, Span::ShownToCustomer),
      m_turn(place.io),
      m_drop(place.io),
      m_reload(place.io),
      m_leaving(place.io)
{
}

void Conversation::start(std::unique_ptr<Customer> customer, std::function<void()> changed)
{
    m_customer = std::move(customer);
    m_changed = std::move(changed);
    m_startedAt = Clock::now();
    m_customer->start(written({Side::Customer, m_number, 0}));
}

void Conversation::started(const std::string &chatId)
{
    m_interactionId = chatId;
    m_place.figures.count(Count::Started);
    m_place.figures.took(Span::Start, Clock::now() - m_startedAt);
    goTo(State::Open);
}

void Conversation::notStarted(bool isRefused)
{
    if (isRefused)
        m_place.figures.count(Count::Refused);
    goTo(State::Over);
}

void Conversation::goTo(State state)
{
    if (m_state == State::Over)
        return;
    m_state = state;
    boost::asio::post(m_place.io, m_changed);
}

void Conversation::accepted(Agent &agent, const std::string &interactionId)
{
    m_agent = &agent;
    m_interactionId = interactionId;
}

void Conversation::beginTurns()
{
    if (m_state != State::Open)
        return;
    m_nextTurn =
        static_cast<std::size_t>(m_place.uniform() * static_cast<double>(m_dialogue.size()));
    if (!std::isinf(m_manners.turnInterval.count()))
        turnAt(Clock::now() + m_place.interval(m_manners.turnInterval));
    loseConnectionAfter(m_manners.dropInterval, m_drop, false);
    loseConnectionAfter(m_manners.reloadInterval, m_reload, true);
}

void Conversation::endTurns()
{
    m_turn.cancel();
    m_drop.cancel();
    m_reload.cancel();
}

void Conversation::turnAt(Clock::time_point due)
{
    m_turn.expires_at(due);
    m_turn.async_wait([this, due](const auto &error) {
        if (error || m_state != State::Open)
            return;
        m_place.figures.took(Span::Lateness, Clock::now() - due);
        turnAt(due + m_place.interval(m_manners.turnInterval));
        takeTurn(due);
    });
}

void Conversation::takeTurn(Clock::time_point due)
{
    const auto &turn = m_dialogue[m_nextTurn++ % m_dialogue.size()];
    if (turn.isAgents)
        agentSays(turn, due);
    else
        customerSays(turn, due);
}

void Conversation::customerSays(const Turn &turn, Clock::time_point due)
{
    customerTypes();
    const auto number = m_fromCustomer.say(due);
    m_customer->say(number, turn.text + ' ' + written({Side::Customer, m_number, number}));
}

void Conversation::customerTypes()
{
    if (m_place.uniform() >= m_manners.typingShare)
        return;
    m_customer->type(true);
    m_customer->type(false);
}

void Conversation::agentTypes()
{
    if (m_place.uniform() >= m_manners.typingShare)
        return;
    m_agent->ask("chat.typing", R"({"interactionId":")" + m_interactionId + R"(","typing":true})",
                 [](bool, std::string_view) {});
}

void Conversation::agentSays(const Turn &turn, Clock::time_point due)
{
    if (!m_agent)
        return;
    agentTypes();
    const auto number = m_fromAgent.say(due);
    const auto text = turn.text + ' ' + written({Side::Agent, m_number, number});
    m_agent->say(m_interactionId, text, number,
                 [alive = std::weak_ptr(m_isAlive), this, number](bool isGood, std::string_view) {
                     if (alive.expired())
                         return;
                     if (isGood)
                         m_fromAgent.acknowledged(number);
                     else
                         m_fromAgent.refused(number);
                 });
}

void Conversation::loseConnectionAfter(std::chrono::duration<double> mean, Timer &timer,
                                       bool isReload)
{
    if (std::isinf(mean.count()))
        return;
    timer.expires_after(m_place.interval(mean));
    timer.async_wait([this, mean, &timer, isReload](const auto &error) {
        if (error || m_state != State::Open)
            return;
        if (isReload)
            m_customer->reload();
        else
            m_customer->drop();
        loseConnectionAfter(mean, timer, isReload);
    });
}

void Conversation::heard(std::string_view json, bool isCatchingUp)
{
    forEachMark(json, [&](const Mark &mark) {
        if (mark.side == Side::Agent && mark.conversation == m_number)
            m_fromAgent.shown(mark.number, isCatchingUp);
    });
}

void Conversation::shownToAgent(const Mark &mark, bool isCatchingUp)
{
    if (mark.side == Side::Customer && mark.number > 0)
        m_fromCustomer.shown(mark.number, isCatchingUp);
}

void Conversation::leave()
{
    if (m_state != State::Open)
        return;
    endTurns();
    goTo(State::Leaving);
    leaveWhenSettled();
}

void Conversation::leaveWhenSettled()
{
    if (isSettled() || !m_agent || ++m_looks > mostSettlingLooks) {
        m_customer->leave();
        return;
    }
    m_leaving.expires_after(betweenSettlingLooks);
    m_leaving.async_wait([this](const auto &error) {
        if (!error && m_state == State::Leaving)
            leaveWhenSettled();
    });
}

void Conversation::giveUp()
{
    if (!m_agent)
        return;
    m_fromCustomer.close();
    m_fromAgent.close();
}

void Conversation::ended()
{
    if (m_state == State::Over)
        return;
    endTurns();
    m_place.figures.count(Count::Ended);
    giveUp();
    if (m_agent) {
        m_agent->ask("interaction.markDone", R"({"interactionId":")" + m_interactionId + "\"}",
                     [](bool, std::string_view) {});
    }
    goTo(State::Over);
}

} // namespace tandem::load
