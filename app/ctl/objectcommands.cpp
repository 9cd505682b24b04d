// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/objectcommands.h"

#include "ctl/jsontext.h"
#include "ctl/objectlist.h"
#include "ctl/sitechanging.h"
#include "ctl/strictjson.h"
#include "protocol/sitelists.h"

#include <algorithm>

namespace tandem::ctl {

namespace {

using protocol::SiteDocument;
using protocol::SiteKind;

// Words of the command line, in the order of SiteKind.
constexpr std::array<std::string_view, 13> kindWords{
    "skill",       "media-type", "capacity", "calendar",    "agent",     "group", "place",
    "target-list", "queue",      "reason",   "disposition", "statistic", "rules"};

std::optional<SiteKind> kindFrom(const std::string &word)
{
    const auto found = std::ranges::find(kindWords, word);
    if (found == kindWords.end())
        return std::nullopt;
    return static_cast<SiteKind>(found - kindWords.begin());
}

// Members that are not given stay as they are, in a new object as they are by default; null takes
// one away.
template <class Object>
Result<Object> merged(const Object &base, const json::Value &given)
{
    auto value = json::parse(json::toText(base)).value();
    auto &members = value.get_object();
    for (const auto &[key, entry] : given.get_object()) {
        if (entry.is_null())
            members.erase(key);
        else
            members[key] = entry;
    }
    return json::fromValue<Object>(value);
}

template <class Object>
Result<void> putInto(std::vector<Object> &put, const std::vector<Object> &present,
                     const json::Value &given)
{
    const auto *members = given.if_object();
    if (!members)
        return failure(Reason::InvalidParams, "An object or a list of objects is needed.");
    if (auto known = checkMembers<Object>(given); !known)
        return known;
    Object base;
    for (const char *name : {"id", "code", "userName"}) {
        const auto *id = members->if_contains(name);
        const auto *known =
            id && id->is_string() ? findObject(present, std::string(id->get_string())) : nullptr;
        if (known)
            base = *known;
    }
    auto object = merged(base, given);
    if (!object)
        return std::unexpected(object.error());
    put.push_back(std::move(*object));
    return {};
}

Result<void> putObject(SiteKind kind, const json::Value &given, const SiteDocument &site,
                       SiteDocument &put)
{
    Result<void> result;
    if (kind == SiteKind::Rules) {
        std::vector<protocol::Rules> rules;
        result = checkMembers<protocol::Rules>(given);
        if (result && !given.is_object())
            result = failure(Reason::InvalidParams, "An object is needed.");
        if (!result)
            return result;
        auto changed = merged(site.rules.value_or(protocol::Rules{}), given);
        if (!changed)
            return std::unexpected(changed.error());
        put.rules = std::move(*changed);
        return {};
    }
    protocol::forEachList([&](SiteKind listed, auto list) {
        if (listed == kind)
            result = putInto(put.*list, site.*list, given);
    });
    return result;
}

Result<Command> put(SiteKind kind, const Options &options)
{
    const auto value = readJson(options.words[2]);
    if (!value)
        return std::unexpected(value.error());
    return changing(
        [kind, given = *value](const SiteDocument &site) -> Result<protocol::AdminApply> {
            protocol::AdminApply apply;
            const auto *list = given.if_array();
            const auto objects = list ? *list : boost::json::array{given};
            for (const auto &object : objects) {
                if (auto done = putObject(kind, object, site, apply.put); !done)
                    return std::unexpected(done.error());
            }
            return apply;
        },
        options);
}

Command remove(SiteKind kind, const Options &options)
{
    return changing(
        [ref = protocol::SiteObjectRef{kind, options.words[2]}](const SiteDocument &) {
            protocol::AdminApply apply;
            apply.remove = {ref};
            return Result<protocol::AdminApply>(std::move(apply));
        },
        options);
}

} // namespace

std::optional<Result<Command>> objectCommand(const Options &options)
{
    const auto &words = options.words;
    const auto kind = words.empty() ? std::nullopt : kindFrom(words[0]);
    if (!kind)
        return std::nullopt;
    const auto is = [&](const char *verb, std::size_t count) {
        return words.size() == count && words[1] == verb;
    };
    if (is("list", 2))
        return listing(*kind, options.json);
    if (is("show", 3) || (*kind == SiteKind::Rules && is("show", 2)))
        return showing(*kind, words.size() == 3 ? words[2] : protocol::rulesId, options.json);
    if (is("put", 3))
        return put(*kind, options);
    if (is("remove", 3))
        return remove(*kind, options);
    return std::nullopt;
}

} // namespace tandem::ctl
