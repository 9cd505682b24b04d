// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/session.h"

// The steps of signing in, between the authenticator and the service that keeps agents.
namespace tandem {

struct CredentialsReply
{
    AgentId agentId; // none: no such user
    std::string passwordHash;
};
BOOST_DESCRIBE_STRUCT(CredentialsReply, (), (agentId, passwordHash))

struct CredentialsOf
{
    static constexpr std::string_view name = "session.credentials";
    static constexpr Policy policy = Policy::system();
    using Reply = CredentialsReply;

    std::string user;
};
BOOST_DESCRIBE_STRUCT(CredentialsOf, (), (user))

struct SessionOpened
{
    SessionId sessionId;
    AgentId agentId;
    std::vector<Role> roles;
    protocol::Agent agent;
    std::vector<protocol::Choice> notReadyReasons;
    std::vector<protocol::Choice> dispositions;
    protocol::Snapshot snapshot;
};
BOOST_DESCRIBE_STRUCT(SessionOpened, (),
                      (sessionId, agentId, roles, agent, notReadyReasons, dispositions, snapshot))

// After the password was found right (passwordHash: what it was checked against).
struct SessionOpen
{
    static constexpr std::string_view name = "session.open";
    static constexpr Policy policy = Policy::system();
    using Reply = SessionOpened;

    AgentId agentId;
    std::string passwordHash;
    std::string tokenHash;
    std::optional<std::string> place;
};
BOOST_DESCRIBE_STRUCT(SessionOpen, (), (agentId, passwordHash, tokenHash, place))

struct SessionReconnect
{
    static constexpr std::string_view name = "session.reconnect";
    static constexpr Policy policy = Policy::system();
    using Reply = SessionOpened;

    std::string tokenHash;
};
BOOST_DESCRIBE_STRUCT(SessionReconnect, (), (tokenHash))

struct SessionDisconnect
{
    static constexpr std::string_view name = "session.disconnect";
    static constexpr Policy policy = Policy::system();
    using Reply = protocol::Done;

    SessionId sessionId;
};
BOOST_DESCRIBE_STRUCT(SessionDisconnect, (), (sessionId))

} // namespace tandem
