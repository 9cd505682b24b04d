// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/types.h"

// What becomes of transcripts when the interaction is done (docs/transcripts.md). Salts, hashes and
// signatures are lower-case hexadecimal.
namespace tandem::protocol {

// publicKey: PEM (RFC 7468, SubjectPublicKeyInfo of RFC 8410).
struct TranscriptKey
{
    std::string keyId;
    std::string publicKey;
    UtcTime madeAt{};

    bool operator==(const TranscriptKey &) const = default;
};
BOOST_DESCRIBE_STRUCT(TranscriptKey, (), (keyId, publicKey, madeAt))

// salt: absent where it was destroyed, since the event was redacted.
struct SealedEvent
{
    ChatEvent event;
    std::optional<std::string> salt;
    std::optional<std::string> leaf; // absent where there is no seal

    bool operator==(const SealedEvent &) const = default;
};
BOOST_DESCRIBE_STRUCT(SealedEvent, (), (event, salt, leaf))

struct TranscriptSeal
{
    int format = 1;
    std::int64_t events = 0;
    std::string chainHash;
    UtcTime endedAt{};
    UtcTime doneAt{};
    UtcTime sealedAt{};
    std::string keyId;
    std::string signature;

    bool operator==(const TranscriptSeal &) const = default;
};
BOOST_DESCRIBE_STRUCT(TranscriptSeal, (),
                      (format, events, chainHash, endedAt, doneAt, sealedAt, keyId, signature))

// That an event lost a text, whose hash (leafBefore) the seal holds; what is left of it has the
// hash leafAfter with this salt. index 0: all events were erased; nothing is left to have a hash.
struct TranscriptRedaction
{
    int index = 0;
    std::string leafBefore;
    std::string leafAfter;
    std::string salt;
    std::string reason;
    std::string author; // user name
    UtcTime time{};
    std::string keyId;
    std::string signature;

    bool operator==(const TranscriptRedaction &) const = default;
};
BOOST_DESCRIBE_STRUCT(TranscriptRedaction, (),
                      (index, leafBefore, leafAfter, salt, reason, author, time, keyId, signature))

// seal: absent where there is none (done before transcripts were sealed). keys: those that the
// signatures name.
struct TranscriptDocument
{
    int format = 1;
    InteractionId interactionId;
    std::vector<SealedEvent> events;
    std::vector<TranscriptRedaction> redactions;
    std::optional<TranscriptSeal> seal;
    std::vector<TranscriptKey> keys;

    bool operator==(const TranscriptDocument &) const = default;
};
BOOST_DESCRIBE_STRUCT(TranscriptDocument, (),
                      (format, interactionId, events, redactions, seal, keys))

// Of an interaction that is done; `wrong_state` while it is open. Kept for auditors.
struct TranscriptExport
{
    static constexpr std::string_view name = "transcript.export";
    static constexpr Policy policy =
        Policy::agents({Role::Supervisor, Role::Administrator, Role::Auditor});
    using Reply = TranscriptDocument;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(TranscriptExport, (), (interactionId))

enum class SealState {
    Sealed,   // whole, as it was signed
    Redacted, // whole, but for what was redacted, as it was signed
    Erased,   // the texts were erased, as it was signed
    Unsealed, // done before transcripts were sealed
    Broken    // something was changed
};
constexpr std::array<std::string_view, 5> namesOf(SealState)
{
    return {"sealed", "redacted", "erased", "unsealed", "broken"};
}

// findings: what is wrong, for people; with the event's index where it is one.
struct TranscriptFinding
{
    std::optional<int> index;
    std::string message;

    bool operator==(const TranscriptFinding &) const = default;
};
BOOST_DESCRIBE_STRUCT(TranscriptFinding, (), (index, message))

struct TranscriptVerifyReply
{
    SealState state = SealState::Unsealed;
    std::vector<TranscriptFinding> findings;
    std::vector<int> redacted; // indexes of events
    std::optional<std::string> keyId;
    std::optional<UtcTime> sealedAt;
};
BOOST_DESCRIBE_STRUCT(TranscriptVerifyReply, (), (state, findings, redacted, keyId, sealedAt))

// Tells nothing of what was said.
struct TranscriptVerify
{
    static constexpr std::string_view name = "transcript.verify";
    static constexpr Policy policy =
        Policy::agents({Role::Supervisor, Role::Administrator, Role::Auditor});
    using Reply = TranscriptVerifyReply;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(TranscriptVerify, (), (interactionId))

// Takes the text of an event out for ever, or of it `length` characters (code points) from the
// character `from` on, which is counted from 0. reason: 1 to 256 bytes. Kept for auditors.
struct TranscriptRedact
{
    static constexpr std::string_view name = "transcript.redact";
    static constexpr Policy policy = Policy::agents({Role::Supervisor, Role::Administrator});
    using Reply = Done;

    InteractionId interactionId;
    int index = 0;
    std::optional<int> from;
    std::optional<int> length;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(TranscriptRedact, (), (interactionId, index, from, length, reason))

struct TranscriptKeysReply
{
    std::vector<TranscriptKey> keys; // oldest first
    std::string current;             // the keyId of new seals
};
BOOST_DESCRIBE_STRUCT(TranscriptKeysReply, (), (keys, current))

struct TranscriptKeys
{
    static constexpr std::string_view name = "transcript.keys";
    static constexpr Policy policy =
        Policy::agents({Role::Supervisor, Role::Administrator, Role::Auditor});
    using Reply = TranscriptKeysReply;
};
BOOST_DESCRIBE_STRUCT(TranscriptKeys, (), ())

} // namespace tandem::protocol
