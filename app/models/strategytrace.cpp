// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/strategytrace.h"

#include "link/servicelink.h"
#include "models/errortext.h"
#include "models/text.h"
#include "models/timetext.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace tandem {

namespace {

bool hasFailed(const protocol::StrategyStep &step)
{
    return step.failure || !step.cutOffs.empty()
           || std::ranges::any_of(step.actions, [](const protocol::StrategyAction &action) {
                  return action.error.has_value();
              });
}

} // namespace

StrategyTraceModel::StrategyTraceModel(ServiceLink &link, QObject *parent)
    : QAbstractListModel(parent), m_link(link)
{
}

int StrategyTraceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_recorded ? 0 : static_cast<int>(m_recorded->steps.size());
}

QVariant StrategyTraceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_recorded)
        return {};
    const auto &step = m_recorded->steps[static_cast<std::size_t>(index.row())];
    const auto time =
        QLocale().toString(timetext::local(step.time).time(), QStringLiteral("HH:mm:ss"));
    switch (role) {
    case Qt::DisplayRole:
    case EventRole: return step.event == "start" ? tr("Start") : toQString(step.event);
    case NumberRole: return step.number;
    case TimeRole: return time;
    case WhatRole: return whatText(step);
    case FailedRole: return hasFailed(step);
    case Qt::AccessibleTextRole: {
        QStringList parts{tr("Step %1").arg(step.number), data(index, EventRole).toString(), time,
                          whatText(step)};
        if (hasFailed(step))
            parts += tr("with a failure");
        parts.removeAll(QString());
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

QString StrategyTraceModel::whatText(const protocol::StrategyStep &step) const
{
    QStringList parts;
    for (const auto &action : step.actions)
        parts += toQString(action.name);
    if (!step.logs.empty())
        parts += tr("%n log lines", nullptr, static_cast<int>(step.logs.size()));
    if (step.failure)
        parts += tr("failed");
    return parts.join(QStringLiteral(" · "));
}

void StrategyTraceModel::load(StrategySessionId id)
{
    const bool isAnother = id != m_id;
    m_id = id;
    m_loading = Loading::Busy;
    if (isAnother) {
        beginResetModel();
        m_recorded.reset();
        m_current = -1;
        endResetModel();
        emit currentChanged();
    }
    emit loadingChanged();
    protocol::StrategyTrace request;
    request.sessionId = id;
    m_link.ask(request, [this, id](Result<protocol::StrategyTraceReply> reply) {
        if (id != m_id)
            return;
        const bool isThere = reply && !reply->sessions.empty();
        m_loading = isThere ? Loading::Idle : Loading::Failed;
        m_problem = reply ? (isThere ? QString() : tr("This session is no longer there."))
                          : errorText(reply.error());
        if (isThere) {
            beginResetModel();
            m_recorded = std::move(reply->sessions.front());
            m_current = std::clamp(m_current, 0, std::max(0, rowCount() - 1));
            if (rowCount() == 0)
                m_current = -1;
            endResetModel();
        }
        emit loadingChanged();
        emit currentChanged();
    });
}

void StrategyTraceModel::close()
{
    m_id = {};
    beginResetModel();
    m_recorded.reset();
    m_current = -1;
    endResetModel();
    m_loading = Loading::Idle;
    emit loadingChanged();
    emit currentChanged();
}

void StrategyTraceModel::setCurrent(int row)
{
    const int fitting = std::clamp(row, -1, rowCount() - 1);
    if (std::exchange(m_current, fitting) != fitting)
        emit currentChanged();
}

const protocol::StrategyStep *StrategyTraceModel::step() const
{
    return m_current < 0 || m_current >= rowCount()
               ? nullptr
               : &m_recorded->steps[static_cast<std::size_t>(m_current)];
}

} // namespace tandem
