// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/limits.h"
#include "protocol/sitelists.h"
#include "site/objectchecks.h"

#include <algorithm>
#include <map>

namespace tandem::sitechecks {

namespace {

constexpr std::size_t mostSteps = 50;
constexpr std::size_t mostTargets = 100;
constexpr int farthestPriority = 1000;
constexpr int largestShare = 1000;
constexpr int largestLimit = 1'000'000;
constexpr std::int64_t longestStepMs = 30 * dayMs;
constexpr std::int64_t longestDueMs = 366 * dayMs;

Result<void> checkTarget(const protocol::RoutingTarget &target, const Known &known,
                         const std::string &field)
{
    if (!target.expression && !target.group && !target.agent)
        return fault("A target names an expression, a group or an agent.", field);
    if (target.expression) {
        if (auto checked =
                checkExpression(*target.expression, known.skills, "skill", field + ".expression");
            !checked)
            return checked;
    }
    return all({checkReference(known.groups, target.group, "group", field + ".group"),
                checkReference(known.agents, target.agent, "agent", field + ".agent")});
}

Result<void> checkTargets(const std::vector<protocol::RoutingTarget> &targets, const Known &known,
                          const std::string &prefix)
{
    if (targets.size() > mostTargets) {
        return fault("There are more than " + std::to_string(mostTargets) + " targets.",
                     prefix + "targets");
    }
    for (std::size_t i = 0; i < targets.size(); ++i) {
        if (auto checked = checkTarget(targets[i], known, indexed(prefix + "targets", i)); !checked)
            return checked;
    }
    return {};
}

Result<void> checkSteps(const std::vector<protocol::RoutingStep> &steps, const Known &known)
{
    if (steps.size() > mostSteps)
        return fault("There are more than " + std::to_string(mostSteps) + " steps.", "steps");
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto &step = steps[i];
        const auto field = indexed("steps", i);
        if (!step.targetList && step.targets.empty())
            return fault("A step names a target list or targets.", field + ".targets");
        if (i > 0 && step.afterMs <= steps[i - 1].afterMs)
            return fault("Each step begins later than the one before.", field + ".afterMs");
        auto checked = all({checkRange(step.afterMs, 0, longestStepMs, field + ".afterMs"),
                            checkReference(known.targetLists, step.targetList, "target list",
                                           field + ".targetList"),
                            checkTargets(step.targets, known, field + '.')});
        if (!checked)
            return checked;
    }
    return {};
}

Result<void> checkTreatment(const protocol::Treatment &treatment, const Known &known,
                            const std::string &field)
{
    if (treatment.text && treatment.text->size() > limits::note)
        return fault("The text is too long: at most 4,096 bytes.", field + ".text");
    if (treatment.action == protocol::TreatmentAction::Overflow && !treatment.queueId)
        return fault("Say the queue that it goes to.", field + ".queueId");
    return checkReference(known.queues, treatment.queueId, "queue", field + ".queueId");
}

Result<void> checkShares(const std::vector<protocol::AgentShare> &shares, const Known &known)
{
    std::vector<std::string> agents;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        agents.push_back(shares[i].agent);
        if (auto checked =
                checkRange(shares[i].share, 0, largestShare, indexed("shares", i) + ".share");
            !checked)
            return checked;
    }
    return checkReferences(known.agents, agents, "agent", "shares");
}

Result<void> checkWaits(const protocol::QueueDefinition &queue, const Known &known)
{
    if (queue.overflow) {
        auto checked = all(
            {checkRange(queue.overflow->afterMs, 0, longestStepMs, "overflow.afterMs"),
             checkReference(known.queues, queue.overflow->queueId, "queue", "overflow.queueId")});
        if (!checked)
            return checked;
    }
    if (!queue.lastAgent)
        return {};
    return all({checkRange(queue.lastAgent->waitMs, 0, dayMs, "lastAgent.waitMs"),
                checkRange(queue.lastAgent->withinMs, 1, longestDueMs, "lastAgent.withinMs")});
}

// Where what waits in a queue may be sent by it, each with the field that says so.
std::vector<std::pair<std::string, std::string>> waysOutOf(const protocol::QueueDefinition &queue)
{
    std::vector<std::pair<std::string, std::string>> ways;
    if (queue.overflow)
        ways.emplace_back("overflow.queueId", queue.overflow->queueId);
    for (const auto &[field, treatment] :
         {std::pair("closed.queueId", &queue.closed), std::pair("full.queueId", &queue.full)}) {
        if (treatment->action == protocol::TreatmentAction::Overflow && treatment->queueId)
            ways.emplace_back(field, *treatment->queueId);
    }
    return ways;
}

// A search of the ways out in depth, without recursion: there may be thousands of queues in a row.
class CircleSearch
{
public:
    explicit CircleSearch(const std::vector<protocol::QueueDefinition> &queues) : m_queues(queues)
    {
        for (const auto &queue : queues)
            m_ways[queue.id] = waysOutOf(queue);
    }

    Result<void> run()
    {
        for (const auto &queue : m_queues) {
            if (m_isDone[queue.id])
                continue;
            m_path.push_back({queue.id, 0});
            while (!m_path.empty()) {
                if (auto stepped = step(); !stepped)
                    return stepped;
            }
        }
        return {};
    }

private:
    struct Visit
    {
        std::string id;
        std::size_t next = 0; // way out to be looked at
    };

    Result<void> step()
    {
        const auto id = m_path.back().id;
        const auto &ways = m_ways[id];
        if (m_path.back().next == ways.size()) {
            m_isDone[id] = true;
            m_path.pop_back();
            return {};
        }
        const auto &[field, to] = ways[m_path.back().next++];
        const auto begin = std::ranges::find(m_path, to, &Visit::id);
        if (begin != m_path.end()) {
            std::string circle;
            for (auto visit = begin; visit != m_path.end(); ++visit)
                circle += '"' + visit->id + "\" -> ";
            return fault("Interactions would go round in a circle: " + circle + '"' + to + "\".",
                         fieldOf(protocol::SiteKind::Queue, id) + '.' + field);
        }
        if (!m_isDone[to])
            m_path.push_back({to, 0});
        return {};
    }

    const std::vector<protocol::QueueDefinition> &m_queues;
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> m_ways;
    std::map<std::string, bool> m_isDone;
    std::vector<Visit> m_path;
};

} // namespace

Result<void> check(const protocol::TargetList &list, const Known &known)
{
    if (list.targets.empty())
        return fault("A target list has at least one target.", "targets");
    return checkTargets(list.targets, known, {});
}

Result<void> check(const protocol::QueueDefinition &queue, const Known &known)
{
    const auto limit = queue.limit ? std::optional<std::int64_t>(*queue.limit) : std::nullopt;
    return all({checkSteps(queue.steps, known), checkShares(queue.shares, known),
                checkRange(queue.priority, -farthestPriority, farthestPriority, "priority"),
                checkRange(queue.ageingMs, 0, longestDueMs, "ageingMs"),
                checkRange(queue.dueAfterMs, 1, longestDueMs, "dueAfterMs"),
                checkRange(queue.thresholdMs, 1, dayMs, "thresholdMs"),
                checkReference(known.calendars, queue.calendar, "calendar", "calendar"),
                checkTreatment(queue.closed, known, "closed"),
                checkRange(limit, 0, largestLimit, "limit"),
                checkTreatment(queue.full, known, "full"), checkWaits(queue, known)});
}

Result<void> checkOverflows(const std::vector<protocol::QueueDefinition> &queues)
{
    return CircleSearch(queues).run();
}

} // namespace tandem::sitechecks
