// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/democompany.h"

#include "core/passwords.h"
#include "domain/role.h"

namespace tandem {

namespace {

constexpr Statement insertDemoSkill{"INSERT INTO skill (id, name) VALUES (?, ?)"};
constexpr Statement insertDemoQueue{"INSERT INTO queue (id, name, position) VALUES (?, ?, ?)"};
constexpr Statement insertQueueSkill{
    "INSERT INTO queue_skill (queue_id, skill_id, minimum_level) VALUES (?, ?, 1)"};

} // namespace

FirstStart demoCompany(Random &random)
{
    constexpr auto agent = Roles({Role::Agent}).bits();
    constexpr auto supervisor = Roles({Role::Agent, Role::Supervisor}).bits();
    constexpr auto administrator = Roles({Role::Administrator}).bits();
    const NewUser users[] = {
        {"alice", "Alice", agent, {{"support", 5}, {"german", 4}, {"sales", 3}}},
        {"bob", "Bob", agent, {{"support", 4}, {"billing", 4}}},
        {"carol", "Carol", agent, {{"support", 3}, {"sales", 5}, {"billing", 5}}},
        {"sam", "Sam", supervisor, {{"support", 5}, {"sales", 5}, {"billing", 5}}},
        {"ada", "Ada", administrator, {}},
    };
    FirstStart first;
    // One hash for all: the password is public, and five would keep the first start waiting.
    const auto hash = hashPassword("demo", random);
    std::uint64_t id = 0;
    for (const auto &user : users) {
        for (auto &write : writesOf(user, ++id, hash))
            first.writes.push_back(std::move(write));
    }
    first.writes.push_back(write(insertDemoSkill, "support", "Support"));
    first.writes.push_back(write(insertDemoSkill, "sales", "Sales"));
    first.writes.push_back(write(insertDemoSkill, "billing", "Billing"));
    first.writes.push_back(write(insertDemoSkill, "german", "German"));
    first.writes.push_back(write(insertDemoQueue, "support", "Support", 1));
    first.writes.push_back(write(insertDemoQueue, "sales", "Sales", 2));
    first.writes.push_back(write(insertDemoQueue, "billing", "Billing", 3));
    first.writes.push_back(write(insertQueueSkill, "sales", "sales"));
    first.writes.push_back(write(insertQueueSkill, "billing", "billing"));
    for (auto &choice : usualChoices())
        first.writes.push_back(std::move(choice));
    return first;
}

} // namespace tandem
