// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/models_export.h"
#include "protocol/site.h"

#include <QAbstractTableModel>

#include <map>
#include <optional>
#include <vector>

namespace tandem {

class Directory;
class LiveStatistics;

// All agents as a supervisor sees them: state and for how long, where, what each has in hand.
// Clocks run without a signal: whoever shows them paints anew. GUI thread.
class TANDEM_MODELS_EXPORT AgentsTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, State, Since, Place, Groups, Handling, Free, AcceptedToday, Occupancy };
    static constexpr int columns = Occupancy + 1;
    enum Role {
        IdRole = Qt::UserRole + 1, // text of the AgentId
        SortRole,
        StateRole,  // int of AgentState
        GroupsRole, // ids
        SearchRole  // what a search looks into
    };
    // Interactions in hand by media type.
    using Load = std::map<std::string, int>;

    AgentsTable(const Directory &names, const Clock &clock, const LiveStatistics &statistics,
                QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void show(const std::vector<protocol::AgentStatus> &agents);
    // As it happens: from now on, since the clocks of two machines differ.
    void hear(const protocol::AgentStatus &agent);
    // Counted from the open interactions; until then what the server said of each agent counts.
    void setLoads(std::map<AgentId, Load> loads);
    // Names of reasons, groups, places.
    void setSite(const protocol::SiteDocument &site);

    const protocol::AgentStatus *find(AgentId id) const;
    AgentId idAt(int row) const;
    QString nameOf(AgentId id) const; // "" where nobody is known by it
    std::vector<std::string> userNames() const;
    std::map<AgentState, int> countByState() const;
    int freeCount() const;
    // Those whom nobody reaches are logged out, whatever they had set.
    static AgentState shownState(const protocol::AgentStatus &agent);

signals:
    // A state or somebody's presence, not only a clock.
    void statesChanged();

private:
    struct Row
    {
        protocol::AgentStatus agent;
        UtcTime since{};
    };

    // Who never signed in is in no state since a time.
    static bool hasBegun(const Row &row) { return row.since > UtcTime{}; }
    void place(const protocol::AgentStatus &agent, UtcTime since);
    bool isFree(const protocol::AgentStatus &agent) const;
    int inHand(const protocol::AgentStatus &agent, const protocol::Channel &channel) const;
    QVariant text(const Row &row, Column column) const;
    QVariant sortKey(const Row &row, Column column) const;
    QString handling(const protocol::AgentStatus &agent) const;
    QString spoken(const Row &row, Column column) const;
    std::optional<double> figure(const Row &row, protocol::Measure measure) const;
    void columnsChanged(Column first, Column last);

    const Directory &m_names;
    const Clock &m_clock;
    const LiveStatistics &m_statistics;
    protocol::SiteDocument m_site;
    std::optional<std::map<AgentId, Load>> m_loads;
    std::vector<Row> m_rows;
};

} // namespace tandem
