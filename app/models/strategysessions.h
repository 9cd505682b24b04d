// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "protocol/strategy.h"

#include <QAbstractListModel>
#include <QTimer>

#include <optional>
#include <vector>

namespace tandem {

class ServiceLink;

// The recorded sessions of a strategy, newest first, page by page. While shown and not scrolled
// beyond the first page it is asked for again every two seconds. GUI thread.
class TANDEM_MODELS_EXPORT StrategySessionsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Loading { Idle, Busy, Failed };
    enum Role {
        IdRole = Qt::UserRole + 1,
        InteractionRole, // its id
        OutcomeRole,     // int of protocol::SessionOutcome
        OutcomeTextRole,
        TimeRole,  // "13:24 · version 3 · 5 steps"
        StatesRole // where it is, or was last
    };

    explicit StrategySessionsModel(ServiceLink &link, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    // id "": nothing.
    void choose(const QString &strategyId, bool isRunningOnly);
    void setShown(bool isShown);
    void refresh();
    Loading loading() const { return m_loading; }
    QString problem() const { return m_problem; }
    const protocol::StrategySession *session(StrategySessionId id) const;
    static QString outcomeText(protocol::SessionOutcome outcome);

signals:
    void loadingChanged();

private:
    void ask(std::optional<StrategySessionId> before);
    void take(protocol::StrategySessionsReply reply, bool isMore);

    ServiceLink &m_link;
    QString m_strategy;
    bool m_isRunningOnly = false;
    std::vector<protocol::StrategySession> m_sessions;
    std::optional<StrategySessionId> m_next;
    Loading m_loading = Loading::Idle;
    QString m_problem;
    bool m_isShown = false;
    bool m_hasPages = false; // more than the first was read
    int m_asked = 0;         // answers for an earlier choice are dropped
    QTimer m_poll;
};

} // namespace tandem
