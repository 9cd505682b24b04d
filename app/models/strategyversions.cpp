// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/strategyversions.h"

#include "models/text.h"
#include "models/timetext.h"

#include <QLocale>

#include <algorithm>

namespace tandem {

int StrategyVersions::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

QVariant StrategyVersions::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &version = m_versions[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return tr("Version %1").arg(version.version);
    case NumberRole: return version.version;
    case DetailRole: {
        const auto time =
            QLocale().toString(timetext::local(version.installedAt), QLocale::ShortFormat);
        const auto author =
            version.author.empty() ? tr("came with Tandem") : toQString(version.author);
        return tr("%1 · %2", "time, author").arg(time, author);
    }
    case NoteRole: return toQString(version.note.value_or(std::string()));
    case Qt::ToolTipRole:
        return QStringLiteral("<p>%1</p>")
            .arg(toQString(version.note.value_or(std::string())).toHtmlEscaped());
    case MarkRole: return version.isActive ? tr("Active") : QString();
    case SessionsRole: return version.openSessions;
    case Qt::AccessibleTextRole: {
        QStringList parts{data(index, Qt::DisplayRole).toString(), data(index, MarkRole).toString(),
                          data(index, DetailRole).toString(), data(index, NoteRole).toString()};
        if (version.openSessions > 0)
            parts += tr("%n sessions run it", nullptr, version.openSessions);
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

void StrategyVersions::set(const std::vector<protocol::StrategyVersion> &versions)
{
    if (versions == m_versions)
        return;
    using protocol::StrategyVersion;
    const bool isSame = std::ranges::equal(versions, m_versions, {}, &StrategyVersion::version,
                                           &StrategyVersion::version);
    if (isSame) {
        m_versions = versions;
        emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_versions = versions;
    endResetModel();
}

int StrategyVersions::rowOf(int version) const
{
    const auto found = std::ranges::find(m_versions, version, &protocol::StrategyVersion::version);
    return found == m_versions.end() ? -1 : static_cast<int>(found - m_versions.begin());
}

} // namespace tandem
