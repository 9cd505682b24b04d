// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/servicelink.h"
#include "models/models_export.h"
#include "protocol/supervision.h"

#include <QObject>
#include <QStringList>

#include <map>

namespace tandem {

// One operation on many interactions: how far it is, what could not be done, and how to stop it.
// GUI thread.
class TANDEM_MODELS_EXPORT BulkOperation : public QObject
{
    Q_OBJECT

public:
    enum class State { None, Asked, Running, Stopping, Over };

    explicit BulkOperation(ServiceLink &link, QObject *parent = nullptr);

    // Only one at a time: does nothing while one runs.
    void start(const protocol::InteractionBulk &request);
    // What was done stays done.
    void cancel();
    // It is over and was read.
    void dismiss();
    void hear(const protocol::BulkProgress &progress);
    // The session begins anew: nobody tells how far it is any more.
    void forget();

    State state() const { return m_state; }
    bool isBusy() const { return m_state != State::None && m_state != State::Over; }
    int finished() const { return m_progress.done + m_progress.failed; }
    int failed() const { return m_progress.failed; }
    int total() const { return m_progress.total; }
    // "Moving 12 of 40 interactions", "40 interactions are marked done, 2 could not be".
    QString text() const;
    // Why some could not be, each reason once, with how many.
    QStringList problems() const;

signals:
    void changed();
    // Done or stopped: lists that were read are old.
    void over();
    void refused(const tandem::Error &error);

private:
    void take(const protocol::BulkProgress &progress);
    QString running() const;
    QString done() const;

    ServiceLink &m_link;
    State m_state = State::None;
    protocol::BulkAction m_action = protocol::BulkAction::Redistribute;
    protocol::BulkProgress m_progress;
    // What was told before the answer that says which operation it is.
    std::vector<protocol::BulkProgress> m_early;
    std::map<QString, int> m_problems;
    bool m_wasStopped = false;
};

} // namespace tandem
