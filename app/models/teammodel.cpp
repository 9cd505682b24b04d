// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/teammodel.h"

#include "models/agentmodel.h"
#include "models/text.h"

#include <algorithm>

namespace tandem {

namespace {

const protocol::Channel *channelOf(const protocol::AgentStatus &agent, const std::string &mediaType)
{
    const auto found = std::ranges::find(agent.channels, mediaType, &protocol::Channel::mediaType);
    return found == agent.channels.end() ? nullptr : &*found;
}

AgentState shownState(const protocol::AgentStatus &agent)
{
    return agent.connected ? agent.state : AgentState::LoggedOut;
}

} // namespace

bool TeamModel::canTake(const protocol::AgentStatus &agent, const std::string &mediaType)
{
    const auto *channel = channelOf(agent, mediaType);
    const auto state = channel ? channel->state.value_or(agent.state) : agent.state;
    return agent.connected && state == AgentState::Ready
           && (!channel || channel->active < channel->capacity);
}

QString TeamModel::load(const protocol::AgentStatus &agent)
{
    const auto *chat = channelOf(agent, "chat");
    if (!chat || !agent.connected)
        return {};
    return tr("%1 of %n chat(s)", nullptr, chat->capacity).arg(chat->active);
}

QString TeamModel::stateText(const protocol::AgentStatus &agent) const
{
    return AgentModel::stateText(shownState(agent),
                                 agent.connected ? agent.reason.value_or("") : "", m_reasons);
}

TeamModel::TeamModel(ServiceLink &link, QObject *parent) : QAbstractListModel(parent), m_link(link)
{
}

int TeamModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_agents.size());
}

QVariant TeamModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &agent = m_agents[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return toQString(agent.name);
    case Qt::AccessibleTextRole: return spoken(agent);
    case IdRole: return toQString(agent.id);
    case StateRole: return static_cast<int>(shownState(agent));
    case StateTextRole: return stateText(agent);
    case LoadRole: return load(agent);
    case CanTakeRole: return canTake(agent);
    default: return {};
    }
}

void TeamModel::setOwn(AgentId own, std::vector<protocol::Choice> reasons)
{
    m_own = own;
    m_reasons = std::move(reasons);
}

void TeamModel::refresh()
{
    if (m_loading == Loading::Busy)
        return;
    m_loading = Loading::Busy;
    emit loadingChanged();
    m_link.ask(protocol::AgentList{}, [this](Result<protocol::AgentListReply> reply) {
        m_loading = reply ? Loading::Idle : Loading::Failed;
        if (reply) {
            emit listed(reply->agents);
            show(std::move(reply->agents));
        }
        emit loadingChanged();
    });
}

void TeamModel::hear(const protocol::AgentStatus &status)
{
    auto agents = m_agents;
    const auto known = std::ranges::find(agents, status.id, &protocol::AgentStatus::id);
    if (known == agents.end())
        return;
    *known = status;
    show(std::move(agents));
}

AgentId TeamModel::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? AgentId{} : m_agents[static_cast<std::size_t>(row)].id;
}

void TeamModel::show(std::vector<protocol::AgentStatus> agents)
{
    std::erase_if(agents, [this](const auto &agent) { return agent.id == m_own; });
    std::ranges::stable_sort(agents, [](const auto &a, const auto &b) {
        const auto rank = [](const auto &agent) {
            return canTake(agent) ? 0 : agent.connected ? 1 : 2;
        };
        return std::pair(rank(a), toQString(a.name).toCaseFolded())
               < std::pair(rank(b), toQString(b.name).toCaseFolded());
    });
    if (agents == m_agents)
        return;
    beginResetModel();
    m_agents = std::move(agents);
    endResetModel();
}

QString TeamModel::spoken(const protocol::AgentStatus &agent) const
{
    return tr("%1, %2", "name, state").arg(toQString(agent.name), stateText(agent));
}

} // namespace tandem
