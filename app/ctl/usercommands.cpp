// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/usercommands.h"

#include "ctl/asking.h"
#include "ctl/sitechanging.h"
#include "protocol/sitelists.h"

#include <algorithm>

namespace tandem::ctl {

namespace {

using protocol::AgentDefinition;
using protocol::SiteDocument;

Command setPassword(const Options &options)
{
    const auto &user = options.words[2];
    return askingWithPassword(protocol::AdminSetPassword{user, {}}, options.json,
                              "The password of " + user + " is set; its sessions have ended.");
}

void setSkill(AgentDefinition &agent, const protocol::AgentSkill &skill)
{
    const auto known =
        std::ranges::find(agent.skills, skill.skillId, &protocol::AgentSkill::skillId);
    if (skill.level == 0 && known != agent.skills.end())
        agent.skills.erase(known);
    else if (known != agent.skills.end())
        known->level = skill.level;
    else if (skill.level != 0)
        agent.skills.push_back(skill);
}

void setOrTakeAway(std::optional<std::string> &member, const std::optional<std::string> &given)
{
    if (given)
        member = given->empty() ? std::nullopt : given;
}

// The groups of the site with the user in or out of them.
Result<void> regroup(const Options &options, const SiteDocument &site, SiteDocument &put)
{
    const auto &user = options.words[2];
    const auto change = [&](const std::vector<std::string> &ids, bool joins) -> Result<void> {
        for (const auto &id : ids) {
            const auto *known = findObject(put.groups, id);
            const auto *group = known ? known : findObject(site.groups, id);
            if (!group)
                return failure(Reason::NotFound, "There is no group \"" + id + "\".", "group");
            auto changed = *group;
            const bool isIn = std::ranges::find(changed.agents, user) != changed.agents.end();
            if (joins && !isIn)
                changed.agents.push_back(user);
            if (!joins)
                std::erase(changed.agents, user);
            std::erase_if(put.groups, [&](const auto &one) { return one.id == id; });
            put.groups.push_back(std::move(changed));
        }
        return {};
    };
    auto result = change(options.groups, true);
    return result ? change(options.leftGroups, false) : result;
}

Command setUser(const Options &options)
{
    return changing(
        [options](const SiteDocument &site) -> Result<protocol::AdminApply> {
            const auto *known = findObject(site.agents, options.words[2]);
            if (!known)
                return failure(Reason::NotFound, "There is no user of this name.", "user");
            auto agent = *known;
            if (!options.displayName.empty())
                agent.name = options.displayName;
            if (!options.roles.empty())
                agent.roles = options.roles;
            for (const auto &skill : options.skills)
                setSkill(agent, skill);
            setOrTakeAway(agent.capacityRule, options.capacity);
            setOrTakeAway(agent.calendar, options.calendar);
            protocol::AdminApply apply;
            apply.put.agents = {std::move(agent)};
            if (auto grouped = regroup(options, site, apply.put); !grouped)
                return std::unexpected(grouped.error());
            return apply;
        },
        options);
}

Command addUser(const Options &options)
{
    const auto &user = options.words[2];
    protocol::AdminAddUser params;
    params.user = user;
    params.displayName = options.displayName.empty() ? user : options.displayName;
    params.roles = options.roles;
    params.skills = options.skills;
    const auto adding =
        askingWithPassword(std::move(params), options.json, "User " + user + " is added.");
    if (options.groups.empty() && !options.capacity && !options.calendar)
        return adding;
    const auto setting = setUser(options);
    return {true, [=](ServiceLink &link, const std::string &password, Command::Done done) {
                adding.run(link, password, [=, &link](Result<std::string> added) {
                    if (added)
                        setting.run(link, {}, done);
                    else
                        done(std::move(added));
                });
            }};
}

// Groups, shares and targets that name the user would be left without: the groups let go, the rest
// is for the administrator to decide.
Command removeUser(const Options &options)
{
    return changing(
        [user = options.words[2]](const SiteDocument &site) {
            protocol::AdminApply apply;
            apply.remove = {{protocol::SiteKind::Agent, user}};
            for (auto group : site.groups) {
                if (std::erase(group.agents, user) > 0)
                    apply.put.groups.push_back(std::move(group));
            }
            return Result<protocol::AdminApply>(std::move(apply));
        },
        options);
}

} // namespace

std::optional<Result<Command>> userCommand(const Options &options)
{
    const auto &words = options.words;
    if (words.size() != 3 || words[0] != "user")
        return std::nullopt;
    if (words[1] == "add")
        return addUser(options);
    if (words[1] == "password")
        return setPassword(options);
    if (words[1] == "set")
        return setUser(options);
    if (words[1] == "remove")
        return removeUser(options);
    return std::nullopt;
}

} // namespace tandem::ctl
