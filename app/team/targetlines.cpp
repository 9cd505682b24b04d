// SPDX-License-Identifier: GPL-3.0-or-later
#include "team/targetlines.h"

#include "models/supervision.h"
#include "models/text.h"

namespace tandem {

TargetLines::TargetLines(Supervision &supervision, QObject *parent) : QAbstractListModel(parent)
{
    m_lines.push_back({tr("Anew"),
                       tr("through the queue that each is in"),
                       QStringLiteral("refresh-cw"),
                       -1,
                       {}});
    for (const auto &queue : supervision.queues().lines()) {
        m_lines.push_back(
            {queue.name,
             tr("Queue · %1 waiting, %2 ready")
                 .arg(QString::number(queue.waiting), QString::number(queue.agentsReady)),
             QStringLiteral("inbox"),
             -1,
             {{}, queue.id, {}}});
    }
    const auto &agents = supervision.agents();
    for (int row = 0; row < agents.rowCount(); ++row) {
        const auto *agent = agents.find(agents.idAt(row));
        if (AgentsTable::shownState(*agent) == AgentState::LoggedOut)
            continue;
        m_lines.push_back({toQString(agent->name),
                           agents.index(row, AgentsTable::State).data().toString()
                               + QStringLiteral(" · ")
                               + agents.index(row, AgentsTable::Handling).data().toString(),
                           {},
                           static_cast<int>(AgentsTable::shownState(*agent)),
                           {agent->id, {}, {}}});
    }
}

int TargetLines::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant TargetLines::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = m_lines[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return line.name;
    case DetailRole: return line.detail;
    case IconRole: return line.icon;
    case StateRole: return line.state;
    case SearchRole:
    case Qt::AccessibleTextRole: return line.name + QStringLiteral(", ") + line.detail;
    default: return {};
    }
}

protocol::Target TargetLines::targetAt(int row) const
{
    return m_lines[static_cast<std::size_t>(row)].target;
}

} // namespace tandem
