// SPDX-License-Identifier: GPL-3.0-or-later
#include "recount.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace tandem;
using namespace tandem::protocol;

namespace {

using State = InteractionState;
using Span = std::pair<std::int64_t, std::int64_t>;

struct Question
{
    const MadeUpHistory &history;
    const StatisticDefinition &definition;
    const std::string &object;

    std::int64_t now() const { return toMs(history.now); }
    QDate day(std::int64_t time) const
    {
        const QTimeZone zone(QByteArray::fromStdString(history.setup.timeZone));
        return QDateTime::fromMSecsSinceEpoch(time, zone).date();
    }

    bool isInWindow(std::int64_t time) const
    {
        const auto length = definition.windowMs.value_or(0);
        switch (definition.window) {
        case Window::Current: return false;
        case Window::Midnight: return time <= now() && day(time) == day(now());
        case Window::Sliding: return time <= now() && time > now() - length;
        case Window::Interval: return time / length == now() / length - 1;
        }
        return false;
    }

    Span window() const
    {
        const auto length = definition.windowMs.value_or(0);
        if (definition.window == Window::Sliding)
            return {now() - length, now()};
        if (definition.window == Window::Interval)
            return {(now() / length - 1) * length, now() / length * length};
        // Berlin changes its clocks at two: there is a midnight every day.
        const QTimeZone zone(QByteArray::fromStdString(history.setup.timeZone));
        return {QDateTime(day(now()), QTime(0, 0), zone).toMSecsSinceEpoch(), now()};
    }

    bool isTheAgent(AgentId agent) const
    {
        if (definition.object == StatisticObject::Agent)
            return history.setup.agents.at(object) == agent;
        return std::ranges::count(history.setup.groups.at(object), agent) > 0;
    }

    bool isAboutAgents() const
    {
        return definition.object == StatisticObject::Agent
               || definition.object == StatisticObject::Group;
    }

    bool isAbout(const QueueId &queue, const std::string &medium,
                 const std::vector<AgentId> &agents) const
    {
        if ((definition.queueId && *definition.queueId != queue)
            || (definition.mediaType && *definition.mediaType != medium))
            return false;
        if (definition.object == StatisticObject::Queue)
            return queue == object;
        if (definition.object == StatisticObject::Medium)
            return medium == object;
        return std::ranges::any_of(agents, [&](AgentId agent) { return isTheAgent(agent); });
    }
};

bool waited(const InteractionMoved &fact)
{
    return fact.from == State::Queued || fact.from == State::Routing || fact.from == State::Offered;
}

bool isAnswered(const InteractionMoved &fact)
{
    return waited(fact) && (fact.cause == MoveCause::Accepted || fact.cause == MoveCause::Pulled);
}

bool isAbandoned(const InteractionMoved &fact)
{
    return waited(fact) && fact.cause == MoveCause::CustomerLeft;
}

bool isCounted(const InteractionMoved &fact, const Question &question)
{
    const bool concerns = waited(fact) || question.isAboutAgents();
    switch (question.definition.measure) {
    case Measure::Entered:
        return (fact.to == State::Queued || fact.to == State::Routing || fact.to == State::Offered)
               && (!fact.from || (fact.toQueueId && *fact.toQueueId != fact.queueId));
    case Measure::Offered: return concerns && fact.cause == MoveCause::Offered;
    case Measure::Accepted:
        return isAnswered(fact)
               || (concerns
                   && (fact.cause == MoveCause::Accepted || fact.cause == MoveCause::Consulted));
    case Measure::Missed:
        return concerns && fact.to != State::Done
               && (fact.cause == MoveCause::Rejected || fact.cause == MoveCause::TimedOut);
    case Measure::Abandoned: return isAbandoned(fact);
    case Measure::Done:
        return fact.to == State::Done && (!waited(fact) || !question.isAboutAgents());
    case Measure::ServiceLevel: return isAnswered(fact) || isAbandoned(fact);
    case Measure::AverageWait: return isAnswered(fact);
    case Measure::AverageHandle: return fact.handleMs.has_value();
    default: return false;
    }
}

double valueOf(const InteractionMoved &fact, const Question &question)
{
    switch (question.definition.measure) {
    case Measure::ServiceLevel: {
        const auto threshold = question.definition.thresholdMs.value_or(
            question.history.setup.queues.at(fact.queueId));
        return isAnswered(fact) && *fact.waitMs <= threshold ? 1 : 0;
    }
    case Measure::AverageWait: return double(*fact.waitMs);
    case Measure::AverageHandle: return double(*fact.handleMs);
    default: return 1;
    }
}

std::optional<double> count(const Question &question)
{
    double sum = 0;
    int number = 0;
    for (const auto &happened : question.history.facts) {
        const auto *fact = std::get_if<InteractionMoved>(&happened.fact);
        if (!fact || !question.isInWindow(toMs(happened.time)) || !isCounted(*fact, question))
            continue;
        const auto queue = question.definition.measure == Measure::Entered
                               ? fact->toQueueId.value_or(fact->queueId)
                               : fact->queueId;
        std::vector<AgentId> agents;
        if (fact->agentId)
            agents.push_back(*fact->agentId);
        if (!question.isAbout(queue, fact->mediaType, agents))
            continue;
        sum += valueOf(*fact, question);
        ++number;
    }
    const auto measure = question.definition.measure;
    if (measure != Measure::ServiceLevel && measure != Measure::AverageWait
        && measure != Measure::AverageHandle)
        return sum;
    return number ? std::optional(sum / number) : std::nullopt;
}

// How much of the window the spans cover together.
double covered(std::vector<Span> spans, const Span &window)
{
    std::ranges::sort(spans);
    std::int64_t sum = 0;
    auto reached = window.first;
    for (const auto &[begin, end] : spans) {
        const auto from = std::max(begin, reached);
        const auto to = std::min(end, window.second);
        if (from < to) {
            sum += to - from;
            reached = to;
        }
    }
    return double(sum);
}

std::vector<Span> inState(const Question &question, AgentId agent, AgentState state)
{
    std::vector<Span> spans;
    std::int64_t signedOut = 0;
    for (const auto &happened : question.history.facts) {
        const auto *fact = std::get_if<AgentStateChanged>(&happened.fact);
        if (!fact || fact->agent.id != agent)
            continue;
        const auto time = toMs(happened.time);
        if (fact->previous == state)
            spans.emplace_back(fact->previousMs ? time - *fact->previousMs : signedOut, time);
        if (fact->agent.state == AgentState::LoggedOut)
            signedOut = time;
    }
    const auto &life = question.history.agents.at(agent).now;
    if (life.state == state)
        spans.emplace_back(state == AgentState::LoggedOut ? signedOut : toMs(life.since),
                           question.now());
    return spans;
}

std::vector<Span> busy(const Question &question, AgentId agent)
{
    std::vector<Span> spans;
    std::map<InteractionId, std::int64_t> taken;
    for (const auto &happened : question.history.facts) {
        const auto *fact = std::get_if<InteractionMoved>(&happened.fact);
        if (!fact || fact->agentId != agent)
            continue;
        const auto time = toMs(happened.time);
        if (fact->handleMs)
            spans.emplace_back(time - *fact->handleMs, time);
        if (fact->cause == MoveCause::Accepted || fact->cause == MoveCause::Pulled
            || fact->cause == MoveCause::Consulted)
            taken[fact->interactionId] = time;
        if (fact->cause == MoveCause::ConsultEnded)
            spans.emplace_back(taken.at(fact->interactionId), time);
    }
    for (const auto &[id, life] : question.history.open) {
        for (const auto &holder : life.open.holders) {
            if (holder.agent == agent)
                spans.emplace_back(holder.since ? toMs(*holder.since) : taken.at(id),
                                   question.now());
        }
    }
    return spans;
}

std::optional<double> times(const Question &question)
{
    double sum = 0;
    double of = 0;
    for (const auto &[name, agent] : question.history.setup.agents) {
        if (!question.isTheAgent(agent))
            continue;
        const auto &life = question.history.agents.at(agent).now;
        if (question.definition.measure == Measure::StateTime) {
            const auto state = question.definition.state.value_or(life.state);
            if (question.definition.window != Window::Current)
                sum += covered(inState(question, agent, state), question.window());
            else if (state == life.state && state != AgentState::LoggedOut)
                sum += double(std::max<std::int64_t>(0, question.now() - toMs(life.since)));
            continue;
        }
        auto spans = busy(question, agent);
        sum += covered(spans, question.window());
        for (const auto &ready : inState(question, agent, AgentState::Ready))
            spans.push_back(ready);
        of += covered(spans, question.window());
    }
    if (question.definition.measure == Measure::StateTime)
        return sum;
    return of > 0 ? std::optional(sum / of) : std::nullopt;
}

std::optional<double> present(const Question &question)
{
    int waiting = 0;
    int handling = 0;
    std::optional<double> longest;
    for (const auto &[id, life] : question.history.open) {
        std::vector<AgentId> holders;
        for (const auto &holder : life.open.holders)
            holders.push_back(holder.agent);
        if (!question.isAbout(life.open.queueId, life.open.mediaType, holders))
            continue;
        // A group's figure is the sum of its agents'.
        if (question.isAboutAgents())
            handling += static_cast<int>(std::ranges::count_if(
                holders, [&](AgentId agent) { return question.isTheAgent(agent); }));
        else
            handling += !holders.empty();
        if (!life.open.isWaiting)
            continue;
        ++waiting;
        const auto wait = double(question.now() - toMs(life.open.waitingSince));
        longest = std::max({0.0, wait, longest.value_or(0)});
    }
    switch (question.definition.measure) {
    case Measure::Waiting: return waiting;
    case Measure::LongestWait: return longest;
    case Measure::Handling: return handling;
    default: break;
    }
    int ready = 0;
    for (const auto &[agent, life] : question.history.agents) {
        const auto targets = question.history.targets(question.object);
        const bool isMeant = question.isAboutAgents() ? question.isTheAgent(agent)
                                                      : std::ranges::count(targets, agent) > 0;
        ready += isMeant && life.now.state == AgentState::Ready;
    }
    return ready;
}

} // namespace

std::optional<double> recount(const MadeUpHistory &history, const StatisticDefinition &definition,
                              const std::string &object)
{
    const Question question{history, definition, object};
    switch (definition.measure) {
    case Measure::Waiting:
    case Measure::LongestWait:
    case Measure::AgentsReady:
    case Measure::Handling: return present(question);
    case Measure::StateTime:
    case Measure::Occupancy: return times(question);
    default: return count(question);
    }
}
