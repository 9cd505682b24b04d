// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "domain/role.h"

namespace tandem {

// Who asks. The front door and LocalLink know it from the session, never from the request.
struct Caller
{
    enum class Kind { Agent, Customer, System };

    Kind kind = Kind::System;
    SessionId session;
    AgentId agent;
    Roles roles;

    static Caller system() { return {}; }
    static Caller customer() { return {Kind::Customer, {}, {}, {}}; }
};

} // namespace tandem
