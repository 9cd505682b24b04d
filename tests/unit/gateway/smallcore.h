// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/coreport.h"
#include "protocol/chat.h"
#include "protocol/metrics.h"
#include "protocol/queue.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

namespace tandem::test {

// The smallest core that the front door can be tried against: chats in memory, one user (alice,
// password demo), answers and facts in order on a thread of its own, as CorePort promises.
class SmallCore final : public CorePort
{
public:
    SmallCore();
    ~SmallCore() override;

    const protocol::RequestType *agentRequest(std::string_view name) const override;
    void ask(const Caller &caller, const protocol::RequestType &type, AnyValue params,
             Answer<AnyValue> answer) override;
    bool canCommit() const override { return m_canCommit; }
    CoreFigures figures() const override { return {1, 2, 3, 4, 5}; }
    void login(const protocol::SessionLogin &login, std::string address,
               std::shared_ptr<FactSink> sink, Answer<Login> answer) override;
    void resume(const protocol::SessionResume &resume, std::shared_ptr<FactSink> sink,
                Answer<Resumed> answer) override;
    void detach(SessionId session, const FactSink *sink) override;
    void connectCustomers(CustomerSink *sink) override { m_customers = sink; }
    using CorePort::ask;

    // Requests of that type are answered by `handler`, which runs under the core's lock.
    template <protocol::Request R>
    void serve(std::function<Result<typename R::Reply>(const R &)> handler)
    {
        const std::lock_guard lock(m_mutex);
        m_served[R::name] = [handler = std::move(handler)](const AnyValue &params) {
            return protocol::anyFrom(handler(params.as<R>()));
        };
    }
    void setCanCommit(bool can) { m_canCommit = can; }
    // All requests are refused with this from now on.
    void refuseWith(std::optional<Reason> reason) { m_refusal = reason; }
    // Answers are held back while true.
    void hold(bool isHeld);
    void agentSays(InteractionId chat, std::string text);
    void endChat(InteractionId chat);
    // As after a store that failed and held more than was told.
    void missEvents();
    // Sends a notice to the agent who is signed in.
    void notice(std::string text);
    int presences() const { return m_presences; } // customers with a live socket
    int detached() const { return m_detached; }
    InteractionId onlyChat();

private:
    struct Chat
    {
        std::string secureKey;
        std::vector<protocol::CustomerEvent> events;
        int next = 1;
        bool hasEnded = false;
        std::map<std::string, int> keys;
    };

    void release(std::function<void()> job);
    void run();
    Result<AnyValue> handle(const protocol::RequestType &type, const AnyValue &params);
    Result<AnyValue> start(const protocol::CustomerStart &start);
    Result<Chat *> find(const protocol::CustomerKey &key, InteractionId &id);
    void add(InteractionId id, Chat &chat, protocol::CustomerEvent event, bool isStored);
    protocol::CustomerReply replyFrom(InteractionId id, const Chat &chat, std::optional<int> from);
    template <class Request>
    Result<AnyValue> with(const AnyValue &params,
                          std::function<void(InteractionId, Chat &, const Request &)> action);

    std::atomic<bool> m_canCommit = true;
    std::atomic<int> m_presences = 0;
    std::atomic<int> m_detached = 0;
    CustomerSink *m_customers = nullptr;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_isHeld = false;
    bool m_isOver = false;
    std::optional<Reason> m_refusal;
    std::map<std::string_view, std::function<Result<AnyValue>(const AnyValue &)>> m_served;
    std::map<InteractionId, Chat> m_chats;
    std::map<std::string, std::pair<InteractionId, std::string>> m_starts;
    std::shared_ptr<FactSink> m_agent;
    std::int64_t m_seq = 0;
    std::uint64_t m_nextChat = 1000;
    std::thread m_thread;
};

} // namespace tandem::test
