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
    // In the order of the rows.
    const std::vector<protocol::AgentStatus> &agents() const { return m_agents; }

    // Whether the agent could take one more interaction of that medium now.
    static bool canTake(const protocol::AgentStatus &agent, const std::string &mediaType = "chat");
    // "1 of 3 chats", empty for who is not there.
    static QString load(const protocol::AgentStatus &agent);
    QString stateText(const protocol::AgentStatus &agent) const;

signals:
    void loadingChanged();
    // The server has told all agents, the own one too.
    void listed(const std::vector<tandem::protocol::AgentStatus> &agents);

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
