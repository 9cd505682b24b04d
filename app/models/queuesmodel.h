// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/servicelink.h"
#include "models/models_export.h"
#include "protocol/queue.h"
#include "protocol/workbin.h"

#include <QAbstractListModel>
#include <QTimer>

namespace tandem {

// What a list of interactions is read from: a queue or a workbin, by its id.
struct Source
{
    enum class Kind { Queue, Workbin };

    Kind kind = Kind::Queue;
    std::string id;

    bool operator==(const Source &) const = default;
};

// The queues with how many wait and how long, and below them the workbins that the agent may open.
// Read anew every few seconds while somebody looks. GUI thread.
class TANDEM_MODELS_EXPORT QueuesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Loading { Idle, Busy, Failed };
    Q_ENUM(Loading)
    enum Role {
        NameRole = Qt::UserRole + 1,
        KindRole,         // int of Source::Kind
        CountRole,        // waiting, or lying in it
        DetailRole,       // "longest 2 min · about 3 min to wait"
        StartsSectionRole // the first of its kind
    };

    QueuesModel(ServiceLink &link, std::string ownUser, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    // Whether it is looked at.
    void setShown(bool isShown);
    void refresh();
    Loading loading() const { return m_loading; }
    const std::vector<protocol::Queue> &queues() const { return m_queues; }
    const std::vector<protocol::Workbin> &workbins() const { return m_workbins; }
    // The agent's own workbin: "agent/alice".
    std::string ownWorkbin() const { return "agent/" + m_ownUser; }
    QString workbinName(const protocol::Workbin &workbin) const;
    QString queueName(const QueueId &id) const;
    Source sourceAt(int row) const;
    int rowOf(const Source &source) const; // -1: none

signals:
    void loadingChanged();
    void refreshed();

private:
    void show(std::vector<protocol::Queue> queues, std::vector<protocol::Workbin> workbins);
    void answered(bool isGood);
    QVariant queueData(const protocol::Queue &queue, int role) const;
    QVariant workbinData(const protocol::Workbin &workbin, int role) const;

    ServiceLink &m_link;
    std::string m_ownUser;
    std::vector<protocol::Queue> m_queues;
    std::vector<protocol::Workbin> m_workbins;
    int m_asked = 0; // answers that are still to come
    bool m_isGood = true;
    Loading m_loading = Loading::Idle;
    QTimer m_poll;
};

} // namespace tandem
