// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queuesmodel.h"

#include "models/text.h"
#include "models/timetext.h"

#include <algorithm>

namespace tandem {

namespace {

constexpr Ms queuesPollEvery{4'000};

} // namespace

QueuesModel::QueuesModel(ServiceLink &link, std::string ownUser, QObject *parent)
    : QAbstractListModel(parent), m_link(link), m_ownUser(std::move(ownUser))
{
    m_poll.setInterval(queuesPollEvery);
    connect(&m_poll, &QTimer::timeout, this, &QueuesModel::refresh);
}

int QueuesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_queues.size() + m_workbins.size());
}

QVariant QueuesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    if (role == StartsSectionRole)
        return row == 0 || row == m_queues.size();
    return row < m_queues.size() ? queueData(m_queues[row], role)
                                 : workbinData(m_workbins[row - m_queues.size()], role);
}

void QueuesModel::setShown(bool isShown)
{
    if (!isShown) {
        m_poll.stop();
        return;
    }
    m_poll.start();
    refresh();
}

void QueuesModel::refresh()
{
    if (m_asked > 0)
        return;
    m_asked = 2;
    m_isGood = true;
    m_loading = Loading::Busy;
    emit loadingChanged();
    m_link.ask(protocol::QueueList{}, [this](Result<protocol::QueueListReply> reply) {
        if (reply)
            show(std::move(reply->queues), m_workbins);
        answered(reply.has_value());
    });
    m_link.ask(protocol::WorkbinList{}, [this](Result<protocol::WorkbinListReply> reply) {
        if (reply)
            show(m_queues, std::move(reply->workbins));
        // Administrators have no workbins.
        answered(reply || reply.error().reason == Reason::NotPermitted);
    });
}

void QueuesModel::answered(bool isGood)
{
    m_isGood = m_isGood && isGood;
    if (--m_asked > 0)
        return;
    m_loading = m_isGood ? Loading::Idle : Loading::Failed;
    emit loadingChanged();
    emit refreshed();
}

void QueuesModel::show(std::vector<protocol::Queue> queues, std::vector<protocol::Workbin> workbins)
{
    // The agent's own comes first, whatever the server's order.
    const auto own = ownWorkbin();
    std::ranges::stable_partition(workbins, [&](const auto &bin) { return bin.id == own; });
    const bool isSameRows =
        std::ranges::equal(queues, m_queues, {}, &protocol::Queue::id, &protocol::Queue::id)
        && std::ranges::equal(workbins, m_workbins, {}, &protocol::Workbin::id,
                              &protocol::Workbin::id);
    if (isSameRows) {
        m_queues = std::move(queues);
        m_workbins = std::move(workbins);
        if (rowCount() > 0)
            emit dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_queues = std::move(queues);
    m_workbins = std::move(workbins);
    endResetModel();
}

QString QueuesModel::workbinName(const protocol::Workbin &workbin) const
{
    if (workbin.id == ownWorkbin())
        return tr("My workbin");
    return toQString(workbin.name.empty() ? workbin.id : workbin.name);
}

QString QueuesModel::queueName(const QueueId &id) const
{
    const auto found = std::ranges::find(m_queues, id, &protocol::Queue::id);
    return toQString(found == m_queues.end() ? id : found->name);
}

Source QueuesModel::sourceAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const auto at = static_cast<std::size_t>(row);
    if (at < m_queues.size())
        return {Source::Kind::Queue, m_queues[at].id};
    return {Source::Kind::Workbin, m_workbins[at - m_queues.size()].id};
}

int QueuesModel::rowOf(const Source &source) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (sourceAt(row) == source)
            return row;
    }
    return -1;
}

QVariant QueuesModel::queueData(const protocol::Queue &queue, int role) const
{
    const auto detail = [&] {
        if (queue.waiting == 0)
            return tr("nobody waits · %n agent(s) ready", nullptr, queue.agentsReady);
        const auto longest = tr("longest %1", "the longest wait in a queue")
                                 .arg(timetext::rough(Ms(queue.longestWaitMs.value_or(0))));
        if (!queue.estimatedWaitMs)
            return longest;
        return tr("%1 · new ones about %2", "longest wait, estimated wait")
            .arg(longest, timetext::rough(Ms(*queue.estimatedWaitMs)));
    };
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return toQString(queue.name);
    case KindRole: return static_cast<int>(Source::Kind::Queue);
    case CountRole: return queue.waiting;
    case DetailRole: return detail();
    case Qt::AccessibleTextRole:
        return tr("Queue %1, %n waiting, %2", "name, detail", queue.waiting)
            .arg(toQString(queue.name), detail());
    default: return {};
    }
}

QVariant QueuesModel::workbinData(const protocol::Workbin &workbin, int role) const
{
    const auto detail = [&] {
        const bool isGroup = workbin.id.starts_with("group/");
        return workbin.id == ownWorkbin()         ? tr("parked by you")
               : isGroup                          ? tr("of a group")
               : workbin.id.starts_with("queue/") ? tr("of a queue")
                                                  : tr("of a colleague");
    };
    switch (role) {
    case Qt::DisplayRole:
    case NameRole: return workbinName(workbin);
    case KindRole: return static_cast<int>(Source::Kind::Workbin);
    case CountRole: return workbin.count;
    case DetailRole: return detail();
    case Qt::AccessibleTextRole:
        return tr("Workbin %1, %n parked, %2", "name, detail", workbin.count)
            .arg(workbinName(workbin), detail());
    default: return {};
    }
}

} // namespace tandem
