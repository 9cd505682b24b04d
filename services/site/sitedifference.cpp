// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/sitedifference.h"

#include "protocol/sitelists.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace tandem {

namespace {

using protocol::SiteChange;
using protocol::SiteDocument;
using protocol::SiteKind;
using protocol::SiteObjectRef;

using Places = std::unordered_map<std::string, int>;

template <class Object>
Places placesOf(const std::vector<Object> &list)
{
    Places places;
    int place = 0;
    for (const auto &object : list)
        places.emplace(idOf(object), place++);
    return places;
}

// Of numbers that all differ, those outside of a longest rising row: what must move to make them
// rise.
std::set<int> outOfOrder(const std::vector<int> &numbers)
{
    std::vector<std::size_t> tails; // of the best row of each length: where it ends
    std::vector<std::ptrdiff_t> previous(numbers.size(), -1);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto tail = std::ranges::lower_bound(tails, numbers[i], {},
                                                   [&](std::size_t at) { return numbers[at]; });
        if (tail != tails.begin())
            previous[i] = static_cast<std::ptrdiff_t>(*(tail - 1));
        if (tail == tails.end())
            tails.push_back(i);
        else
            *tail = i;
    }
    std::set<int> out(numbers.begin(), numbers.end());
    for (auto at = tails.empty() ? -1 : static_cast<std::ptrdiff_t>(tails.back()); at >= 0;
         at = previous[static_cast<std::size_t>(at)])
        out.erase(numbers[static_cast<std::size_t>(at)]);
    return out;
}

template <class Object>
void listDifferences(SiteKind kind, const std::vector<Object> &before,
                     const std::vector<Object> &after, std::vector<SiteChange> &changes)
{
    const auto old = placesOf(before);
    const auto now = placesOf(after);
    int place = 0;
    for (const auto &object : before) {
        if (!now.contains(idOf(object)))
            changes.push_back({kind, idOf(object), json::toText(object), {}, place, {}});
        ++place;
    }
    std::vector<int> kept;
    for (const auto &object : after) {
        if (const auto known = old.find(idOf(object)); known != old.end())
            kept.push_back(known->second);
    }
    const auto moved = outOfOrder(kept);
    place = 0;
    for (const auto &object : after) {
        const auto known = old.find(idOf(object));
        if (known == old.end()) {
            changes.push_back({kind, idOf(object), {}, json::toText(object), {}, place});
        } else {
            const auto &was = before[static_cast<std::size_t>(known->second)];
            const bool hasMoved = moved.contains(known->second);
            if (hasMoved || !(was == object)) {
                SiteChange change{kind, idOf(object), json::toText(was), json::toText(object)};
                if (hasMoved) {
                    change.positionBefore = known->second;
                    change.positionAfter = place;
                }
                changes.push_back(std::move(change));
            }
        }
        ++place;
    }
}

template <class Object>
std::vector<Object> withPut(std::vector<Object> list, const std::vector<Object> &put)
{
    auto places = placesOf(list);
    for (const auto &object : put) {
        const auto [known, isNew] = places.emplace(idOf(object), static_cast<int>(list.size()));
        if (isNew)
            list.push_back(object);
        else
            list[static_cast<std::size_t>(known->second)] = object;
    }
    return list;
}

std::unexpected<Error> changedSince(SiteKind kind, const std::string &id)
{
    return failure(Reason::Conflict,
                   "The " + titleOf(kind, id)
                       + " has been changed since; undo that first, or change it by hand.",
                   fieldOf(kind, id));
}

template <class Object>
Result<Object> fromChange(const std::string &text)
{
    return json::fromText<Object>(text);
}

// Takes the changes of one list back: first out with what was added or moved, then in with what
// was removed or moved, from the front, so that each finds its place.
template <class Object>
Result<void> takeBack(SiteKind kind, std::vector<Object> &list,
                      const std::vector<const SiteChange *> &changes)
{
    std::vector<std::pair<int, Object>> back;
    std::set<std::string> gone;
    auto places = placesOf(list);
    for (const auto *change : changes) {
        const auto known = places.find(change->id);
        const bool isThere = known != places.end();
        if (isThere != change->after.has_value())
            return changedSince(kind, change->id);
        if (isThere) {
            const auto left = fromChange<Object>(*change->after);
            if (!left || !(*left == list[static_cast<std::size_t>(known->second)]))
                return changedSince(kind, change->id);
        }
        if (!change->before || change->positionBefore)
            gone.insert(change->id);
        if (!change->before)
            continue;
        auto was = fromChange<Object>(*change->before);
        if (!was)
            return std::unexpected(was.error());
        if (change->positionBefore)
            back.emplace_back(*change->positionBefore, std::move(*was));
        else
            list[static_cast<std::size_t>(known->second)] = std::move(*was);
    }
    std::erase_if(list, [&](const Object &object) { return gone.contains(idOf(object)); });
    std::ranges::stable_sort(back, {}, &std::pair<int, Object>::first);
    for (auto &[place, object] : back) {
        const auto at = std::min(list.size(), static_cast<std::size_t>(place));
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(at), std::move(object));
    }
    return {};
}

} // namespace

std::vector<SiteChange> differences(const SiteDocument &before, const SiteDocument &after)
{
    std::vector<SiteChange> changes;
    protocol::forEachList([&](SiteKind kind, auto list) {
        listDifferences(kind, before.*list, after.*list, changes);
    });
    if (before.rules != after.rules) {
        const auto text = [](const auto &rules) {
            return rules ? std::optional(json::toText(*rules)) : std::nullopt;
        };
        changes.push_back(
            {SiteKind::Rules, protocol::rulesId, text(before.rules), text(after.rules)});
    }
    return changes;
}

Result<SiteDocument> changed(const SiteDocument &document, const SiteDocument &put,
                             const std::vector<SiteObjectRef> &remove)
{
    auto candidate = document;
    std::map<SiteKind, std::set<std::string>> gone;
    for (const auto &object : remove)
        gone[object.kind].insert(object.id);
    Result<void> result;
    protocol::forEachList([&](SiteKind kind, auto list) {
        auto &objects = candidate.*list;
        for (const auto &id : gone[kind]) {
            if (result && !findObject(objects, id)) {
                result = failure(Reason::NotFound, "There is no " + titleOf(kind, id) + ".",
                                 fieldOf(kind, id));
            }
        }
        std::erase_if(objects, [&](const auto &one) { return gone[kind].contains(idOf(one)); });
        objects = withPut(std::move(objects), put.*list);
    });
    if (result && gone.contains(SiteKind::Rules)) {
        result = failure(Reason::InvalidParams, "Rules cannot be removed, only changed.", "rules");
    }
    if (!result)
        return std::unexpected(result.error());
    if (put.rules)
        candidate.rules = put.rules;
    return candidate;
}

Result<SiteDocument> takenBack(const SiteDocument &document, const std::vector<SiteChange> &changes)
{
    auto candidate = document;
    std::map<SiteKind, std::vector<const SiteChange *>> byKind;
    for (const auto &change : changes)
        byKind[change.kind].push_back(&change);
    Result<void> result;
    protocol::forEachList([&](SiteKind kind, auto list) {
        if (result && byKind.contains(kind))
            result = takeBack(kind, candidate.*list, byKind[kind]);
    });
    for (const auto *change : byKind[SiteKind::Rules]) {
        const auto left = change->after ? fromChange<protocol::Rules>(*change->after)
                                        : Result<protocol::Rules>(protocol::Rules{});
        if (!left || candidate.rules != *left)
            result = changedSince(change->kind, change->id);
        if (const auto was = fromChange<protocol::Rules>(change->before.value_or("")))
            candidate.rules = *was;
    }
    if (!result)
        return std::unexpected(result.error());
    return candidate;
}

} // namespace tandem
