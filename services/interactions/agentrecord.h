// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scheduler.h"
#include "domain/expression.h"
#include "protocol/explanation.h"
#include "protocol/site.h"
#include "protocol/types.h"

#include <string>
#include <vector>

namespace tandem {

// What an agent has in hand of a medium, and may have.
struct ChannelRecord
{
    std::string mediaType;
    int most = 0; // 0: not by the capacity rule, or not at this place
    int weight = 1;
    int handling = 0;
    int offers = 0;
    std::optional<AgentState> state; // where it differs from the agent's
    std::optional<std::string> reason;

    int inHand() const { return handling + offers; }
};

// An agent, the session if there is one, and what the agent has in hand.
struct AgentRecord
{
    AgentId id;
    std::string userName;
    std::string name;
    std::optional<std::string> picture; // its hash
    Roles roles;
    std::vector<protocol::AgentSkill> skills;
    std::vector<std::string> groups;
    std::optional<std::string> calendar;
    std::optional<int> totalWeight;
    std::optional<Expression> capacityExpression;
    std::vector<ChannelRecord> channels;

    SessionId session; // none: signed out
    std::string tokenHash;
    UtcTime expiresAt{};
    std::optional<std::string> place;
    AgentState state = AgentState::LoggedOut;
    std::optional<std::string> reason;
    UtcTime stateSince{};
    SteadyTime stateSteady{};
    bool connected = false;
    SteadyTime idleSince{};
    SteadyTime lastActive{};
    int missed = 0; // offers in a row
    TimerId lostOfferTimer = TimerId::None;
    TimerId lostReturnTimer = TimerId::None;
    TimerId expiryTimer = TimerId::None;
    TimerId afterWorkTimer = TimerId::None;
    TimerId inactivityTimer = TimerId::None;
    TimerId shiftTimer = TimerId::None;

    ChannelRecord *channel(std::string_view mediaType);
    const ChannelRecord *channel(std::string_view mediaType) const;
    // Interactions and offers of all media.
    int inHand() const;
    // Share of the capacity in use, 0 to 1: by weight where the rule has a total, else by count.
    double load() const;
    AgentState stateOf(const ChannelRecord &channel) const { return channel.state.value_or(state); }
    // Whether the capacity rule allows one more of it.
    bool hasRoom(std::string_view mediaType) const;
    // Candidate where the agent may be offered one more of it now, otherwise why not.
    protocol::Verdict verdict(std::string_view mediaType) const;
    bool mayTake(std::string_view mediaType) const
    {
        return verdict(mediaType) == protocol::Verdict::Candidate;
    }
    bool mayTakeAnything() const;
    int level(std::string_view skill) const;
    bool isInGroup(std::string_view group) const;
    // Every member of the target holds.
    bool isTargetOf(const protocol::RoutingTarget &target,
                    const std::optional<Expression> &expression) const;
};

} // namespace tandem
