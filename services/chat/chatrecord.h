// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scheduler.h"
#include "protocol/customer.h"
#include "protocol/types.h"

#include <memory>
#include <unordered_map>
#include <vector>

namespace tandem {

struct ChatParticipant
{
    int participantId = 0;
    ParticipantType type = ParticipantType::Client;
    std::string nickname;
    AgentId agent;
    UtcTime joinedAt{};
    bool isPresent = true;
    bool isHidden = false; // asked in confidence: the customer knows nothing of it
    int readIndex = 0;     // of the last event that they said they have read
    std::optional<SupervisionMode> supervision = {}; // of a supervisor
    bool isSilent = false; // a supervisor who watches unseen: not even agents know

    protocol::Sender sender() const { return {participantId, nickname, type}; }
    // Who is told of coming and going; none: nobody.
    std::optional<Audience> knownTo() const
    {
        if (isSilent)
            return {};
        return isHidden ? Audience::Agents : Audience::Everyone;
    }
};

// A file that was sent in a chat, and is there.
struct ChatFile
{
    FileId id;
    int participantId = 0;
    std::string name;
    std::int64_t size = 0;
    std::string type;
    std::string hash;
    std::optional<std::string> thumbnailHash;
    Audience audience = Audience::Everyone;
};

// A chat in memory: its participants, its events in their one order, and what the customer may see
// of them with the customer's own counter.
struct ChatRecord
{
    InteractionId id;
    std::string service;
    std::string secureKeyHash;
    std::optional<std::int64_t> startKeyHash;
    std::string userId;
    std::uint64_t firstEventId = 0;
    std::uint64_t lastEventId = 0;
    std::vector<ChatParticipant> participants;
    std::vector<protocol::ChatEvent> events; // index - 1
    std::vector<std::shared_ptr<const protocol::CustomerEvent>> seenByCustomer;
    std::vector<int> knownToCustomer;         // participants, in the order in which they appeared
    std::unordered_map<int, int> typingShown; // participant -> index of it in seenByCustomer
    int nextCustomerIndex = 1;
    std::unordered_map<std::int64_t, int> keys; // hash of participant and key -> event index
    std::vector<ChatFile> files;
    int downloads = 0; // by the customer, since it is in memory
    std::optional<UtcTime> endedAt;
    bool hasSocket = false;
    SteadyTime lastSeen{};
    std::optional<protocol::Data> toldStanding; // what a socket was told last of the wait
    SteadyTime lastWord{};                      // when somebody last wrote
    int idleAlerts = 0;                         // since then
    bool isIdleWatched = false;

    ChatParticipant &customer() { return participants.front(); }
    ChatParticipant *present(AgentId agent);
    std::vector<AgentId> presentAgents() const;
    std::vector<protocol::ChatEvent> eventsFrom(int index, std::size_t most) const;
    // What the customer has not seen yet; position 0 gives nothing, 1 everything.
    std::vector<protocol::CustomerEvent> customerEventsFrom(int position) const;
    void addSeen(std::shared_ptr<const protocol::CustomerEvent> event);
    // The customer's own number of a participant, from 1 in the order in which the customer met
    // them: numbers have no gaps that would tell of who took part in confidence.
    int customersNumberOf(int participantId);
    // Typing that is over is of no use to anybody: one of each participant is kept.
    void dropTypingOf(int participantId);
    // What was said before shows the new name, too, as it does when it is read from the store.
    void rename(ChatParticipant &participant, const std::string &nickname);
    // The event of this index says this from now on.
    void redact(const protocol::ChatEvent &event);
    // The last event that the customer's number `customerIndex` or one before it stands for; 0 for
    // none. And the reverse: the customer's number of the last event up to `index` that they saw.
    int indexOfCustomers(int customerIndex) const;
    int customersIndexOf(int index) const;
};

} // namespace tandem
