// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/directory.h"
#include "models/models_export.h"
#include "models/queuesmodel.h"
#include "protocol/interaction.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace tandem {

// How urgent a due time is; its words stand beside its colour always.
enum class DueTone { None, Calm, Soon, Late };

// The interactions that wait in a queue or lie in a workbin, a page at a time. Read anew every few
// seconds while somebody looks; what is still there keeps its row's identity, so that a selection
// outlives it. GUI thread.
class TANDEM_MODELS_EXPORT WaitingModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    // NotPermitted: this agent may not look into it.
    enum class Loading { Idle, Busy, Failed, NotPermitted };
    Q_ENUM(Loading)
    enum Column { Contact, Subject, Medium, Priority, Due, Wait, Columns };
    enum Role {
        IdRole = Qt::UserRole + 1, // text of the InteractionId
        MediaRole,
        ToneRole // int of DueTone, of the column Due
    };

    WaitingModel(ServiceLink &link, const Directory &directory, const Clock &clock,
                 QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    // Shows another source, from its first page; none: nothing.
    void setSource(std::optional<Source> source);
    const std::optional<Source> &source() const { return m_source; }
    // A part of the contact's name or subject; asked a moment after the last change.
    void setSearch(const QString &text);
    QString search() const { return m_search; }
    void setOrder(protocol::ListOrder order);
    protocol::ListOrder order() const { return m_order; }
    void setShown(bool isShown);
    void refresh();

    Loading loading() const { return m_loading; }
    const protocol::Interaction *at(int row) const;
    // More are in it than were read.
    bool hasMore() const { return m_next.has_value(); }

signals:
    void loadingChanged();

private:
    void ask(std::optional<InteractionId> after, int limit);
    void show(std::vector<protocol::Interaction> interactions);
    void append(std::vector<protocol::Interaction> interactions);
    void setLoading(Loading loading);
    void tick();
    QString text(const protocol::Interaction &interaction, int column) const;
    QString due(const protocol::Interaction &interaction) const;
    DueTone tone(const protocol::Interaction &interaction) const;
    QString wait(const protocol::Interaction &interaction) const;
    QString spoken(const protocol::Interaction &interaction) const;

    ServiceLink &m_link;
    const Directory &m_directory;
    const Clock &m_clock;
    std::optional<Source> m_source;
    QString m_search;
    protocol::ListOrder m_order = protocol::ListOrder::Created;
    std::vector<protocol::Interaction> m_rows;
    std::optional<InteractionId> m_next;
    Loading m_loading = Loading::Idle;
    int m_question = 0; // answers to earlier ones are not looked at
    QTimer m_poll;
    QTimer m_tick;
    QTimer m_typed;
};

} // namespace tandem
