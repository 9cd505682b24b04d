// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/types.h"

namespace tandem::protocol {

inline constexpr Policy administrators = Policy::agents({Role::Administrator});

struct AddUserReply
{
    AgentId agentId;
};
BOOST_DESCRIBE_STRUCT(AddUserReply, (), (agentId))

// password travels here; the authenticator replaces it by its Argon2id hash before the core.
struct AdminAddUser
{
    static constexpr std::string_view name = "admin.addUser";
    static constexpr Policy policy = administrators;
    using Reply = AddUserReply;

    std::string user;
    std::string displayName;
    std::string password;
    std::vector<Role> roles; // agent where empty
    std::vector<AgentSkill> skills;
    std::optional<int> chatCapacity; // 3 where absent
};
BOOST_DESCRIBE_STRUCT(AdminAddUser, (), (user, displayName, password, roles, skills, chatCapacity))

// Ends the sessions of that user.
struct AdminSetPassword
{
    static constexpr std::string_view name = "admin.setPassword";
    static constexpr Policy policy = administrators;
    using Reply = Done;

    std::string user;
    std::string password;
};
BOOST_DESCRIBE_STRUCT(AdminSetPassword, (), (user, password))

} // namespace tandem::protocol
