// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/role.h"

namespace tandem {

// Who may ask for something. Every request type has one; without it the request does not compile.
struct Policy
{
    // Customer: the front door on behalf of a customer, who shows a secure key.
    // System: the front door and the host themselves; never reachable by name from outside.
    enum class Who { Agents, Customer, System };

    Who who = Who::System;
    Roles roles;

    static constexpr Policy agents(Roles roles) { return {Who::Agents, roles}; }
    static constexpr Policy anyAgent()
    {
        return agents({Role::Agent, Role::Supervisor, Role::Administrator, Role::Auditor});
    }
    static constexpr Policy customer() { return {Who::Customer, {}}; }
    static constexpr Policy system() { return {Who::System, {}}; }
};

} // namespace tandem
