// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/servicelink.h"
#include "models/models_export.h"
#include "protocol/interaction.h"

#include <QObject>
#include <QTimer>

namespace tandem {

// What the agent has parked for later. No fact tells what comes and goes there by itself, so it is
// read anew now and then. GUI thread.
class TANDEM_MODELS_EXPORT OwnWorkbin : public QObject
{
    Q_OBJECT

public:
    // id: "agent/alice".
    OwnWorkbin(ServiceLink &link, std::string id, QObject *parent = nullptr);

    const std::string &id() const { return m_id; }
    void refresh();
    const std::vector<protocol::Interaction> &entries() const { return m_entries; }
    const protocol::Interaction *find(InteractionId id) const;

signals:
    void changed();

private:
    ServiceLink &m_link;
    std::string m_id;
    std::vector<protocol::Interaction> m_entries;
    int m_question = 0; // answers to earlier ones are not looked at
    QTimer m_poll;
};

} // namespace tandem
