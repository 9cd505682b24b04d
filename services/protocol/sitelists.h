// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/site.h"

#include <string>

// The lists of a SiteDocument as one table, so that what is true of every object is written once.
namespace tandem::protocol {

// Calls f(kind, pointer to the list) for each, in the order in which they refer to each other.
// Rules are no list.
template <class F>
void forEachList(F f)
{
    f(SiteKind::Skill, &SiteDocument::skills);
    f(SiteKind::MediaType, &SiteDocument::mediaTypes);
    f(SiteKind::CapacityRule, &SiteDocument::capacityRules);
    f(SiteKind::Calendar, &SiteDocument::calendars);
    f(SiteKind::Agent, &SiteDocument::agents);
    f(SiteKind::Group, &SiteDocument::groups);
    f(SiteKind::Place, &SiteDocument::places);
    f(SiteKind::TargetList, &SiteDocument::targetLists);
    f(SiteKind::Queue, &SiteDocument::queues);
    f(SiteKind::NotReadyReason, &SiteDocument::notReadyReasons);
    f(SiteKind::Disposition, &SiteDocument::dispositions);
    f(SiteKind::Statistic, &SiteDocument::statistics);
}

// The list's name in the document, for fields of errors: "queues".
constexpr std::string_view listName(SiteKind kind)
{
    constexpr std::array<std::string_view, 13> names{
        "skills",       "mediaTypes", "capacityRules", "calendars", "agents",
        "groups",       "places",     "targetLists",   "queues",    "notReadyReasons",
        "dispositions", "statistics", "rules"};
    return names[static_cast<std::size_t>(kind)];
}

// As people are told: "queue".
constexpr std::string_view kindWord(SiteKind kind)
{
    constexpr std::array<std::string_view, 13> words{
        "skill",       "media type", "capacity rule", "calendar", "agent",
        "group",       "place",      "target list",   "queue",    "not-ready reason",
        "disposition", "statistic",  "rules"};
    return words[static_cast<std::size_t>(kind)];
}

// "queues.support", "rules"
inline std::string fieldOf(SiteKind kind, const std::string &id)
{
    const std::string list(listName(kind));
    return kind == SiteKind::Rules ? list : list + '.' + id;
}

// queue "support"
inline std::string titleOf(SiteKind kind, const std::string &id)
{
    const std::string word(kindWord(kind));
    return kind == SiteKind::Rules ? word : word + " \"" + id + '"';
}

template <class Object>
const std::string &idOf(const Object &object)
{
    if constexpr (requires { object.userName; })
        return object.userName;
    else if constexpr (requires { object.code; })
        return object.code;
    else
        return object.id;
}

// The one object of kind Rules has this id.
inline const std::string rulesId = "rules";

// Null where the list has none.
template <class Object>
const Object *findObject(const std::vector<Object> &list, const std::string &id)
{
    for (const auto &object : list) {
        if (idOf(object) == id)
            return &object;
    }
    return nullptr;
}

} // namespace tandem::protocol
