// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/democompany.h"

#include "core/passwords.h"

namespace tandem {

namespace {

using protocol::RoutingStep;
using protocol::RoutingTarget;
using protocol::Weekday;

RoutingTarget skilled(const char *expression) { return {expression, {}, {}}; }
RoutingTarget anyOf(const char *group) { return {{}, group, {}}; }
RoutingStep step(std::int64_t afterMs, RoutingTarget target)
{
    return {afterMs, {}, {std::move(target)}};
}

protocol::QueueDefinition queue(const char *id, const char *name, std::vector<RoutingStep> steps)
{
    protocol::QueueDefinition made;
    made.id = id;
    made.name = name;
    made.steps = std::move(steps);
    return made;
}

std::vector<protocol::AgentDefinition> agents()
{
    const std::vector<Role> agent{Role::Agent};
    return {
        {"alice", "Alice", agent, {{"support", 5}, {"german", 4}, {"sales", 3}}, "standard", {}},
        {"bob", "Bob", agent, {{"support", 4}, {"billing", 4}}, "standard", {}},
        {"carol", "Carol", agent, {{"support", 3}, {"sales", 5}, {"billing", 5}}, "standard", {}},
        {"sam",
         "Sam",
         {Role::Agent, Role::Supervisor},
         {{"support", 5}, {"sales", 5}, {"billing", 5}},
         "standard",
         {}},
        {"ada", "Ada", {Role::Administrator}, {}, "standard", {}},
    };
}

std::vector<protocol::QueueDefinition> queues()
{
    return {
        queue("support", "Support", {}),
        queue("sales", "Sales", {step(0, skilled("sales"))}),
        queue("billing", "Billing", {step(0, skilled("billing"))}),
        // Who waits longer is answered by more people.
        queue("vip", "VIP",
              {step(0, skilled("support >= 5")), step(20'000, skilled("support >= 3")),
               step(60'000, anyOf("frontline"))}),
    };
}

} // namespace

protocol::SiteDocument demoSite()
{
    auto site = usualSite();
    site.skills = {
        {"support", "Support"}, {"sales", "Sales"}, {"billing", "Billing"}, {"german", "German"}};
    site.mediaTypes = {{"mail", "E-mail"}, {"task", "Task"}, {"callback", "Callback"}};
    site.capacityRules = {{"standard",
                           "Standard",
                           {{"chat", 3, 2}, {"mail", 5, 1}, {"task", 5, 1}, {"callback", 1, 4}},
                           8,
                           {}}};
    // At work on no queue: the demo answers at any hour.
    site.calendars = {{"office",
                       "Office hours",
                       "Europe/Berlin",
                       {{{Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday,
                          Weekday::Friday},
                         "08:00",
                         "20:00"}},
                       {}}};
    site.agents = agents();
    site.groups = {{"frontline", "Front line", {"alice", "bob", "carol"}},
                   {"backoffice", "Back office", {"bob", "carol"}}};
    site.queues = queues();
    return site;
}

FirstStart demoCompany(Random &random)
{
    // One hash for all: the password is public, and five would keep the first start waiting.
    return firstStart(demoSite(), hashPassword("demo", random));
}

} // namespace tandem
