// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coreport.h"
#include "gateway/form.h"
#include "gateway/securekey.h"

#include <functional>
#include <optional>
#include <string>

namespace tandem::gateway {

enum class ChatOperation {
    Start,
    Refresh,
    Send,
    StartTyping,
    StopTyping,
    Disconnect,
    UpdateData,
    CustomNotice,
    PushUrl,
    UpdateNickname,
    ReadReceipt,
    Survey,
    MailTranscript
};

// One call of Chat API version 2 (wire facts 1.1, 1.2), whichever way it came in.
struct ChatCall
{
    ChatOperation operation = ChatOperation::Refresh;
    std::string service;
    std::optional<std::string> chatId; // absent where the secure key alone tells (CometD)
    Form fields;                       // attached data as "userData[key]"
    std::string address;               // of the peer
};

// Why a call was refused, in the terms of that API.
struct ChatFault
{
    int code = 0;
    std::string advice;
    bool isTransient = false; // statusCode 1: may be tried again
    bool hasEnded = false;    // the chat is over, or was never there
};

// What came of it. `secureKey` and `clientMessageId` are the call's own, for the answer.
struct ChatOutcome
{
    std::expected<protocol::CustomerReply, ChatFault> reply;
    std::string secureKey;
    std::string clientMessageId;
};

// Turns calls into the core's requests. Any thread; `done` comes once, on the releasing thread or
// at once.
class ChatApi
{
public:
    using Done = std::function<void(ChatOutcome)>;

    ChatApi(CorePort &core, SecureKeys &keys) : m_core(core), m_keys(keys) {}

    void call(ChatCall call, Done done);
    CorePort &core() { return m_core; }

private:
    void start(const ChatCall &call, Done done);
    void proceed(const ChatCall &call, Done done);
    template <class Request>
    void ask(const ChatCall &call, Request request, Done done);

    CorePort &m_core;
    SecureKeys &m_keys;
};

} // namespace tandem::gateway
