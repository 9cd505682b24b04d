// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coreport.h"
#include "link/servicelink.h"

#include <memory>

namespace tandem {

// The services of this process for the desktop: same requests, same facts, no socket. GUI thread;
// the core must outlive it.
class LocalLink final : public ServiceLink
{
    Q_OBJECT

public:
    explicit LocalLink(CorePort &core, QObject *parent = nullptr);
    ~LocalLink() override;

    State state() const override { return m_state; }
    void signIn(const protocol::SessionLogin &login, Answer<protocol::Welcome> done) override;
    void resume(const std::string &sessionToken, Answer<protocol::Welcome> done) override;
    void signOut() override;

protected:
    void send(const protocol::RequestType &type, AnyValue params, Answer<AnyValue> done) override;

private:
    class Mailbox;
    class Sink;

    void setState(State state);
    void begin(const Caller &caller, const std::string &token, std::int64_t seq);
    void hear(const std::shared_ptr<Sink> &from, std::int64_t seq, const protocol::Fact &fact);
    void closed(const std::shared_ptr<Sink> &from, Reason reason);
    void forget();

    CorePort &m_core;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<Sink> m_sink;
    State m_state = State::SignedOut;
    Caller m_caller;
    std::string m_token;
    std::int64_t m_seq = 0;
};

} // namespace tandem
