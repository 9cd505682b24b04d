// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/strategysessions.h"

#include "link/servicelink.h"
#include "models/errortext.h"
#include "models/text.h"
#include "models/timetext.h"

#include <algorithm>
#include <utility>

namespace tandem {

namespace {

constexpr int sessionsPollMs = 2000;
constexpr int sessionsPage = 50;

// The innermost ones say it all: the others are around them.
QString statesText(const protocol::StrategySession &session)
{
    QStringList names;
    for (const auto &state : session.states)
        names += toQString(state);
    return names.join(QStringLiteral(", "));
}

} // namespace

StrategySessionsModel::StrategySessionsModel(ServiceLink &link, QObject *parent)
    : QAbstractListModel(parent), m_link(link)
{
    m_poll.setInterval(sessionsPollMs);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!m_hasPages && m_loading != Loading::Busy)
            ask({});
    });
}

int StrategySessionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_sessions.size());
}

QVariant StrategySessionsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &session = m_sessions[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole: return tr("Interaction %1").arg(toQString(session.interactionId));
    case InteractionRole: return toQString(session.interactionId);
    case IdRole: return toQString(session.sessionId);
    case OutcomeRole: return static_cast<int>(session.outcome);
    case OutcomeTextRole: return outcomeText(session.outcome);
    case TimeRole: {
        const QStringList parts{timetext::moment(session.startedAt),
                                tr("version %1").arg(session.version),
                                tr("%n steps", nullptr, session.steps)};
        return parts.join(QStringLiteral(" · "));
    }
    case StatesRole: return statesText(session);
    case Qt::ToolTipRole: return plainToolTip(toQString(session.failure.value_or(std::string())));
    case Qt::AccessibleTextRole: {
        const QStringList parts{data(index, Qt::DisplayRole).toString(),
                                outcomeText(session.outcome), data(index, TimeRole).toString(),
                                statesText(session)};
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

QString StrategySessionsModel::outcomeText(protocol::SessionOutcome outcome)
{
    using protocol::SessionOutcome;
    switch (outcome) {
    case SessionOutcome::Running: return tr("Running");
    case SessionOutcome::Finished: return tr("Finished");
    case SessionOutcome::Over: return tr("Over");
    case SessionOutcome::Replaced: return tr("Replaced");
    case SessionOutcome::Failed: return tr("Failed");
    }
    return {};
}

bool StrategySessionsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && m_loading == Loading::Idle;
}

void StrategySessionsModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        ask(m_next);
}

void StrategySessionsModel::choose(const QString &strategyId, bool isRunningOnly)
{
    if (strategyId == m_strategy && isRunningOnly == m_isRunningOnly)
        return;
    m_strategy = strategyId;
    m_isRunningOnly = isRunningOnly;
    ++m_asked;
    beginResetModel();
    m_sessions.clear();
    m_next.reset();
    endResetModel();
    m_loading = Loading::Idle;
    if (m_isShown)
        refresh();
}

void StrategySessionsModel::setShown(bool isShown)
{
    if (std::exchange(m_isShown, isShown) == isShown)
        return;
    if (isShown) {
        refresh();
        m_poll.start();
    } else {
        m_poll.stop();
    }
}

void StrategySessionsModel::refresh()
{
    m_hasPages = false;
    ask({});
}

void StrategySessionsModel::ask(std::optional<StrategySessionId> before)
{
    if (m_strategy.isEmpty())
        return;
    m_loading = Loading::Busy;
    if (m_sessions.empty())
        emit loadingChanged();
    protocol::StrategySessions request;
    request.strategyId = toUtf8(m_strategy);
    if (m_isRunningOnly)
        request.running = true;
    request.before = before;
    request.limit = sessionsPage;
    m_link.ask(std::move(request), [this, isMore = before.has_value(), asked = ++m_asked](
                                       Result<protocol::StrategySessionsReply> reply) {
        if (asked != m_asked)
            return;
        m_loading = reply ? Loading::Idle : Loading::Failed;
        m_problem = reply ? QString() : errorText(reply.error());
        if (reply)
            take(std::move(*reply), isMore);
        emit loadingChanged();
    });
}

void StrategySessionsModel::take(protocol::StrategySessionsReply reply, bool isMore)
{
    m_next = reply.next;
    auto &now = reply.sessions;
    if (isMore) {
        m_hasPages = true;
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(now.size()) - 1);
        m_sessions.insert(m_sessions.end(), now.begin(), now.end());
        endInsertRows();
        return;
    }
    if (now == m_sessions)
        return;
    // The same ones with other states: the list keeps its place.
    using protocol::StrategySession;
    const bool isSame = std::ranges::equal(now, m_sessions, {}, &StrategySession::sessionId,
                                           &StrategySession::sessionId);
    if (isSame) {
        m_sessions = std::move(now);
        emit dataChanged(index(0), index(rowCount() - 1));
    } else {
        beginResetModel();
        m_sessions = std::move(now);
        endResetModel();
    }
}

const protocol::StrategySession *StrategySessionsModel::session(StrategySessionId id) const
{
    const auto found = std::ranges::find(m_sessions, id, &protocol::StrategySession::sessionId);
    return found == m_sessions.end() ? nullptr : &*found;
}

} // namespace tandem
