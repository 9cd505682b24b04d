// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/siteobjects.h"

#include <algorithm>

namespace tandem {

SiteObjects::SiteObjects(SiteDraft &draft, QObject *parent)
    : QAbstractListModel(parent), m_draft(draft)
{
    connect(&draft, &SiteDraft::changed, this, &SiteObjects::refresh);
    connect(&draft, &SiteDraft::problemsChanged, this, &SiteObjects::refresh);
    refresh();
}

int SiteObjects::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant SiteObjects::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &entry = m_entries[static_cast<std::size_t>(index.row())];
    const auto title = m_draft.title(m_kind, entry);
    const auto id = SiteDraft::idOf(m_kind, entry.value);
    switch (role) {
    case Qt::DisplayRole: return title;
    case KeyRole: return entry.key;
    case DetailRole: return id;
    case StandingRole: return static_cast<int>(entry.standing);
    case MarkRole: return mark(entry);
    case ProblemRole: return m_draft.hasProblem(m_kind, entry.key);
    case SearchRole: return title + QLatin1Char('\n') + id;
    case Qt::AccessibleTextRole: {
        const auto said = mark(entry);
        return said.isEmpty() ? title : tr("%1, %2", "name, what is to be said").arg(title, said);
    }
    default: return {};
    }
}

QString SiteObjects::mark(const SiteDraft::Entry &entry) const
{
    if (m_draft.hasProblem(m_kind, entry.key))
        return tr("Problem");
    if (entry.isOvertaken)
        return tr("Overtaken");
    switch (entry.standing) {
    case SiteDraft::Standing::Same: return {};
    case SiteDraft::Standing::Changed: return tr("Changed");
    case SiteDraft::Standing::Added: return tr("New");
    case SiteDraft::Standing::Removed: return tr("Removed");
    }
    return {};
}

void SiteObjects::setKind(protocol::SiteKind kind)
{
    beginResetModel();
    m_kind = kind;
    m_entries = m_draft.entries(kind);
    endResetModel();
}

int SiteObjects::rowOf(const QString &key) const
{
    const auto found = std::ranges::find(m_entries, key, &SiteDraft::Entry::key);
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

void SiteObjects::refresh()
{
    auto entries = m_draft.entries(m_kind);
    if (std::ranges::equal(entries, m_entries, {}, &SiteDraft::Entry::key,
                           &SiteDraft::Entry::key)) {
        // Typing changes one row; the list stays where it is.
        m_entries = std::move(entries);
        if (!m_entries.empty())
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

} // namespace tandem
