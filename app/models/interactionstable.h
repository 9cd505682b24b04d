// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/agentstable.h"
#include "models/models_export.h"
#include "protocol/types.h"

#include <QAbstractTableModel>

#include <set>
#include <vector>

namespace tandem {

class Directory;

// All interactions that are not done, as a supervisor sees them. GUI thread.
class TANDEM_MODELS_EXPORT InteractionsTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Contact, State, Queue, Agent, Channel, Waited, Handled, Priority, Due };
    static constexpr int columns = Due + 1;
    enum Role {
        IdRole = Qt::UserRole + 1, // text of the InteractionId
        SortRole,
        StateRole,   // int of InteractionState
        QueueRole,   // its id
        SubjectRole, // of any column
        LateRole,    // the due time is over
        SearchRole
    };

    InteractionsTable(const Directory &names, const Clock &clock, const AgentsTable &agents,
                      QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // A list that comes page by page: begin, the pages, end. What is on no page and of which
    // nothing was heard since is gone.
    void beginList();
    void addPage(const std::vector<protocol::Interaction> &page);
    void endList();
    void hear(const protocol::Interaction &interaction);
    void clear();

    InteractionId idAt(int row) const;
    const protocol::Interaction *find(InteractionId id) const;
    std::map<AgentId, AgentsTable::Load> loads() const;

    static QString stateName(InteractionState state);

signals:
    // Somebody has more or less in hand.
    void loadsChanged();

private:
    void place(const protocol::Interaction &interaction);
    void remove(InteractionId id);
    int rowOf(InteractionId id) const;
    Ms waited(const protocol::Interaction &interaction) const;
    std::optional<Ms> handled(const protocol::Interaction &interaction) const;
    QString agentText(const protocol::Interaction &interaction) const;
    QVariant text(const protocol::Interaction &interaction, Column column) const;
    QVariant sortKey(const protocol::Interaction &interaction, Column column) const;
    QString spoken(const protocol::Interaction &interaction, Column column) const;
    bool isLate(const protocol::Interaction &interaction) const;

    const Directory &m_names;
    const Clock &m_clock;
    const AgentsTable &m_agents;
    std::vector<protocol::Interaction> m_rows;
    std::set<InteractionId> m_seen; // since beginList
};

} // namespace tandem
