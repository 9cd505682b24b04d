// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablefilter.h"

#include <algorithm>

namespace tandem {

TableFilter::TableFilter(int searchRole, int sortRole, int valueRole, QObject *parent)
    : QSortFilterProxyModel(parent), m_searchRole(searchRole), m_valueRole(valueRole)
{
    setSortRole(sortRole);
    setDynamicSortFilter(true);
}

void TableFilter::setWords(const QString &words)
{
    m_words = words.simplified().toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void TableFilter::setValue(const QString &value)
{
    if (value == m_value)
        return;
    m_value = value;
    invalidateFilter();
}

bool TableFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto index = sourceModel()->index(row, 0, parent);
    if (!m_value.isEmpty()) {
        const auto value = index.data(m_valueRole);
        const bool isIt = value.typeId() == QMetaType::QStringList
                              ? value.toStringList().contains(m_value)
                              : value.toString() == m_value;
        if (!isIt)
            return false;
    }
    const auto text = index.data(m_searchRole).toString().toCaseFolded();
    return std::ranges::all_of(m_words, [&](const QString &word) { return text.contains(word); });
}

} // namespace tandem
