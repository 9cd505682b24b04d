// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/firststart.h"

#include "core/passwords.h"
#include "host/usualstatistics.h"
#include "site/sitestore.h"

namespace tandem {

FirstStart firstStart(const protocol::SiteDocument &document, const std::string &passwordHash)
{
    FirstStart first;
    first.writes = writesOf(document);
    std::uint64_t id = 0;
    for (const auto &agent : document.agents)
        first.writes.push_back(writeAccount(AgentId{++id}, agent.userName, passwordHash));
    return first;
}

protocol::SiteDocument usualSite()
{
    protocol::SiteDocument site;
    site.capacityRules = {{"standard", "Standard", {{"chat", 3, 1}}, {}, {}}};
    site.notReadyReasons = {
        {"break", "Break"}, {"lunch", "Lunch"}, {"meeting", "Meeting"}, {"training", "Training"}};
    site.dispositions = {{"solved", "Solved"},
                         {"follow_up", "Follow-up needed"},
                         {"no_answer", "Customer did not answer"},
                         {"wrong_department", "Wrong department"}};
    site.statistics = usualStatistics();
    site.rules.emplace();
    return site;
}

FirstStart emptyCompany(Random &random)
{
    auto site = usualSite();
    // Of a company of one: who administers it answers its customers, too.
    site.agents = {
        {"admin", "Administrator", {Role::Agent, Role::Administrator}, {}, "standard", {}}};
    protocol::QueueDefinition support;
    support.id = "support";
    support.name = "Support";
    site.queues = {support};
    const auto password = random.secret(18);
    auto first = firstStart(site, hashPassword(password, random));
    first.administratorPassword = password;
    return first;
}

} // namespace tandem
