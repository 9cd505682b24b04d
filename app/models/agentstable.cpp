// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/agentstable.h"

#include "models/agentmodel.h"
#include "models/directory.h"
#include "models/figuretext.h"
#include "models/livestatistics.h"
#include "models/text.h"
#include "models/timetext.h"

#include <algorithm>

namespace tandem {

namespace {

QString placeName(const std::vector<protocol::PlaceDefinition> &places, const std::string &id)
{
    const auto found = std::ranges::find(places, id, &protocol::PlaceDefinition::id);
    return toQString(found == places.end() ? id : found->name);
}

} // namespace

AgentsTable::AgentsTable(const Directory &names, const Clock &clock,
                         const LiveStatistics &statistics, QObject *parent)
    : QAbstractTableModel(parent), m_names(names), m_clock(clock), m_statistics(statistics)
{
    connect(&statistics, &LiveStatistics::changed, this,
            [this] { columnsChanged(AcceptedToday, Occupancy); });
}

int AgentsTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int AgentsTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant AgentsTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &row = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(row, column);
    case Qt::AccessibleTextRole: return spoken(row, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>(
            (column == Since || column >= AcceptedToday ? Qt::AlignTrailing : Qt::AlignLeading)
            | Qt::AlignVCenter);
    case IdRole: return toQString(row.agent.id);
    case SortRole: return sortKey(row, column);
    case StateRole: return static_cast<int>(shownState(row.agent));
    case GroupsRole: {
        QStringList groups;
        for (const auto &group : row.agent.groups)
            groups += toQString(group);
        return groups;
    }
    case SearchRole:
        return QStringList{toQString(row.agent.name), toQString(row.agent.userName),
                           text(row, State).toString(), text(row, Place).toString(),
                           text(row, Groups).toString()}
            .join(QLatin1Char('\n'));
    default: return {};
    }
}

QVariant AgentsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(
            (section == Since || section >= AcceptedToday ? Qt::AlignTrailing : Qt::AlignLeading)
            | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name: return tr("Agent");
    case State: return tr("State");
    case Since: return tr("Since");
    case Place: return tr("Place");
    case Groups: return tr("Groups");
    case Handling: return tr("In hand");
    case Free: return tr("Free");
    case AcceptedToday: return tr("Accepted today");
    case Occupancy: return tr("Occupancy");
    }
    return {};
}

void AgentsTable::show(const std::vector<protocol::AgentStatus> &agents)
{
    beginResetModel();
    m_rows.clear();
    const auto now = m_clock.now().utc;
    for (const auto &agent : agents)
        m_rows.push_back({agent, std::min(agent.stateSince, now)});
    endResetModel();
    emit statesChanged();
}

void AgentsTable::hear(const protocol::AgentStatus &agent)
{
    const auto *known = find(agent.id);
    const bool isSame =
        known && shownState(*known) == shownState(agent) && known->reason == agent.reason;
    const auto since = [&] {
        for (const auto &row : m_rows) {
            if (isSame && row.agent.id == agent.id)
                return row.since;
        }
        return m_clock.now().utc;
    }();
    place(agent, since);
    emit statesChanged();
}

void AgentsTable::place(const protocol::AgentStatus &agent, UtcTime since)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].agent.id != agent.id)
            continue;
        m_rows[i] = {agent, since};
        const int row = static_cast<int>(i);
        emit dataChanged(index(row, 0), index(row, columns - 1));
        return;
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back({agent, since});
    endInsertRows();
}

void AgentsTable::setLoads(std::map<AgentId, Load> loads)
{
    if (loads == m_loads)
        return;
    m_loads = std::move(loads);
    columnsChanged(Handling, Free);
    emit statesChanged();
}

void AgentsTable::setSite(const protocol::SiteDocument &site)
{
    m_site = site;
    columnsChanged(Name, Occupancy);
}

void AgentsTable::columnsChanged(Column first, Column last)
{
    if (!m_rows.empty())
        emit dataChanged(index(0, first), index(rowCount() - 1, last));
}

const protocol::AgentStatus *AgentsTable::find(AgentId id) const
{
    const auto found =
        std::ranges::find_if(m_rows, [id](const Row &row) { return row.agent.id == id; });
    return found == m_rows.end() ? nullptr : &found->agent;
}

AgentId AgentsTable::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? AgentId{}
                                        : m_rows[static_cast<std::size_t>(row)].agent.id;
}

QString AgentsTable::nameOf(AgentId id) const
{
    const auto *agent = find(id);
    return agent ? toQString(agent->name) : QString();
}

std::vector<std::string> AgentsTable::userNames() const
{
    std::vector<std::string> names;
    for (const auto &row : m_rows)
        names.push_back(row.agent.userName);
    return names;
}

std::map<AgentState, int> AgentsTable::countByState() const
{
    std::map<AgentState, int> counts;
    for (const auto &row : m_rows)
        ++counts[shownState(row.agent)];
    return counts;
}

int AgentsTable::freeCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_rows, [this](const Row &row) { return isFree(row.agent); }));
}

AgentState AgentsTable::shownState(const protocol::AgentStatus &agent)
{
    return agent.connected ? agent.state : AgentState::LoggedOut;
}

int AgentsTable::inHand(const protocol::AgentStatus &agent, const protocol::Channel &channel) const
{
    if (!m_loads)
        return channel.active;
    const auto load = m_loads->find(agent.id);
    if (load == m_loads->end())
        return 0;
    const auto count = load->second.find(channel.mediaType);
    return count == load->second.end() ? 0 : count->second;
}

bool AgentsTable::isFree(const protocol::AgentStatus &agent) const
{
    if (!agent.connected)
        return false;
    return std::ranges::any_of(agent.channels, [&](const protocol::Channel &channel) {
        return channel.state.value_or(agent.state) == AgentState::Ready
               && inHand(agent, channel) < channel.capacity;
    });
}

QVariant AgentsTable::text(const Row &row, Column column) const
{
    const auto &agent = row.agent;
    switch (column) {
    case Name: return toQString(agent.name);
    case State:
        return AgentModel::stateText(shownState(agent),
                                     agent.connected ? agent.reason.value_or("") : "",
                                     m_site.notReadyReasons);
    case Since:
        return hasBegun(row) ? timetext::running(m_clock.now().utc - row.since)
                             : figuretext::nothing();
    case Place: return agent.place ? placeName(m_site.places, *agent.place) : figuretext::nothing();
    case Groups: {
        QStringList names;
        for (const auto &group : agent.groups)
            names += m_names.group(group);
        return names.isEmpty() ? figuretext::nothing() : names.join(QStringLiteral(", "));
    }
    case Handling: return handling(agent);
    case Free: return isFree(agent) ? tr("Yes") : tr("No");
    case AcceptedToday: return figuretext::count(figure(row, protocol::Measure::Accepted));
    case Occupancy: return figuretext::percent(figure(row, protocol::Measure::Occupancy));
    }
    return {};
}

QVariant AgentsTable::sortKey(const Row &row, Column column) const
{
    switch (column) {
    case State: {
        // Those at work first; whom nobody reaches last.
        static constexpr int ranks[] = {4, 0, 2, 1, 3};
        return ranks[static_cast<int>(shownState(row.agent))];
    }
    case Since: return static_cast<qlonglong>((m_clock.now().utc - row.since).count());
    case Handling: {
        int sum = 0;
        for (const auto &channel : row.agent.channels)
            sum += inHand(row.agent, channel);
        return sum;
    }
    case Free: return isFree(row.agent) ? 0 : 1;
    case AcceptedToday: return figure(row, protocol::Measure::Accepted).value_or(-1);
    case Occupancy: return figure(row, protocol::Measure::Occupancy).value_or(-1);
    default: return text(row, column).toString().toCaseFolded();
    }
}

QString AgentsTable::handling(const protocol::AgentStatus &agent) const
{
    QStringList parts;
    for (const auto &channel : agent.channels) {
        const int active = inHand(agent, channel);
        if (channel.capacity > 0 && (agent.connected || active > 0)) {
            parts += tr("%1 %2 of %3", "channel, in hand, at most")
                         .arg(m_names.medium(channel.mediaType))
                         .arg(active)
                         .arg(channel.capacity);
        }
    }
    return parts.isEmpty() ? figuretext::nothing() : parts.join(QStringLiteral(" · "));
}

QString AgentsTable::spoken(const Row &row, Column column) const
{
    if (column == Since && hasBegun(row))
        return timetext::inWords(m_clock.now().utc - row.since);
    if (column == Free)
        return isFree(row.agent) ? tr("Free") : tr("Not free");
    return text(row, column).toString();
}

std::optional<double> AgentsTable::figure(const Row &row, protocol::Measure measure) const
{
    return m_statistics.value(
        {protocol::StatisticObject::Agent, measure, protocol::Window::Midnight},
        row.agent.userName);
}

} // namespace tandem
