// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "protocol/strategy.h"

#include <QAbstractListModel>

#include <optional>

namespace tandem {

class ServiceLink;

// One recorded session, step by step, and the step that is looked at. GUI thread.
class TANDEM_MODELS_EXPORT StrategyTraceModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Loading { Idle, Busy, Failed };
    enum Role {
        NumberRole = Qt::UserRole + 1,
        TimeRole,  // with seconds
        EventRole, // "Start", or the event's name
        WhatRole,  // "queue.submit · 2 logs"
        FailedRole // bool: an action was refused, a script cut off, or the session failed
    };

    explicit StrategyTraceModel(ServiceLink &link, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    void load(StrategySessionId id);
    void close();
    Loading loading() const { return m_loading; }
    QString problem() const { return m_problem; }
    const std::optional<protocol::RecordedSession> &recorded() const { return m_recorded; }

    // From 0; -1: none. Moves within what there is.
    int current() const { return m_current; }
    void setCurrent(int row);
    const protocol::StrategyStep *step() const;

signals:
    void loadingChanged();
    void currentChanged();

private:
    QString whatText(const protocol::StrategyStep &step) const;

    ServiceLink &m_link;
    StrategySessionId m_id;
    std::optional<protocol::RecordedSession> m_recorded;
    Loading m_loading = Loading::Idle;
    QString m_problem;
    int m_current = -1;
};

} // namespace tandem
