// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "domain/agentstate.h"
#include "domain/ids.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tandem::statistics {

// Somebody who has an interaction in hand; since when, where that is known.
struct Holder
{
    AgentId agent;
    std::optional<UtcTime> since;
};

struct OpenInteraction
{
    InteractionId id;
    std::string mediaType;
    QueueId queueId;
    bool isWaiting = false; // nobody has it
    UtcTime waitingSince{};
    std::vector<Holder> holders; // who has it, or is consulted; after contact work too
};

struct AgentNow
{
    AgentState state = AgentState::LoggedOut;
    UtcTime since{};
};

// How things are now, as the services that keep it tell it. Core thread.
class Present
{
public:
    virtual ~Present() = default;

    virtual std::optional<OpenInteraction> interaction(InteractionId id) const = 0;
    virtual void eachInteraction(const std::function<void(OpenInteraction)> &each) const = 0;
    virtual std::optional<AgentNow> agent(AgentId id) const = 0;
    // Whom the queue's steps name, all of them.
    virtual std::vector<AgentId> targets(const QueueId &queue) const = 0;
    // Whether the agent could take an interaction of any medium at once.
    virtual bool isFree(AgentId id) const = 0;
};

} // namespace tandem::statistics
