// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/types.h"

namespace tandem::protocol {

struct AgentSetState
{
    static constexpr std::string_view name = "agent.setState";
    static constexpr Policy policy = Policy::agents({Role::Agent, Role::Supervisor});
    using Reply = AgentStatus;

    AgentState state = AgentState::NotReady;
    std::optional<std::string> channel;
    std::optional<std::string> reason; // a code of notReadyReasons
};
BOOST_DESCRIBE_STRUCT(AgentSetState, (), (state, channel, reason))

struct AgentListReply
{
    std::vector<AgentStatus> agents;
};
BOOST_DESCRIBE_STRUCT(AgentListReply, (), (agents))

// Team communicator: all agents with their states; filter is a part of the name.
struct AgentList
{
    static constexpr std::string_view name = "agent.list";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = AgentListReply;

    std::optional<std::string> filter;
};
BOOST_DESCRIBE_STRUCT(AgentList, (), (filter))

} // namespace tandem::protocol
