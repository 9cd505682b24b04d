// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/bayeuxserver.h"

#include "base/log.h"

namespace tandem::gateway {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t maxWork = 100'000;
constexpr std::chrono::seconds tickTime{1};
// How long a client that cannot be reached is remembered; told to it as advice.maxInterval.
constexpr std::chrono::seconds maxInterval{45};
// Between two connects a long-polling client counts as reachable.
constexpr std::chrono::seconds pollGap{8};

} // namespace

BayeuxServer::BayeuxServer(std::shared_ptr<Context> context, Random &random)
    : m_context(std::move(context)),
      m_random(random),
      m_strand(m_context->io.get_executor()),
      m_mailbox(m_context->io, m_strand, maxWork, [this](bool lost) { afterWork(lost); }),
      m_timer(m_context->io)
{
}

void BayeuxServer::start()
{
    post([this] { scheduleTick(); });
}

void BayeuxServer::stop()
{
    post([this] {
        m_isStopped = true;
        m_timer.cancel();
        for (auto &[clientId, entry] : m_sessions)
            entry.session->endConnect();
        m_sessions.clear();
    });
}

void BayeuxServer::receive(std::vector<BayeuxMessage> messages, std::shared_ptr<BayeuxPeer> peer)
{
    post([this, messages = std::move(messages), peer = std::move(peer)] {
        process(messages, peer);
    });
}

void BayeuxServer::peerGone(std::shared_ptr<BayeuxPeer> peer)
{
    post([this, peer = std::move(peer)] {
        const auto now = Clock::now();
        for (const auto &clientId : std::exchange(peer->clientIds, {})) {
            const auto found = m_sessions.find(clientId);
            if (found == m_sessions.end())
                continue;
            auto &entry = found->second;
            if (entry.session->socket() == peer)
                entry.session->setSocket(nullptr);
            if (!entry.session->isLive())
                entry.session->abandonConnect();
            if (peer->isSocket())
                entry.reachedAt = now - pollGap;
            checkLive(entry, now);
        }
    });
}

BayeuxSession *BayeuxServer::find(const std::string &clientId)
{
    const auto found = m_sessions.find(clientId);
    return found == m_sessions.end() || found->second.isOver ? nullptr
                                                             : found->second.session.get();
}

void BayeuxServer::deliver(BayeuxSession &session, std::string message)
{
    const auto found = m_sessions.find(session.clientId());
    if (found == m_sessions.end() || found->second.isOver)
        return;
    auto &entry = found->second;
    if (!session.add(std::move(message))) {
        m_context->connections.countDropped();
        logger("gateway").warn("A Bayeux session was ended: its client does not take messages.");
        return end(entry);
    }
    if (!std::exchange(entry.isDirty, true))
        m_dirty.push_back(session.clientId());
}

void BayeuxServer::reachBy(Entry &entry, const std::shared_ptr<BayeuxPeer> &peer)
{
    entry.reachedAt = Clock::now();
    auto &session = *entry.session;
    if (peer->isSocket() && session.socket() == peer)
        return;
    session.setSocket(peer->isSocket() ? peer : nullptr);
    peer->clientIds.push_back(session.clientId());
}

void BayeuxServer::checkLive(Entry &entry, BayeuxSession::Time now)
{
    if (entry.session->isLive())
        entry.reachedAt = now;
    const bool isReachable = now - entry.reachedAt < pollGap;
    if (isReachable == entry.session->isReachable())
        return;
    entry.session->setReachable(isReachable);
    m_service->liveChanged(*entry.session);
}

void BayeuxServer::end(Entry &entry)
{
    if (std::exchange(entry.isOver, true))
        return;
    m_ended.push_back(entry.session->clientId());
}

void BayeuxServer::endEach()
{
    for (auto &[clientId, entry] : m_sessions)
        end(entry);
}

void BayeuxServer::endAll()
{
    post([this] { endEach(); });
}

void BayeuxServer::afterWork(bool lost)
{
    if (lost) {
        // Whose messages are missing is not known; the clients come back and catch up.
        logger("gateway").error("The front door could not keep up; all Bayeux sessions end.");
        endEach();
    }
    removeEnded();
    for (const auto &clientId : std::exchange(m_dirty, {})) {
        const auto found = m_sessions.find(clientId);
        if (found == m_sessions.end())
            continue;
        found->second.isDirty = false;
        found->second.session->flush();
    }
}

void BayeuxServer::removeEnded()
{
    while (!m_ended.empty()) {
        for (const auto &clientId : std::exchange(m_ended, {})) {
            const auto found = m_sessions.find(clientId);
            if (found == m_sessions.end())
                continue;
            auto entry = std::move(found->second);
            m_sessions.erase(found);
            entry.session->endConnect(R"(,"advice":{"reconnect":"handshake","interval":0})");
            m_service->ended(*entry.session);
        }
    }
}

void BayeuxServer::scheduleTick()
{
    if (m_isStopped)
        return;
    m_timer.expires_after(tickTime);
    m_timer.async_wait([this, self = shared_from_this()](const boost::system::error_code &error) {
        if (!error)
            post([this] { tick(); });
    });
}

void BayeuxServer::tick()
{
    const auto now = Clock::now();
    for (auto &[clientId, entry] : m_sessions) {
        if (entry.session->isDue(now))
            entry.session->endConnect();
        checkLive(entry, now);
        if (now - entry.reachedAt > maxInterval)
            end(entry);
    }
    m_service->tick();
    scheduleTick();
}

} // namespace tandem::gateway
