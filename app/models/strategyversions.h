// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "protocol/strategy.h"

#include <QAbstractListModel>

#include <vector>

namespace tandem {

// The versions of one strategy, newest first, for a list. GUI thread.
class TANDEM_MODELS_EXPORT StrategyVersions : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole + 1,
        DetailRole, // "12 June 2026, 13:24 · ada"
        NoteRole,
        MarkRole,    // "Active", or empty
        SessionsRole // int
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void set(const std::vector<protocol::StrategyVersion> &versions);
    int rowOf(int version) const; // -1: none

private:
    std::vector<protocol::StrategyVersion> m_versions;
};

} // namespace tandem
