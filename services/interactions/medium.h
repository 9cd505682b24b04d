// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/agentrecord.h"
#include "protocol/types.h"

#include <string>
#include <vector>

namespace tandem {

// How an agent is in a conversation: for all to see, or asked in confidence (unseen by the
// customer, heard by agents only).
enum class Presence { Visible, Hidden };

// What a channel (chat, later e-mail and others) does for the interactions of its media type. The
// lifecycle calls it within the job that changes the interaction. Core thread.
class Medium
{
public:
    virtual ~Medium() = default;

    virtual std::vector<protocol::Participant> participants(InteractionId id) const = 0;
    virtual std::vector<protocol::ChatEvent> lastEvents(InteractionId id,
                                                        std::size_t most) const = 0;
    // Again for one who is in it already: the presence changes.
    virtual void agentJoined(InteractionId id, const AgentRecord &agent, Presence presence) = 0;
    virtual void agentLeft(InteractionId id, AgentId agent) = 0;
    // The company says something to the customer: that the queue is closed, that an agent is gone.
    virtual void announce(InteractionId id, const std::string &text) = 0;
    // Answers the customer by itself, as an acknowledgement does. wrong_state where there is no
    // way.
    virtual Result<void> respond(InteractionId id, const std::string &text) = 0;
    // An agent ends the conversation. A medium that has one answers by
    // Interactions::conversationEnded().
    virtual void endConversation(InteractionId id) = 0;
    // The interaction is done and leaves memory.
    virtual void forget(InteractionId id) = 0;
};

} // namespace tandem
