// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/interactionstable.h"

#include "models/directory.h"
#include "models/figuretext.h"
#include "models/text.h"
#include "models/timetext.h"

#include <QLocale>

#include <algorithm>

namespace tandem {

namespace {

bool isNumber(int column) { return column >= InteractionsTable::Waited; }

bool isInHand(const protocol::Interaction &interaction)
{
    return interaction.state == InteractionState::Handling
           || interaction.state == InteractionState::Consulting
           || interaction.state == InteractionState::AfterContactWork;
}

} // namespace

InteractionsTable::InteractionsTable(const Directory &names, const Clock &clock,
                                     const AgentsTable &agents, QObject *parent)
    : QAbstractTableModel(parent), m_names(names), m_clock(clock), m_agents(agents)
{
    const auto showNames = [this] {
        if (!m_rows.empty())
            emit dataChanged(index(0, Agent), index(rowCount() - 1, Agent));
    };
    connect(&agents, &QAbstractItemModel::modelReset, this, showNames);
    connect(&agents, &QAbstractItemModel::rowsInserted, this, showNames);
}

int InteractionsTable::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int InteractionsTable::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant InteractionsTable::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &interaction = m_rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole: return text(interaction, column);
    case Qt::AccessibleTextRole: return spoken(interaction, column);
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(column) ? Qt::AlignTrailing : Qt::AlignLeading)
                                | Qt::AlignVCenter);
    case IdRole: return toQString(interaction.id);
    case SortRole: return sortKey(interaction, column);
    case StateRole: return static_cast<int>(interaction.state);
    case QueueRole: return toQString(interaction.queueId);
    case SubjectRole: return toQString(interaction.subject);
    case LateRole: return isLate(interaction);
    case SearchRole:
        return QStringList{toQString(interaction.contact.name), toQString(interaction.subject),
                           toQString(interaction.queueName), agentText(interaction),
                           stateName(interaction.state)}
            .join(QLatin1Char('\n'));
    default: return {};
    }
}

QVariant InteractionsTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignTrailing : Qt::AlignLeading)
                                | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Contact: return tr("Contact");
    case State: return tr("State");
    case Queue: return tr("Queue");
    case Agent: return tr("Agent");
    case Channel: return tr("Channel");
    case Waited: return tr("Waited");
    case Handled: return tr("Handled");
    case Priority: return tr("Priority");
    case Due: return tr("Due");
    }
    return {};
}

void InteractionsTable::beginList() { m_seen.clear(); }

void InteractionsTable::addPage(const std::vector<protocol::Interaction> &page)
{
    for (const auto &interaction : page)
        place(interaction);
    emit loadsChanged();
}

void InteractionsTable::endList()
{
    std::vector<InteractionId> gone;
    for (const auto &interaction : m_rows) {
        if (!m_seen.contains(interaction.id))
            gone.push_back(interaction.id);
    }
    for (const auto id : gone)
        remove(id);
    if (!gone.empty())
        emit loadsChanged();
}

void InteractionsTable::hear(const protocol::Interaction &interaction)
{
    if (interaction.state == InteractionState::Done)
        remove(interaction.id);
    else
        place(interaction);
    emit loadsChanged();
}

void InteractionsTable::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
    emit loadsChanged();
}

void InteractionsTable::place(const protocol::Interaction &interaction)
{
    m_seen.insert(interaction.id);
    if (const int row = rowOf(interaction.id); row >= 0) {
        m_rows[static_cast<std::size_t>(row)] = interaction;
        emit dataChanged(index(row, 0), index(row, columns - 1));
        return;
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_rows.push_back(interaction);
    endInsertRows();
}

void InteractionsTable::remove(InteractionId id)
{
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

int InteractionsTable::rowOf(InteractionId id) const
{
    const auto found = std::ranges::find(m_rows, id, &protocol::Interaction::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

InteractionId InteractionsTable::idAt(int row) const
{
    return row < 0 || row >= rowCount() ? InteractionId{}
                                        : m_rows[static_cast<std::size_t>(row)].id;
}

const protocol::Interaction *InteractionsTable::find(InteractionId id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_rows[static_cast<std::size_t>(row)];
}

std::map<AgentId, AgentsTable::Load> InteractionsTable::loads() const
{
    std::map<AgentId, AgentsTable::Load> loads;
    for (const auto &interaction : m_rows) {
        if (!isInHand(interaction))
            continue;
        if (interaction.agentId)
            ++loads[*interaction.agentId][interaction.mediaType];
        for (const auto member : interaction.memberIds)
            ++loads[member][interaction.mediaType];
    }
    return loads;
}

Ms InteractionsTable::waited(const protocol::Interaction &interaction) const
{
    return interaction.acceptedAt.value_or(m_clock.now().utc) - interaction.queuedAt;
}

std::optional<Ms> InteractionsTable::handled(const protocol::Interaction &interaction) const
{
    if (!interaction.acceptedAt || !isInHand(interaction))
        return {};
    return m_clock.now().utc - *interaction.acceptedAt;
}

bool InteractionsTable::isLate(const protocol::Interaction &interaction) const
{
    return interaction.dueAt && *interaction.dueAt < m_clock.now().utc;
}

QString InteractionsTable::agentText(const protocol::Interaction &interaction) const
{
    if (!interaction.agentId)
        return {};
    const auto name = m_agents.nameOf(*interaction.agentId);
    const int others = static_cast<int>(interaction.memberIds.size());
    return others > 0 ? tr("%1 and %n more", "an agent and others", others).arg(name) : name;
}

QVariant InteractionsTable::text(const protocol::Interaction &interaction, Column column) const
{
    switch (column) {
    case Contact:
        return interaction.contact.name.empty() ? tr("Unknown")
                                                : toQString(interaction.contact.name);
    case State: return stateName(interaction.state);
    case Queue: return toQString(interaction.queueName);
    case Agent: {
        const auto agent = agentText(interaction);
        return agent.isEmpty() ? figuretext::nothing() : agent;
    }
    case Channel: return m_names.medium(interaction.mediaType);
    case Waited: return timetext::running(waited(interaction));
    case Handled: return figuretext::wait(handled(interaction));
    case Priority: return QLocale().toString(interaction.priority);
    case Due: return interaction.dueAt ? timetext::clock(*interaction.dueAt) : QString();
    }
    return {};
}

QVariant InteractionsTable::sortKey(const protocol::Interaction &interaction, Column column) const
{
    switch (column) {
    case State: return static_cast<int>(interaction.state);
    case Waited: return static_cast<qlonglong>(waited(interaction).count());
    case Handled: return static_cast<qlonglong>(handled(interaction).value_or(Ms(-1)).count());
    case Priority: return interaction.priority;
    case Due:
        // Those without a due time come last.
        return interaction.dueAt ? static_cast<qlonglong>(toMs(*interaction.dueAt))
                                 : std::numeric_limits<qlonglong>::max();
    default: return text(interaction, column).toString().toCaseFolded();
    }
}

QString InteractionsTable::spoken(const protocol::Interaction &interaction, Column column) const
{
    switch (column) {
    case Contact:
        return interaction.subject.empty()
                   ? text(interaction, column).toString()
                   : tr("%1: %2", "contact: subject")
                         .arg(text(interaction, column).toString(), toQString(interaction.subject));
    case Waited: return timetext::inWords(waited(interaction));
    case Handled:
        return handled(interaction) ? timetext::inWords(*handled(interaction)) : QString();
    default: return text(interaction, column).toString();
    }
}

QString InteractionsTable::stateName(InteractionState state)
{
    switch (state) {
    case InteractionState::Queued: return tr("Waiting");
    case InteractionState::Routing: return tr("Looking for an agent");
    case InteractionState::Offered: return tr("Offered");
    case InteractionState::Handling: return tr("In conversation");
    case InteractionState::Consulting: return tr("In consultation");
    case InteractionState::Parked: return tr("Parked");
    case InteractionState::AfterContactWork: return tr("After contact work");
    case InteractionState::Done: return tr("Done");
    }
    return {};
}

} // namespace tandem
