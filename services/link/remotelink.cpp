// SPDX-License-Identifier: GPL-3.0-or-later
#include "link/remotelink.h"

#include <QRandomGenerator>

#include <chrono>

namespace tandem {

namespace {

// Asked with this a server cannot replay: the program has nothing yet and needs a snapshot.
constexpr std::int64_t knowsNothing = -1;

SteadyTime steadyNow()
{
    return std::chrono::time_point_cast<Ms>(std::chrono::steady_clock::now());
}

Error notConnected()
{
    return Error{Reason::NotConnected, "There is no connection to the server.", {}};
}

bool isFinal(Reason reason)
{
    return reason == Reason::SessionExpired || reason == Reason::BadCredentials
           || reason == Reason::NotFound || reason == Reason::NotPermitted
           || reason == Reason::InvalidParams;
}

} // namespace

RemoteLink::RemoteLink(ServerAddress address, QObject *parent)
    : RemoteLink(std::move(address), Timing{}, parent)
{
}

RemoteLink::RemoteLink(ServerAddress address, const Timing &timing, QObject *parent)
    : ServiceLink(parent),
      m_address(std::move(address)),
      m_timing(timing),
      m_backoff(timing.firstRetry, timing.retryAtMost,
                [] { return QRandomGenerator::system()->generateDouble(); })
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &RemoteLink::retryNow);
    m_deadlines.setInterval(std::max(Ms(50), m_timing.answerWithin / 10));
    connect(&m_deadlines, &QTimer::timeout, this, &RemoteLink::checkDeadlines);
}

RemoteLink::~RemoteLink() = default;

void RemoteLink::signIn(const protocol::SessionLogin &login, Answer<protocol::Welcome> done)
{
    m_login = login;
    m_token.clear();
    m_welcome = std::move(done);
    open(State::Connecting);
}

void RemoteLink::resume(const std::string &sessionToken, Answer<protocol::Welcome> done)
{
    m_login.reset();
    m_token = sessionToken;
    m_welcome = std::move(done);
    m_facts.startAfter(knowsNothing);
    open(State::Connecting);
}

void RemoteLink::signOut()
{
    if (m_socket && m_state == State::Connected)
        request(protocol::requestType<protocol::SessionLogout>(),
                AnyValue::of(protocol::SessionLogout{}), {});
    m_retry.stop();
    m_token.clear();
    m_welcome = {};
    setState(State::SignedOut);
    forgetSocket();
    failPending(notConnected());
}

void RemoteLink::retryNow()
{
    if (m_state == State::Reconnecting && !m_socket)
        open(State::Reconnecting);
}

void RemoteLink::send(const protocol::RequestType &type, AnyValue params, Answer<AnyValue> done)
{
    if (m_state == State::Connected && m_socket) {
        request(type, params, std::move(done));
        return;
    }
    // Never from inside the call: the asker is not ready for its answer yet.
    QMetaObject::invokeMethod(
        this, [done = std::move(done)] { done(std::unexpected(notConnected())); },
        Qt::QueuedConnection);
}

void RemoteLink::open(State state)
{
    m_retry.stop();
    forgetSocket();
    m_socket = new AgentSocket(m_address, m_timing.socket, this);
    connect(m_socket, &AgentSocket::opened, this, &RemoteLink::onOpened);
    connect(m_socket, &AgentSocket::received, this, &RemoteLink::onReceived);
    connect(m_socket, &AgentSocket::lost, this, &RemoteLink::onLost);
    setState(state);
}

void RemoteLink::onOpened()
{
    m_facts.hold();
    if (!m_login) {
        askResume();
        return;
    }
    request(protocol::requestType<protocol::SessionLogin>(), AnyValue::of(*m_login),
            [this](Result<AnyValue> r) {
                if (r)
                    onWelcome(r->take<protocol::Welcome>());
                else
                    onWelcome(std::unexpected(std::move(r.error())));
            });
    m_login.reset();
}

void RemoteLink::askResume()
{
    const protocol::SessionResume resume{m_token, m_facts.lastSeq()};
    request(protocol::requestType<protocol::SessionResume>(), AnyValue::of(resume),
            [this](Result<AnyValue> reply) { onResumed(std::move(reply)); });
}

void RemoteLink::onWelcome(Result<protocol::Welcome> welcome)
{
    auto done = std::exchange(m_welcome, {});
    if (!welcome) {
        setState(State::SignedOut);
        forgetSocket();
        if (done)
            done(std::move(welcome));
        return;
    }
    m_token = welcome->sessionToken;
    m_backoff.reset();
    m_facts.startAfter(welcome->seq);
    setState(State::Connected);
    if (done)
        done(std::move(welcome));
    deliver(m_facts.release(0));
}

void RemoteLink::onResumed(Result<AnyValue> answer)
{
    if (!answer) {
        if (m_state == State::Connecting)
            onWelcome(std::unexpected(answer.error()));
        else if (isFinal(answer.error().reason))
            end(answer.error());
        else if (m_socket)
            m_socket->drop(answer.error());
        return;
    }
    auto reply = answer->take<protocol::ResumeReply>();
    if (m_state == State::Connecting) {
        if (!reply.snapshot) {
            onWelcome(failure(Reason::Internal, "The server sent no snapshot."));
            return;
        }
        onWelcome(protocol::Welcome{m_token, std::move(reply.agent),
                                    std::move(reply.notReadyReasons), std::move(reply.dispositions),
                                    reply.seq, std::move(*reply.snapshot)});
        return;
    }
    m_backoff.reset();
    if (reply.snapshot)
        m_facts.startAfter(reply.seq);
    setState(State::Connected);
    if (reply.snapshot)
        emit snapshotArrived(*reply.snapshot);
    deliver(m_facts.release(reply.replayed.value_or(0)));
}

void RemoteLink::onReceived(const std::string &text)
{
    auto frame = protocol::parseFrame(text);
    if (!frame) {
        m_socket->drop({Reason::NotConnected, "The server sent what cannot be read.", "frame"});
        return;
    }
    if (frame->seq)
        onFact(*frame);
    else if (frame->hasId && frame->method.empty())
        onReply(std::move(*frame));
}

void RemoteLink::onReply(protocol::Frame frame)
{
    const auto *id = frame.id.if_int64();
    const auto found = id ? m_pending.find(*id) : m_pending.end();
    if (found == m_pending.end())
        return;
    const auto pending = std::move(found->second);
    m_pending.erase(found);
    if (m_pending.empty())
        m_deadlines.stop();
    if (!pending.done)
        return;
    if (frame.error)
        pending.done(std::unexpected(std::move(*frame.error)));
    else
        pending.done(pending.type->replyFrom(*frame.result));
}

void RemoteLink::onFact(const protocol::Frame &frame)
{
    auto fact = protocol::factFrom(frame.method, frame.params);
    // A newer server may tell what this program does not know; the number still counts.
    if (!fact)
        fact = protocol::SystemNotice{"unknown_fact", frame.method};
    deliver(m_facts.take(*frame.seq, std::move(*fact)));
    if (m_socket && m_state == State::Connected && m_facts.hasGap())
        m_socket->drop({Reason::NotConnected, "A fact is missing from the stream.", "gap"});
}

void RemoteLink::deliver(std::vector<protocol::Fact> facts)
{
    for (const auto &fact : facts) {
        emit factArrived(fact);
        if (const auto *replaced = std::get_if<protocol::SessionReplaced>(&fact)) {
            end({Reason::SessionExpired, replaced->reason, "replaced"});
            return;
        }
    }
}

void RemoteLink::request(const protocol::RequestType &type, const AnyValue &params,
                         Answer<AnyValue> done)
{
    const auto id = m_nextId++;
    m_pending.emplace(id, Pending{&type, std::move(done), steadyNow() + m_timing.answerWithin});
    if (!m_deadlines.isActive())
        m_deadlines.start();
    m_socket->send(protocol::requestFrame(std::to_string(id), type.name, type.paramsText(params)));
}

void RemoteLink::checkDeadlines()
{
    const auto now = steadyNow();
    for (const auto &[id, pending] : m_pending) {
        if (pending.deadline > now)
            continue;
        // The answer may still be under way: only a new connection makes sure of the order.
        m_socket->drop({Reason::NotConnected, "The server did not answer in time.", "time"});
        return;
    }
}

void RemoteLink::onLost(const Error &why)
{
    forgetSocket();
    if (m_state == State::Connecting) {
        m_pending.clear();
        onWelcome(std::unexpected(why));
        return;
    }
    if (m_state == State::SignedOut)
        return;
    m_retry.start(m_backoff.next());
    setState(State::Reconnecting);
    failPending(why);
}

void RemoteLink::end(const Error &why)
{
    m_retry.stop();
    m_token.clear();
    setState(State::SignedOut);
    forgetSocket();
    failPending(why);
    emit sessionEnded(why);
}

void RemoteLink::forgetSocket()
{
    if (!m_socket)
        return;
    auto *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->close();
    socket->deleteLater();
}

void RemoteLink::failPending(const Error &why)
{
    m_deadlines.stop();
    auto pending = std::exchange(m_pending, {});
    for (auto &[id, request] : pending) {
        if (request.done)
            request.done(std::unexpected(Error{Reason::NotConnected, why.message, why.field}));
    }
}

void RemoteLink::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

} // namespace tandem
