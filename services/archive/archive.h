// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/archivestore.h"
#include "archive/signingkey.h"
#include "chat/chats.h"
#include "core/storecleaning.h"
#include "interactions/interactions.h"
#include "site/site.h"

#include <set>

namespace tandem {

// What becomes of a transcript when its interaction is done: it is hash-chained and signed in the
// same commit, exported, verified, and redacted so that what is left stays provable
// (docs/transcripts.md). Core thread.
class Archive final : public StoredState
{
public:
    Archive(Engine &engine, StoreCleaning &cleaning, Site &site, Interactions &interactions,
            Chats &chats);

    // Before the first job. Without a key nothing is sealed, and nothing can be redacted.
    void signWith(SigningKey key) { m_key = std::move(key); }
    // That others can verify with it, now and when another key has taken its place.
    std::vector<Write> missingKey(UtcTime now) const;

    Result<void> load(Database &database) override;

    // For erasure: a signed word that all events of this transcript lost their texts.
    void signErasure(InteractionId interaction, const StoredTranscript &transcript,
                     const std::string &reason, const std::string &author);

private:
    void sealWhatIsDone();
    void seal(InteractionId interaction, const protocol::Interaction &view);
    // Of these events, as they are; signed.
    StoredSeal sealOf(InteractionId interaction, const std::vector<protocol::ChatEvent> &events,
                      UtcTime endedAt, UtcTime doneAt);
    std::string newSalt();
    Result<Engine::Outcome> exported(const Caller &caller,
                                     const protocol::TranscriptExport &request);
    Result<Engine::Outcome> verified(const protocol::TranscriptVerify &request) const;
    Result<Engine::Outcome> keys() const;
    // --- redaction.cpp
    Result<Engine::Outcome> redact(const Caller &caller, const protocol::TranscriptRedact &request);
    struct Found;
    static Result<AnyValue> look(Database &database, const protocol::TranscriptRedact &request);
    Result<AnyValue> redactFound(const Caller &caller, const protocol::TranscriptRedact &request,
                                 Found &found);
    // Makes the seal that is missing; gives it as it is stored.
    StoredSeal sealFound(StoredTranscript &transcript);
    void sign(InteractionId interaction, protocol::TranscriptRedaction &redaction) const;

    Engine &m_engine;
    StoreCleaning &m_cleaning;
    Site &m_site;
    Interactions &m_interactions;
    Chats &m_chats;
    std::optional<SigningKey> m_key;
    std::vector<std::pair<InteractionId, protocol::Interaction>> m_done; // in this job
    std::set<InteractionId> m_inWork;                                    // being redacted
};

} // namespace tandem
