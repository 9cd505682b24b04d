// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/directory.h"

#include "models/text.h"

#include <algorithm>

namespace tandem {

namespace {

template <class List, class Key>
QString nameIn(const List &list, Key key, const std::string &id)
{
    const auto found = std::ranges::find(list, id, key);
    return toQString(found == list.end() ? id : found->name);
}

} // namespace

Directory::Directory(ServiceLink &link, QObject *parent) : QObject(parent), m_link(link) {}

void Directory::refresh()
{
    m_link.ask(protocol::SiteNames{}, [this](Result<protocol::SiteNamesReply> reply) {
        // Not connected, or a server that does not tell: codes will do until the next time.
        if (!reply)
            return;
        m_names = std::move(*reply);
        emit choicesChanged(m_names.notReadyReasons, m_names.dispositions);
        emit changed();
    });
}

void Directory::setAgents(const std::vector<protocol::AgentStatus> &agents)
{
    const auto known = m_agents;
    for (const auto &agent : agents) {
        m_agents[agent.id] = toQString(agent.name);
        m_users[agent.userName] = toQString(agent.name);
    }
    if (known != m_agents)
        emit changed();
}

QString Directory::skill(const SkillId &id) const
{
    return nameIn(m_names.skills, &protocol::SkillDefinition::id, id);
}

QString Directory::medium(const std::string &mediaType) const
{
    if (mediaType == "chat")
        return tr("Chat");
    return nameIn(m_names.mediaTypes, &protocol::MediaTypeDefinition::id, mediaType);
}

QString Directory::group(const std::string &id) const
{
    return nameIn(m_names.groups, &protocol::Choice::code, id);
}

QString Directory::agent(AgentId id) const
{
    const auto found = m_agents.find(id);
    return found == m_agents.end() ? QString() : found->second;
}

QString Directory::user(const std::string &userName) const
{
    const auto found = m_users.find(userName);
    return found == m_users.end() ? toQString(userName) : found->second;
}

} // namespace tandem
