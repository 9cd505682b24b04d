// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/belongings.h"

#include "protocol/facts.h"

#include <algorithm>
#include <map>

namespace tandem::belongings {

namespace {

// Each "?" is the interaction's id. What is not named by an index is found by the ids that were
// given while the interaction was open (IdSource: 2^22 for each millisecond since 2020).
#define TANDEM_ITS_EVENTS                                                                          \
    "chat_id = ? AND id BETWEEN (SELECT first_event_id FROM chat WHERE interaction_id = ?) AND "   \
    "(SELECT coalesce(last_event_id, 9223372036854775807) FROM chat WHERE interaction_id = ?)"
#define TANDEM_ITS_DECISIONS                                                                       \
    "interaction_id = ? AND id > ? AND id < (SELECT (done_at - 1577750400000) * 4194304 "          \
    "FROM interaction WHERE id = ?)"
#define TANDEM_ITS_KEY                                                                             \
    "EXISTS (SELECT 1 FROM interaction i WHERE i.id = ? AND i.media_type = k.media_type AND "      \
    "i.external_id = k.external_id)"
#define TANDEM_ITS_SESSIONS "(SELECT id FROM strategy_session WHERE interaction_id = ?)"
#define TANDEM_ITS_CONTENTS                                                                        \
    "hash IN (SELECT hash FROM chat_file WHERE interaction_id = ? UNION "                          \
    "SELECT thumbnail_hash FROM chat_file WHERE interaction_id = ? "                               \
    "AND thumbnail_hash IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM chat_file o "                   \
    "WHERE o.interaction_id <> ? AND o.gone_at IS NULL "                                           \
    "AND (o.hash = file_chunk.hash OR o.thumbnail_hash = file_chunk.hash))"
#define TANDEM_ITS_CONTACT "(SELECT contact_key_hash FROM interaction WHERE id = ?)"

struct Belonging
{
    std::string_view table;
    Statement select; // all columns, in the table's order; none: bytes, which no export holds
    Statement erase;  // a contact asked for it
    Statement remove; // it was kept long enough
};

// In this order: what others are found by comes last.
constexpr Belonging all[] = {
    {"chat_event",
     {"SELECT * FROM chat_event WHERE " TANDEM_ITS_EVENTS " ORDER BY id"},
     {"UPDATE chat_event SET text = NULL, user_data = NULL, key_hash = NULL "
      "WHERE " TANDEM_ITS_EVENTS},
     {"DELETE FROM chat_event WHERE " TANDEM_ITS_EVENTS}},
    // A content goes with the last file that has it.
    {"file_chunk",
     {},
     {"DELETE FROM file_chunk WHERE " TANDEM_ITS_CONTENTS},
     {"DELETE FROM file_chunk WHERE " TANDEM_ITS_CONTENTS}},
    {"chat_file",
     {"SELECT * FROM chat_file WHERE interaction_id = ? ORDER BY id"},
     {"DELETE FROM chat_file WHERE interaction_id = ?"},
     {"DELETE FROM chat_file WHERE interaction_id = ?"}},
    {"chat_participant",
     {"SELECT * FROM chat_participant WHERE chat_id = ? ORDER BY participant_id"},
     {"UPDATE chat_participant SET nickname = '(erased)' WHERE chat_id = ? AND type = 'Client'"},
     {"DELETE FROM chat_participant WHERE chat_id = ?"}},
    {"chat",
     {"SELECT * FROM chat WHERE interaction_id = ?"},
     {"UPDATE chat SET secure_key_hash = '', start_key_hash = NULL WHERE interaction_id = ?"},
     {"DELETE FROM chat WHERE interaction_id = ?"}},
    {"outgoing_mail",
     {"SELECT * FROM outgoing_mail WHERE interaction_id = ? ORDER BY asked_at"},
     {"DELETE FROM outgoing_mail WHERE interaction_id = ?"},
     {"DELETE FROM outgoing_mail WHERE interaction_id = ?"}},
    {"transcript_redaction",
     {"SELECT * FROM transcript_redaction WHERE interaction_id = ? ORDER BY number"},
     {"UPDATE transcript_redaction SET salt = '' WHERE interaction_id = ?"},
     {"DELETE FROM transcript_redaction WHERE interaction_id = ?"}},
    {"transcript_seal",
     {"SELECT * FROM transcript_seal WHERE interaction_id = ?"},
     {"UPDATE transcript_seal SET salts = '' WHERE interaction_id = ?"},
     {"DELETE FROM transcript_seal WHERE interaction_id = ?"}},
    {"routing_decision",
     {"SELECT * FROM routing_decision WHERE " TANDEM_ITS_DECISIONS " ORDER BY id"},
     {"DELETE FROM routing_decision WHERE " TANDEM_ITS_DECISIONS},
     {"DELETE FROM routing_decision WHERE " TANDEM_ITS_DECISIONS}},
    {"strategy_step",
     {"SELECT * FROM strategy_step WHERE session_id IN " TANDEM_ITS_SESSIONS},
     {"DELETE FROM strategy_step WHERE session_id IN " TANDEM_ITS_SESSIONS},
     {"DELETE FROM strategy_step WHERE session_id IN " TANDEM_ITS_SESSIONS}},
    {"strategy_session",
     {"SELECT * FROM strategy_session WHERE interaction_id = ?"},
     {"DELETE FROM strategy_session WHERE interaction_id = ?"},
     {"DELETE FROM strategy_session WHERE interaction_id = ?"}},
    {"last_agent",
     {"SELECT * FROM last_agent WHERE contact_key_hash = " TANDEM_ITS_CONTACT},
     {"DELETE FROM last_agent WHERE contact_key_hash = " TANDEM_ITS_CONTACT},
     // Others of the same contact may be younger.
     {"DELETE FROM last_agent WHERE contact_key_hash = " TANDEM_ITS_CONTACT
      " AND NOT EXISTS (SELECT 1 FROM interaction o WHERE o.id <> ? "
      "AND o.contact_key_hash = last_agent.contact_key_hash)"}},
    // The number stays: keys are counted without gaps.
    {"external_key",
     {"SELECT * FROM external_key k WHERE " TANDEM_ITS_KEY},
     {"UPDATE external_key AS k SET external_id = 'erased ' || number WHERE " TANDEM_ITS_KEY},
     {"UPDATE external_key AS k SET external_id = 'erased ' || number WHERE " TANDEM_ITS_KEY}},
    {"interaction",
     {"SELECT * FROM interaction WHERE id = ?"},
     {"UPDATE interaction SET subject = '', contact_name = '(erased)', contact_id = NULL, "
      "attached_data = '{}', note = NULL, external_id = NULL, contact_key_hash = NULL, "
      "survey_comment = NULL WHERE id = ?"},
     {"DELETE FROM interaction WHERE id = ?"}},
};

constexpr Statement deleteFact{"DELETE FROM event WHERE id = ?"};

std::vector<SqlValue> valuesOf(const Statement &statement, InteractionId interaction)
{
    const auto count = std::ranges::count(statement.sql, '?');
    return std::vector<SqlValue>(static_cast<std::size_t>(count), sql(interaction));
}

std::vector<Write> writes(InteractionId interaction, const std::vector<std::uint64_t> &facts,
                          Statement Belonging::*what)
{
    std::vector<Write> list;
    for (const auto &belonging : all)
        list.push_back({&(belonging.*what), valuesOf(belonging.*what, interaction)});
    for (const auto fact : facts)
        list.push_back(write(deleteFact, fact));
    return list;
}

protocol::StoredRow storedRow(const TableShape &shape, const Row &row)
{
    protocol::StoredRow stored{shape.name, {}};
    int place = 0;
    for (const auto &column : shape.columns) {
        if (!row.isNull(place)) {
            stored.values[column.name] = column.kind == ColumnKind::Number
                                             ? std::to_string(row.number(place))
                                             : row.text(place);
        }
        ++place;
    }
    return stored;
}

} // namespace

Result<std::vector<protocol::StoredRow>> rowsOf(Database &database, InteractionId interaction)
{
    const auto shapes = database.tables();
    if (!shapes)
        return std::unexpected(shapes.error());
    std::vector<protocol::StoredRow> rows;
    for (const auto &belonging : all) {
        if (belonging.select.sql.empty())
            continue;
        const auto shape = std::ranges::find(*shapes, belonging.table, &TableShape::name);
        const auto read =
            database.query(belonging.select, valuesOf(belonging.select, interaction),
                           [&](const Row &row) { rows.push_back(storedRow(*shape, row)); });
        if (!read)
            return std::unexpected(read.error());
    }
    return rows;
}

std::vector<Write> erase(InteractionId interaction, const std::vector<std::uint64_t> &facts)
{
    return writes(interaction, facts, &Belonging::erase);
}

std::vector<Write> remove(InteractionId interaction, const std::vector<std::uint64_t> &facts)
{
    return writes(interaction, facts, &Belonging::remove);
}

Result<std::vector<std::uint64_t>> tellingFacts(Database &database, InteractionId interaction)
{
    std::vector<std::uint64_t> ids;
    const auto read = readFactsOf(database, interaction, [&](const StoredFact &fact) {
        if (fact.name != protocol::InteractionMoved::name)
            ids.push_back(fact.id);
    });
    if (!read)
        return std::unexpected(read.error());
    return ids;
}

} // namespace tandem::belongings
