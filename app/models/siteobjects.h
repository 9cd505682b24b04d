// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "models/sitedraft.h"

#include <QAbstractListModel>

namespace tandem {

// The objects of one kind in the draft, for a list. GUI thread.
class TANDEM_MODELS_EXPORT SiteObjects : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KeyRole = Qt::UserRole + 1,
        DetailRole,   // its id
        StandingRole, // int of SiteDraft::Standing
        MarkRole,     // "Changed", "New" ...; empty where nothing is to be said
        ProblemRole,  // bool
        SearchRole
    };

    explicit SiteObjects(SiteDraft &draft, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void setKind(protocol::SiteKind kind);
    protocol::SiteKind kind() const { return m_kind; }
    int rowOf(const QString &key) const; // -1: none

private:
    void refresh();
    QString mark(const SiteDraft::Entry &entry) const;

    SiteDraft &m_draft;
    protocol::SiteKind m_kind = protocol::SiteKind::Agent;
    std::vector<SiteDraft::Entry> m_entries;
};

} // namespace tandem
