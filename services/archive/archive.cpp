// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/archive.h"

#include "archive/canonical.h"
#include "archive/verification.h"
#include "base/hash.h"
#include "interactions/notices.h"

#include <array>
#include <limits>
#include <utility>

namespace tandem {

namespace {

constexpr std::size_t saltBytes = 16;

} // namespace

Archive::Archive(Engine &engine, StoreCleaning &cleaning, Site &site, Interactions &interactions,
                 Chats &chats)
    : m_engine(engine),
      m_cleaning(cleaning),
      m_site(site),
      m_interactions(interactions),
      m_chats(chats)
{
    using namespace protocol;
    engine.add(*this);
    engine.hear<InteractionDone>([this](const InteractionDone &notice) {
        if (const auto *record = m_interactions.find(notice.interaction); record && m_key)
            m_done.emplace_back(notice.interaction, record->view);
    });
    // At the end of the job: whatever else it says belongs to the transcript, too.
    engine.whenSettling([this] {
        sealWhatIsDone();
        return false;
    });
    engine.servePlanned<TranscriptExport>(
        [this](const auto &caller, const auto &request) { return exported(caller, request); });
    engine.servePlanned<TranscriptVerify>(
        [this](const auto &, const auto &request) { return verified(request); });
    engine.servePlanned<protocol::TranscriptKeys>(
        [this](const auto &, const auto &) { return keys(); });
    engine.servePlanned<TranscriptRedact>(
        [this](const auto &caller, const auto &request) { return redact(caller, request); });
}

Result<void> Archive::load(Database &)
{
    m_done.clear();
    m_inWork.clear();
    return {};
}

std::vector<Write> Archive::missingKey(UtcTime now) const
{
    if (!m_key)
        return {};
    return {insertKey({m_key->id(), m_key->publicPem(), now})};
}

void Archive::sealWhatIsDone()
{
    for (const auto &[id, view] : std::exchange(m_done, {}))
        seal(id, view);
}

void Archive::seal(InteractionId interaction, const protocol::Interaction &view)
{
    const auto events = m_chats.lastEvents(interaction, std::numeric_limits<std::size_t>::max());
    if (events.empty())
        return;
    const auto doneAt = view.doneAt.value_or(m_engine.now().utc);
    m_engine.write(insertSeal(interaction,
                              sealOf(interaction, events, view.endedAt.value_or(doneAt), doneAt)));
}

std::string Archive::newSalt()
{
    std::array<unsigned char, saltBytes> salt{};
    m_engine.fillRandom(salt);
    return toHex({reinterpret_cast<const char *>(salt.data()), salt.size()});
}

StoredSeal Archive::sealOf(InteractionId interaction,
                           const std::vector<protocol::ChatEvent> &events, UtcTime endedAt,
                           UtcTime doneAt)
{
    StoredSeal stored;
    for (const auto &event : events) {
        stored.salts.push_back(newSalt());
        stored.leaves.push_back(canonical::leaf(stored.salts.back(), interaction, event));
    }
    auto &seal = stored.seal;
    seal.events = static_cast<std::int64_t>(events.size());
    seal.chainHash = canonical::chain(stored.leaves);
    seal.endedAt = endedAt;
    seal.doneAt = doneAt;
    seal.sealedAt = m_engine.now().utc;
    seal.keyId = m_key->id();
    seal.signature = m_key->sign(canonical::statement(interaction, seal));
    return stored;
}

Result<Engine::Outcome> Archive::exported(const Caller &caller,
                                          const protocol::TranscriptExport &request)
{
    const auto id = request.interactionId;
    auto later = std::make_shared<Engine::Later>();
    m_engine.look(
        [id](Database &database) -> Result<AnyValue> {
            auto transcript = readStoredTranscript(database, id);
            if (!transcript)
                return std::unexpected(transcript.error());
            return AnyValue::of(std::move(transcript->document));
        },
        [this, caller, id, later](Result<AnyValue> read) {
            if (read)
                m_site.audit(caller, std::string(protocol::TranscriptExport::name),
                             "Transcript of " + id.text() + " exported");
            m_engine.give(later, std::move(read));
        });
    return Engine::Outcome(later);
}

Result<Engine::Outcome> Archive::verified(const protocol::TranscriptVerify &request) const
{
    return Engine::Outcome(
        Engine::Reading([id = request.interactionId](Database &database) -> Result<AnyValue> {
            const auto transcript = readStoredTranscript(database, id);
            if (!transcript)
                return std::unexpected(transcript.error());
            return AnyValue::of(verify(transcript->document));
        }));
}

Result<Engine::Outcome> Archive::keys() const
{
    return Engine::Outcome(Engine::Reading(
        [current = m_key ? m_key->id() : std::string()](Database &database) -> Result<AnyValue> {
            auto keys = readKeys(database);
            if (!keys)
                return std::unexpected(keys.error());
            return AnyValue::of(protocol::TranscriptKeysReply{std::move(*keys), current});
        }));
}

} // namespace tandem
