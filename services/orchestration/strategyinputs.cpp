// SPDX-License-Identifier: GPL-3.0-or-later
// What comes to sessions: events, results of actions, times.
#include "orchestration/strategysessions.h"

#include <algorithm>
#include <vector>

namespace tandem {

namespace {

// The strategies' thread answers within milliseconds; a session that is not answered for so long
// is given up, so that its interaction is not lost with it.
constexpr auto longestAnswer = Ms(60'000);
constexpr auto forgetSessionsEvery = Ms(std::chrono::hours(1));

struct ActionFailure
{
    std::string reason;
    std::string message;
    std::string field;
};
BOOST_DESCRIBE_STRUCT(ActionFailure, (), (reason, message, field))

// A wall clock that was set back before a restart makes nothing wait longer than it was to.
Ms leftUntil(UtcTime dueAt, std::optional<std::int64_t> delayMs, UtcTime now)
{
    const auto left = std::max(Ms(0), Ms(dueAt - now));
    return delayMs ? std::min(left, Ms(*delayMs)) : left;
}

// SCXML 3.12.1, for one descriptor without its trailing ".*".
bool matchesDescriptor(std::string_view descriptor, std::string_view event)
{
    return descriptor == "*"
           || (event.starts_with(descriptor)
               && (event.size() == descriptor.size() || event[descriptor.size()] == '.'));
}

} // namespace

bool StrategySessions::wants(const Record &record, const std::string &event) const
{
    return record.document
           && std::ranges::any_of(record.document->events, [&](const auto &descriptor) {
                  return matchesDescriptor(descriptor, event);
              });
}

void StrategySessions::happened(const StrategyEvent &event)
{
    auto *record = of(event.interaction);
    if (record && wants(*record, event.name))
        input(*record, event.name, event.data);
}

void StrategySessions::finished(const ActionFinished &notice)
{
    auto *record = of(notice.interaction);
    if (!record)
        return;
    const auto lasting = record->lasting.find(notice.action);
    if (lasting == record->lasting.end())
        return;
    m_engine.cancel(lasting->second.timer);
    record->lasting.erase(lasting);
    if (!notice.result)
        errorInput(*record, notice.action, notice.result.error());
    else if (wants(*record, notice.action + ".done"))
        input(*record, notice.action + ".done", *notice.result);
    m_engine.write(updateSession(*record));
}

void StrategySessions::errorInput(Record &record, const std::string &action, const Error &error)
{
    const ActionFailure told{std::string(reasonName(error.reason)), error.message, error.field};
    input(record, "error." + action, json::toText(told));
}

void StrategySessions::input(Record &record, std::string event, std::optional<std::string> data,
                             std::optional<std::uint64_t> timer, bool isLast)
{
    StrategyInput next{++record.inputs, std::move(event), std::move(data), timer};
    m_engine.write(insertInput(record.view.sessionId, next, m_engine.now().utc));
    give(record, std::move(next), isLast);
    watch(record);
}

void StrategySessions::give(Record &record, StrategyInput input, bool isLast)
{
    auto work = std::make_shared<StrategyWork>();
    work->generation = m_generation;
    work->session = record.view.sessionId;
    work->document = record.document;
    work->input = std::move(input);
    work->isLast = isLast;
    work->stored = std::exchange(record.stored, {});
    m_engine.giveToStrategies(std::move(work));
}

void StrategySessions::timerDue(StrategySessionId id, std::uint64_t timer)
{
    auto *record = find(id);
    if (!record || record->timers.erase(timer) == 0)
        return;
    input(*record, "timer", {}, timer);
    m_engine.write(updateSession(*record));
}

void StrategySessions::timedOut(StrategySessionId id, const std::string &action)
{
    auto *record = find(id);
    if (!record || record->lasting.erase(action) == 0)
        return;
    m_engine.actions().withdraw(action, record->view.interactionId);
    ActionFailure told{"timeout", "No result came within the action's timeout.", {}};
    input(*record, "error." + action, json::toText(told));
    m_engine.write(updateSession(*record));
}

void StrategySessions::watch(Record &record)
{
    m_engine.cancel(record.watch);
    record.watch = TimerId::None;
    const auto id = record.view.sessionId;
    if (!record.isAnswered()) {
        record.watch = m_engine.after(longestAnswer, [this, id] {
            if (auto *late = find(id); late && !late->isAnswered())
                fail(*late, "the strategies' thread did not answer");
        });
        return;
    }
    const auto *open = m_interactions.find(record.view.interactionId);
    const auto limit = m_site.settings().strategyIdle;
    if (!open || open->view.state != InteractionState::Routing || !record.timers.empty()
        || !record.lasting.empty() || limit <= Ms(0))
        return;
    record.watch = m_engine.after(limit, [this, id] {
        if (auto *idle = find(id); idle && idle->isAnswered())
            fail(*idle, "it waited too long for something that did not come");
    });
}

void StrategySessions::beginTimer(Record &record, std::uint64_t timer)
{
    auto &wait = record.timers[timer];
    const auto left = leftUntil(wait.dueAt, wait.delayMs, m_engine.now().utc);
    wait.timer =
        m_engine.after(left, [this, id = record.view.sessionId, timer] { timerDue(id, timer); });
}

void StrategySessions::beginTimeout(Record &record, const std::string &action)
{
    auto &lasting = record.lasting[action];
    if (!lasting.dueAt)
        return;
    const auto left = leftUntil(*lasting.dueAt, lasting.delayMs, m_engine.now().utc);
    lasting.timer =
        m_engine.after(left, [this, id = record.view.sessionId, action] { timedOut(id, action); });
}

void StrategySessions::stopTimers(Record &record)
{
    m_engine.cancel(record.watch);
    for (const auto &[timer, wait] : record.timers)
        m_engine.cancel(wait.timer);
    for (const auto &[action, lasting] : record.lasting)
        m_engine.cancel(lasting.timer);
    record.timers.clear();
    record.lasting.clear();
}

// After a start: times run on by the wall clock, what was not answered is asked again, and nothing
// that was in a strategy's hands is left there without one.
void StrategySessions::goOn()
{
    auto forgets = std::make_shared<StrategyWork>();
    forgets->kind = StrategyWork::Kind::Reset;
    forgets->generation = m_generation;
    m_engine.giveToStrategies(std::move(forgets));
    std::vector<StrategySessionId> ids;
    ids.reserve(m_sessions.size());
    for (const auto &[id, record] : m_sessions)
        ids.push_back(id);
    for (const auto id : ids) {
        auto &record = *find(id);
        if (!record.document) {
            fail(record, "its version is not in the store any more");
            continue;
        }
        if (!m_interactions.find(record.view.interactionId) && record.unanswered.empty()) {
            end(record, Outcome::Over, {});
            continue;
        }
        for (const auto &[timer, wait] : record.timers)
            beginTimer(record, timer);
        for (const auto &[action, lasting] : record.lasting)
            beginTimeout(record, action);
        for (auto &input : std::exchange(record.unanswered, {})) {
            const bool isLast = input.event == "interaction.done";
            give(record, std::move(input), isLast);
        }
        watch(record);
    }
    std::vector<InteractionId> lost;
    for (const auto &[id, open] : m_interactions.open()) {
        if (open.view.state == InteractionState::Routing && !m_byInteraction.contains(id))
            lost.push_back(id);
    }
    std::ranges::sort(lost);
    for (const auto id : lost)
        leaveToQueue(id, "its strategy is not there any more");
    forgetOld();
}

void StrategySessions::forgetOld()
{
    m_engine.after(forgetSessionsEvery, [this] {
        const auto kept = Ms(m_site.rules().explanationsKeptMs);
        if (kept > Ms(0)) {
            for (auto &write : deleteSessionsBefore(m_engine.now().utc - kept))
                m_engine.write(std::move(write));
        }
        forgetOld();
    });
}

} // namespace tandem
