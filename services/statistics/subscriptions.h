// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/agents.h"
#include "protocol/statistics.h"
#include "statistics/figures.h"

#include <map>
#include <string>
#include <vector>

namespace tandem::statistics {

// Who wants to be told which figures: one subscription a session, told what has changed at its
// interval as long as the session has a connection, and over with it. Core thread.
class Subscriptions
{
public:
    static constexpr std::size_t mostValues = 10'000;

    Subscriptions(Engine &engine, const Site &site, const Agents &agents, Figures &figures);

    Result<protocol::SubscribeReply> subscribe(const Caller &caller,
                                               const protocol::StatisticsSubscribe &request);
    // After a load, which forgets all timers.
    void goOn();

private:
    struct Told
    {
        std::string objectId;
        std::optional<double> value;
    };
    // By the id of a definition, which may be changed, and missing, meanwhile.
    struct Part
    {
        std::string statisticId;
        std::vector<Told> objects;
    };
    struct Subscription
    {
        SessionId session;
        Ms interval;
        double minimumChange = 0;
        std::vector<Part> parts;
        TimerId timer = TimerId::None;
    };

    Result<void> check(const Caller &caller, const protocol::StatisticsSubscribe &request) const;
    Result<void> checkObjects(const Caller &caller,
                              const protocol::StatisticsSubscribe &request) const;
    Result<std::vector<Part>> partsOf(const protocol::StatisticsSubscribe &request) const;
    // The values that are to be told, which then count as told.
    std::vector<protocol::StatisticValue> news(Subscription &subscription, bool isFirst);
    const protocol::StatisticDefinition *definition(const std::string &id) const;
    void begin(AgentId agent);
    void tell(AgentId agent);
    void end(AgentId agent);

    Engine &m_engine;
    const Site &m_site;
    const Agents &m_agents;
    Figures &m_figures;
    std::map<AgentId, Subscription> m_subscriptions;
};

} // namespace tandem::statistics
