// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/names.h"

#include <array>

namespace tandem {

// What an agent is ready for, as the agent (or a rule, or a supervisor) set it.
enum class AgentState { LoggedOut, Ready, NotReady, AfterContactWork, DoNotDisturb };

constexpr std::array<std::string_view, 5> namesOf(AgentState)
{
    return {"logged_out", "ready", "not_ready", "after_contact_work", "do_not_disturb"};
}

} // namespace tandem
