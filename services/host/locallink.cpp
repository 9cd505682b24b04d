// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/locallink.h"

#include <mutex>

namespace tandem {

// Brings calls from the core's threads to the GUI thread, and drops them when the link is gone.
class LocalLink::Mailbox
{
public:
    explicit Mailbox(LocalLink *link) : m_link(link) {}

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_link = nullptr;
    }

    template <class Call>
    void post(Call call)
    {
        const std::lock_guard lock(m_mutex);
        if (m_link)
            QMetaObject::invokeMethod(m_link, std::move(call), Qt::QueuedConnection);
    }

private:
    std::mutex m_mutex;
    LocalLink *m_link;
};

class LocalLink::Sink final : public FactSink, public std::enable_shared_from_this<Sink>
{
public:
    Sink(LocalLink *link, std::shared_ptr<Mailbox> mailbox)
        : m_link(link), m_mailbox(std::move(mailbox))
    {
    }

    void deliver(std::int64_t seq, std::shared_ptr<const SharedFact> fact) override
    {
        m_mailbox->post([self = shared_from_this(), seq, fact = std::move(fact)] {
            self->m_link->hear(self, seq, fact->fact());
        });
    }

    void close(Reason reason) override
    {
        m_mailbox->post(
            [self = shared_from_this(), reason] { self->m_link->closed(self, reason); });
    }

private:
    LocalLink *m_link; // used on the GUI thread only, and only while the mailbox is open
    std::shared_ptr<Mailbox> m_mailbox;
};

LocalLink::LocalLink(CorePort &core, QObject *parent)
    : ServiceLink(parent), m_core(core), m_mailbox(std::make_shared<Mailbox>(this))
{
}

LocalLink::~LocalLink()
{
    m_mailbox->close();
    if (m_sink && m_caller.session)
        m_core.detach(m_caller.session, m_sink.get());
}

void LocalLink::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    emit stateChanged(state);
}

void LocalLink::begin(const Caller &caller, const std::string &token, std::int64_t seq)
{
    m_caller = caller;
    m_token = token;
    m_seq = seq;
    setState(State::Connected);
}

void LocalLink::forget()
{
    m_sink.reset();
    m_caller = {};
    m_token.clear();
    setState(State::SignedOut);
}

void LocalLink::signIn(const protocol::SessionLogin &login, Answer<protocol::Welcome> done)
{
    setState(State::Connecting);
    m_sink = std::make_shared<Sink>(this, m_mailbox);
    m_core.login(login, {}, m_sink,
                 [this, mailbox = m_mailbox, done = std::move(done)](auto answer) {
                     mailbox->post([this, answer = std::move(answer), done] {
                         if (!answer) {
                             forget();
                             done(std::unexpected(answer.error()));
                             return;
                         }
                         begin(answer->caller, answer->welcome.sessionToken, answer->welcome.seq);
                         done(answer->welcome);
                     });
                 });
}

void LocalLink::resume(const std::string &sessionToken, Answer<protocol::Welcome> done)
{
    setState(State::Connecting);
    m_sink = std::make_shared<Sink>(this, m_mailbox);
    const auto taken = [this, sessionToken,
                        done = std::move(done)](const Result<CorePort::Resumed> &answer) {
        if (!answer) {
            forget();
            done(std::unexpected(answer.error()));
            return;
        }
        const auto &reply = answer->reply;
        begin(answer->caller, sessionToken, reply.seq);
        done(protocol::Welcome{sessionToken, reply.agent, reply.notReadyReasons, reply.dispositions,
                               reply.seq, reply.snapshot.value_or(protocol::Snapshot{})});
    };
    // A number that no session has given: the answer is a snapshot.
    m_core.resume({sessionToken, -1}, m_sink, [mailbox = m_mailbox, taken](auto answer) {
        mailbox->post([answer = std::move(answer), taken] { taken(answer); });
    });
}

void LocalLink::signOut()
{
    if (m_caller.session)
        m_core.ask<protocol::SessionLogout>(m_caller, {}, [](const auto &) {});
    forget();
}

void LocalLink::hear(const std::shared_ptr<Sink> &from, std::int64_t seq,
                     const protocol::Fact &fact)
{
    if (from != m_sink || seq <= m_seq)
        return;
    m_seq = seq;
    emit factArrived(fact);
}

void LocalLink::closed(const std::shared_ptr<Sink> &from, Reason reason)
{
    if (from != m_sink)
        return;
    forget();
    emit sessionEnded(Error{reason, "The session is over. Sign in again.", {}});
}

void LocalLink::send(const protocol::RequestType &type, AnyValue params, Answer<AnyValue> done)
{
    if (m_state != State::Connected) {
        // Later, like every answer: an asker may not expect it before it has gone on.
        m_mailbox->post([done = std::move(done)] {
            done(failure(Reason::NotConnected, "There is no connection now."));
        });
        return;
    }
    m_core.ask(m_caller, type, std::move(params),
               [mailbox = m_mailbox, done = std::move(done)](Result<AnyValue> reply) {
                   mailbox->post([reply = std::move(reply), done] { done(reply); });
               });
}

} // namespace tandem
