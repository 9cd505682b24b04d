// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "interactions/interactions.h"
#include "protocol/metrics.h"
#include "protocol/statistics.h"
#include "statistics/figures.h"
#include "statistics/servicespresent.h"
#include "statistics/subscriptions.h"
#include "statistics/totals.h"

namespace tandem {

// Live figures of the work: what the site's definitions ask for, kept up with every fact and, after
// a start, counted from the fact log. Core thread.
class Statistics final : public StoredState
{
public:
    Statistics(Engine &engine, Site &site, Agents &agents, Interactions &interactions);

    Result<void> load(Database &database) override;

    // How long it will take until one at that position of the queue, counted from 1, is accepted;
    // nothing where nothing is known of it.
    std::optional<Ms> estimatedWait(const QueueId &queue, int position) const
    {
        return m_figures.estimatedWait(queue, position, m_engine.now().utc);
    }

private:
    void serveRequests();
    void addActions();
    Result<std::string> statistic(const ActionCall &call);
    // The queue that an attribute names, else the interaction's.
    std::string queueOf(const ActionCall &call, const std::string &attribute) const;
    void takeFromSite();
    void advance();
    void heard(const protocol::Fact &fact);
    Result<protocol::StatisticReply> query(const protocol::StatisticQuery &request);
    Result<protocol::QueueWaitReply> queueWait(const protocol::QueueWait &request);
    protocol::ServerMetricsReply metrics() const;

    Engine &m_engine;
    Site &m_site;
    Agents &m_agents;
    Interactions &m_interactions;
    statistics::ServicesPresent m_present;
    statistics::Figures m_figures;
    statistics::Subscriptions m_subscriptions;
    statistics::Totals m_totals;
};

} // namespace tandem
