// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/servicelink.h"
#include "models/models_export.h"
#include "protocol/agent.h"

#include <QImage>
#include <QObject>
#include <QTimer>

#include <map>
#include <set>

namespace tandem {

// Pictures of agents, by the names that are shown; each is asked for when it is first wanted. Where
// two agents have one name, neither has a picture. GUI thread.
class TANDEM_MODELS_EXPORT AgentPictures : public QObject
{
    Q_OBJECT

public:
    explicit AgentPictures(ServiceLink &link, QObject *parent = nullptr);

    void setOwn(const protocol::AgentStatus &own);
    void setAgents(const std::vector<protocol::AgentStatus> &agents);
    void hear(const protocol::AgentStatus &agent);

    // Square; null where there is none, or it is not here yet.
    QImage picture(const QString &agentName);
    bool hasOwn() const;

    // Its middle, as large as the server takes it. It is the own one once the server has it.
    void change(const QImage &picture);
    void remove();

signals:
    void changed();
    void refused(const tandem::Error &error);

private:
    struct Known
    {
        QString name;
        std::string hash; // empty: none
    };

    void tell(const std::string &hash, const std::optional<std::string> &bytes);
    void keep(const std::string &hash, const QByteArray &bytes);
    void fetch(const std::string &hash);

    ServiceLink &m_link;
    AgentId m_own;
    std::map<AgentId, Known> m_agents;
    std::map<std::string, QImage> m_images; // by hash
    std::set<std::string> m_asked;
    QTimer m_arrived; // several at once are told once
};

// The middle square of a picture as a PNG of at most 64 KiB and 256 pixels a side; empty for none.
TANDEM_MODELS_EXPORT QByteArray agentPicture(const QImage &picture);

} // namespace tandem
