// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scheduler.h"
#include "protocol/types.h"

#include <string>
#include <vector>

namespace tandem {

// An agent, the session if there is one, and what the agent has in hand.
struct AgentRecord
{
    AgentId id;
    std::string userName;
    std::string name;
    Roles roles;
    std::string passwordHash;
    int chatCapacity = 0;
    std::vector<protocol::AgentSkill> skills;

    SessionId session; // none: signed out
    std::string tokenHash;
    UtcTime expiresAt{};
    AgentState state = AgentState::LoggedOut;
    std::optional<std::string> reason;
    UtcTime stateSince{};
    bool connected = false;
    SteadyTime idleSince{};
    int handling = 0; // interactions
    int offers = 0;
    TimerId lostOfferTimer = TimerId::None;
    TimerId lostReturnTimer = TimerId::None;
    TimerId expiryTimer = TimerId::None;

    int load() const { return handling + offers; }
    bool mayTake() const
    {
        return session && connected && state == AgentState::Ready && load() < chatCapacity;
    }
    int level(const SkillId &skill) const
    {
        for (const auto &entry : skills) {
            if (entry.skillId == skill)
                return entry.level;
        }
        return 0;
    }
    bool meets(const std::vector<protocol::AgentSkill> &needed) const
    {
        for (const auto &need : needed) {
            if (level(need.skillId) < need.level)
                return false;
        }
        return true;
    }
};

} // namespace tandem
