// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/agentrecord.h"
#include "protocol/types.h"

#include <vector>

namespace tandem {

// What a channel (chat, later e-mail and others) does for the interactions of its media type. The
// lifecycle calls it within the job that changes the interaction. Core thread.
class Medium
{
public:
    virtual ~Medium() = default;

    virtual std::vector<protocol::Participant> participants(InteractionId id) const = 0;
    virtual std::vector<protocol::ChatEvent> lastEvents(InteractionId id,
                                                        std::size_t most) const = 0;
    virtual void agentJoined(InteractionId id, const AgentRecord &agent) = 0;
    virtual void agentLeft(InteractionId id, AgentId agent) = 0;
    // An agent ends the conversation. The medium answers by Interactions::conversationEnded().
    virtual void endConversation(InteractionId id) = 0;
    // The interaction is done and leaves memory.
    virtual void forget(InteractionId id) = 0;
};

} // namespace tandem
