// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/agentsocket.h"

#include "core/engine.h"

#include <boost/json.hpp>

namespace tandem::gateway {

using protocol::RpcCode;

namespace {

// How long the check of a password may take at most, when many sign in at once.
constexpr Ms signInTime{30'000};

} // namespace

void AgentSocket::opened(std::shared_ptr<MessageChannel> channel)
{
    m_channel = std::move(channel);
    m_channel->closeAfter(m_limits.login, "No session.login in time.");
}

void AgentSocket::received(std::string_view text)
{
    auto frame = protocol::parseFrame(text);
    if (!frame) {
        return sendError(boost::json::serialize(frame.error().id), frame.error().code,
                         frame.error().message);
    }
    if (frame->method.empty())
        return sendError(boost::json::serialize(frame->id), RpcCode::InvalidRequest,
                         "Only requests are accepted.");
    if (!frame->hasId)
        return sendError("null", RpcCode::InvalidRequest, "A request needs an id.");
    const auto id = boost::json::serialize(frame->id);
    Phase phase;
    {
        const std::lock_guard lock(m_mutex);
        if (m_ended)
            return;
        phase = m_phase;
    }
    if (phase == Phase::Greeting)
        return greet(*frame, id);
    if (phase == Phase::SigningIn)
        return sendError(id, {Reason::WrongState, "Wait for the answer to the first request.", {}});
    if (phase == Phase::Open)
        ask(*frame, id);
}

void AgentSocket::greet(const protocol::Frame &frame, const std::string &id)
{
    if (frame.method == protocol::SessionLogin::name)
        return login(frame, id);
    if (frame.method == protocol::SessionResume::name)
        return resume(frame, id);
    sendError(
        id,
        {Reason::NotPermitted, "The first request must be session.login or session.resume.", {}});
}

void AgentSocket::login(const protocol::Frame &frame, const std::string &id)
{
    const auto params = json::fromValue<protocol::SessionLogin>(frame.params);
    if (!params)
        return sendError(id, params.error());
    beginSignIn();
    m_core.login(*params, m_channel->address(), shared_from_this(),
                 [self = shared_from_this(), id](Result<CorePort::Login> answer) {
                     if (!answer)
                         return self->refused(id, std::move(answer.error()));
                     self->signedIn(answer->caller, [id, welcome = std::move(answer->welcome)] {
                         return protocol::replyFrame(id, json::toText(welcome));
                     });
                 });
}

void AgentSocket::resume(const protocol::Frame &frame, const std::string &id)
{
    const auto params = json::fromValue<protocol::SessionResume>(frame.params);
    if (!params)
        return sendError(id, params.error());
    beginSignIn();
    m_core.resume(*params, shared_from_this(),
                  [self = shared_from_this(), id](Result<CorePort::Resumed> answer) {
                      if (!answer)
                          return self->refused(id, std::move(answer.error()));
                      self->signedIn(answer->caller, [id, reply = std::move(answer->reply)] {
                          return protocol::replyFrame(id, json::toText(reply));
                      });
                  });
}

void AgentSocket::beginSignIn()
{
    const std::lock_guard lock(m_mutex);
    m_phase = Phase::SigningIn;
    m_channel->closeAfter(signInTime, "Signing in took too long.");
}

void AgentSocket::signedIn(const Caller &caller, MessageChannel::Maker reply)
{
    std::unique_lock lock(m_mutex);
    m_caller = caller;
    if (m_phase == Phase::Over) {
        lock.unlock();
        m_core.detach(caller.session, this);
        return;
    }
    m_phase = Phase::Open;
    m_channel->send([channel = m_channel, reply = std::move(reply)] {
        channel->cancelCloseAfter();
        return reply();
    });
    for (auto &fact : std::exchange(m_held, {}))
        sendFact(std::move(fact));
}

void AgentSocket::refused(const std::string &id, Error error)
{
    const std::lock_guard lock(m_mutex);
    m_held.clear();
    if (m_phase == Phase::SigningIn)
        m_phase = Phase::Greeting;
    m_channel->send([id, error = std::move(error), channel = m_channel, time = m_limits.login] {
        channel->closeAfter(time, "No session.login in time.");
        return protocol::errorFrame(id, error);
    });
}

void AgentSocket::ask(const protocol::Frame &frame, const std::string &id)
{
    const auto *type = m_core.agentRequest(frame.method);
    if (!type)
        return sendError(id, RpcCode::MethodNotFound, "There is no request of that name.");
    // First, so that who may not ask for it learns nothing of its parameters either.
    if (auto permitted = Engine::checkPolicy(m_caller, *type); !permitted)
        return sendError(id, permitted.error());
    auto params = type->paramsFrom(frame.params);
    if (!params)
        return sendError(id, params.error());
    if (m_pending >= static_cast<int>(m_limits.pendingRequests))
        return sendError(id, {Reason::Busy, "Too many requests are unanswered; try again.", {}});
    ++m_pending;
    const bool isLogout = type->name == protocol::SessionLogout::name;
    m_core.ask(m_caller, *type, *std::move(params),
               [self = shared_from_this(), type, id, isLogout](Result<AnyValue> answer) {
                   if (answer) {
                       self->m_channel->send([type, id, reply = *std::move(answer)] {
                           return protocol::replyFrame(id, type->replyText(reply));
                       });
                   } else {
                       self->sendError(id, std::move(answer.error()));
                   }
                   if (isLogout)
                       self->m_channel->close(CloseCode::Normal, "Signed out.");
                   self->answered();
               });
}

void AgentSocket::answered()
{
    const std::lock_guard lock(m_mutex);
    if (--m_pending == 0 && m_ended && m_phase != Phase::Over)
        m_channel->close(CloseCode::Policy, std::string(reasonName(*m_ended)));
}

void AgentSocket::deliver(std::int64_t seq, std::shared_ptr<const SharedFact> fact)
{
    const std::lock_guard lock(m_mutex);
    if (m_phase == Phase::Open)
        sendFact({seq, std::move(fact)});
    else if (m_phase != Phase::Over)
        m_held.push_back({seq, std::move(fact)});
}

void AgentSocket::close(Reason reason)
{
    const std::lock_guard lock(m_mutex);
    // A request that ends its own session is answered first.
    if (m_phase != Phase::Over && m_pending == 0)
        m_channel->close(CloseCode::Policy, std::string(reasonName(reason)));
    m_ended = reason;
}

void AgentSocket::closed()
{
    Caller caller;
    {
        const std::lock_guard lock(m_mutex);
        m_phase = Phase::Over;
        m_held.clear();
        caller = m_caller;
    }
    if (caller.session)
        m_core.detach(caller.session, this);
}

void AgentSocket::sendFact(Fact fact)
{
    m_channel->send([fact = std::move(fact)] {
        return protocol::factFrame(fact.fact->name(), fact.seq, fact.fact->params());
    });
}

void AgentSocket::sendError(const std::string &id, Error error)
{
    m_channel->send([id, error = std::move(error)] { return protocol::errorFrame(id, error); });
}

void AgentSocket::sendError(const std::string &id, RpcCode code, std::string message)
{
    m_channel->send([id, code, message = std::move(message)] {
        return protocol::errorFrame(id, code, message);
    });
}

} // namespace tandem::gateway
