// SPDX-License-Identifier: GPL-3.0-or-later
#include "interactions/site.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr Statement selectSkills{"SELECT id, name FROM skill"};
constexpr Statement selectQueues{"SELECT id, name FROM queue ORDER BY position, id"};
constexpr Statement selectQueueSkills{"SELECT queue_id, skill_id, minimum_level FROM queue_skill"};
constexpr Statement selectReasons{"SELECT code, name FROM not_ready_reason ORDER BY position"};
constexpr Statement selectDispositions{"SELECT code, name FROM disposition ORDER BY position"};

} // namespace

Result<void> Site::load(Database &database)
{
    m_queues.clear();
    m_skills.clear();
    m_reasons.clear();
    m_dispositions.clear();
    const auto choiceInto = [](std::vector<protocol::Choice> &list) {
        return [&list](const Row &row) { list.push_back({row.text(0), row.text(1)}); };
    };
    Result<void> result = database.query(
        selectSkills, {}, [this](const Row &row) { m_skills[row.text(0)] = row.text(1); });
    if (result) {
        result = database.query(selectQueues, {}, [this](const Row &row) {
            m_queues.push_back({row.text(0), row.text(1), {}});
        });
    }
    if (result) {
        result = database.query(selectQueueSkills, {}, [this](const Row &row) {
            const auto id = row.text(0);
            for (auto &queue : m_queues) {
                if (queue.id == id)
                    queue.skills.push_back({row.text(1), static_cast<int>(row.number(2))});
            }
        });
    }
    if (result)
        result = database.query(selectReasons, {}, choiceInto(m_reasons));
    if (result)
        result = database.query(selectDispositions, {}, choiceInto(m_dispositions));
    return result;
}

const QueueDefinition *Site::queue(const QueueId &id) const
{
    const auto found = std::ranges::find(m_queues, id, &QueueDefinition::id);
    return found == m_queues.end() ? nullptr : &*found;
}

bool Site::contains(const std::vector<protocol::Choice> &choices, const std::string &code)
{
    return std::ranges::find(choices, code, &protocol::Choice::code) != choices.end();
}

} // namespace tandem
