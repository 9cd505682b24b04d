// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/chatapi.h"

#include "domain/limits.h"
#include "gateway/chatfault.h"
#include "gateway/chatfields.h"

namespace tandem::gateway {

using namespace protocol;

namespace {

// The customer's transcriptPosition. "0" means no events, which the core knows no word for: the
// messages are dropped from its answer.
struct Position
{
    std::optional<int> from;
    bool wantsNone = false;
};

Position positionOf(const ChatCall &call)
{
    const auto number = numberField(call.fields, "transcriptPosition");
    if (!number)
        return {};
    if (*number <= 0) {
        // Over CometD, 0 asks for all (wire facts 1.1, "transcriptPosition semantics").
        const bool isCometd = !call.chatId;
        return {std::nullopt, !isCometd};
    }
    return {number, false};
}

CustomerKey keyOf(const ChatCall &call)
{
    CustomerKey key;
    if (call.chatId)
        key.chatId = InteractionId::fromText(*call.chatId).value_or(InteractionId{});
    key.secureKey = field(call.fields, "secureKey");
    return key;
}

} // namespace

void ChatApi::call(ChatCall call, Done done)
{
    if (auto fault = faultOf(call)) {
        return done({std::unexpected(*std::move(fault)), field(call.fields, "secureKey"),
                     field(call.fields, "clientMessageId")});
    }
    if (call.operation == ChatOperation::Start)
        start(call, std::move(done));
    else
        proceed(call, std::move(done));
}

void ChatApi::start(const ChatCall &call, Done done)
{
    CustomerStart start;
    start.service = call.service;
    start.nickname = nicknameOf(call.fields);
    start.subject = field(call.fields, "subject");
    start.emailAddress = optionalField(call.fields, "emailAddress");
    start.text = optionalField(call.fields, "text");
    if (start.text && isBlank(*start.text))
        start.text.reset();
    start.userData = userDataOf(call.fields);
    start.clientMessageId = optionalField(call.fields, "clientMessageId");
    if (start.clientMessageId) {
        const StartIdentity identity{start.service, *start.clientMessageId, start.nickname,
                                     start.subject, call.address};
        start.secureKey = m_keys.derived(identity);
        start.startScope = m_keys.scope(identity);
    } else {
        start.secureKey = m_keys.random();
    }
    auto key = start.secureKey;
    auto id = start.clientMessageId.value_or(std::string());
    m_core.ask(Caller::customer(), std::move(start),
               [done = std::move(done), key, id](Result<CustomerReply> reply) {
                   if (reply)
                       done({*std::move(reply), key, id});
                   else
                       done({std::unexpected(startFault(reply.error())), {}, id});
               });
}

template <class Request>
void ChatApi::ask(const ChatCall &call, Request request, Done done)
{
    const auto position = positionOf(call);
    request.key = keyOf(call);
    if constexpr (requires { request.position; })
        request.position = position.from;
    if constexpr (requires { request.clientMessageId; })
        request.clientMessageId = optionalField(call.fields, "clientMessageId");
    auto finish = [done = std::move(done), wantsNone = position.wantsNone,
                   secureKey = request.key.secureKey,
                   id = field(call.fields, "clientMessageId")](Result<CustomerReply> reply) {
        if (!reply)
            return done({std::unexpected(chatFault(reply.error())), secureKey, id});
        if (wantsNone)
            reply->messages.clear();
        done({*std::move(reply), secureKey, id});
    };
    m_core.ask(Caller::customer(), std::move(request), std::move(finish));
}

void ChatApi::proceed(const ChatCall &call, Done done)
{
    const auto text = [&](std::string_view name) { return field(call.fields, name); };
    const auto maybe = [&](std::string_view name) { return optionalField(call.fields, name); };
    switch (call.operation) {
    case ChatOperation::Send:
        return ask(call, CustomerSend{{}, text("message"), maybe("messageType"), {}, {}}, done);
    case ChatOperation::StartTyping:
        return ask(call, CustomerTyping{{}, true, {}, maybe("message")}, done);
    case ChatOperation::StopTyping: return ask(call, CustomerTyping{{}, false, {}, {}}, done);
    case ChatOperation::Disconnect: return ask(call, CustomerDisconnect{}, done);
    case ChatOperation::UpdateData:
        return ask(call, CustomerUpdateData{{}, userDataOf(call.fields), {}}, done);
    case ChatOperation::CustomNotice:
        return ask(call, CustomerCustomNotice{{}, text("message"), {}, {}}, done);
    case ChatOperation::PushUrl:
        return ask(call, CustomerPushUrl{{}, text("pushUrl"), {}, {}}, done);
    case ChatOperation::UpdateNickname:
        return ask(call, CustomerUpdateNickname{{}, nicknameOf(call.fields), {}}, done);
    case ChatOperation::ReadReceipt:
        return ask(
            call,
            CustomerReadReceipt{{}, numberField(call.fields, "transcriptPosition").value_or(0)},
            done);
    case ChatOperation::Survey:
        return ask(
            call,
            CustomerSurvey{{}, numberField(call.fields, "score").value_or(0), maybe("comment")},
            done);
    case ChatOperation::MailTranscript:
        return ask(call, CustomerMailTranscript{{}, text("emailAddress")}, done);
    case ChatOperation::Start:
    case ChatOperation::Refresh: break;
    }
    ask(call, CustomerRefresh{{}, {}, maybe("message")}, done);
}

} // namespace tandem::gateway
