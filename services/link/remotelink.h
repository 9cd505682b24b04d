// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/agentsocket.h"
#include "link/backoff.h"
#include "link/factstream.h"
#include "link/serveraddress.h"
#include "link/servicelink.h"
#include "protocol/frame.h"

#include <QTimer>

#include <map>

namespace tandem {

// A server over its /agent WebSocket, JSON-RPC 2.0. When the socket is lost it comes back by
// itself with the session's token and the number of the last fact. GUI thread.
class TANDEM_LINK_EXPORT RemoteLink final : public ServiceLink
{
    Q_OBJECT

public:
    struct Timing
    {
        AgentSocket::Timing socket;
        Ms answerWithin{20'000};
        Ms firstRetry{250};
        Ms retryAtMost{8'000};
    };

    explicit RemoteLink(ServerAddress address, QObject *parent = nullptr);
    RemoteLink(ServerAddress address, const Timing &timing, QObject *parent = nullptr);
    ~RemoteLink() override;

    State state() const override { return m_state; }
    void signIn(const protocol::SessionLogin &login, Answer<protocol::Welcome> done) override;
    void resume(const std::string &sessionToken, Answer<protocol::Welcome> done) override;
    void signOut() override;
    // Reconnecting: tries now instead of at the next turn.
    void retryNow();

protected:
    void send(const protocol::RequestType &type, AnyValue params, Answer<AnyValue> done) override;

private:
    struct Pending
    {
        const protocol::RequestType *type;
        Answer<AnyValue> done;
        SteadyTime deadline;
    };

    void open(State state);
    void onOpened();
    void onReceived(const std::string &text);
    void onLost(const Error &why);
    void onReply(protocol::Frame frame);
    void onFact(const protocol::Frame &frame);
    void checkDeadlines();

    void request(const protocol::RequestType &type, const AnyValue &params, Answer<AnyValue> done);
    void askResume();
    void onWelcome(Result<protocol::Welcome> welcome);
    void onResumed(Result<AnyValue> reply);
    void deliver(std::vector<protocol::Fact> facts);
    void end(const Error &why);
    void forgetSocket();
    void failPending(const Error &why);
    void setState(State state);

    ServerAddress m_address;
    Timing m_timing;
    Backoff m_backoff;
    State m_state = State::SignedOut;
    AgentSocket *m_socket = nullptr;
    QTimer m_retry;
    QTimer m_deadlines;
    std::optional<protocol::SessionLogin> m_login;
    std::string m_token;
    Answer<protocol::Welcome> m_welcome;
    FactStream m_facts;
    std::int64_t m_nextId = 1;
    std::map<std::int64_t, Pending> m_pending;
};

} // namespace tandem
