// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"

#include <QSortFilterProxyModel>

namespace tandem {

// Sorts and filters a supervisor's table: by words that stand anywhere in a row, and by one value
// of a role, a text or one of a list. GUI thread.
class TANDEM_MODELS_EXPORT TableFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    // searchRole: the text that is looked into; valueRole: what setValue compares.
    TableFilter(int searchRole, int sortRole, int valueRole, QObject *parent = nullptr);

    void setWords(const QString &words);
    // "": all.
    void setValue(const QString &value);
    QString value() const { return m_value; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    int m_searchRole;
    int m_valueRole;
    QStringList m_words;
    QString m_value;
};

} // namespace tandem
