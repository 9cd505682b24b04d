// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/servicelink.h"
#include "models/models_export.h"
#include "protocol/agent.h"

#include <QAbstractListModel>

namespace tandem {

// The other agents, those who are ready first: whom a conversation can be given to. GUI thread.
class TANDEM_MODELS_EXPORT TeamModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Loading { Idle, Busy, Failed };
    Q_ENUM(Loading)
    enum Role {
        IdRole = Qt::UserRole + 1, // text of the AgentId
        NameRole,
        StateRole,     // int of AgentState
        StateTextRole, // "Ready", "Not ready · Lunch"
        LoadRole,      // "1 of 3 chats"
        CanTakeRole    // ready, connected and with room
    };

    explicit TeamModel(ServiceLink &link, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void setOwn(AgentId own, std::vector<protocol::Choice> reasons);
    // Asks the server anew.
    void refresh();
    void hear(const protocol::AgentStatus &status);
    AgentId idAt(int row) const;
    Loading loading() const { return m_loading; }

signals:
    void loadingChanged();

private:
    void show(std::vector<protocol::AgentStatus> agents);
    QString spoken(const protocol::AgentStatus &agent) const;

    ServiceLink &m_link;
    AgentId m_own;
    std::vector<protocol::Choice> m_reasons;
    std::vector<protocol::AgentStatus> m_agents;
    Loading m_loading = Loading::Idle;
};

} // namespace tandem
