// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/site.h"

#include <string>

// The lists of a SiteDocument as one table, so that what is true of every object is written once.
namespace tandem {

// Calls f(kind, pointer to the list) for each, in the order in which they refer to each other.
// Rules are no list.
template <class F>
void forEachList(F f)
{
    using protocol::SiteDocument;
    using protocol::SiteKind;
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

} // namespace tandem
