// SPDX-License-Identifier: GPL-3.0-or-later
// The meta channels of the Bayeux server: handshake, connect, subscribe, unsubscribe, disconnect.
#include "gateway/bayeuxserver.h"

#include <algorithm>

namespace tandem::gateway {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds connectTime{25'000};
constexpr std::size_t maxSessionsOfPeer = 16;
constexpr std::string_view advice =
    R"(,"advice":{"reconnect":"retry","interval":0,"timeout":25000,"maxInterval":45000})";

bool offers(const BayeuxMessage &message, std::string_view type)
{
    return std::ranges::find(message.connectionTypes, type) != message.connectionTypes.end();
}

// As it was asked for: one text, or a list.
std::string subscriptionMember(const BayeuxMessage &message)
{
    std::string member = ",\"subscription\":";
    if (message.subscriptions.size() == 1)
        json::writeString(member, message.subscriptions.front());
    else
        json::write(member, message.subscriptions);
    return member;
}

} // namespace

void BayeuxServer::process(const std::vector<BayeuxMessage> &messages,
                           std::shared_ptr<BayeuxPeer> peer)
{
    std::vector<std::string> replies;
    const BayeuxMessage *held = nullptr;
    for (const auto &message : messages) {
        if (m_isStopped) {
            replies.push_back(bayeuxError(message, "503::The server stops", "retry"));
            continue;
        }
        if (message.channel == "/meta/handshake") {
            replies.push_back(handshake(message, peer));
            continue;
        }
        const auto found = m_sessions.find(message.clientId);
        if (found == m_sessions.end() || found->second.isOver) {
            replies.push_back(bayeuxError(message, "402::Unknown client", "handshake"));
            continue;
        }
        if (message.channel == "/meta/connect" && !held) {
            held = &message;
            continue;
        }
        if (peer->isSocket())
            reachBy(found->second, peer);
        replies.push_back(handle(found->second, message));
    }
    if (!held) {
        if (!replies.empty())
            peer->send(bayeuxList(replies));
        return;
    }
    const auto found = m_sessions.find(held->clientId);
    if (found == m_sessions.end() || found->second.isOver) {
        replies.push_back(bayeuxError(*held, "402::Unknown client", "handshake"));
        peer->send(bayeuxList(replies));
        return;
    }
    if (peer->isSocket() && !replies.empty())
        peer->send(bayeuxList(std::exchange(replies, {})));
    connect(found->second, *held, std::move(peer), std::move(replies));
}

std::string BayeuxServer::handshake(const BayeuxMessage &message,
                                    const std::shared_ptr<BayeuxPeer> &peer)
{
    static constexpr std::string_view types =
        R"(,"supportedConnectionTypes":["websocket","long-polling"])";
    if (!message.connectionTypes.empty() && !offers(message, "websocket")
        && !offers(message, "long-polling")) {
        return bayeuxReply(message, false,
                           std::string(types)
                               + R"(,"error":"406::No connection type in common",)"
                                 R"("advice":{"reconnect":"none"})");
    }
    if (m_sessions.size() >= m_context->limits.bayeuxSessions
        || (peer->isSocket() && peer->clientIds.size() >= maxSessionsOfPeer))
        return bayeuxError(message, "503::Too many sessions", "handshake");

    const auto clientId = m_random.secret(20);
    Entry entry;
    entry.session = std::make_unique<BayeuxSession>(clientId, peer->address(), message.wantsAck,
                                                    m_context->limits.sessionBacklog);
    auto &added = m_sessions.emplace(clientId, std::move(entry)).first->second;
    reachBy(added, peer);
    checkLive(added, Clock::now());
    std::string members(types);
    members += R"(,"version":"1.0","minimumVersion":"1.0","clientId":)";
    json::writeString(members, clientId);
    members += advice;
    if (message.wantsAck)
        members += R"(,"ext":{"ack":true})";
    return bayeuxReply(message, true, members);
}

void BayeuxServer::connect(Entry &entry, const BayeuxMessage &message,
                           std::shared_ptr<BayeuxPeer> peer, std::vector<std::string> before)
{
    reachBy(entry, peer);
    const bool wait = message.timeoutMs.value_or(1) > 0;
    entry.session->connect(message, std::move(peer), std::move(before), wait,
                           Clock::now() + connectTime);
    checkLive(entry, Clock::now());
}

std::string BayeuxServer::handle(Entry &entry, const BayeuxMessage &message)
{
    if (message.channel == "/meta/connect")
        return bayeuxError(message, "400::One connect at a time", "retry");
    if (message.channel == "/meta/subscribe")
        return subscribe(message);
    if (message.channel == "/meta/unsubscribe") {
        return bayeuxReply(message, true, subscriptionMember(message));
    }
    if (message.channel == "/meta/disconnect") {
        entry.session->endConnect(R"(,"advice":{"reconnect":"none"})");
        end(entry);
        return bayeuxReply(message, true);
    }
    if (message.isMeta() || !m_service->hasChannel(message.channel))
        return bayeuxError(message, "404::Unknown channel", "retry");
    m_service->published(*entry.session, message);
    return bayeuxReply(message, true);
}

std::string BayeuxServer::subscribe(const BayeuxMessage &message)
{
    auto members = subscriptionMember(message);
    // Nothing is kept of it: service channels carry what belongs to one client alone, and that is
    // sent with or without a subscription.
    const bool isKnown =
        !message.subscriptions.empty()
        && std::ranges::all_of(message.subscriptions, [this](const std::string &channel) {
               return m_service->hasChannel(channel);
           });
    if (!isKnown)
        members += R"(,"error":"403::Subscription denied")";
    return bayeuxReply(message, isKnown, members);
}

} // namespace tandem::gateway
