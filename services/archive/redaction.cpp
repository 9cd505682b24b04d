// SPDX-License-Identifier: GPL-3.0-or-later
// How a passage is taken out of a transcript.
#include "archive/archive.h"

#include "archive/canonical.h"
#include "archive/verification.h"
#include "domain/limits.h"
#include "protocol/facts.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr std::string_view placeholder = "[redacted]";

constexpr Statement updateFact{"UPDATE event SET payload = ? WHERE id = ?"};
constexpr Statement selectSteps{
    "SELECT t.session_id, t.number, t.data, t.step FROM strategy_session s "
    "JOIN strategy_step t ON t.session_id = s.id WHERE s.interaction_id = ?"};
constexpr Statement deleteStep{"DELETE FROM strategy_step WHERE session_id = ? AND number = ?"};
constexpr Statement forgetSessions{"UPDATE strategy_session SET stored = NULL, lasting = '[]' "
                                   "WHERE interaction_id = ? AND ended_at IS NOT NULL"};

// Byte of the character that `count` characters from `at` begin; npos where there are fewer.
std::size_t behind(const std::string &text, std::size_t at, int count)
{
    for (; count > 0 && at < text.size(); --count) {
        do
            ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    }
    return count == 0 ? at : std::string::npos;
}

// The event without the passage.
Result<protocol::ChatEvent> without(protocol::ChatEvent event,
                                    const protocol::TranscriptRedact &request)
{
    const bool isWhole = !request.from && !request.length;
    if (isWhole) {
        if (!event.text && event.userData.empty())
            return failure(Reason::WrongState, "This event has no text.", "index");
        if (event.text)
            event.text = placeholder;
        event.userData.clear();
        return event;
    }
    const int from = request.from.value_or(0);
    if (from < 0 || request.length.value_or(1) < 1)
        return failure(Reason::InvalidParams, "A passage has at least one character.", "length");
    auto text = event.text.value_or(std::string());
    const auto begin = behind(text, 0, from);
    const auto end = begin == std::string::npos || !request.length
                         ? text.size()
                         : behind(text, begin, *request.length);
    if (begin >= end || end == std::string::npos)
        return failure(Reason::InvalidParams, "The text is shorter than that.", "length");
    event.text = text.replace(begin, end - begin, placeholder);
    return event;
}

std::string escaped(const std::string &text)
{
    const auto quoted = json::toText(text);
    return quoted.substr(1, quoted.size() - 2);
}

// The fact says the same as the transcript; none where it is another one.
std::optional<std::string> factWith(const StoredFact &fact, const protocol::ChatEvent &event)
{
    if (fact.name != protocol::ChatEventHappened::name)
        return std::nullopt;
    auto happened = json::fromText<protocol::ChatEventHappened>(fact.payload);
    if (!happened || happened->event.index != event.index)
        return std::nullopt;
    happened->event.text = event.text;
    happened->event.userData = event.userData;
    return json::toText(*happened);
}

Result<void> checkReason(const std::string &reason)
{
    if (reason.empty() || reason.size() > limits::shortText)
        return failure(Reason::InvalidParams, "A reason has 1 to 256 bytes.", "reason");
    return {};
}

} // namespace

// What was read for a redaction.
struct Archive::Found
{
    StoredTranscript transcript;
    std::vector<StoredFact> facts;
    std::vector<std::pair<std::int64_t, std::int64_t>> steps; // of strategies that heard the text
};

Result<Engine::Outcome> Archive::redact(const Caller &caller,
                                        const protocol::TranscriptRedact &request)
{
    if (auto checked = checkReason(request.reason); !checked)
        return std::unexpected(checked.error());
    if (!m_key)
        return failure(Reason::WrongState, "This server has no key to sign with.");
    const auto id = request.interactionId;
    if (!m_inWork.insert(id).second)
        return failure(Reason::Busy, "This transcript is being redacted; try again in a second.");
    auto later = std::make_shared<Engine::Later>();
    m_engine.look([request](Database &database) { return look(database, request); },
                  [this, caller, request, later](Result<AnyValue> read) {
                      m_inWork.erase(request.interactionId);
                      if (read)
                          read = redactFound(caller, request, *read->as<std::shared_ptr<Found>>());
                      m_engine.give(later, std::move(read));
                  });
    return Engine::Outcome(later);
}

Result<AnyValue> Archive::look(Database &database, const protocol::TranscriptRedact &request)
{
    auto transcript = readStoredTranscript(database, request.interactionId);
    if (!transcript)
        return std::unexpected(transcript.error());
    const auto &events = transcript->document.events;
    if (request.index < 1 || request.index > static_cast<int>(events.size()))
        return failure(Reason::NotFound, "There is no such event.", "index");
    const auto text =
        events[static_cast<std::size_t>(request.index - 1)].event.text.value_or(std::string());
    const auto found = std::make_shared<Found>();
    found->transcript = std::move(*transcript);
    auto read = readFactsOf(database, request.interactionId, [&](StoredFact fact) {
        if (fact.name == protocol::ChatEventHappened::name)
            found->facts.push_back(std::move(fact));
    });
    const auto once = escaped(text);
    const auto twice = escaped(once);
    const auto says = [&](const std::string &json) {
        return json.find(once) != std::string::npos || json.find(twice) != std::string::npos;
    };
    if (read && !text.empty()) {
        read = database.query(selectSteps, {sql(request.interactionId)}, [&](const Row &row) {
            if (says(row.text(2)) || says(row.text(3)))
                found->steps.emplace_back(row.number(0), row.number(1));
        });
    }
    if (!read)
        return std::unexpected(read.error());
    return AnyValue::of(found);
}

StoredSeal Archive::sealFound(StoredTranscript &transcript)
{
    auto &document = transcript.document;
    StoredSeal stored;
    if (document.seal) {
        stored.seal = *document.seal;
        stored.salts = transcript.salts;
        for (const auto &event : document.events)
            stored.leaves.push_back(event.leaf.value_or(std::string()));
        return stored;
    }
    std::vector<protocol::ChatEvent> events;
    for (const auto &sealed : document.events)
        events.push_back(sealed.event);
    stored = sealOf(document.interactionId, events, transcript.endedAt, transcript.doneAt);
    m_engine.write(insertSeal(document.interactionId, stored));
    return stored;
}

void Archive::sign(InteractionId interaction, protocol::TranscriptRedaction &redaction) const
{
    redaction.time = m_engine.now().utc;
    redaction.keyId = m_key->id();
    redaction.signature = m_key->sign(canonical::statement(interaction, redaction));
}

Result<AnyValue> Archive::redactFound(const Caller &caller,
                                      const protocol::TranscriptRedact &request, Found &found)
{
    auto &transcript = found.transcript;
    auto &document = transcript.document;
    const auto id = document.interactionId;
    // What is left is signed anew: only where it is what was signed before.
    if (verify(document).state == protocol::SealState::Broken)
        return failure(Reason::Conflict, "This transcript is not as it was sealed; verify it.");
    const auto place = static_cast<std::size_t>(request.index - 1);
    const auto event = without(document.events[place].event, request);
    if (!event)
        return std::unexpected(event.error());
    auto seal = sealFound(transcript);
    protocol::TranscriptRedaction redaction;
    redaction.index = request.index;
    redaction.leafBefore = seal.leaves[place];
    for (const auto &earlier : document.redactions) {
        if (earlier.index == request.index)
            redaction.leafBefore = earlier.leafAfter;
    }
    redaction.salt = newSalt();
    redaction.leafAfter = canonical::leaf(redaction.salt, id, *event);
    redaction.reason = request.reason;
    redaction.author = m_site.authorOf(caller).userName;
    sign(id, redaction);
    seal.salts[place].clear();
    m_engine.write(updateSalts(id, seal));
    m_engine.write(
        insertRedaction(id, static_cast<int>(document.redactions.size()) + 1, redaction));
    m_engine.write(updateEvent(id, transcript.firstEventId, transcript.lastEventId, *event));
    for (const auto &fact : found.facts) {
        if (const auto payload = factWith(fact, *event))
            m_engine.write(write(updateFact, *payload, fact.id));
    }
    for (const auto &[session, number] : found.steps)
        m_engine.write(write(deleteStep, session, number));
    m_engine.write(write(forgetSessions, id));
    m_cleaning.clean(); // the store's log still has the text
    m_chats.redact(id, *event);
    m_site.audit(caller, std::string(protocol::TranscriptRedact::name),
                 "Event " + std::to_string(request.index) + " of " + id.text()
                     + " redacted: " + request.reason);
    return AnyValue::of(protocol::Done{});
}

void Archive::signErasure(InteractionId interaction, const StoredTranscript &transcript,
                          const std::string &reason, const std::string &author)
{
    const auto &document = transcript.document;
    const bool isSigned = std::ranges::any_of(
        document.redactions, [](const auto &earlier) { return earlier.index == 0; });
    if (!document.seal || !m_key || isSigned)
        return;
    protocol::TranscriptRedaction redaction;
    redaction.leafBefore = document.seal->chainHash;
    redaction.reason = reason;
    redaction.author = author;
    sign(interaction, redaction);
    m_engine.write(
        insertRedaction(interaction, static_cast<int>(document.redactions.size()) + 1, redaction));
}

} // namespace tandem
