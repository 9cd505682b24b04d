// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/strategies.h"

#include "link/servicelink.h"
#include "models/errortext.h"
#include "models/text.h"

#include <algorithm>
#include <utility>

namespace tandem {

namespace {

constexpr int strategiesPollMs = 2000;

int openSessionsOf(const protocol::Strategy &strategy)
{
    int open = 0;
    for (const auto &version : strategy.versions)
        open += version.openSessions;
    return open;
}

QString queuesOf(const protocol::Strategy &strategy)
{
    QStringList names;
    for (const auto &queue : strategy.queues)
        names += toQString(queue);
    return names.join(QStringLiteral(", "));
}

} // namespace

Strategies::Strategies(ServiceLink &link, QObject *parent)
    : QAbstractListModel(parent), m_link(link)
{
    m_poll.setInterval(strategiesPollMs);
    connect(&m_poll, &QTimer::timeout, this, &Strategies::refresh);
    connect(&link, &ServiceLink::stateChanged, this, [this](ServiceLink::State state) {
        if (m_isShown && state == ServiceLink::State::Connected)
            refresh();
    });
}

int Strategies::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_strategies.size());
}

QVariant Strategies::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &strategy = m_strategies[static_cast<std::size_t>(index.row())];
    const auto queues = queuesOf(strategy);
    const auto name = toQString(strategy.name.empty() ? strategy.id : strategy.name);
    const int open = openSessionsOf(strategy);
    switch (role) {
    case Qt::DisplayRole: return name;
    case IdRole: return toQString(strategy.id);
    case VersionRole:
        return strategy.activeVersion ? tr("Version %1").arg(*strategy.activeVersion)
                                      : tr("No active version");
    case QueuesRole: return queues;
    case SessionsRole: return open;
    case Qt::AccessibleTextRole:
    case SearchRole: {
        QStringList parts{name, toQString(strategy.id), data(index, VersionRole).toString()};
        if (!queues.isEmpty())
            parts += tr("Queues: %1").arg(queues);
        if (open > 0)
            parts += tr("%n running", "sessions of a strategy", open);
        return parts.join(QStringLiteral(", "));
    }
    default: return {};
    }
}

int Strategies::rowOf(const QString &id) const
{
    const auto found = std::ranges::find(m_strategies, toUtf8(id), &protocol::Strategy::id);
    return found == m_strategies.end() ? -1 : static_cast<int>(found - m_strategies.begin());
}

const protocol::Strategy *Strategies::strategy(const QString &id) const
{
    const int row = rowOf(id);
    return row < 0 ? nullptr : &m_strategies[static_cast<std::size_t>(row)];
}

std::vector<FieldOption> Strategies::choices() const
{
    std::vector<FieldOption> options;
    for (const auto &strategy : m_strategies) {
        const auto id = toQString(strategy.id);
        const auto name = toQString(strategy.name);
        options.push_back({id, name.isEmpty() || name == id
                                   ? id
                                   : tr("%1 (%2)", "a strategy's name, its id").arg(name, id)});
    }
    return options;
}

void Strategies::setRoles(const std::vector<tandem::Role> &roles)
{
    using Is = tandem::Role; // ours are a model's
    const auto has = [&](Is role) { return std::ranges::find(roles, role) != roles.end(); };
    m_mayChange = has(Is::Administrator);
    m_mayRead = m_mayChange || has(Is::Supervisor) || has(Is::Auditor);
}

void Strategies::setShown(bool isShown)
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

void Strategies::refresh()
{
    askPlaces();
    // One at a time: a slow server is not asked more often than it answers.
    if (m_isAsking)
        return;
    m_isAsking = true;
    if (!m_isLoaded) {
        m_loading = Loading::Busy;
        emit loadingChanged();
    }
    m_link.ask(protocol::StrategyList{}, [this](Result<protocol::StrategyListReply> reply) {
        m_isAsking = false;
        m_loading = reply ? Loading::Idle : Loading::Failed;
        m_problem = reply ? QString() : errorText(reply.error());
        m_isLoaded = m_isLoaded || reply;
        if (reply)
            take(std::move(reply->strategies));
        emit loadingChanged();
    });
}

void Strategies::take(std::vector<protocol::Strategy> strategies)
{
    if (strategies == m_strategies)
        return;
    const bool isSame = std::ranges::equal(strategies, m_strategies, {}, &protocol::Strategy::id,
                                           &protocol::Strategy::id);
    if (isSame) {
        m_strategies = std::move(strategies);
        emit dataChanged(index(0), index(rowCount() - 1));
    } else {
        beginResetModel();
        m_strategies = std::move(strategies);
        endResetModel();
    }
    emit listed();
}

void Strategies::watch(const QString &id, std::optional<int> version)
{
    if (id == m_watched && version == m_watchedVersion)
        return;
    m_watched = id;
    m_watchedVersion = version;
    ++m_watch;
    m_places.reset();
    emit placesChanged();
    askPlaces();
}

void Strategies::askPlaces()
{
    if (m_watched.isEmpty() || !m_isShown)
        return;
    m_link.ask(protocol::StrategyPlaces{toUtf8(m_watched), m_watchedVersion},
               [this, watch = m_watch](Result<protocol::StrategyPlacesReply> reply) {
                   if (watch != m_watch || !reply)
                       return;
                   const bool isSame = m_places && m_places->version == reply->version
                                       && m_places->openSessions == reply->openSessions
                                       && m_places->places == reply->places;
                   if (isSame)
                       return;
                   m_places = std::move(*reply);
                   emit placesChanged();
               });
}

void Strategies::check(const QString &document, std::function<void(Result<Findings>)> done)
{
    m_link.ask(protocol::StrategyCheck{toUtf8(document)},
               [done = std::move(done)](Result<protocol::StrategyCheckReply> reply) {
                   if (reply)
                       done(std::move(reply->findings));
                   else
                       done(std::unexpected(reply.error()));
               });
}

void Strategies::findSession(InteractionId id,
                             std::function<void(Result<protocol::StrategySession>)> done)
{
    protocol::StrategyTrace request;
    request.interactionId = id;
    m_link.ask(request, [done = std::move(done)](Result<protocol::StrategyTraceReply> reply) {
        if (!reply)
            done(std::unexpected(reply.error()));
        else if (reply->sessions.empty())
            done(failure(Reason::NotFound, "No session of this interaction is recorded."));
        else
            done(std::move(reply->sessions.back().session));
    });
}

void Strategies::install(const protocol::StrategyInstall &request,
                         std::function<void(Result<protocol::StrategyInstallReply>)> done)
{
    m_link.ask(request, [this, done = std::move(done)](auto reply) {
        if (reply) {
            emit noticed(tr("Version %1 of %2 is stored.")
                             .arg(reply->version)
                             .arg(toQString(reply->strategyId)));
            refresh();
        }
        done(std::move(reply));
    });
}

void Strategies::activate(const QString &id, int version)
{
    m_link.ask(protocol::StrategyActivate{toUtf8(id), version},
               [this, id, version](Result<protocol::Done> reply) {
                   if (!reply) {
                       emit refused(reply.error());
                       return;
                   }
                   emit noticed(tr("New sessions of %1 run version %2 now.").arg(id).arg(version));
                   refresh();
               });
}

void Strategies::remove(const QString &id)
{
    m_link.ask(protocol::StrategyRemove{toUtf8(id)}, [this, id](Result<protocol::Done> reply) {
        if (reply) {
            emit noticed(tr("The strategy %1 is removed.").arg(id));
            refresh();
        } else if (reply.error().reason == Reason::Conflict) {
            emit noticed(tr("The strategy %1 stays: a queue names it, or sessions run it. Take it "
                            "from its queues and wait until its sessions are over.")
                             .arg(id));
        } else {
            emit refused(reply.error());
        }
    });
}

} // namespace tandem
