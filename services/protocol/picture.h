// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/types.h"

#include <memory>
#include <string>

// Pictures of agents: PNG (ISO/IEC 15948), known by the SHA-256 of their bytes, so that whoever has
// one need not ask for it again.
namespace tandem::protocol {

// bytes: base64 (RFC 4648 section 4) of a PNG of at most 64 KiB, 16 to 512 pixels wide and high;
// absent: there is none from now on. userName: of another agent, by administrators.
struct AgentSetPicture
{
    static constexpr std::string_view name = "agent.setPicture";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = Done;

    std::optional<std::string> bytes;
    std::optional<std::string> userName;
};
BOOST_DESCRIBE_STRUCT(AgentSetPicture, (), (bytes, userName))

struct AgentPictureReply
{
    std::string bytes; // base64
};
BOOST_DESCRIBE_STRUCT(AgentPictureReply, (), (bytes))

// hash: as AgentStatus and the event ParticipantJoined tell it. not_found: nobody's any more.
struct AgentPicture
{
    static constexpr std::string_view name = "agent.picture";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = AgentPictureReply;

    std::string hash;
};
BOOST_DESCRIBE_STRUCT(AgentPicture, (), (hash))

struct CustomerPicture
{
    std::shared_ptr<const std::string> content;
};
BOOST_DESCRIBE_STRUCT(CustomerPicture, (), ())

// Whoever was told the hash may have it; not_found also where customers see no pictures.
struct CustomerAgentPicture
{
    static constexpr std::string_view name = "customer.agentPicture";
    static constexpr Policy policy = Policy::customer();
    using Reply = CustomerPicture;

    std::string hash;
};
BOOST_DESCRIBE_STRUCT(CustomerAgentPicture, (), (hash))

} // namespace tandem::protocol
