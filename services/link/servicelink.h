// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "link/link_export.h"
#include "protocol/call.h"
#include "protocol/facts.h"
#include "protocol/session.h"

#include <QObject>

#include <functional>
#include <string>

namespace tandem {

// The desktop's only door to the services: values in, values and one stream of numbered facts out.
// LocalLink asks a core in this process, RemoteLink a server over a socket; both keep the same
// contract. Lives on the GUI thread; every callback and signal comes on it.
class TANDEM_LINK_EXPORT ServiceLink : public QObject
{
    Q_OBJECT

public:
    // Reconnecting: signed in, the socket is lost, the link tries again by itself.
    enum class State { SignedOut, Connecting, Connected, Reconnecting };
    Q_ENUM(State)

    template <class T>
    using Answer = std::function<void(Result<T>)>;

    using QObject::QObject;

    virtual State state() const = 0;
    // Signs in; the answer is also the first snapshot (snapshotArrived is not signalled for it).
    virtual void signIn(const protocol::SessionLogin &login, Answer<protocol::Welcome> done) = 0;
    // Goes on with a session whose token was kept; `session_expired` where it is over.
    virtual void resume(const std::string &sessionToken, Answer<protocol::Welcome> done) = 0;
    // Ends the session; the state is SignedOut at once.
    virtual void signOut() = 0;

    // Asks; exactly one answer, `not_connected` where the socket is lost before it came. Then the
    // asker knows nothing of the outcome: a command with a key may be asked again.
    template <protocol::Request R>
    void ask(R params, Answer<typename R::Reply> done)
    {
        send(protocol::requestType<R>(), AnyValue::of(std::move(params)),
             [done = std::move(done)](Result<AnyValue> reply) {
                 if (!done)
                     return;
                 if (reply)
                     done(reply->take<typename R::Reply>());
                 else
                     done(std::unexpected(std::move(reply.error())));
             });
    }

signals:
    void stateChanged(tandem::ServiceLink::State state);
    // In order, without gaps and without repeats since the last snapshot.
    void factArrived(const tandem::protocol::Fact &fact);
    // All that was known before is replaced by this (after a reconnect that could not replay).
    void snapshotArrived(const tandem::protocol::Snapshot &snapshot);
    // The session is over and will not come back by itself: expired, replaced.
    void sessionEnded(const tandem::Error &error);

protected:
    virtual void send(const protocol::RequestType &type, AnyValue params,
                      Answer<AnyValue> done) = 0;
};

} // namespace tandem
