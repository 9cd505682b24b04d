// SPDX-License-Identifier: GPL-3.0-or-later
#include "customerclient.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr auto retryPause = Ms(500);
constexpr auto pollPause = Ms(3'000);

bool isOver(const Error &error)
{
    return error.reason == Reason::NotFound || error.reason == Reason::WrongState;
}

} // namespace

CustomerClient::CustomerClient(Network &network, Ledger &ledger, std::string name, bool hasSocket)
    : m_network(network), m_ledger(ledger), m_name(std::move(name)), m_hasSocket(hasSocket)
{
}

void CustomerClient::comes(const QueueId &queue)
{
    m_queue = queue;
    starts();
}

void CustomerClient::starts()
{
    protocol::CustomerStart start;
    start.service = m_queue;
    start.nickname = m_name;
    start.secureKey = m_name;
    start.startScope = m_name;
    start.clientMessageId = "start";
    m_network.ask<protocol::CustomerStart>(Caller::customer(), start, [this](const auto &reply) {
        if (!reply || !*reply) {
            m_network.agenda().after(retryPause, [this] { starts(); });
            return;
        }
        const auto chat = (*reply)->chatId;
        if (m_chat && m_chat != chat)
            m_ledger.fault(m_name + " was answered with two chats");
        m_chat = chat;
        m_ledger.started(chat);
        answered(**reply);
        polls();
        sendsNext();
    });
}

void CustomerClient::says()
{
    m_unsent.push_back(m_name + "#" + std::to_string(++m_said));
    sendsNext();
}

void CustomerClient::sendsNext()
{
    if (!m_chat || m_isOver || m_isSending || m_unsent.empty())
        return;
    m_isSending = true;
    protocol::CustomerSend send;
    send.key = key();
    send.message = m_unsent.front();
    send.clientMessageId = m_unsent.front();
    m_network.ask<protocol::CustomerSend>(Caller::customer(), send, [this](const auto &reply) {
        m_isSending = false;
        if (reply && *reply) {
            m_ledger.acknowledged(m_chat, m_unsent.front(), std::nullopt);
            m_unsent.pop_front();
            sendsNext();
        } else if (reply && isOver(reply->error())) {
            m_isOver = true;
        } else {
            m_network.agenda().after(retryPause, [this] { sendsNext(); });
        }
    });
}

void CustomerClient::leaves()
{
    if (!m_chat || m_isOver)
        return;
    protocol::CustomerDisconnect leave;
    leave.key = key();
    m_network.ask<protocol::CustomerDisconnect>(Caller::customer(), leave, [](const auto &) {});
}

void CustomerClient::polls()
{
    if (m_isStopped || m_hasSeenEnd)
        return;
    refreshes();
    m_network.agenda().after(m_hasSocket ? 5 * pollPause : pollPause, [this] { polls(); });
}

void CustomerClient::refreshes()
{
    if (!m_chat)
        return;
    protocol::CustomerRefresh refresh{key(), m_position};
    m_network.ask<protocol::CustomerRefresh>(Caller::customer(), refresh, [this](const auto &r) {
        if (r && *r)
            answered(**r);
        else if (r && isOver(r->error()))
            m_isOver = m_hasSeenEnd = true;
    });
}

void CustomerClient::answered(const protocol::CustomerReply &reply)
{
    shows(reply.messages);
    if (reply.nextPosition && reply.chatEnded)
        m_hasSeenEnd = true;
    // Answers overtake each other: an older one knows less.
    if (reply.nextPosition)
        m_position = std::max(m_position, *reply.nextPosition);
    if (reply.chatEnded)
        m_isOver = true;
}

void CustomerClient::pushed(const std::shared_ptr<const protocol::CustomerEvent> &event)
{
    // What a lost socket did not bring is asked for.
    m_network.agenda().after(m_network.delay(), [this, event] { shows(*event); });
}

void CustomerClient::shows(const std::vector<protocol::CustomerEvent> &events)
{
    for (const auto &event : events)
        shows(event);
}

void CustomerClient::shows(const protocol::CustomerEvent &event)
{
    const auto text =
        event.type == ChatEventType::Message ? event.text.value_or("") : std::string();
    const auto [shown, isNew] = m_shown.emplace(event.index, text);
    if (!isNew && shown->second != text)
        m_ledger.fault(m_name + " is shown two events of index " + std::to_string(event.index));
}

std::string CustomerClient::viewFault()
{
    std::vector<std::string> shown;
    for (const auto &[index, text] : m_shown) {
        if (!text.empty())
            shown.push_back(text);
    }
    std::vector<std::string> stored;
    for (const auto &message : m_ledger.messages(m_chat)) {
        const bool isSaid = message.type == ChatEventType::Message && !message.text.empty();
        if (isSaid && message.audience == Audience::Everyone)
            stored.push_back(message.text);
    }
    if (shown == stored)
        return {};
    const auto [one, other] = std::ranges::mismatch(shown, stored);
    return m_name + " is shown " + (one == shown.end() ? "nothing" : "'" + *one + "'")
           + ", where the store has " + (other == stored.end() ? "nothing" : "'" + *other + "'")
           + (m_isOver ? ", when it is over" : "");
}

} // namespace tandem
