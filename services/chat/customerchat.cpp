// SPDX-License-Identifier: GPL-3.0-or-later
// What customers ask of chats: Chat API version 2 (wire facts 1.1), whichever way it came.
#include "chat/chatchecks.h"
#include "chat/chats.h"

#include "base/hash.h"
#include "domain/limits.h"

namespace tandem {

namespace {

// Chat API version 2 calls the server that keeps a chat its alias; there is one.
constexpr char serverAlias[] = "1";

std::unexpected<Error> noSuchChat() { return failure(Reason::NotFound, "There is no such chat."); }

std::unexpected<Error> chatIsOver() { return failure(Reason::WrongState, "The chat has ended."); }

// More than this is no longer a preview.
bool isPreview(const std::optional<std::string> &text)
{
    return text && !text->empty() && text->size() <= limits::messageText;
}

} // namespace

// action: Result<void>(ChatRecord &).
template <class Request, class Action>
void Chats::serveCustomer(Action action)
{
    m_engine.serve<Request>(
        [this, action](const Caller &, const Request &request) -> Result<protocol::CustomerReply> {
            auto chat = customersChat(request.key);
            if (!chat)
                return std::unexpected(chat.error());
            if (Result<void> done = action(**chat, request); !done)
                return std::unexpected(done.error());
            if constexpr (requires { request.position; })
                return replyTo(**chat, request.position);
            else
                return replyTo(**chat, {});
        });
}

void Chats::serveCustomers()
{
    using namespace protocol;
    m_engine.serve<CustomerStart>([this](const Caller &, const auto &r) { return start(r); });
    m_engine.serve<CustomerRefresh>([this](const Caller &, const auto &r) -> Result<CustomerReply> {
        auto chat = customersChat(r.key);
        if (!chat)
            return std::unexpected(chat.error());
        if (isPreview(r.preview) && !(*chat)->endedAt)
            showTyping(**chat, (*chat)->customer(), true, r.preview);
        return replyTo(**chat, r.position.value_or(1));
    });
    serveCustomer<CustomerTyping>([this](ChatRecord &chat, const auto &r) -> Result<void> {
        if (!chat.endedAt) {
            showTyping(chat, chat.customer(), r.typing,
                       isPreview(r.preview) ? r.preview : std::nullopt);
        }
        return {};
    });
    serveCustomer<CustomerDisconnect>([this](ChatRecord &chat, const auto &) -> Result<void> {
        if (!chat.endedAt)
            customerLeft(chat);
        return {};
    });
    serveCustomer<CustomerUpdateData>([this](ChatRecord &chat, const auto &r) -> Result<void> {
        return m_interactions.find(chat.id) ? m_interactions.updateData(chat.id, r.userData, {})
                                            : Result<void>();
    });
    serveCustomer<CustomerUpdateNickname>(
        [this](ChatRecord &chat, const auto &r) { return rename(chat, r.nickname); });
    serveCustomer<CustomerReadReceipt>([this](ChatRecord &chat, const auto &r) -> Result<void> {
        markRead(chat, chat.customer(), chat.indexOfCustomers(r.upTo));
        return {};
    });
    m_engine.serve<CustomerPresence>([this](const Caller &, const auto &r) -> Result<Done> {
        auto chat = customersChat(r.key);
        if (!chat)
            return std::unexpected(chat.error());
        (*chat)->hasSocket = r.connected;
        return Done{};
    });
    serveCustomersWords();
}

void Chats::serveCustomersWords()
{
    using namespace protocol;
    m_engine.serve<CustomerSend>([this](const Caller &, const auto &r) {
        auto what = utterance({ChatEventType::Message, r.message, r.messageType, {}, {}},
                              checkMessage(r.message, "message"));
        if (r.messageType && r.messageType->size() > limits::shortText) {
            what = failure(Reason::InvalidParams, "The message type is longer than 256 bytes.",
                           "messageType");
        }
        return customerSays(r.key, r.clientMessageId, r.position, std::move(what));
    });
    m_engine.serve<CustomerCustomNotice>([this](const Caller &, const auto &r) {
        return customerSays(r.key, r.clientMessageId, r.position,
                            utterance({ChatEventType::CustomNotice, r.message, {}, {}, {}},
                                      checkNotice(r.message, "message")));
    });
    m_engine.serve<CustomerPushUrl>([this](const Caller &, const auto &r) {
        return customerSays(
            r.key, r.clientMessageId, r.position,
            utterance({ChatEventType::PushUrl, r.url, {}, {}, {}}, checkAddress(r.url)));
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
    if (isMonitored(chat))
        reply.monitored = true;
    return reply;
}

Result<protocol::CustomerReply> Chats::customerSays(const protocol::CustomerKey &key,
                                                    const std::optional<std::string> &id,
                                                    std::optional<int> position,
                                                    Result<Utterance> what)
{
    auto found = customersChat(key);
    if (!found)
        return std::unexpected(found.error());
    auto &chat = **found;
    if (auto checked = checkKey(id); !checked)
        return std::unexpected(checked.error());
    // A repeat is answered alike, even when the chat has ended since.
    if (id && chat.keys.contains(keyHash("1\n" + *id)))
        return replyTo(chat, position);
    if (!what)
        return std::unexpected(what.error());
    if (chat.endedAt)
        return chatIsOver();
    what->key = id;
    happen(chat, chat.customer(), *what);
    if (what->type == ChatEventType::Message)
        tellStrategies(chat.id, "chat.message", *what->text);
    else if (what->type == ChatEventType::CustomNotice)
        tellStrategies(chat.id, "chat.notice", *what->text);
    return replyTo(chat, position);
}

Result<void> Chats::rename(ChatRecord &chat, const std::string &nickname)
{
    auto &customer = chat.customer();
    if (customer.nickname == nickname)
        return {};
    if (auto checked = checkNickname(nickname); !checked)
        return checked;
    if (chat.endedAt)
        return chatIsOver();
    chat.rename(customer, nickname);
    m_engine.write(updateParticipantNickname(chat.id, customer.participantId, nickname));
    happen(chat, customer, {ChatEventType::NicknameUpdated, nickname, {}, {}, {}});
    m_interactions.renameContact(chat.id, nickname);
    return {};
}

} // namespace tandem
