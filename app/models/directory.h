// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/servicelink.h"
#include "models/models_export.h"
#include "protocol/names.h"

#include <QObject>

#include <map>

namespace tandem {

// How the company calls its skills, media, groups and people. What is not known yet is called by
// its code. GUI thread.
class TANDEM_MODELS_EXPORT Directory : public QObject
{
    Q_OBJECT

public:
    explicit Directory(ServiceLink &link, QObject *parent = nullptr);

    // Asks the server; what was known stays until it answers.
    void refresh();
    void setAgents(const std::vector<protocol::AgentStatus> &agents);

    const std::vector<protocol::SkillDefinition> &skills() const { return m_names.skills; }
    QString skill(const SkillId &id) const;
    QString medium(const std::string &mediaType) const;
    QString group(const std::string &id) const;
    // Empty where nobody of this id was heard of.
    QString agent(AgentId id) const;
    // By the name that they sign in with; the user name itself where they are not known.
    QString user(const std::string &userName) const;

signals:
    void changed();
    void choicesChanged(const std::vector<tandem::protocol::Choice> &notReadyReasons,
                        const std::vector<tandem::protocol::Choice> &dispositions);

private:
    ServiceLink &m_link;
    protocol::SiteNamesReply m_names;
    std::map<AgentId, QString> m_agents;
    std::map<std::string, QString> m_users;
};

} // namespace tandem
