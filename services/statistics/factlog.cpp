// SPDX-License-Identifier: GPL-3.0-or-later
#include "statistics/factlog.h"

#include "base/log.h"

namespace tandem::statistics {

namespace {

// As the index event_counted has it. Ids grow with time and never go back, so that all from `since`
// on have greater ones; where the clock was set back, some before have too.
constexpr Statement selectFacts{
    "SELECT time, name, payload FROM event "
    "WHERE name IN ('interaction.moved', 'agent.stateChanged') AND id >= ? AND time >= ? "
    "ORDER BY id"};

Result<protocol::Fact> factOf(const Row &row)
{
    auto params = json::parse(row.text(2));
    if (!params)
        return std::unexpected(std::move(params.error()));
    return protocol::factFrom(row.text(1), *params);
}

} // namespace

Result<void> readFacts(Database &database, UtcTime since, Figures &figures)
{
    std::size_t unread = 0;
    auto result = database.query(
        selectFacts, {sql(IdSource::firstAt(since)), sql(since)}, [&](const Row &row) {
            const auto fact = factOf(row);
            if (!fact)
                ++unread;
            else if (const auto *moved = std::get_if<protocol::InteractionMoved>(&*fact))
                figures.moved(*moved, row.time(0));
            else if (const auto *changed = std::get_if<protocol::AgentStateChanged>(&*fact))
                figures.stateChanged(*changed, row.time(0));
        });
    if (unread > 0)
        logger("statistics").warn("{} facts of the log could not be read.", unread);
    return result;
}

} // namespace tandem::statistics
