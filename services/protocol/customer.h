// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/types.h"

// What a customer may ask, with the meaning of Chat API version 2 (wire facts 1.1, 1.2). REST and
// CometD are two ways to these.
namespace tandem::protocol {

// index: the customer's own counter; counts what customers may see, typing included.
struct CustomerEvent
{
    Sender from;
    int index = 0;
    ChatEventType type = ChatEventType::Message;
    std::optional<std::string> text;
    std::optional<std::string> messageType;
    std::int64_t utcTime = 0; // ms since 1970
    Data userData;

    bool operator==(const CustomerEvent &) const = default;
};
BOOST_DESCRIBE_STRUCT(CustomerEvent, (), (from, index, type, text, messageType, utcTime, userData))

struct CustomerReply
{
    InteractionId chatId;
    std::string alias;
    std::string userId;
    std::string secureKey; // only in the answer to a start
    std::vector<CustomerEvent> messages;
    // Absent where no messages were asked for: who goes on from it would miss some.
    std::optional<int> nextPosition;
    bool chatEnded = false;
    // While waiting: queuePosition (from 1), estimatedWaitMs. readPosition: the customer's last
    // event that an agent has read.
    std::optional<Data> userData;
    std::optional<bool> monitored; // somebody reads along, and customers were told that it may be
};
BOOST_DESCRIBE_STRUCT(CustomerReply, (),
                      (chatId, alias, userId, secureKey, messages, nextPosition, chatEnded,
                       userData, monitored))

// Which conversation, and the proof that it is the caller's. chatId is absent where the secure
// key alone tells (CometD). A wrong key and an unknown chat are answered alike: not_found.
struct CustomerKey
{
    std::optional<InteractionId> chatId;
    std::string secureKey;
};
BOOST_DESCRIBE_STRUCT(CustomerKey, (), (chatId, secureKey))

// secureKey: made by the front door from the system's generator, or derived from clientMessageId
// so that a repeat is answered alike. startScope: what the key of a start is unique within.
struct CustomerStart
{
    static constexpr std::string_view name = "customer.start";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    std::string service;
    std::string nickname;
    std::string subject;
    std::optional<std::string> emailAddress;
    std::optional<std::string> text;
    Data userData;
    std::optional<std::string> clientMessageId;
    std::string startScope;
    std::string secureKey;
};
BOOST_DESCRIBE_STRUCT(CustomerStart, (),
                      (service, nickname, subject, emailAddress, text, userData, clientMessageId,
                       startScope, secureKey))

// Everything from `position` on; absent or 1: all. Tells also that the customer is there. preview:
// what the customer has typed so far; agents see it where the rules say so.
struct CustomerRefresh
{
    static constexpr std::string_view name = "customer.refresh";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    std::optional<int> position;
    std::optional<std::string> preview;
};
BOOST_DESCRIBE_STRUCT(CustomerRefresh, (), (key, position, preview))

// position absent: the reply carries no messages.
struct CustomerSend
{
    static constexpr std::string_view name = "customer.send";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    std::string message;
    std::optional<std::string> messageType;
    std::optional<int> position;
    std::optional<std::string> clientMessageId;
};
BOOST_DESCRIBE_STRUCT(CustomerSend, (), (key, message, messageType, position, clientMessageId))

struct CustomerTyping
{
    static constexpr std::string_view name = "customer.typing";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    bool typing = true;
    std::optional<int> position;
    std::optional<std::string> preview;
};
BOOST_DESCRIBE_STRUCT(CustomerTyping, (), (key, typing, position, preview))

// Something for the agents' clients rather than for the agents.
struct CustomerCustomNotice
{
    static constexpr std::string_view name = "customer.customNotice";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    std::string message;
    std::optional<int> position;
    std::optional<std::string> clientMessageId;
};
BOOST_DESCRIBE_STRUCT(CustomerCustomNotice, (), (key, message, position, clientMessageId))

// url: http or https, at most 2,000 bytes.
struct CustomerPushUrl
{
    static constexpr std::string_view name = "customer.pushUrl";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    std::string url;
    std::optional<int> position;
    std::optional<std::string> clientMessageId;
};
BOOST_DESCRIBE_STRUCT(CustomerPushUrl, (), (key, url, position, clientMessageId))

struct CustomerUpdateNickname
{
    static constexpr std::string_view name = "customer.updateNickname";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    std::string nickname;
    std::optional<int> position;
};
BOOST_DESCRIBE_STRUCT(CustomerUpdateNickname, (), (key, nickname, position))

// The customer has read everything up to the event of this number of theirs; less than before
// changes nothing.
struct CustomerReadReceipt
{
    static constexpr std::string_view name = "customer.readReceipt";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    int upTo = 0;
};
BOOST_DESCRIBE_STRUCT(CustomerReadReceipt, (), (key, upTo))

struct CustomerDisconnect
{
    static constexpr std::string_view name = "customer.disconnect";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    std::optional<int> position;
};
BOOST_DESCRIBE_STRUCT(CustomerDisconnect, (), (key, position))

struct CustomerUpdateData
{
    static constexpr std::string_view name = "customer.updateData";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    Data userData;
    std::optional<int> position;
};
BOOST_DESCRIBE_STRUCT(CustomerUpdateData, (), (key, userData, position))

// What the customer thinks of it: score 1 to 5, the best; comment at most 2,000 bytes. While the
// chat goes on and for 15 minutes after its end; again replaces it.
struct CustomerSurvey
{
    static constexpr std::string_view name = "customer.survey";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    int score = 0;
    std::optional<std::string> comment;
};
BOOST_DESCRIBE_STRUCT(CustomerSurvey, (), (key, score, comment))

// The transcript, as customers see it, is to be mailed to them when the chat has ended. As long as
// a survey may be answered; repeated for the same address: once.
struct CustomerMailTranscript
{
    static constexpr std::string_view name = "customer.mailTranscript";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerReply;

    CustomerKey key;
    std::string emailAddress;
};
BOOST_DESCRIBE_STRUCT(CustomerMailTranscript, (), (key, emailAddress))

// The customer has (or no longer has) a live socket; may be repeated. 45 s without one and without
// a request is "gone".
struct CustomerPresence
{
    static constexpr std::string_view name = "customer.presence";
    static constexpr Policy policy = Policy::customer();
    using Reply = Done;

    CustomerKey key;
    bool connected = true;
};
BOOST_DESCRIBE_STRUCT(CustomerPresence, (), (key, connected))

} // namespace tandem::protocol
