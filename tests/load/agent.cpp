// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/agent.h"

#include "load/wire.h"

#include <charconv>
#include <utility>

namespace tandem::load {

namespace {

constexpr std::string_view factStart = R"({"jsonrpc":"2.0","method":")";

} // namespace

Agent::~Agent()
{
    if (m_socket)
        m_socket->drop();
}

void Agent::connect()
{
    m_socket = WebSocket::open(m_place.io, m_place.target, "/agent", "tandem.agent.v1",
                               {.opened = [] {},
                                .heard = [this](std::string_view frame) { heard(frame); },
                                .lost = [this] { lost(); }});
}

void Agent::ask(std::string_view method, std::string_view params, Answered answered)
{
    const auto id = m_nextId++;
    std::string message = R"({"jsonrpc":"2.0","id":")" + std::to_string(id) + R"(","method":")";
    message.append(method).append(R"(","params":)").append(params).append("}");
    m_waiting.emplace(id, std::move(answered));
    m_socket->send(std::move(message));
}

void Agent::signIn(const std::string &user, const std::string &password, Answered answered)
{
    ask("session.login", R"({"user":)" + quoted(user) + R"(,"password":)" + quoted(password) + '}',
        std::move(answered));
}

void Agent::say(const std::string &interactionId, const std::string &text, std::uint32_t number,
                Answered answered)
{
    ask("chat.send",
        R"({"interactionId":")" + interactionId + R"(","text":)" + quoted(text)
            + R"(,"audience":"everyone","clientMessageId":"m)" + std::to_string(number) + "\"}",
        std::move(answered));
}

void Agent::heard(std::string_view frame)
{
    if (frame.starts_with(factStart))
        return heardFact(frame);
    std::uint32_t id = 0;
    const auto text = memberOf(frame, "id");
    std::from_chars(text.data(), text.data() + text.size(), id);
    const auto waiting = m_waiting.extract(id);
    if (waiting.empty())
        return;
    const auto result = frame.find("\"result\":");
    waiting.mapped()(result != frame.npos, frame);
}

void Agent::heardFact(std::string_view frame)
{
    const auto name = frame.substr(factStart.size());
    if (name.starts_with("chat.event\"")) {
        m_events.shown(frame, false);
    } else if (name.starts_with("interaction.offered\"")) {
        const auto interaction = frame.find(R"("interaction":{)");
        const std::string id(memberOf(frame, "id", interaction));
        forEachMark(memberOf(frame, "subject", interaction),
                    [&](const Mark &mark) { m_events.offered(*this, mark.conversation, id); });
    }
}

void Agent::lost()
{
    m_place.figures.count(Count::Failed);
    for (auto &[id, answered] : std::exchange(m_waiting, {}))
        answered(false, {});
}

} // namespace tandem::load
