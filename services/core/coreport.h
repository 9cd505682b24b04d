// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/caller.h"
#include "core/sinks.h"
#include "protocol/call.h"
#include "protocol/session.h"

#include <functional>
#include <memory>

namespace tandem {

// How much the core has to do; counts are since the start.
struct CoreFigures
{
    std::uint64_t jobs = 0;
    std::uint64_t waiting = 0; // requests that the core has not looked at
    std::uint64_t backlog = 0; // units of work on their way to a commit
    std::uint64_t commits = 0;
    std::uint64_t units = 0;
};

// The core as the front door and LocalLink see it. Any thread; nothing here blocks. Every answer
// comes exactly once, after the commit, on the releasing thread (or at once on the caller's where
// the request is refused: busy, store_unavailable).
class CorePort
{
public:
    template <class T>
    using Answer = std::function<void(Result<T>)>;

    struct Login
    {
        Caller caller;
        protocol::Welcome welcome;
    };
    struct Resumed
    {
        Caller caller;
        protocol::ResumeReply reply;
    };

    virtual ~CorePort() = default;

    // The type of that name if outsiders may ask for it by name (agents' requests), else null.
    virtual const protocol::RequestType *agentRequest(std::string_view name) const = 0;
    virtual void ask(const Caller &caller, const protocol::RequestType &type, AnyValue params,
                     Answer<AnyValue> answer) = 0;
    // True while the store takes commits: what /health tells.
    virtual bool canCommit() const = 0;
    virtual CoreFigures figures() const = 0;

    // Password checked on a worker; `address` (of the peer, for the limit of tries) may be empty.
    virtual void login(const protocol::SessionLogin &login, std::string address,
                       std::shared_ptr<FactSink> sink, Answer<Login> answer) = 0;
    // Attaches the sink and, where the gap can be closed, delivers the missed facts after the
    // answer; the sink must put them behind the reply.
    virtual void resume(const protocol::SessionResume &resume, std::shared_ptr<FactSink> sink,
                        Answer<Resumed> answer) = 0;
    // The connection is lost. Ignored where another sink is attached by now.
    virtual void detach(SessionId session, const FactSink *sink) = 0;

    // One for the life of the core, set before it starts; not owned.
    virtual void connectCustomers(CustomerSink *sink) = 0;

    template <protocol::Request R>
    void ask(const Caller &caller, R params, Answer<typename R::Reply> answer)
    {
        ask(caller, protocol::requestType<R>(), AnyValue::of(std::move(params)),
            [answer = std::move(answer)](Result<AnyValue> reply) {
                if (reply)
                    answer(reply->take<typename R::Reply>());
                else
                    answer(std::unexpected(std::move(reply.error())));
            });
    }
};

} // namespace tandem
