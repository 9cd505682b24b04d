// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "models/outbox.h"
#include "models/transcriptrow.h"
#include "protocol/types.h"

#include <QAbstractListModel>

#include <set>
#include <vector>

namespace tandem {

// The lines of one conversation: what has happened, then what is not acknowledged yet. What
// arrives is appended; only history that comes later, or a moved "New" line, builds it anew.
class TANDEM_MODELS_EXPORT TranscriptModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const TranscriptRow &row(int at) const { return m_rows[static_cast<std::size_t>(at)]; }
    const std::vector<protocol::ChatEvent> &events() const { return m_events; }
    int firstIndex() const;
    int lastIndex() const;

    // The participant that the agent is, and the name of unsent messages.
    void setOwn(int participantId, const QString &name);
    // Stored events in any order; those known are left out.
    void merge(const std::vector<protocol::ChatEvent> &events);
    void setUnsent(std::vector<Outbox::Entry> entries);
    // The customer has read everything up to this event.
    void setRead(int index);
    // The "New" line stands before the first of others' messages from `index` on; 0: none.
    void setNewFrom(int index);
    int newFrom() const { return m_newFrom; }

private:
    void appendEvent(const protocol::ChatEvent &event);
    void rebuild();
    void dropUnsentRows();
    void appendUnsentRows();
    bool isRead(const TranscriptRow &row) const;
    void noteGone(const protocol::ChatEvent &event);
    void matchUnsent(const protocol::ChatEvent &event);
    void appendRows(const std::vector<TranscriptRow> &more);
    std::vector<TranscriptRow> unsentRows() const;
    std::vector<TranscriptRow> eventRows(const protocol::ChatEvent &event);

    std::vector<protocol::ChatEvent> m_events;
    std::vector<Outbox::Entry> m_unsent;
    std::set<FileId> m_goneFiles;
    std::set<std::string> m_arrived; // keys of unsent ones whose event is here already
    std::vector<TranscriptRow> m_rows;
    std::size_t m_unsentRows = 0;
    int m_own = 0;
    QString m_ownName;
    int m_newFrom = 0;
    int m_read = 0;
    bool m_hasNewLine = false;
};

} // namespace tandem
