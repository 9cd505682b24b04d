// SPDX-License-Identifier: GPL-3.0-or-later
// What customers ask of chats: Chat API version 2 (wire facts 1.1), whichever way it came.
#include "chat/chats.h"

#include "base/hash.h"
#include "domain/limits.h"

#include <cctype>

namespace tandem {

namespace {

// Chat API version 2 calls the server that keeps a chat its alias; there is one.
constexpr char serverAlias[] = "1";

constexpr auto standingInterval = Ms(5'000);

std::unexpected<Error> noSuchChat() { return failure(Reason::NotFound, "There is no such chat."); }

std::unexpected<Error> chatIsOver() { return failure(Reason::WrongState, "The chat has ended."); }

// An address is the same whatever the case of its letters.
std::string folded(std::string text)
{
    for (auto &c : text)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

Result<void> checkText(const std::string &text, const char *field)
{
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return failure(Reason::InvalidParams, "The message is empty.", field);
    if (text.size() > limits::messageText)
        return failure(Reason::InvalidParams, "The message is longer than 16 KiB.", field);
    return {};
}

} // namespace

void Chats::serveCustomers()
{
    using namespace protocol;
    using Reply = Result<CustomerReply>;
    m_engine.serve<CustomerStart>([this](const Caller &, const auto &r) { return start(r); });
    m_engine.serve<CustomerSend>(
        [this](const Caller &, const auto &r) { return customerSends(r); });
    m_engine.serve<CustomerRefresh>([this](const Caller &, const auto &r) -> Reply {
        auto chat = customersChat(r.key);
        if (!chat)
            return std::unexpected(chat.error());
        return replyTo(**chat, r.position.value_or(1));
    });
    m_engine.serve<CustomerTyping>([this](const Caller &, const auto &r) -> Reply {
        auto chat = customersChat(r.key);
        if (!chat)
            return std::unexpected(chat.error());
        if (!(*chat)->endedAt)
            showTyping(**chat, (*chat)->customer(), r.typing);
        return replyTo(**chat, r.position);
    });
    m_engine.serve<CustomerDisconnect>([this](const Caller &, const auto &r) -> Reply {
        auto chat = customersChat(r.key);
        if (!chat)
            return std::unexpected(chat.error());
        if (!(*chat)->endedAt)
            customerLeft(**chat);
        return replyTo(**chat, r.position);
    });
    m_engine.serve<CustomerUpdateData>([this](const Caller &, const auto &r) -> Reply {
        auto chat = customersChat(r.key);
        if (!chat)
            return std::unexpected(chat.error());
        if (m_interactions.find((*chat)->id)) {
            if (auto set = m_interactions.updateData((*chat)->id, r.userData, {}); !set)
                return std::unexpected(set.error());
        }
        return replyTo(**chat, r.position);
    });
    m_engine.serve<CustomerPresence>([this](const Caller &, const auto &r) -> Result<Done> {
        auto chat = customersChat(r.key);
        if (!chat)
            return std::unexpected(chat.error());
        (*chat)->hasSocket = r.connected;
        return Done{};
    });
}

Result<ChatRecord *> Chats::customersChat(const protocol::CustomerKey &key)
{
    const auto found = m_bySecureKey.find(sha256Hex(key.secureKey));
    if (found == m_bySecureKey.end() || (key.chatId && *key.chatId != found->second))
        return noSuchChat();
    auto *chat = record(found->second);
    chat->lastSeen = m_engine.now().steady;
    return chat;
}

protocol::CustomerReply Chats::replyTo(const ChatRecord &chat, std::optional<int> position) const
{
    protocol::CustomerReply reply;
    reply.chatId = chat.id;
    reply.alias = serverAlias;
    reply.userId = chat.userId;
    if (position) {
        reply.messages = chat.customerEventsFrom(*position);
        reply.nextPosition = chat.nextCustomerIndex;
    }
    reply.chatEnded = chat.endedAt.has_value();
    reply.userData = standingOf(chat);
    return reply;
}

std::optional<protocol::Data> Chats::standingOf(const ChatRecord &chat) const
{
    const auto standing = m_standingOf && !chat.endedAt ? m_standingOf(chat.id) : std::nullopt;
    if (!standing)
        return std::nullopt;
    protocol::Data told{{"queuePosition", std::to_string(standing->position)}};
    if (standing->estimated)
        told["estimatedWaitMs"] = std::to_string(standing->estimated->count());
    return told;
}

// Who polls asks; who listens on a socket is told when it has changed.
void Chats::tellStandings()
{
    m_engine.after(standingInterval, [this] { tellStandings(); });
    for (auto &[id, chat] : m_chats) {
        if (!chat.hasSocket || chat.endedAt)
            continue;
        auto told = standingOf(chat);
        if (told == chat.toldStanding)
            continue;
        chat.toldStanding = told;
        m_engine.tellStanding(id, told.value_or(protocol::Data{}));
    }
}

Result<void> Chats::checkStart(const protocol::CustomerStart &request) const
{
    if (!m_site.queue(request.service)) {
        return failure(Reason::NotFound, "There is no chat service of this name.", "service");
    }
    if (request.nickname.find_first_not_of(' ') == std::string::npos)
        return failure(Reason::InvalidParams, "A nickname is required.", "nickname");
    if (request.nickname.size() > limits::shortText)
        return failure(Reason::InvalidParams, "The nickname is longer than 256 bytes.", "nickname");
    if (request.subject.size() > limits::shortText)
        return failure(Reason::InvalidParams, "The subject is longer than 256 bytes.", "subject");
    if (request.emailAddress && request.emailAddress->size() > limits::shortText) {
        return failure(Reason::InvalidParams, "The e-mail address is longer than 256 bytes.",
                       "emailAddress");
    }
    if (request.text) {
        if (auto checked = checkText(*request.text, "text"); !checked)
            return checked;
    }
    if (request.clientMessageId && request.clientMessageId->size() > limits::shortText) {
        return failure(Reason::InvalidParams, "The key is longer than 256 bytes.",
                       "clientMessageId");
    }
    return Interactions::checkData(request.userData, 1);
}

Result<protocol::CustomerReply> Chats::start(const protocol::CustomerStart &request)
{
    if (request.clientMessageId) {
        const auto known = m_byStartKey.find(keyHash(request.startScope));
        if (known != m_byStartKey.end()) {
            auto *chat = record(known->second);
            if (chat && chat->secureKeyHash == sha256Hex(request.secureKey)) {
                chat->lastSeen = m_engine.now().steady;
                auto reply = replyTo(*chat, 1);
                reply.secureKey = request.secureKey;
                return reply;
            }
        }
    }
    if (auto checked = checkStart(request); !checked)
        return std::unexpected(checked.error());
    auto &chat = createChat(request);
    auto reply = replyTo(chat, 1);
    reply.secureKey = request.secureKey;
    m_interactions.announceWaiting(chat.id);
    return reply;
}

ChatRecord &Chats::createChat(const protocol::CustomerStart &request)
{
    auto data = request.userData;
    if (request.emailAddress && !request.emailAddress->empty())
        data["EmailAddress"] = *request.emailAddress;
    NewInteraction values{"chat", request.service, request.subject, request.nickname, data};
    if (data.contains("EmailAddress"))
        values.contactKey = "mail:" + folded(data["EmailAddress"]);
    const auto &interaction = m_interactions.create(values);
    ChatRecord chat;
    chat.id = interaction.id;
    chat.service = request.service;
    chat.secureKeyHash = sha256Hex(request.secureKey);
    chat.userId = interaction.contact.id.text();
    chat.lastSeen = m_engine.now().steady;
    if (request.clientMessageId)
        chat.startKeyHash = keyHash(request.startScope);
    chat.participants.push_back(
        {1, ParticipantType::Client, request.nickname, {}, m_engine.now().utc, true});
    const auto id = chat.id;
    m_bySecureKey[chat.secureKeyHash] = id;
    if (chat.startKeyHash)
        m_byStartKey[*chat.startKeyHash] = id;
    auto &created = m_chats.emplace(id, std::move(chat)).first->second;
    happen(created, created.customer(), {ChatEventType::ParticipantJoined, {}, {}, {}, {}});
    m_engine.write(insertChat(created));
    m_engine.write(insertParticipant(created, created.customer()));
    if (request.text)
        happen(created, created.customer(), {ChatEventType::Message, request.text, {}, {}, {}});
    if (request.text)
        tellStrategies(id, *request.text);
    watchCustomer(id, m_site.settings().customerTimeout);
    return created;
}

Result<protocol::CustomerReply> Chats::customerSends(const protocol::CustomerSend &request)
{
    auto found = customersChat(request.key);
    if (!found)
        return std::unexpected(found.error());
    auto &chat = **found;
    const auto &key = request.clientMessageId;
    if (key && key->size() > limits::shortText) {
        return failure(Reason::InvalidParams, "The key is longer than 256 bytes.",
                       "clientMessageId");
    }
    // A repeat is answered alike, even when the chat has ended since.
    if (key && chat.keys.contains(keyHash("1\n" + *key)))
        return replyTo(chat, request.position);
    if (auto checked = checkText(request.message, "message"); !checked)
        return std::unexpected(checked.error());
    if (request.messageType && request.messageType->size() > limits::shortText) {
        return failure(Reason::InvalidParams, "The message type is longer than 256 bytes.",
                       "messageType");
    }
    if (chat.endedAt)
        return chatIsOver();
    happen(chat, chat.customer(),
           {ChatEventType::Message, request.message, request.messageType, {}, key});
    tellStrategies(chat.id, request.message);
    return replyTo(chat, request.position);
}

} // namespace tandem
