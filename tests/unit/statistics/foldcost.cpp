// SPDX-License-Identifier: GPL-3.0-or-later
// What statistics cost: 60 definitions, 50 queues, 1,000 agents, 10,000 open interactions, 50 facts
// a second for three hours. Prints JSON. Run by tests/measure STATISTICS.
#include "statistics/figures.h"

#include <chrono>
#include <cstdio>
#include <random>

using namespace tandem;
using namespace tandem::protocol;
using namespace tandem::statistics;
using State = InteractionState;

namespace {

constexpr int queueCount = 50;
constexpr int agentCount = 1'000;
constexpr int openCount = 10'000;
constexpr int factCount = 540'000;
constexpr Ms betweenFacts{20};
constexpr int factsAnAdvance = 500;

class Centre final : public Present
{
public:
    Centre()
    {
        for (int i = 0; i < queueCount; ++i)
            setup.queues["queue" + std::to_string(i)] = 20'000;
        for (int i = 0; i < agentCount; ++i) {
            const AgentId id{std::uint64_t(i + 1)};
            setup.agents["agent" + std::to_string(i)] = id;
            setup.groups["group" + std::to_string(i % 20)].push_back(id);
            everybody.push_back(id);
        }
        setup.media = {"chat", "mail"};
        for (int i = 0; i < openCount; ++i) {
            auto &one = open.emplace_back();
            one.id = InteractionId{std::uint64_t(i)};
            one.mediaType = i % 4 ? "chat" : "mail";
            one.queueId = "queue" + std::to_string(i % queueCount);
            one.isWaiting = true;
            one.waitingSince = now;
        }
    }

    std::optional<OpenInteraction> interaction(InteractionId id) const override
    {
        return open[id.value];
    }
    void eachInteraction(const std::function<void(OpenInteraction)> &each) const override
    {
        for (const auto &one : open)
            each(one);
    }
    std::optional<AgentNow> agent(AgentId) const override
    {
        return AgentNow{AgentState::Ready, now};
    }
    std::vector<AgentId> targets(const QueueId &) const override { return everybody; }
    bool isFree(AgentId) const override { return false; }

    // The life of each goes round: offered, accepted, done, and the next one comes.
    InteractionMoved next(std::mt19937 &random)
    {
        auto &one = open[random() % openCount];
        InteractionMoved fact;
        fact.interactionId = one.id;
        fact.mediaType = one.mediaType;
        fact.queueId = one.queueId;
        if (one.isWaiting) {
            fact.agentId = AgentId{1 + random() % agentCount};
            fact.from = State::Offered;
            fact.to = State::Handling;
            fact.cause = MoveCause::Accepted;
            fact.waitMs = random() % 60'000;
            one.holders = {{*fact.agentId, now}};
        } else if (!one.holders.empty()) {
            fact.agentId = one.holders.front().agent;
            fact.from = State::Handling;
            fact.to = State::Done;
            fact.cause = MoveCause::MarkedDone;
            fact.handleMs = (now - *one.holders.front().since).count();
            one.holders.clear();
            return fact;
        }
        one.isWaiting = !one.isWaiting;
        one.waitingSince = now;
        return fact;
    }

    UtcTime now = utcFromMs(1'800'000'000'000);
    Setup setup;
    std::vector<AgentId> everybody;
    std::vector<OpenInteraction> open;
};

std::vector<StatisticDefinition> definitions()
{
    std::vector<StatisticDefinition> all;
    for (const auto measure :
         {Measure::Entered, Measure::Accepted, Measure::Abandoned, Measure::Done,
          Measure::ServiceLevel, Measure::AverageWait, Measure::AverageHandle}) {
        for (const auto object :
             {StatisticObject::Queue, StatisticObject::Agent, StatisticObject::Medium}) {
            for (const auto window : {Window::Midnight, Window::Sliding, Window::Interval}) {
                StatisticDefinition definition;
                definition.measure = measure;
                definition.object = object;
                definition.window = window;
                definition.windowMs = 1'800'000;
                if (rowOf(measure).isToldOf(object) && all.size() < 60)
                    all.push_back(definition);
            }
        }
    }
    return all;
}

double secondsOf(const std::function<void()> &action)
{
    const auto begun = std::chrono::steady_clock::now();
    action();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

} // namespace

int main()
{
    Centre centre;
    const auto kept = definitions();
    Figures figures(centre);
    figures.restart(utcFromMs(0));
    figures.setUp(centre.setup, kept, centre.now);
    std::mt19937 random(1);
    double facts = 0;
    double longestAdvance = 0;
    for (int i = 1; i <= factCount; ++i) {
        centre.now += betweenFacts;
        const auto fact = centre.next(random);
        facts += secondsOf([&] {
            figures.moved(fact, centre.now);
            figures.settle();
        });
        if (i % factsAnAdvance == 0) {
            const auto took = secondsOf(
                [&] { figures.advance({centre.now, SteadyTime(centre.now.time_since_epoch())}); });
            facts += took;
            longestAdvance = std::max(longestAdvance, took);
        }
    }
    std::size_t told = 0;
    const auto reading = secondsOf([&] {
        for (const auto &definition : kept) {
            const auto values = figures.at(definition, centre.now);
            if (definition.object != StatisticObject::Agent)
                continue;
            for (const auto &[name, id] : centre.setup.agents)
                told += values.of(name).has_value() ? 1 : 0;
        }
    });
    const auto anew = secondsOf([&] {
        centre.setup.timeZone = "Asia/Tokyo";
        figures.setUp(centre.setup, {}, centre.now);
        for (auto definition : kept) {
            definition.windowMs = 3'600'000;
            (void)figures.at(definition, centre.now).of("queue1");
        }
    });
    std::printf("{\"definitions\":%zu,\"factUs\":%.3f,\"advanceMs\":%.3f,\"valueUs\":%.3f,"
                "\"anewMs\":%.3f}\n",
                kept.size(), facts / factCount * 1e6, longestAdvance * 1e3,
                reading / double(std::max<std::size_t>(1, told)) * 1e6,
                anew / double(kept.size()) * 1e3);
    return 0;
}
