// SPDX-License-Identifier: GPL-3.0-or-later
// What sessions decided becomes what happens.
#include "orchestration/strategysessions.h"

#include "base/duration.h"

namespace tandem {

namespace {

// Of these it is told why an interaction was routed so.
bool isDecision(const std::string &action)
{
    return action.starts_with("queue.") || action == "ixn.transfer" || action == "ixn.stop"
           || action == "chat.close";
}

} // namespace

Result<protocol::Done> StrategySessions::stepped(const StrategyStepped &step)
{
    auto *record = find(step.sessionId);
    // What was decided before a new start was given again, or the session has ended since.
    if (step.generation != m_generation || !record || step.number != record->view.steps + 1)
        return protocol::Done{};
    apply(*record, step);
    return protocol::Done{};
}

void StrategySessions::apply(Record &record, const StrategyStepped &step)
{
    const auto now = m_engine.now().utc;
    auto &view = record.view;
    const auto id = view.sessionId;
    view.steps = step.number;
    view.states = step.states;
    view.since = now;
    for (const auto timer : step.stoppedTimers) {
        if (const auto found = record.timers.find(timer); found != record.timers.end()) {
            m_engine.cancel(found->second.timer);
            record.timers.erase(found);
        }
    }
    for (const auto &started : step.startedTimers) {
        record.timers[started.timer] = {now + Ms(started.delayMs), started.delayMs, TimerId::None};
        beginTimer(record, started.timer);
    }
    protocol::StrategyStep kept;
    kept.number = step.number;
    kept.transitions = step.transitions;
    kept.states = step.states;
    kept.logs = step.logs;
    kept.cutOffs = step.cutOffs;
    kept.failure = step.failure ? step.failure : step.problem;
    tellDecisions(record, step);
    m_acting = id;
    for (const auto &action : step.actions) {
        auto problem = perform(record, action);
        auto attributes = action.attributes;
        attributes.insert(action.parameters.begin(), action.parameters.end());
        kept.actions.push_back({action.name, std::move(attributes), std::move(problem)});
        // An action may have been its last.
        if (!find(id))
            break;
    }
    m_acting = {};
    m_engine.write(updateStep(id, kept));
    auto *still = find(id);
    if (!still)
        return;
    const auto interaction = view.interactionId;
    const auto *open = m_interactions.find(interaction);
    if (step.failure) {
        fail(*still, *step.failure);
    } else if (step.problem && open && open->view.state == InteractionState::Routing) {
        fail(*still, *step.problem);
    } else if (step.isFinished || !open) {
        const auto name = view.strategyId + " " + std::to_string(view.version);
        end(*still, step.isFinished ? Outcome::Finished : Outcome::Over, {});
        leaveToQueue(interaction, name + " ended");
    } else {
        m_engine.write(updateSession(*still, step.stored));
        watch(*still);
    }
}

// What is told of a refusal; the session hears of it, too.
std::optional<std::string> StrategySessions::perform(Record &record, const AskedAction &action)
{
    const auto id = record.view.sessionId;
    auto result = performNow(record, action);
    auto *still = find(id);
    if (!result) {
        if (still)
            errorInput(*still, action.name, result.error());
        return result.error().message;
    }
    const auto *definition = m_engine.actions().find(action.name);
    if (still && definition && !definition->isLasting && wants(*still, action.name + ".done"))
        input(*still, action.name + ".done", std::move(*result));
    return std::nullopt;
}

Result<std::string> StrategySessions::performNow(Record &record, const AskedAction &action)
{
    const auto id = record.view.sessionId;
    const auto *definition = m_engine.actions().find(action.name);
    ActionCall call{record.view.interactionId, action.attributes, action.parameters};
    auto timeout = definition ? definition->usualTimeout : std::nullopt;
    if (definition && definition->isLasting && call.has("timeout")) {
        timeout = durationFromText(call["timeout"]);
        if (!timeout) {
            return failure(Reason::InvalidParams,
                           "\"" + call["timeout"] + "\" is no time; write 30s, 5m or 2h.",
                           "timeout");
        }
    }
    auto result = m_engine.actions().perform(action.name, call);
    auto *still = find(id);
    if (!result || !still)
        return result;
    const auto forget = [&](const std::string &name) {
        if (const auto found = still->lasting.find(name); found != still->lasting.end()) {
            m_engine.cancel(found->second.timer);
            still->lasting.erase(found);
        }
    };
    if (!definition->cancels.empty())
        forget(definition->cancels);
    if (definition->isLasting) {
        forget(action.name);
        auto &lasting = still->lasting[action.name];
        if (timeout) {
            lasting.dueAt = m_engine.now().utc + *timeout;
            lasting.delayMs = timeout->count();
        }
        beginTimeout(*still, action.name);
    }
    return result;
}

void StrategySessions::tellDecisions(const Record &record, const StrategyStepped &step)
{
    for (const auto &action : step.actions) {
        if (!isDecision(action.name))
            continue;
        auto text =
            record.view.strategyId + " " + std::to_string(record.view.version) + ": " + action.name;
        for (const auto &[name, value] : action.attributes)
            text += " " + name + "=" + value;
        m_engine.announce(StrategyDecided{record.view.interactionId, std::move(text)});
    }
}

} // namespace tandem
