// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/sitecheck.h"

#include "domain/expression.h"
#include "domain/limits.h"
#include "protocol/sitelists.h"
#include "site/objectchecks.h"

#include <algorithm>

namespace tandem {

bool isSiteId(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
               || c == '.' || c == '-' || c == '_' || c == '@';
    });
}

namespace sitechecks {

Result<void> checkReference(const Ids &ids, const std::string &id, std::string_view word,
                            const std::string &field)
{
    if (ids.contains(id))
        return {};
    return fault("There is no " + std::string(word) + " \"" + id + "\".", field);
}

Result<void> checkReference(const Ids &ids, const std::optional<std::string> &id,
                            std::string_view word, const std::string &field)
{
    return id ? checkReference(ids, *id, word, field) : Result<void>();
}

Result<void> checkReferences(const Ids &ids, const std::vector<std::string> &list,
                             std::string_view word, const std::string &field)
{
    Ids seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (auto checked = checkReference(ids, list[i], word, indexed(field, i)); !checked)
            return checked;
        if (!seen.insert(list[i]).second) {
            return fault("The " + std::string(word) + " \"" + list[i] + "\" is named twice.",
                         indexed(field, i));
        }
    }
    return {};
}

Result<void> checkRange(std::int64_t value, std::int64_t lowest, std::int64_t highest,
                        const std::string &field)
{
    if (value >= lowest && value <= highest)
        return {};
    return fault(std::to_string(value) + " is not from " + std::to_string(lowest) + " to "
                     + std::to_string(highest) + '.',
                 field);
}

Result<void> checkRange(const std::optional<std::int64_t> &value, std::int64_t lowest,
                        std::int64_t highest, const std::string &field)
{
    return value ? checkRange(*value, lowest, highest, field) : Result<void>();
}

Result<void> checkText(const std::string &text, const std::string &field)
{
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return fault("The name is empty.", field);
    if (text.size() > limits::shortText)
        return fault("The name is too long: at most 256 bytes.", field);
    return {};
}

Result<void> checkExpression(const std::string &text, const Ids &known, std::string_view word,
                             const std::string &field)
{
    const auto expression = Expression::parse(text);
    if (!expression)
        return fault(expression.error().message, field);
    for (const auto &name : expression->names()) {
        if (!known.contains(name.name)) {
            return fault("There is no " + std::string(word) + " \"" + name.name + "\", at column "
                             + std::to_string(name.column) + '.',
                         field);
        }
    }
    if (const auto possible = expression->checkPossible(0, highestLevel); !possible)
        return fault(possible.error().message, field);
    return {};
}

Result<void> checkSpeakable(const std::string &id)
{
    const auto expression = Expression::parse(id);
    if (expression && expression->names().size() == 1 && expression->names()[0].name == id)
        return {};
    return fault("Expressions must be able to name it: a letter, digit or _ first (not only "
                 "digits), then also . or -.",
                 "id");
}

} // namespace sitechecks

namespace {

using namespace sitechecks;
using protocol::SiteDocument;
using protocol::SiteKind;

template <class Object>
Ids idsOf(const std::vector<Object> &list)
{
    Ids ids;
    for (const auto &object : list)
        ids.insert(idOf(object));
    return ids;
}

Known knownOf(const SiteDocument &document)
{
    Known known{idsOf(document.skills),        idsOf(document.mediaTypes),
                idsOf(document.capacityRules), idsOf(document.calendars),
                idsOf(document.agents),        idsOf(document.groups),
                idsOf(document.targetLists),   idsOf(document.queues)};
    known.mediaTypes.insert("chat");
    return known;
}

// What is at fault within an object, with the object's name and place in the document.
std::unexpected<Error> placed(const Error &error, SiteKind kind, const std::string &id)
{
    auto title = titleOf(kind, id);
    title[0] = static_cast<char>(title[0] - 'a' + 'A');
    const auto inner = error.field.empty() ? std::string() : ", " + error.field;
    const auto path = error.field.empty() ? std::string() : '.' + error.field;
    return failure(error.reason, title + inner + ": " + error.message, fieldOf(kind, id) + path);
}

template <class Object>
std::string_view idMember()
{
    if constexpr (requires(Object object) { object.userName; })
        return "userName";
    else if constexpr (requires(Object object) { object.code; })
        return "code";
    else
        return "id";
}

template <class Object>
Result<void> checkObject(const Object &object, const Known &known, Ids &seen)
{
    const std::string member(idMember<Object>());
    if (!isSiteId(idOf(object)))
        return fault("An id has 1 to 64 letters, digits or . - _ @.", member);
    if (!seen.insert(idOf(object)).second)
        return fault("This id is there twice.", member);
    if (auto named = checkText(object.name, "name"); !named)
        return named;
    return check(object, known);
}

template <class Object>
Result<void> checkList(SiteKind kind, const std::vector<Object> &list, const Known &known)
{
    if (list.size() > mostObjects) {
        return fault("There are more than " + std::to_string(mostObjects)
                         + " of a kind: " + std::string(listName(kind)) + '.',
                     std::string(listName(kind)));
    }
    Ids seen;
    for (const auto &object : list) {
        if (auto checked = checkObject(object, known, seen); !checked)
            return placed(checked.error(), kind, idOf(object));
    }
    return {};
}

} // namespace

Result<void> checkDocument(const SiteDocument &document)
{
    const auto known = knownOf(document);
    Result<void> result;
    protocol::forEachList([&](SiteKind kind, auto list) {
        if (result)
            result = checkList(kind, document.*list, known);
    });
    if (!result)
        return result;
    if (document.capacityRules.empty())
        return fault("There must be a capacity rule: agents who name none have the first one.",
                     "capacityRules");
    if (document.rules) {
        if (const auto checked = check(*document.rules); !checked)
            return placed(checked.error(), SiteKind::Rules, protocol::rulesId);
    }
    return checkOverflows(document.queues);
}

} // namespace tandem
