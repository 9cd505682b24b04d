// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/transcript.h"
#include "store/database.h"

#include <functional>
#include <string>
#include <vector>

namespace tandem {

// A seal with what only the store keeps beside it: salt (empty: destroyed) and leaf of each event.
struct StoredSeal
{
    protocol::TranscriptSeal seal;
    std::vector<std::string> salts;
    std::vector<std::string> leaves;
};

// Rows of the tables transcript_*.
Write insertKey(const protocol::TranscriptKey &key); // unless it is there
Write insertSeal(InteractionId interaction, const StoredSeal &seal);
Write updateSalts(InteractionId interaction, const StoredSeal &seal);
Write insertRedaction(InteractionId interaction, int number,
                      const protocol::TranscriptRedaction &redaction);
Write updateEvent(InteractionId interaction, std::uint64_t firstEventId, std::uint64_t lastEventId,
                  const protocol::ChatEvent &event);

// A transcript as it is stored, with what is needed to change it.
struct StoredTranscript
{
    protocol::TranscriptDocument document;
    std::vector<std::string> salts;
    UtcTime endedAt{};
    UtcTime doneAt{};
    std::uint64_t firstEventId = 0;
    std::uint64_t lastEventId = 0;
};

Result<std::vector<protocol::TranscriptKey>> readKeys(Database &database);
// `not_found`: no conversation has this id; `wrong_state`: it is open.
Result<StoredTranscript> readStoredTranscript(Database &database, InteractionId interaction);

struct StoredFact
{
    std::uint64_t id = 0;
    std::string name;
    std::string payload;
};
// The facts about an interaction that is done, from the fact log; not those about others that only
// name it. Reads the log from the interaction's beginning to its end.
Result<void> readFactsOf(Database &database, InteractionId interaction,
                         const std::function<void(StoredFact)> &each);

} // namespace tandem
