// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "protocol/session.h"

// A small company for tests: Alice answers, Maria asks.
namespace tandem::company {

inline constexpr AgentId alice{11};
inline constexpr AgentId bob{12};
inline constexpr InteractionId maria{101};
inline constexpr InteractionId jonas{102};

class TestClock final : public Clock
{
public:
    Now now() const override { return m_now; }
    void advance(Ms by)
    {
        m_now.utc += by;
        m_now.steady += by;
    }

private:
    Now m_now{utcFromMs(1'750'000'000'000), SteadyTime(Ms(1'000'000))};
};

inline protocol::Interaction interaction(InteractionId id, const std::string &contact, UtcTime at)
{
    protocol::Interaction made;
    made.id = id;
    made.mediaType = "chat";
    made.type = "inbound";
    made.state = InteractionState::Handling;
    made.queueId = "support";
    made.queueName = "Support";
    made.subject = "Order never arrived";
    made.contact.name = contact;
    made.agentId = alice;
    made.participants = {{1, contact, ParticipantType::Client, {}},
                         {2, "Alice", ParticipantType::Agent, alice}};
    made.createdAt = at;
    made.queuedAt = at;
    made.acceptedAt = at;
    return made;
}

inline protocol::ChatEvent says(int index, int participant, const std::string &text, UtcTime at)
{
    protocol::ChatEvent event;
    event.index = index;
    event.type = ChatEventType::Message;
    event.from = participant == 1 ? protocol::Sender{1, "Maria", ParticipantType::Client}
                                  : protocol::Sender{2, "Alice", ParticipantType::Agent};
    event.text = text;
    event.time = at;
    return event;
}

inline protocol::ChatEvent joins(int index, int participant, UtcTime at)
{
    auto event = says(index, participant, {}, at);
    event.type = ChatEventType::ParticipantJoined;
    event.text.reset();
    return event;
}

inline protocol::Welcome welcome(UtcTime at)
{
    protocol::Welcome made;
    made.sessionToken = "token-1";
    made.agent = {alice, "alice", "Alice Lindqvist", {Role::Agent}, {{"chat", 0, 3}}, {}};
    made.notReadyReasons = {{"lunch", "Lunch"}};
    made.dispositions = {{"solved", "Solved"}};
    made.snapshot.agent = {alice, "alice", "Alice Lindqvist", AgentState::Ready, {},
                           at,    true,    {{"chat", 0, 3}}};
    return made;
}

} // namespace tandem::company
