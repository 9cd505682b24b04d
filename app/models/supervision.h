// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/agentstable.h"
#include "models/interactionstable.h"
#include "models/models_export.h"
#include "models/queuefigures.h"
#include "protocol/facts.h"
#include "protocol/supervision.h"

#include <QTimer>

#include <optional>
#include <set>

namespace tandem {

class Directory;
class LiveStatistics;
class ServiceLink;

// The work of all, live while a page shows it: agents, queues, open interactions; and what a
// supervisor does about agents. GUI thread.
class TANDEM_MODELS_EXPORT Supervision : public QObject
{
    Q_OBJECT

public:
    enum class Loading { Idle, Busy, Failed };
    Q_ENUM(Loading)

    Supervision(ServiceLink &link, const Directory &names, const Clock &clock,
                LiveStatistics &statistics, QObject *parent = nullptr);

    // Who looks, by roles: supervisors and administrators see all as it happens; others see agents
    // and queues as they are asked for.
    void setRoles(const std::vector<Role> &roles);
    bool watches() const { return m_watches; }
    bool mayDirect() const { return m_mayDirect; }
    bool mayRemovePictures() const { return m_mayRemovePictures; }

    AgentsTable &agents() { return m_agents; }
    InteractionsTable &interactions() { return m_interactions; }
    QueueFigures &queues() { return m_queues; }
    const protocol::SiteDocument &site() const { return m_site; }
    Loading loading() const { return m_loading; }
    QString problem() const { return m_problem; }

    // A page by this name is on the screen, or no more.
    void setShown(const QString &page, bool isShown);
    void refresh();

    // Of these agents: the next conversation is to be monitored, or each; or no more.
    void monitorNext(const std::vector<AgentId> &agents, bool isAlways);
    void monitorNext(const QueueId &queue, bool isAlways);
    void cancelMonitorNext(const std::vector<AgentId> &agents);
    void cancelMonitorNext(const QueueId &queue);
    // Whose next conversations are; known once asked for.
    const std::vector<protocol::MonitorOrder> &orders() const { return m_orders; }
    void askOrders();

    void setState(const std::vector<AgentId> &agents, AgentState state, const std::string &reason);
    // Nobody sees it any more; the agent may set another.
    void removePicture(AgentId agent);

signals:
    void loadingChanged();
    void siteChanged();
    void ordersChanged();
    void refused(const tandem::Error &error);

private:
    void hear(const protocol::Fact &fact);
    void start();
    void stop();
    void askAgents();
    void askQueues();
    void askSite();
    void askInteractions(std::optional<InteractionId> after);
    void onAnswer(const Error *error);
    void wish();
    template <protocol::Request R>
    void order(R request);

    ServiceLink &m_link;
    LiveStatistics &m_statistics;
    AgentsTable m_agents;
    InteractionsTable m_interactions;
    QueueFigures m_queues;
    protocol::SiteDocument m_site;
    std::vector<protocol::MonitorOrder> m_orders;
    std::set<QString> m_shown;
    QTimer m_poll;
    bool m_watches = false;
    bool m_mayDirect = false;
    bool m_mayRemovePictures = false;
    bool m_readsSite = false;
    bool m_hasSite = false;
    int m_list = 0; // number of the list that is being read: an older one's pages do not count
    int m_open = 0; // answers that are missing
    Loading m_loading = Loading::Idle;
    QString m_problem;
};

} // namespace tandem
