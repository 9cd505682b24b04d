// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/firststart.h"

#include "core/passwords.h"
#include "domain/role.h"

namespace tandem {

namespace {

constexpr Statement insertAgent{
    "INSERT INTO agent (id, user_name, name, roles, password_hash, chat_capacity) "
    "VALUES (?, ?, ?, ?, ?, 3)"};
constexpr Statement insertSkill{
    "INSERT INTO agent_skill (agent_id, skill_id, level) VALUES (?, ?, ?)"};
constexpr Statement insertQueue{"INSERT INTO queue (id, name, position) VALUES (?, ?, ?)"};
constexpr Statement insertReason{
    "INSERT INTO not_ready_reason (code, name, position) VALUES (?, ?, ?)"};
constexpr Statement insertDisposition{
    "INSERT INTO disposition (code, name, position) VALUES (?, ?, ?)"};

} // namespace

std::vector<Write> writesOf(const NewUser &user, std::uint64_t id, const std::string &hash)
{
    std::vector<Write> writes{write(insertAgent, id, user.userName, user.name, user.roles, hash)};
    for (const auto &[skill, level] : user.skills)
        writes.push_back(write(insertSkill, id, skill, level));
    return writes;
}

std::vector<Write> usualChoices()
{
    return {write(insertReason, "break", "Break", 1),
            write(insertReason, "lunch", "Lunch", 2),
            write(insertReason, "meeting", "Meeting", 3),
            write(insertReason, "training", "Training", 4),
            write(insertDisposition, "solved", "Solved", 1),
            write(insertDisposition, "follow_up", "Follow-up needed", 2),
            write(insertDisposition, "no_answer", "Customer did not answer", 3),
            write(insertDisposition, "wrong_department", "Wrong department", 4)};
}

FirstStart emptyCompany(Random &random)
{
    FirstStart first;
    first.administratorPassword = random.secret(15);
    // Of a company of one: who administers it answers its customers, too.
    constexpr auto both = Roles({Role::Agent, Role::Administrator}).bits();
    const NewUser administrator{"admin", "Administrator", both, {}};
    first.writes = writesOf(administrator, 1, hashPassword(first.administratorPassword, random));
    first.writes.push_back(write(insertQueue, "support", "Support", 1));
    for (auto &choice : usualChoices())
        first.writes.push_back(std::move(choice));
    return first;
}

} // namespace tandem
