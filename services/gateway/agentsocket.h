// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coreport.h"
#include "gateway/messagechannel.h"
#include "gateway/settings.h"
#include "protocol/frame.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace tandem::gateway {

// The agent protocol (JSON-RPC 2.0, contracts "Agent protocol") on one WebSocket: one session, in
// by login or resume, until the socket is closed. Messages come in on the strand; answers and
// facts on the core's releasing thread, whose order is kept.
class AgentSocket final : public MessageHandler,
                          public FactSink,
                          public std::enable_shared_from_this<AgentSocket>
{
public:
    AgentSocket(CorePort &core, const GatewayLimits &limits) : m_core(core), m_limits(limits) {}

    void opened(std::shared_ptr<MessageChannel> channel) override;
    void received(std::string_view text) override;
    void closed() override;

    void deliver(std::int64_t seq, std::shared_ptr<const SharedFact> fact) override;
    void close(Reason reason) override;

private:
    enum class Phase { Greeting, SigningIn, Open, Over };
    struct Fact
    {
        std::int64_t seq;
        std::shared_ptr<const SharedFact> fact;
    };

    void greet(const protocol::Frame &frame, const std::string &id);
    void login(const protocol::Frame &frame, const std::string &id);
    void resume(const protocol::Frame &frame, const std::string &id);
    void beginSignIn();
    void signedIn(const Caller &caller, MessageChannel::Maker reply);
    void refused(const std::string &id, Error error);
    void ask(const protocol::Frame &frame, const std::string &id);
    void answered();
    void sendFact(Fact fact);
    void sendError(const std::string &id, Error error);
    void sendError(const std::string &id, protocol::RpcCode code, std::string message);

    CorePort &m_core;
    const GatewayLimits &m_limits;
    std::shared_ptr<MessageChannel> m_channel;
    std::atomic<int> m_pending = 0;

    std::mutex m_mutex; // the strand and the releasing thread meet in these
    Phase m_phase = Phase::Greeting;
    Caller m_caller;
    std::optional<Reason> m_ended; // the session is over; the connection ends when all is answered
    std::vector<Fact> m_held;      // facts that came before the reply that opens the session
};

} // namespace tandem::gateway
