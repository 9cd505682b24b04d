// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/site.h"

namespace tandem::protocol {

// What everybody who is signed in may know of the set-up: how things are called. groups: their ids
// as codes, members are not told.
struct SiteNamesReply
{
    std::vector<SkillDefinition> skills;
    std::vector<MediaTypeDefinition> mediaTypes;
    std::vector<Choice> groups;
    std::vector<Choice> notReadyReasons;
    std::vector<Choice> dispositions;
};
BOOST_DESCRIBE_STRUCT(SiteNamesReply, (),
                      (skills, mediaTypes, groups, notReadyReasons, dispositions))

// Asked again after site.changed.
struct SiteNames
{
    static constexpr std::string_view name = "site.names";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = SiteNamesReply;
};
BOOST_DESCRIBE_STRUCT(SiteNames, (), ())

} // namespace tandem::protocol
