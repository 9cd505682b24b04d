// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/chatchannel.h"

#include "gateway/chatapireply.h"
#include "gateway/chatfault.h"
#include "gateway/chatfields.h"
#include "gateway/httpsyntax.h"

#include <algorithm>
#include <array>

namespace tandem::gateway {

namespace {

constexpr std::string_view channelPrefix = "/service/chatV2/";
constexpr std::size_t maxChatsOfClient = 8;

constexpr std::array<std::pair<std::string_view, ChatOperation>, 13> channelOperations{{
    {"requestChat", ChatOperation::Start},
    {"requestNotifications", ChatOperation::Refresh},
    {"sendMessage", ChatOperation::Send},
    {"startTyping", ChatOperation::StartTyping},
    {"stopTyping", ChatOperation::StopTyping},
    {"disconnect", ChatOperation::Disconnect},
    {"updateData", ChatOperation::UpdateData},
    {"customNotice", ChatOperation::CustomNotice},
    {"pushUrl", ChatOperation::PushUrl},
    {"updateNickname", ChatOperation::UpdateNickname},
    {"readReceipt", ChatOperation::ReadReceipt},
    {"survey", ChatOperation::Survey},
    {"mailTranscript", ChatOperation::MailTranscript},
}};

std::optional<ChatOperation> operationOf(const Form &fields)
{
    const auto name = field(fields, "operation");
    for (const auto &[known, operation] : channelOperations) {
        if (known == name)
            return operation;
    }
    return std::nullopt;
}

ChatOutcome refusal(std::string advice)
{
    return {std::unexpected(ChatFault{static_cast<int>(ChatCode::InvalidField), std::move(advice)}),
            {},
            {}};
}

std::string outcomeData(const ChatOutcome &outcome)
{
    std::string extra;
    if (!outcome.clientMessageId.empty()) {
        extra = ",\"clientMessageId\":";
        json::writeString(extra, outcome.clientMessageId);
    }
    return chatReplyJson(outcome, extra);
}

} // namespace

bool ChatChannel::hasChannel(std::string_view channel) const
{
    return channel.starts_with(channelPrefix) && channel.size() > channelPrefix.size()
           && channel.find('/', channelPrefix.size()) == channel.npos;
}

void ChatChannel::published(BayeuxSession &from, const BayeuxMessage &message)
{
    const auto answer = [&](const ChatOutcome &outcome) {
        m_server->deliver(from, bayeuxData(message.channel, outcomeData(outcome)));
    };
    const auto *object = message.data.if_object();
    auto fields = object ? fieldsFromJson(*object)
                         : failure(Reason::InvalidParams, "The data must be an object.");
    if (!fields)
        return answer(refusal(fields.error().message));
    const auto operation = operationOf(*fields);
    if (!operation)
        return answer(refusal("There is no such operation."));

    const bool attaches =
        *operation == ChatOperation::Start || *operation == ChatOperation::Refresh;
    ChatCall call{*operation, message.channel.substr(channelPrefix.size()), std::nullopt,
                  *std::move(fields), from.address()};
    m_api.call(std::move(call),
               [self = weak_from_this(), server = m_server, attaches, clientId = from.clientId(),
                channel = message.channel](ChatOutcome outcome) {
                   server->post([self, clientId, channel, attaches, outcome = std::move(outcome)] {
                       if (const auto alive = self.lock())
                           alive->answered(clientId, channel, attaches, outcome);
                   });
               });
}

void ChatChannel::answered(const std::string &clientId, const std::string &channel, bool attaches,
                           const ChatOutcome &outcome)
{
    auto *session = m_server->find(clientId);
    if (!session)
        return;
    if (attaches && outcome.reply && !outcome.reply->chatEnded)
        attach(*session, channel, outcome);
    m_server->deliver(*session, bayeuxData(channel, outcomeData(outcome)));
}

void ChatChannel::attach(BayeuxSession &session, const std::string &channel,
                         const ChatOutcome &outcome)
{
    const auto id = outcome.reply->chatId;
    const int next = outcome.reply->nextPosition.value_or(1);
    auto &chat = m_chats[id];
    chat.secureKey = outcome.secureKey;
    auto &chatsOf = m_chatsOf[session.clientId()];
    const auto known = std::ranges::find(chat.clients, session.clientId(), &Attached::clientId);
    if (known != chat.clients.end()) {
        known->next = std::max(known->next, next);
    } else {
        if (chatsOf.size() >= maxChatsOfClient)
            return;
        chatsOf.push_back(id);
        chat.clients.push_back({session.clientId(), channel, next, session.isReachable()});
    }
    tellPresence(id, chat);
}

void ChatChannel::deliver(InteractionId chat, std::shared_ptr<const protocol::CustomerEvent> event)
{
    m_server->post([self = weak_from_this(), chat, event = std::move(event)] {
        if (const auto alive = self.lock())
            alive->push(chat, *event);
    });
}

void ChatChannel::chatEnded(InteractionId chat)
{
    m_server->post([self = weak_from_this(), chat] {
        if (const auto alive = self.lock())
            alive->finish(chat);
    });
}

void ChatChannel::standingChanged(InteractionId chat,
                                  std::shared_ptr<const protocol::Data> standing)
{
    m_server->post([self = weak_from_this(), chat, standing = std::move(standing)] {
        if (const auto alive = self.lock())
            alive->tellStanding(chat, *standing);
    });
}

void ChatChannel::tellStanding(InteractionId id, const protocol::Data &standing)
{
    const auto found = m_chats.find(id);
    if (found == m_chats.end())
        return;
    std::string data = R"({"statusCode":0,"chatId":)";
    json::write(data, id);
    data += R"(,"messages":[],"chatEnded":false,"userData":)";
    json::write(data, standing);
    data += '}';
    for (const auto &client : found->second.clients) {
        if (auto *session = m_server->find(client.clientId))
            m_server->deliver(*session, bayeuxData(client.channel, data));
    }
}

void ChatChannel::push(InteractionId id, const protocol::CustomerEvent &event)
{
    const auto found = m_chats.find(id);
    if (found == m_chats.end())
        return;
    std::string data = R"({"statusCode":0,"chatId":)";
    json::write(data, id);
    data += ",\"messages\":[";
    writeEvent(data, event);
    data += "],\"nextPosition\":";
    json::write(data, event.index + 1);
    data += ",\"chatEnded\":false}";
    for (auto &client : found->second.clients) {
        auto *session = m_server->find(client.clientId);
        if (!session || event.index < client.next)
            continue;
        client.next = event.index + 1;
        m_server->deliver(*session, bayeuxData(client.channel, data));
    }
}

void ChatChannel::finish(InteractionId id)
{
    const auto found = m_chats.find(id);
    if (found == m_chats.end())
        return;
    std::string data = R"({"statusCode":0,"chatId":)";
    json::write(data, id);
    data += R"(,"messages":[],"chatEnded":true})";
    for (const auto &client : found->second.clients) {
        std::erase(m_chatsOf[client.clientId], id);
        if (auto *session = m_server->find(client.clientId))
            m_server->deliver(*session, bayeuxData(client.channel, data));
    }
    m_chats.erase(found);
}

void ChatChannel::liveChanged(BayeuxSession &session)
{
    const auto found = m_chatsOf.find(session.clientId());
    if (found == m_chatsOf.end())
        return;
    for (const auto id : found->second) {
        auto &chat = m_chats.at(id);
        std::ranges::find(chat.clients, session.clientId(), &Attached::clientId)->isReachable =
            session.isReachable();
        tellPresence(id, chat);
    }
}

void ChatChannel::ended(BayeuxSession &session)
{
    const auto ofClient = m_chatsOf.extract(session.clientId());
    if (ofClient.empty())
        return;
    for (const auto id : ofClient.mapped()) {
        auto &chat = m_chats.at(id);
        std::erase_if(chat.clients, [&](const Attached &client) {
            return client.clientId == session.clientId();
        });
        tellPresence(id, chat);
    }
}

void ChatChannel::tick()
{
    for (auto &[id, chat] : m_chats)
        tellPresence(id, chat);
}

void ChatChannel::tellPresence(InteractionId id, Chat &chat)
{
    const bool isPresent = std::ranges::any_of(chat.clients, &Attached::isReachable);
    if (chat.told == isPresent)
        return;
    chat.told = isPresent;
    protocol::CustomerPresence presence{{id, chat.secureKey}, isPresent};
    m_api.core().ask(Caller::customer(), std::move(presence),
                     [self = weak_from_this(), server = m_server, id](auto done) {
                         const bool hasFailed = !done && mayPassWithTime(done.error().reason);
                         server->post([self, id, hasFailed] {
                             if (const auto alive = self.lock())
                                 alive->presenceTold(id, hasFailed);
                         });
                     });
}

void ChatChannel::presenceTold(InteractionId id, bool hasFailed)
{
    const auto found = m_chats.find(id);
    if (found == m_chats.end())
        return;
    if (hasFailed)
        found->second.told.reset(); // tick() tells again
    else if (found->second.clients.empty())
        m_chats.erase(found);
}

} // namespace tandem::gateway
