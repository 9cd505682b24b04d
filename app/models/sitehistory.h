// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "protocol/admin.h"

#include <QAbstractListModel>

#include <functional>
#include <optional>
#include <vector>

namespace tandem {

class ServiceLink;

// Who changed what in the site and when, newest first, page by page. GUI thread.
class TANDEM_MODELS_EXPORT SiteHistory : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Loading { Idle, Busy, Failed };
    enum Role {
        IdRole = Qt::UserRole + 1,
        TimeRole, // "12 June 2026, 13:24"
        WhoRole,
        WhatRole,   // "Queue Support changed"
        ActionRole, // "Undo of …", or empty
        UndoneRole, // bool
        SearchRole
    };
    using Changes = std::vector<protocol::SiteChange>;

    explicit SiteHistory(ServiceLink &link, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    // Shown from now on: it is asked for, and again when the site changes.
    void setShown(bool isShown);
    void refresh();
    Loading loading() const { return m_loading; }
    QString problem() const { return m_problem; }
    const protocol::AuditEntry *entry(std::int64_t id) const;
    // Whether there is something that can be undone.
    static bool canUndo(const protocol::AuditEntry &entry);

    // What undoing would change; then doing it.
    void previewUndo(std::int64_t id, std::function<void(Result<Changes>)> done);
    void undo(std::int64_t id);

signals:
    void loadingChanged();
    void noticed(const QString &text);
    void refused(const tandem::Error &error);

private:
    void ask(std::optional<std::int64_t> before);
    QString actionText(const protocol::AuditEntry &entry) const;
    QString whatText(const protocol::AuditEntry &entry) const;

    ServiceLink &m_link;
    std::vector<protocol::AuditEntry> m_entries;
    std::optional<std::int64_t> m_next;
    Loading m_loading = Loading::Idle;
    QString m_problem;
    bool m_isShown = false;
};

} // namespace tandem
