// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "gateway/bayeuxsession.h"
#include "gateway/context.h"
#include "gateway/mailbox.h"

#include <boost/asio/steady_timer.hpp>

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace tandem::gateway {

// What a service channel does with the messages of its clients. On the server's strand.
class BayeuxService
{
public:
    virtual ~BayeuxService() = default;

    // True where clients may subscribe and publish to the channel.
    virtual bool hasChannel(std::string_view channel) const = 0;
    virtual void published(BayeuxSession &from, const BayeuxMessage &message) = 0;
    // session.isReachable() has changed.
    virtual void liveChanged(BayeuxSession &session) = 0;
    // The session is over.
    virtual void ended(BayeuxSession &session) = 0;
    // About once a second.
    virtual void tick() = 0;
};

// The Bayeux server: sessions and meta channels over any transport. All on one strand, which
// others reach through post().
class BayeuxServer : public std::enable_shared_from_this<BayeuxServer>
{
public:
    BayeuxServer(std::shared_ptr<Context> context, Random &random);

    // Not owned; once, before start().
    void setService(BayeuxService *service) { m_service = service; }
    void start();
    // Any thread. Answers all open connects and ends.
    void stop();

    // Any thread.
    void post(Mailbox::Work work) { m_mailbox.push(shared_from_this(), std::move(work)); }
    void receive(std::vector<BayeuxMessage> messages, std::shared_ptr<BayeuxPeer> peer);
    void peerGone(std::shared_ptr<BayeuxPeer> peer);

    // Any thread. All sessions end; their clients come back and catch up.
    void endAll();

    // On the strand:
    BayeuxSession *find(const std::string &clientId);
    void deliver(BayeuxSession &session, std::string message);

private:
    struct Entry
    {
        std::unique_ptr<BayeuxSession> session;
        BayeuxSession::Time reachedAt; // the last moment that the client could be reached
        bool isDirty = false;
        bool isOver = false;
    };

    void process(const std::vector<BayeuxMessage> &messages, std::shared_ptr<BayeuxPeer> peer);
    std::string handshake(const BayeuxMessage &message, const std::shared_ptr<BayeuxPeer> &peer);
    std::string handle(Entry &entry, const BayeuxMessage &message);
    std::string subscribe(const BayeuxMessage &message);
    void connect(Entry &entry, const BayeuxMessage &message, std::shared_ptr<BayeuxPeer> peer,
                 std::vector<std::string> before);
    void reachBy(Entry &entry, const std::shared_ptr<BayeuxPeer> &peer);
    void checkLive(Entry &entry, BayeuxSession::Time now);
    void end(Entry &entry);
    void endEach();
    void afterWork(bool lost);
    void removeEnded();
    void scheduleTick();
    void tick();

    std::shared_ptr<Context> m_context;
    Random &m_random;
    Strand m_strand;
    Mailbox m_mailbox;
    boost::asio::steady_timer m_timer;
    BayeuxService *m_service = nullptr;
    std::unordered_map<std::string, Entry> m_sessions;
    std::vector<std::string> m_dirty; // clients with messages to flush
    std::vector<std::string> m_ended; // clients to forget after the work in hand
    bool m_isStopped = false;
};

} // namespace tandem::gateway
