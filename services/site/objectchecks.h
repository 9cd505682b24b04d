// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "protocol/site.h"

#include <cstdint>
#include <string>
#include <unordered_set>

// The checks of single objects, behind checkDocument(). Fields of their errors are relative to the
// object.
namespace tandem::sitechecks {

inline constexpr std::int64_t dayMs = 86'400'000;

using Ids = std::unordered_set<std::string>;

// What a document has, by kind, for what refers to it.
struct Known
{
    Ids skills;
    Ids mediaTypes; // "chat", too
    Ids capacityRules;
    Ids calendars;
    Ids agents;
    Ids groups;
    Ids targetLists;
    Ids queues;
};

inline std::unexpected<Error> fault(std::string message, std::string field)
{
    return failure(Reason::InvalidParams, std::move(message), std::move(field));
}

inline std::string indexed(const std::string &list, std::size_t index)
{
    return list + '[' + std::to_string(index) + ']';
}

// "There is no skill "x"."
Result<void> checkReference(const Ids &ids, const std::string &id, std::string_view word,
                            const std::string &field);
Result<void> checkReference(const Ids &ids, const std::optional<std::string> &id,
                            std::string_view word, const std::string &field);
// Each is there, and none is named twice.
Result<void> checkReferences(const Ids &ids, const std::vector<std::string> &list,
                             std::string_view word, const std::string &field);
Result<void> checkRange(std::int64_t value, std::int64_t lowest, std::int64_t highest,
                        const std::string &field);
Result<void> checkRange(const std::optional<std::int64_t> &value, std::int64_t lowest,
                        std::int64_t highest, const std::string &field);
Result<void> checkText(const std::string &text, const std::string &field);
// Names things of `known`; some values from 0 to 100 make it true.
Result<void> checkExpression(const std::string &text, const Ids &known, std::string_view word,
                             const std::string &field);
// Such an id can be written in expressions.
Result<void> checkSpeakable(const std::string &id);

Result<void> check(const protocol::SkillDefinition &skill, const Known &known);
Result<void> check(const protocol::MediaTypeDefinition &medium, const Known &known);
Result<void> check(const protocol::CapacityRule &rule, const Known &known);
Result<void> check(const protocol::Calendar &calendar, const Known &known);
Result<void> check(const protocol::AgentDefinition &agent, const Known &known);
Result<void> check(const protocol::GroupDefinition &group, const Known &known);
Result<void> check(const protocol::PlaceDefinition &place, const Known &known);
Result<void> check(const protocol::TargetList &list, const Known &known);
Result<void> check(const protocol::QueueDefinition &queue, const Known &known);
Result<void> check(const protocol::Choice &choice, const Known &known);
Result<void> check(const protocol::StatisticDefinition &statistic, const Known &known);
Result<void> check(const protocol::Rules &rules);

// That no interaction can be passed on in a circle; the field is that of the document.
Result<void> checkOverflows(const std::vector<protocol::QueueDefinition> &queues);

// The first that fails.
inline Result<void> all(std::initializer_list<Result<void>> results)
{
    for (const auto &result : results) {
        if (!result)
            return result;
    }
    return {};
}

} // namespace tandem::sitechecks
