// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/socketcustomer.h"

#include "load/wire.h"

#include <charconv>

namespace tandem::load {

namespace {

constexpr std::chrono::milliseconds pauseBeforeReturn{500};
constexpr std::string_view messageStart = "{\"channel\":\"";
constexpr std::string_view keyPrefix = "m";

int numberIn(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

SocketCustomer::SocketCustomer(Place &place, CustomerEvents &events, std::uint32_t conversation)
    : m_place(place),
      m_events(events),
      m_channel("/service/chatV2/" + place.service),
      m_startKey("load-" + place.run + "-" + std::to_string(conversation)),
      m_pause(place.io)
{
}

void SocketCustomer::hangUp()
{
    m_isOver = true;
    m_pause.cancel();
    m_socket->drop();
}

void SocketCustomer::start(const std::string &subject)
{
    m_subject = subject;
    open();
}

void SocketCustomer::open()
{
    m_clientId.clear();
    m_socket = WebSocket::open(m_place.io, m_place.target, "/genesys/cometd", {},
                               {.opened =
                                    [this] {
                                        tell("/meta/handshake",
                                             R"("version":"1.0","supportedConnectionTypes":)"
                                             R"(["websocket"])");
                                    },
                                .heard = [this](std::string_view frame) { heard(frame); },
                                .lost = [this] { lost(); }});
}

void SocketCustomer::lost()
{
    m_place.figures.count(Count::Failed);
    if (m_secureKey.empty())
        return m_events.notStarted(false);
    comeBack();
}

void SocketCustomer::comeBack()
{
    m_isReturning = true;
    m_pause.expires_after(pauseBeforeReturn);
    m_pause.async_wait([this](const auto &error) {
        if (error || m_isOver)
            return;
        m_returnedAt = Clock::now();
        open();
    });
}

void SocketCustomer::drop()
{
    if (m_secureKey.empty() || m_isReturning)
        return;
    m_place.figures.count(Count::Dropped);
    m_socket->drop();
    comeBack();
}

void SocketCustomer::reload()
{
    if (!m_isReturning)
        m_position = 1;
    drop();
}

void SocketCustomer::tell(const std::string &channel, const std::string &members)
{
    std::string message = R"([{"channel":")" + channel + R"(","id":")" + std::to_string(m_nextId++);
    if (!m_clientId.empty())
        message += R"(","clientId":")" + m_clientId;
    message += "\",";
    m_socket->send(message.append(members).append("}]"));
}

void SocketCustomer::publish(const std::string &members)
{
    std::string data = R"("data":{)";
    if (!m_secureKey.empty())
        data += R"("secureKey":")" + m_secureKey + "\",";
    tell(m_channel, data.append(members).append("}"));
}

void SocketCustomer::say(std::uint32_t number, const std::string &text)
{
    std::string members = R"("operation":"sendMessage","message":)" + quoted(text);
    members.append(R"(,"clientMessageId":")").append(keyPrefix);
    members += std::to_string(number) + '"';
    if (!m_isReturning)
        publish(members);
    m_unacknowledged.emplace(number, std::move(members));
}

void SocketCustomer::type(bool isTyping)
{
    if (!m_isReturning)
        publish(isTyping ? R"("operation":"startTyping")" : R"("operation":"stopTyping")");
}

void SocketCustomer::leave()
{
    m_isLeaving = true;
    if (!m_isReturning)
        publish(R"("operation":"disconnect")");
}

void SocketCustomer::ask()
{
    if (m_secureKey.empty()) {
        return publish(R"("operation":"requestChat","nickname":"Customer","subject":)"
                       + quoted(m_subject) + R"(,"clientMessageId":")" + m_startKey + '"');
    }
    publish(R"("operation":"requestNotifications","transcriptPosition":)"
            + std::to_string(m_position));
}

void SocketCustomer::heard(std::string_view frame)
{
    auto at = frame.find(messageStart);
    while (at != frame.npos) {
        const auto next = frame.find(messageStart, at + messageStart.size());
        heardOne(frame.substr(at, next - at));
        at = next;
    }
}

void SocketCustomer::heardOne(std::string_view message)
{
    const auto channel = memberOf(message, "channel");
    if (channel == "/meta/handshake")
        return shaken(message);
    if (channel == "/meta/connect") {
        if (memberOf(message, "successful") == "true")
            return tell("/meta/connect", R"("connectionType":"websocket")");
        m_socket->drop();
        return lost();
    }
    if (message.find("\"data\":{") != message.npos)
        return heardData(message);
}

void SocketCustomer::shaken(std::string_view message)
{
    m_clientId = memberOf(message, "clientId");
    tell("/meta/connect", R"("connectionType":"websocket")");
    ask();
}

void SocketCustomer::heardData(std::string_view message)
{
    const auto code = memberOf(message, "statusCode");
    if (code == "0" && m_secureKey.empty()) {
        m_secureKey = memberOf(message, "secureKey");
        if (!m_secureKey.empty())
            m_events.started(std::string(memberOf(message, "chatId")));
    } else if (m_secureKey.empty()) {
        return m_events.notStarted(code == "1");
    }
    const bool isCatchingUp = m_isReturning && !memberOf(message, "secureKey").empty();
    m_events.heard(message, isCatchingUp);
    m_position = std::max(m_position, numberIn(memberOf(message, "nextPosition")));
    if (isCatchingUp)
        caughtUp();
    // Events have the key, too; an answer has an alias, or says why not.
    const bool isAnswer = code != "0" || !memberOf(message, "alias").empty();
    if (const auto key = memberOf(message, "clientMessageId");
        isAnswer && key.starts_with(keyPrefix))
        answered(message, key);
    if (memberOf(message, "chatEnded") == "true")
        m_events.ended();
}

void SocketCustomer::answered(std::string_view message, std::string_view key)
{
    const auto number = static_cast<std::uint32_t>(numberIn(key.substr(keyPrefix.size())));
    m_unacknowledged.erase(number);
    if (memberOf(message, "statusCode") == "0")
        m_events.acknowledged(number);
    else
        m_events.refused(number);
}

void SocketCustomer::caughtUp()
{
    m_isReturning = false;
    m_place.figures.took(Span::Return, Clock::now() - m_returnedAt);
    sayAgain();
}

void SocketCustomer::sayAgain()
{
    m_place.figures.count(Count::Repeated, m_unacknowledged.size());
    for (const auto &[number, members] : m_unacknowledged)
        publish(members);
    if (m_isLeaving)
        leave();
}

} // namespace tandem::load
