// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/communicatormodel.h"

#include "models/desksession.h"
#include "models/settings.h"
#include "models/text.h"
#include "models/textmatch.h"

#include <algorithm>

namespace tandem {

namespace {

QString keyOf(const char *kind, const std::string &id)
{
    return QString::fromLatin1(kind) + QLatin1Char('/') + toQString(id);
}

} // namespace

CommunicatorModel::CommunicatorModel(DeskSession &session, Settings &settings, Extent extent,
                                     QObject *parent)
    : QAbstractListModel(parent), m_session(session), m_settings(settings), m_extent(extent)
{
    connect(&session.team(), &TeamModel::loadingChanged, this, &CommunicatorModel::rebuild);
    connect(&session.team(), &QAbstractItemModel::modelReset, this, &CommunicatorModel::rebuild);
    connect(&session.queues(), &QueuesModel::refreshed, this, &CommunicatorModel::rebuild);
    connect(&session.directory(), &Directory::changed, this, &CommunicatorModel::rebuild);
    connect(&settings, &Settings::changed, this, &CommunicatorModel::rebuild);
    connect(&session.team(), &TeamModel::loadingChanged, this, &CommunicatorModel::loadingChanged);
    rebuild();
}

int CommunicatorModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant CommunicatorModel::data(const QModelIndex &index, int role) const
{
    const auto *entry = index.isValid() ? at(index.row()) : nullptr;
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return entry->name;
    case Qt::AccessibleTextRole: return spoken(*entry);
    case SectionRole: return static_cast<int>(entry->section);
    case StartsSectionRole:
        return index.row() == 0 || at(index.row() - 1)->section != entry->section;
    case KindRole: return static_cast<int>(entry->kind);
    case KeyRole: return entry->key;
    case DetailRole: return entry->detail;
    case TrailingRole: return entry->trailing;
    case StateRole: return static_cast<int>(entry->state);
    case CanTakeRole: return entry->canTake;
    case FavouriteRole: return m_settings.favourites().contains(entry->key);
    default: return {};
    }
}

void CommunicatorModel::setSearch(const QString &text)
{
    m_search = text.trimmed();
    rebuild();
}

void CommunicatorModel::setMedium(const std::string &mediaType)
{
    m_medium = mediaType;
    rebuild();
}

void CommunicatorModel::setCommands(std::vector<Command> commands)
{
    m_commands = std::move(commands);
    rebuild();
}

void CommunicatorModel::refresh()
{
    m_session.team().refresh();
    m_session.queues().refresh();
    rebuild();
}

CommunicatorModel::Loading CommunicatorModel::loading() const
{
    switch (m_session.team().loading()) {
    case TeamModel::Loading::Busy: return Loading::Busy;
    case TeamModel::Loading::Failed: return Loading::Failed;
    case TeamModel::Loading::Idle: break;
    }
    return Loading::Idle;
}

int CommunicatorModel::rowOf(const QString &key) const
{
    const auto found = std::ranges::find(m_entries, key, &Entry::key);
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

bool CommunicatorModel::isTarget(int row) const
{
    const auto *entry = at(row);
    return entry && entry->kind != Kind::Conversation && entry->kind != Kind::Command;
}

protocol::Target CommunicatorModel::targetAt(int row) const
{
    const auto *entry = at(row);
    return entry ? entry->target : protocol::Target{};
}

InteractionId CommunicatorModel::conversationAt(int row) const
{
    const auto *entry = at(row);
    return entry ? entry->conversation : InteractionId{};
}

std::function<void()> CommunicatorModel::commandAt(int row) const
{
    const auto *entry = at(row);
    return entry && entry->command >= 0 ? m_commands[static_cast<std::size_t>(entry->command)].run
                                        : std::function<void()>();
}

void CommunicatorModel::toggleFavourite(int row)
{
    if (!isTarget(row))
        return;
    const auto key = at(row)->key;
    m_settings.setFavourite(key, !m_settings.favourites().contains(key));
}

void CommunicatorModel::turnedTo(int row)
{
    // By value: the settings' change rebuilds the list.
    if (isTarget(row))
        m_settings.addRecent(QString(at(row)->key));
}

QString CommunicatorModel::sectionName(Section section)
{
    switch (section) {
    case Section::Favourites: return tr("Favourites");
    case Section::Recent: return tr("Recent");
    case Section::Conversations: return tr("Your conversations");
    case Section::Agents: return tr("Agents");
    case Section::Queues: return tr("Queues");
    case Section::Skills: return tr("Skills");
    case Section::Commands: return tr("Commands");
    }
    return {};
}

void CommunicatorModel::rebuild()
{
    auto entries = m_search.isEmpty() ? listed() : searched();
    if (std::ranges::equal(entries, m_entries, isSame)) {
        // A star or a state may have changed.
        m_entries = std::move(entries);
        if (!m_entries.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

std::vector<CommunicatorModel::Entry> CommunicatorModel::all() const
{
    auto entries = m_extent == Extent::Everything ? conversations() : std::vector<Entry>();
    std::ranges::move(targets(), std::back_inserter(entries));
    if (m_extent == Extent::Everything)
        std::ranges::move(commands(), std::back_inserter(entries));
    return entries;
}

std::vector<CommunicatorModel::Entry> CommunicatorModel::targets() const
{
    std::vector<Entry> entries;
    const auto &team = m_session.team();
    for (const auto &agent : team.agents()) {
        Entry entry;
        entry.key = keyOf("agent", agent.userName);
        entry.name = toQString(agent.name);
        entry.words = toQString(agent.userName);
        entry.canTake = TeamModel::canTake(agent, m_medium);
        entry.state = agent.connected ? agent.state : AgentState::LoggedOut;
        entry.detail = team.stateText(agent);
        entry.trailing = entry.canTake ? tr("free · %1", "how much in hand").arg(team.load(agent))
                                       : team.load(agent);
        entry.target.agentId = agent.id;
        entries.push_back(std::move(entry));
    }
    for (const auto &queue : m_session.queues().queues()) {
        Entry entry;
        entry.section = Section::Queues;
        entry.kind = Kind::Queue;
        entry.key = keyOf("queue", queue.id);
        entry.name = toQString(queue.name);
        entry.words = toQString(queue.id);
        entry.detail =
            queue.waiting == 0 ? tr("nobody waits") : tr("%n waiting", nullptr, queue.waiting);
        entry.trailing = tr("%n agent(s) ready", nullptr, queue.agentsReady);
        entry.target.queueId = queue.id;
        entries.push_back(std::move(entry));
    }
    for (const auto &skill : m_session.directory().skills()) {
        Entry entry;
        entry.section = Section::Skills;
        entry.kind = Kind::Skill;
        entry.key = keyOf("skill", skill.id);
        entry.name = toQString(skill.name.empty() ? skill.id : skill.name);
        entry.words = toQString(skill.id);
        entry.detail = tr("whoever has this skill and is free");
        entry.target.skill = skill.id;
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<CommunicatorModel::Entry> CommunicatorModel::conversations() const
{
    std::vector<Entry> entries;
    auto &cards = m_session.interactions();
    for (int row = 0; row < cards.rowCount(); ++row) {
        const auto *conversation = m_session.conversation(cards.idAt(row));
        if (!conversation)
            continue;
        Entry entry;
        entry.section = Section::Conversations;
        entry.kind = Kind::Conversation;
        entry.key = keyOf("conversation", conversation->id().text());
        entry.name = conversation->contactName();
        entry.words = toQString(conversation->interaction().subject);
        entry.detail = entry.words;
        entry.conversation = conversation->id();
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<CommunicatorModel::Entry> CommunicatorModel::commands() const
{
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < m_commands.size(); ++i) {
        Entry entry;
        entry.section = Section::Commands;
        entry.kind = Kind::Command;
        entry.key = keyOf("command", std::to_string(i));
        entry.name = m_commands[i].name;
        entry.trailing = m_commands[i].keys;
        entry.command = static_cast<int>(i);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<CommunicatorModel::Entry> CommunicatorModel::listed() const
{
    const auto entries = all();
    std::vector<Entry> listed;
    const auto bring = [&](const QStringList &keys, Section section) {
        for (const auto &key : keys) {
            const auto found = std::ranges::find(entries, key, &Entry::key);
            if (found == entries.end() || std::ranges::count(listed, key, &Entry::key) > 0)
                continue;
            listed.push_back(*found);
            listed.back().section = section;
        }
    };
    bring(m_settings.favourites(), Section::Favourites);
    bring(m_settings.recents(), Section::Recent);
    for (const auto &entry : entries) {
        if (std::ranges::count(listed, entry.key, &Entry::key) == 0)
            listed.push_back(entry);
    }
    return listed;
}

std::vector<CommunicatorModel::Entry> CommunicatorModel::searched() const
{
    std::vector<std::pair<int, Entry>> ranked;
    for (auto &entry : all()) {
        if (const auto rank = textmatch::rank(m_search, entry.name, entry.words))
            ranked.emplace_back(*rank, std::move(entry));
    }
    // Within a section: the better match first, then in the order of before (free ones first).
    std::ranges::stable_sort(ranked, [](const auto &a, const auto &b) {
        return std::pair(a.second.section, a.first) < std::pair(b.second.section, b.first);
    });
    std::vector<Entry> entries;
    for (auto &[rank, entry] : ranked)
        entries.push_back(std::move(entry));
    return entries;
}

const CommunicatorModel::Entry *CommunicatorModel::at(int row) const
{
    return row < 0 || row >= rowCount() ? nullptr : &m_entries[static_cast<std::size_t>(row)];
}

bool CommunicatorModel::isSame(const Entry &a, const Entry &b)
{
    return a.key == b.key && a.section == b.section;
}

QString CommunicatorModel::spoken(const Entry &entry) const
{
    QStringList parts{entry.name, sectionName(entry.section), entry.detail, entry.trailing};
    if (m_settings.favourites().contains(entry.key) && entry.section != Section::Favourites)
        parts += tr("favourite");
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace tandem
