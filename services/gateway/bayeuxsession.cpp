// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bayeuxsession.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tandem::gateway {

bool BayeuxSession::add(std::string message)
{
    if (m_backlog > 0 && m_backlog + message.size() > m_maxBacklog)
        return false;
    m_backlog += message.size();
    m_waiting.push_back(std::move(message));
    return true;
}

void BayeuxSession::flush()
{
    if (m_waiting.empty())
        return;
    if (!m_usesAck && m_socket && m_socket->isOpen())
        return m_socket->send(bayeuxList(takeMessages()));
    if (m_open && m_open->peer->isOpen())
        answer(*std::exchange(m_open, std::nullopt), {});
}

void BayeuxSession::connect(const BayeuxMessage &message, std::shared_ptr<BayeuxPeer> peer,
                            std::vector<std::string> before, bool wait, Time expires)
{
    endConnect();
    if (m_usesAck && message.ack)
        acknowledge(*message.ack);
    OpenConnect open{message.id, std::move(peer), std::move(before), expires};
    if (!wait || !m_waiting.empty())
        answer(std::move(open), {});
    else
        m_open = std::move(open);
}

void BayeuxSession::endConnect(std::string_view members)
{
    if (m_open)
        answer(*std::exchange(m_open, std::nullopt), members);
}

void BayeuxSession::abandonConnect()
{
    if (!m_open)
        return;
    const auto open = *std::exchange(m_open, std::nullopt);
    open.peer->send(bayeuxList({connectReply(open.id, {})}));
}

bool BayeuxSession::isLive() const
{
    return (m_socket && m_socket->isOpen()) || (m_open && m_open->peer->isOpen());
}

void BayeuxSession::acknowledge(std::int64_t batch)
{
    const auto open =
        std::ranges::find_if(m_sent, [batch](auto &one) { return one.batch > batch; });
    for (auto done = m_sent.begin(); done != open; ++done)
        m_backlog -= done->message.size();
    // What is left was in an answer that never arrived.
    std::vector<std::string> again;
    for (auto lost = open; lost != m_sent.end(); ++lost)
        again.push_back(std::move(lost->message));
    m_waiting.insert(m_waiting.begin(), std::make_move_iterator(again.begin()),
                     std::make_move_iterator(again.end()));
    m_sent = {};
}

void BayeuxSession::answer(OpenConnect open, std::string_view members)
{
    auto messages = std::move(open.before);
    std::string ext(members);
    if (open.peer->isOpen()) {
        for (auto &message : takeMessages())
            messages.push_back(std::move(message));
    }
    if (m_usesAck)
        ext += ",\"ext\":{\"ack\":" + std::to_string(m_batch) + '}';
    messages.push_back(connectReply(open.id, ext));
    open.peer->send(bayeuxList(messages));
}

std::vector<std::string> BayeuxSession::takeMessages()
{
    auto messages = std::exchange(m_waiting, {});
    if (!m_usesAck) {
        m_backlog = 0;
    } else if (!messages.empty()) {
        ++m_batch;
        for (const auto &message : messages)
            m_sent.push_back({m_batch, message});
    }
    return messages;
}

std::string BayeuxSession::connectReply(const std::string &id, std::string_view members)
{
    BayeuxMessage message;
    message.channel = "/meta/connect";
    message.id = id;
    return bayeuxReply(message, true, members);
}

} // namespace tandem::gateway
