// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/chatevent.h"
#include "domain/interactionstate.h"
#include "protocol/facts.h"
#include "store/database.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tandem {

// A conversation's message as the store has it.
struct StoredMessage
{
    int index = 0;
    std::optional<int> customerIndex;
    ChatEventType type = ChatEventType::Message;
    std::string text;
    Audience audience = Audience::Everyone;
};

// What was promised, and what is stored, side by side: every acknowledgement is noted, every commit
// is read back.
class Ledger
{
public:
    explicit Ledger(Database &database) : m_database(database) {}

    // --- what clients saw
    // The text of each message is its own. index: by which agents see it, where it was told.
    void acknowledged(InteractionId chat, const std::string &text, std::optional<int> index);
    void submitted(const std::string &externalId, InteractionId id);
    void started(InteractionId chat);
    void fault(const std::string &text);

    // --- what the store says
    // After each commit: what is new in it.
    void read();
    // After all has come to rest: nothing that was acknowledged is missing.
    void checkPromises();

    const std::string &fault() const { return m_fault; } // the first; empty: none
    const std::vector<StoredMessage> &messages(InteractionId chat) { return m_messages[chat]; }
    std::optional<InteractionState> state(InteractionId id) const;
    std::size_t acknowledgedCount() const { return m_acknowledged.size(); }
    // How often interactions moved, by cause.
    using Moves = std::map<protocol::MoveCause, int>;
    const Moves &moves() const { return m_moves; }

private:
    void readFacts();
    void readMessages();
    void moved(const protocol::InteractionMoved &fact);
    void heard(const protocol::ChatEventHappened &fact);
    void checkRow(InteractionId id);

    struct Promise
    {
        InteractionId chat;
        std::optional<int> index;
    };

    Database &m_database;
    std::string m_fault;
    std::uint64_t m_lastFact = 0;
    std::uint64_t m_lastMessage = 0;
    std::map<InteractionId, InteractionState> m_states; // by replaying the facts
    std::map<InteractionId, QueueId> m_queues;
    Moves m_moves;
    std::set<InteractionId> m_touched; // since the last reading
    std::map<InteractionId, std::vector<StoredMessage>> m_messages;
    std::map<std::string, Promise> m_acknowledged; // by text
    std::map<std::string, InteractionId> m_submitted;
    std::set<InteractionId> m_started;
};

} // namespace tandem
