// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/interaction.h"

namespace tandem::protocol {

struct ChatSendReply
{
    int index = 0;
};
BOOST_DESCRIBE_STRUCT(ChatSendReply, (), (index))

struct ChatSend
{
    static constexpr std::string_view name = "chat.send";
    static constexpr Policy policy = handlers;
    using Reply = ChatSendReply;

    InteractionId interactionId;
    std::string text;
    std::optional<Audience> audience; // everyone where absent
    std::optional<std::string> clientMessageId;
};
BOOST_DESCRIBE_STRUCT(ChatSend, (), (interactionId, text, audience, clientMessageId))

struct ChatTyping
{
    static constexpr std::string_view name = "chat.typing";
    static constexpr Policy policy = handlers;
    using Reply = Done;

    InteractionId interactionId;
    bool typing = true;
};
BOOST_DESCRIBE_STRUCT(ChatTyping, (), (interactionId, typing))

// url: shown as a card that the customer may open; http or https, at most 2,000 bytes.
struct ChatPushUrl
{
    static constexpr std::string_view name = "chat.pushUrl";
    static constexpr Policy policy = handlers;
    using Reply = ChatSendReply;

    InteractionId interactionId;
    std::string url;
    std::optional<std::string> clientMessageId;
};
BOOST_DESCRIBE_STRUCT(ChatPushUrl, (), (interactionId, url, clientMessageId))

// Something for the customer's client rather than for the customer.
struct ChatCustomNotice
{
    static constexpr std::string_view name = "chat.customNotice";
    static constexpr Policy policy = handlers;
    using Reply = ChatSendReply;

    InteractionId interactionId;
    std::string text;
    std::optional<std::string> clientMessageId;
};
BOOST_DESCRIBE_STRUCT(ChatCustomNotice, (), (interactionId, text, clientMessageId))

// The agent has read everything up to this event; less than before changes nothing.
struct ChatReadReceipt
{
    static constexpr std::string_view name = "chat.readReceipt";
    static constexpr Policy policy = handlers;
    using Reply = Done;

    InteractionId interactionId;
    int index = 0;
};
BOOST_DESCRIBE_STRUCT(ChatReadReceipt, (), (interactionId, index))

struct ChatEnd
{
    static constexpr std::string_view name = "chat.end";
    static constexpr Policy policy = handlers;
    using Reply = Interaction;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(ChatEnd, (), (interactionId))

struct ChatTranscriptReply
{
    std::vector<ChatEvent> events;
    int nextPosition = 1;
};
BOOST_DESCRIBE_STRUCT(ChatTranscriptReply, (), (events, nextPosition))

// Events from index `from` (1 where absent), at most 1,000 a reply.
struct ChatTranscript
{
    static constexpr std::string_view name = "chat.transcript";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = ChatTranscriptReply;

    InteractionId interactionId;
    std::optional<int> from;
};
BOOST_DESCRIBE_STRUCT(ChatTranscript, (), (interactionId, from))

} // namespace tandem::protocol
