// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/erasure.h"

#include "interactions/notices.h"
#include "privacy/belongings.h"
#include "privacy/contactsearch.h"

#include <utility>

namespace tandem {

namespace {

constexpr auto pauseAfterFailure = Ms(60'000);

constexpr Statement insertErasure{
    "INSERT INTO erasure (interaction_id, reason, author, begun_at) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (interaction_id) DO NOTHING"};
constexpr Statement selectErasures{
    "SELECT interaction_id, reason, author FROM erasure ORDER BY interaction_id"};
constexpr Statement deleteErasure{"DELETE FROM erasure WHERE interaction_id = ?"};
constexpr Statement selectKeyHash{"SELECT contact_key_hash FROM interaction WHERE id = ?"};

template <class R>
protocol::ContactChoice choiceOf(const R &request)
{
    return {request.emailAddress, request.contactKey, request.interactionIds};
}

Result<AnyValue> readAll(Database &database, const protocol::ContactChoice &contact)
{
    const auto ids = interactionsOf(database, contact, true);
    if (!ids)
        return std::unexpected(ids.error());
    protocol::ContactDocument document;
    for (const auto id : *ids) {
        auto rows = belongings::rowsOf(database, id);
        if (!rows)
            return std::unexpected(rows.error());
        protocol::ContactInteraction one{id, std::move(*rows), {}};
        if (auto transcript = readStoredTranscript(database, id))
            one.transcript = std::move(transcript->document);
        else if (transcript.error().reason == Reason::StoreUnavailable)
            return std::unexpected(transcript.error());
        document.interactions.push_back(std::move(one));
    }
    return AnyValue::of(std::move(document));
}

} // namespace

// What was read of an interaction that is erased.
struct Erasure::Found
{
    std::optional<StoredTranscript> transcript;
    std::vector<std::uint64_t> facts;
    std::optional<std::int64_t> contactKeyHash;

    static Result<AnyValue> read(Database &database, InteractionId id)
    {
        const auto found = std::make_shared<Found>();
        auto transcript = readStoredTranscript(database, id);
        if (transcript)
            found->transcript = std::move(*transcript);
        else if (transcript.error().reason == Reason::StoreUnavailable)
            return std::unexpected(transcript.error());
        auto facts = belongings::tellingFacts(database, id);
        if (!facts)
            return std::unexpected(facts.error());
        found->facts = std::move(*facts);
        const auto read = database.query(selectKeyHash, {sql(id)}, [&](const Row &row) {
            if (!row.isNull(0))
                found->contactKeyHash = row.number(0);
        });
        if (!read)
            return std::unexpected(read.error());
        return AnyValue::of(found);
    }
};

Erasure::Erasure(Engine &engine, StoreCleaning &cleaning, Site &site, Archive &archive)
    : m_engine(engine), m_cleaning(cleaning), m_site(site), m_archive(archive)
{
    engine.add(*this);
    engine.servePlanned<protocol::PrivacyFind>(
        [](const auto &, const auto &request) { return find(request); });
    engine.servePlanned<protocol::PrivacyExport>(
        [this](const auto &caller, const auto &request) { return exported(caller, request); });
    engine.servePlanned<protocol::PrivacyErase>(
        [this](const auto &caller, const auto &request) { return erase(caller, request); });
}

Result<void> Erasure::load(Database &database)
{
    m_pending.clear();
    m_erased.clear();
    m_waiting.clear();
    m_isAtWork = false;
    m_engine.after(Ms(0), [this] { goOn(); });
    return database.query(selectErasures, {}, [this](const Row &row) {
        m_pending.push_back({row.id<InteractionId>(0), row.text(1), row.text(2)});
    });
}

Result<Engine::Outcome> Erasure::find(const protocol::PrivacyFind &request)
{
    const auto contact = choiceOf(request);
    if (auto checked = checkContact(contact); !checked)
        return std::unexpected(checked.error());
    return Engine::Outcome(Engine::Reading([contact](Database &database) -> Result<AnyValue> {
        auto reply = countOf(database, contact);
        if (!reply)
            return std::unexpected(reply.error());
        return AnyValue::of(std::move(*reply));
    }));
}

Result<Engine::Outcome> Erasure::exported(const Caller &caller,
                                          const protocol::PrivacyExport &request)
{
    const auto contact = choiceOf(request);
    if (auto checked = checkContact(contact, request.reason); !checked)
        return std::unexpected(checked.error());
    auto later = std::make_shared<Engine::Later>();
    m_engine.look([contact](Database &database) { return readAll(database, contact); },
                  [this, caller, later, reason = request.reason](Result<AnyValue> read) {
                      if (read) {
                          const auto &all = read->as<protocol::ContactDocument>();
                          m_site.audit(caller, std::string(protocol::PrivacyExport::name),
                                       std::to_string(all.interactions.size())
                                           + " interactions of a contact exported: " + reason);
                      }
                      m_engine.give(later, std::move(read));
                  });
    return Engine::Outcome(later);
}

Result<Engine::Outcome> Erasure::erase(const Caller &caller, const protocol::PrivacyErase &request)
{
    const auto contact = choiceOf(request);
    if (auto checked = checkContact(contact, request.reason); !checked)
        return std::unexpected(checked.error());
    auto later = std::make_shared<Engine::Later>();
    m_engine.look(
        [contact](Database &database) -> Result<AnyValue> {
            auto ids = interactionsOf(database, contact, false);
            if (!ids)
                return std::unexpected(ids.error());
            return AnyValue::of(std::move(*ids));
        },
        [this, caller, later, reason = request.reason](Result<AnyValue> read) {
            if (!read || read->as<std::vector<InteractionId>>().empty()) {
                if (read)
                    read = AnyValue::of(protocol::PrivacyEraseReply{});
                m_engine.give(later, std::move(read));
                return;
            }
            auto ids = read->take<std::vector<InteractionId>>();
            begin(caller, reason, ids);
            m_waiting.push_back({later, std::move(ids)});
            goOn();
        });
    return Engine::Outcome(later);
}

void Erasure::begin(const Caller &caller, const std::string &reason,
                    const std::vector<InteractionId> &interactions)
{
    const auto author = m_site.authorOf(caller).userName;
    for (const auto id : interactions) {
        m_engine.write(write(insertErasure, id, reason, author, m_engine.now().utc));
        m_pending.push_back({id, reason, author});
    }
    m_site.audit(caller, std::string(protocol::PrivacyErase::name),
                 std::to_string(interactions.size())
                     + " interactions of a contact erased: " + reason);
}

void Erasure::goOn()
{
    if (m_isAtWork || (m_pending.empty() && m_erased.empty()))
        return;
    m_isAtWork = true;
    if (m_pending.empty())
        return finish();
    auto pending = m_pending.front();
    m_engine.look(
        [id = pending.interaction](Database &database) { return Found::read(database, id); },
        [this, pending](Result<AnyValue> read) {
            m_isAtWork = false;
            if (!read) {
                m_engine.after(pauseAfterFailure, [this] { goOn(); });
                return;
            }
            m_pending.pop_front();
            eraseFound(pending, *read->as<std::shared_ptr<Found>>());
            m_erased.push_back(pending.interaction);
            goOn();
        });
}

void Erasure::eraseFound(const Pending &pending, const Found &found)
{
    const auto id = pending.interaction;
    for (auto &write : belongings::erase(id, found.facts))
        m_engine.write(std::move(write));
    if (found.transcript)
        m_archive.signErasure(id, *found.transcript, pending.reason, pending.author);
    m_engine.announce(InteractionErased{id, found.contactKeyHash});
}

// An erasure is over when nothing of it is left in the files.
void Erasure::finish()
{
    m_cleaning.clean([this] {
        m_isAtWork = false;
        for (const auto id : std::exchange(m_erased, {}))
            m_engine.write(write(deleteErasure, id));
        // Those that came meanwhile wait for their own.
        if (m_pending.empty()) {
            for (auto &[later, ids] : std::exchange(m_waiting, {}))
                m_engine.give(later, AnyValue::of(protocol::PrivacyEraseReply{std::move(ids)}));
        }
        goOn();
    });
}

} // namespace tandem
