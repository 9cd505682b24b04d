// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/protocol_export.h"
#include "protocol/types.h"

#include <variant>

// What has happened, as sessions hear it. A fact is stored; a signal (typing, SessionReplaced,
// SystemNotice) is not. Both come in one numbered stream.
namespace tandem::protocol {

struct AgentStateChanged
{
    static constexpr std::string_view name = "agent.stateChanged";
    AgentStatus agent;
    bool operator==(const AgentStateChanged &) const = default;
};
BOOST_DESCRIBE_STRUCT(AgentStateChanged, (), (agent))

struct InteractionOffered
{
    static constexpr std::string_view name = "interaction.offered";
    Interaction interaction;
    UtcTime expiresAt{};
    std::int64_t timeLeftMs = 0;
    bool operator==(const InteractionOffered &) const = default;
};
BOOST_DESCRIBE_STRUCT(InteractionOffered, (), (interaction, expiresAt, timeLeftMs))

// reason: timed_out, customer_left, withdrawn, accepted_elsewhere, connection_lost, rejected
struct OfferRevoked
{
    static constexpr std::string_view name = "interaction.offerRevoked";
    InteractionId interactionId;
    std::string reason;
    bool operator==(const OfferRevoked &) const = default;
};
BOOST_DESCRIBE_STRUCT(OfferRevoked, (), (interactionId, reason))

struct InteractionChanged
{
    static constexpr std::string_view name = "interaction.changed";
    Interaction interaction;
    bool operator==(const InteractionChanged &) const = default;
};
BOOST_DESCRIBE_STRUCT(InteractionChanged, (), (interaction))

// No longer this agent's: done, transferred, or put back into its queue (reason).
struct InteractionRemoved
{
    static constexpr std::string_view name = "interaction.removed";
    InteractionId interactionId;
    std::string reason;
    bool operator==(const InteractionRemoved &) const = default;
};
BOOST_DESCRIBE_STRUCT(InteractionRemoved, (), (interactionId, reason))

struct ChatEventHappened
{
    static constexpr std::string_view name = "chat.event";
    InteractionId interactionId;
    ChatEvent event;
    bool operator==(const ChatEventHappened &) const = default;
};
BOOST_DESCRIBE_STRUCT(ChatEventHappened, (), (interactionId, event))

// The same user signed in elsewhere; this session is over.
struct SessionReplaced
{
    static constexpr std::string_view name = "session.replaced";
    std::string reason;
    bool operator==(const SessionReplaced &) const = default;
};
BOOST_DESCRIBE_STRUCT(SessionReplaced, (), (reason))

struct SystemNotice
{
    static constexpr std::string_view name = "system.notice";
    std::string code;
    std::string message;
    bool operator==(const SystemNotice &) const = default;
};
BOOST_DESCRIBE_STRUCT(SystemNotice, (), (code, message))

using Fact = std::variant<AgentStateChanged, InteractionOffered, OfferRevoked, InteractionChanged,
                          InteractionRemoved, ChatEventHappened, SessionReplaced, SystemNotice>;

TANDEM_PROTOCOL_EXPORT std::string_view nameOf(const Fact &fact);
TANDEM_PROTOCOL_EXPORT std::string paramsOf(const Fact &fact); // JSON object
TANDEM_PROTOCOL_EXPORT Result<Fact> factFrom(std::string_view name, const json::Value &params);

} // namespace tandem::protocol
