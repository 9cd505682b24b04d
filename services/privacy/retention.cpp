// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/retention.h"

#include "interactions/notices.h"
#include "privacy/belongings.h"

namespace tandem {

namespace {

constexpr auto sweepEvery = Ms(std::chrono::minutes(10));
constexpr auto pauseBetween = Ms(20); // others are served, too

constexpr Statement selectOldest{
    "SELECT id, contact_key_hash FROM interaction WHERE done_at < ? ORDER BY done_at LIMIT 1"};
constexpr Statement selectRemoved{"SELECT value FROM setting WHERE name = 'retention_removed'"};
constexpr Statement upsertRemoved{
    "INSERT INTO setting (name, value) VALUES ('retention_removed', ?) "
    "ON CONFLICT (name) DO UPDATE SET value = excluded.value"};

} // namespace

// The one that is done for longest. None: no id.
struct Retention::Found
{
    InteractionId interaction;
    std::vector<std::uint64_t> facts;
    std::optional<std::int64_t> contactKeyHash;

    static Result<AnyValue> read(Database &database, UtcTime before)
    {
        Found found;
        const auto read = database.query(selectOldest, {sql(before)}, [&](const Row &row) {
            found.interaction = row.id<InteractionId>(0);
            if (!row.isNull(1))
                found.contactKeyHash = row.number(1);
        });
        if (!read)
            return std::unexpected(read.error());
        if (found.interaction) {
            auto facts = belongings::tellingFacts(database, found.interaction);
            if (!facts)
                return std::unexpected(facts.error());
            found.facts = std::move(*facts);
        }
        return AnyValue::of(std::move(found));
    }
};

Retention::Retention(Engine &engine, Site &site) : m_engine(engine), m_site(site)
{
    engine.add(*this);
}

Result<void> Retention::load(Database &database)
{
    m_removed = 0;
    sweepLater(sweepEvery);
    return database.query(selectRemoved, {}, [this](const Row &row) {
        m_removed = std::strtoll(row.text(0).c_str(), nullptr, 10);
    });
}

void Retention::sweepLater(Ms delay)
{
    m_engine.after(delay, [this] { sweep(); });
}

void Retention::sweep()
{
    const auto days = m_site.rules().interactionsKeptDays.value_or(0);
    if (days <= 0) {
        tellAuditors();
        sweepLater(sweepEvery);
        return;
    }
    const auto before = m_engine.now().utc - std::chrono::hours(24 * days);
    m_engine.look([before](Database &database) { return Found::read(database, before); },
                  [this](Result<AnyValue> read) {
                      const bool isMore = read && read->as<Found>().interaction;
                      if (isMore)
                          remove(read->as<Found>());
                      else
                          tellAuditors();
                      sweepLater(isMore ? pauseBetween : sweepEvery);
                  });
}

void Retention::remove(const Found &found)
{
    for (auto &write : belongings::remove(found.interaction, found.facts))
        m_engine.write(std::move(write));
    m_engine.write(write(upsertRemoved, std::to_string(++m_removed)));
    m_engine.announce(InteractionErased{found.interaction, {}});
}

void Retention::tellAuditors()
{
    if (m_removed == 0)
        return;
    m_site.audit(Caller::system(), "privacy.retention",
                 std::to_string(m_removed) + " interactions removed that were kept long enough");
    m_removed = 0;
    m_engine.write(write(upsertRemoved, "0"));
}

} // namespace tandem
