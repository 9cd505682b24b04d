// SPDX-License-Identifier: GPL-3.0-or-later
#include "smallcore.h"

namespace tandem::test {

using namespace protocol;

SmallCore::SmallCore() : m_thread([this] { run(); }) {}

SmallCore::~SmallCore()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isOver = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void SmallCore::run()
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_isOver || (!m_jobs.empty() && !m_isHeld); });
        if (m_isOver)
            return;
        auto job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        job = nullptr;
        lock.lock();
    }
}

void SmallCore::release(std::function<void()> job)
{
    m_jobs.push_back(std::move(job));
    m_wake.notify_all();
}

void SmallCore::hold(bool isHeld)
{
    const std::lock_guard lock(m_mutex);
    m_isHeld = isHeld;
    m_wake.notify_all();
}

const RequestType *SmallCore::agentRequest(std::string_view name) const
{
    for (const auto *type :
         {&requestType<QueueList>(), &requestType<ChatSend>(), &requestType<SessionLogout>()}) {
        if (type->name == name)
            return type;
    }
    return nullptr;
}

void SmallCore::ask(const Caller &, const RequestType &type, AnyValue params,
                    Answer<AnyValue> answer)
{
    const std::lock_guard lock(m_mutex);
    auto result =
        m_refusal ? Result<AnyValue>(failure(*m_refusal, "Refused.")) : handle(type, params);
    release([answer = std::move(answer), result = std::move(result)] { answer(result); });
}

Result<SmallCore::Chat *> SmallCore::find(const CustomerKey &key, InteractionId &id)
{
    for (auto &[chatId, chat] : m_chats) {
        if ((!key.chatId || *key.chatId == chatId) && chat.secureKey == key.secureKey) {
            id = chatId;
            return &chat;
        }
    }
    return failure(Reason::NotFound, "There is no such chat.");
}

void SmallCore::add(InteractionId id, Chat &chat, CustomerEvent event, bool isStored)
{
    event.index = chat.next++;
    event.utcTime = 1432845088000;
    if (isStored)
        chat.events.push_back(event);
    if (m_customers) {
        release([sink = m_customers, id, shared = std::make_shared<const CustomerEvent>(event)] {
            sink->deliver(id, shared);
        });
    }
}

CustomerReply SmallCore::replyFrom(InteractionId id, const Chat &chat, std::optional<int> from)
{
    CustomerReply reply{id, "117", "007", chat.secureKey, {}, chat.next, chat.hasEnded};
    for (const auto &event : chat.events) {
        if (event.index >= from.value_or(1))
            reply.messages.push_back(event);
    }
    return reply;
}

Result<AnyValue> SmallCore::start(const CustomerStart &start)
{
    if (start.service != "support")
        return failure(Reason::NotFound, "There is no such service.");
    const auto key = start.startScope + '\n' + start.clientMessageId.value_or(std::string());
    if (start.clientMessageId && m_starts.contains(key)) {
        const auto id = m_starts[key].first;
        return AnyValue::of(replyFrom(id, m_chats[id], 1));
    }
    const InteractionId id{m_nextChat++};
    auto &chat = m_chats[id];
    chat.secureKey = start.secureKey;
    CustomerEvent joined;
    joined.from = {1, start.nickname, ParticipantType::Client};
    joined.type = ChatEventType::ParticipantJoined;
    add(id, chat, joined, true);
    if (start.clientMessageId)
        m_starts[key] = {id, start.secureKey};
    return AnyValue::of(replyFrom(id, chat, 1));
}

template <class Request>
Result<AnyValue> SmallCore::with(const AnyValue &params,
                                 std::function<void(InteractionId, Chat &, const Request &)> action)
{
    const auto &request = params.as<Request>();
    InteractionId id;
    const auto chat = find(request.key, id);
    if (!chat)
        return std::unexpected(chat.error());
    action(id, **chat, request);
    auto reply = replyFrom(id, **chat, request.position);
    reply.secureKey.clear();
    if (!request.position && !std::is_same_v<Request, CustomerRefresh>)
        reply.messages.clear();
    return AnyValue::of(std::move(reply));
}

Result<AnyValue> SmallCore::handle(const RequestType &type, const AnyValue &params)
{
    if (const auto served = m_served.find(type.name); served != m_served.end())
        return served->second(params);
    if (&type == &requestType<ServerMetrics>()) {
        return AnyValue::of(ServerMetricsReply{{{"tandem_interactions_waiting",
                                                 "Waiting.",
                                                 MetricType::Gauge,
                                                 {{{{"queue", "support"}}, 7}}}}});
    }
    if (&type == &requestType<CustomerStart>())
        return start(params.as<CustomerStart>());
    if (&type == &requestType<CustomerRefresh>())
        return with<CustomerRefresh>(params, [](auto, auto &, auto &) {});
    if (&type == &requestType<CustomerSend>()) {
        return with<CustomerSend>(params, [this](auto id, Chat &chat, const CustomerSend &send) {
            if (send.clientMessageId && !chat.keys.emplace(*send.clientMessageId, 1).second)
                return;
            CustomerEvent event;
            event.from = {1, "Customer", ParticipantType::Client};
            event.text = send.message;
            event.messageType = send.messageType;
            add(id, chat, event, true);
        });
    }
    if (&type == &requestType<CustomerTyping>()) {
        return with<CustomerTyping>(params, [this](auto id, Chat &chat, auto &typing) {
            CustomerEvent event;
            event.type =
                typing.typing ? ChatEventType::TypingStarted : ChatEventType::TypingStopped;
            add(id, chat, event, false);
        });
    }
    if (&type == &requestType<CustomerDisconnect>()) {
        return with<CustomerDisconnect>(params, [this](auto id, Chat &chat, auto &) {
            chat.hasEnded = true;
            release([sink = m_customers, id] { sink->chatEnded(id); });
        });
    }
    if (&type == &requestType<CustomerUpdateData>())
        return with<CustomerUpdateData>(params, [](auto, auto &, auto &) {});
    if (&type == &requestType<CustomerPresence>()) {
        m_presences += params.as<CustomerPresence>().connected ? 1 : -1;
        return AnyValue::of(Done{});
    }
    if (&type == &requestType<QueueList>())
        return AnyValue::of(QueueListReply{{{"support", "Support", 1, 0, {}, {}}}});
    if (&type == &requestType<SessionLogout>())
        return AnyValue::of(Done{});
    return failure(Reason::NotFound, "There is no such interaction.");
}

void SmallCore::login(const SessionLogin &login, std::string, std::shared_ptr<FactSink> sink,
                      Answer<Login> answer)
{
    const std::lock_guard lock(m_mutex);
    if (login.user != "alice" || login.password != "demo") {
        return release([answer] {
            answer(failure(Reason::BadCredentials, "The user or the password is wrong."));
        });
    }
    m_agent = std::move(sink);
    Login done;
    done.caller = {Caller::Kind::Agent, SessionId{7}, AgentId{8}, {Role::Agent}};
    done.welcome.sessionToken = "token";
    done.welcome.seq = m_seq;
    release([answer, done] { answer(done); });
}

void SmallCore::resume(const SessionResume &resume, std::shared_ptr<FactSink> sink,
                       Answer<Resumed> answer)
{
    const std::lock_guard lock(m_mutex);
    if (resume.sessionToken != "token")
        return release([answer] { answer(failure(Reason::SessionExpired, "Sign in again.")); });
    m_agent = std::move(sink);
    Resumed done;
    done.caller = {Caller::Kind::Agent, SessionId{7}, AgentId{8}, {Role::Agent}};
    done.reply.replayed = static_cast<int>(m_seq - resume.lastSeq);
    done.reply.seq = m_seq;
    release([answer, done] { answer(done); });
    for (auto seq = resume.lastSeq + 1; seq <= m_seq; ++seq) {
        auto fact = std::make_shared<const SharedFact>(Fact(SystemNotice{"again", "Replayed"}));
        release([agent = m_agent, seq, fact] { agent->deliver(seq, fact); });
    }
}

void SmallCore::detach(SessionId, const FactSink *sink)
{
    const std::lock_guard lock(m_mutex);
    ++m_detached;
    if (m_agent.get() == sink)
        m_agent.reset();
}

void SmallCore::notice(std::string text)
{
    const std::lock_guard lock(m_mutex);
    const auto seq = ++m_seq;
    auto fact = std::make_shared<const SharedFact>(Fact(SystemNotice{"notice", std::move(text)}));
    release([agent = m_agent, seq, fact] {
        if (agent)
            agent->deliver(seq, fact);
    });
}

void SmallCore::agentSays(InteractionId id, std::string text)
{
    const std::lock_guard lock(m_mutex);
    CustomerEvent event;
    event.from = {2, "Alice", ParticipantType::Agent};
    event.text = std::move(text);
    add(id, m_chats.at(id), event, true);
}

void SmallCore::endChat(InteractionId id)
{
    const std::lock_guard lock(m_mutex);
    m_chats.at(id).hasEnded = true;
    release([sink = m_customers, id] { sink->chatEnded(id); });
}

void SmallCore::missEvents()
{
    const std::lock_guard lock(m_mutex);
    release([sink = m_customers] { sink->eventsMissed(); });
}

InteractionId SmallCore::onlyChat()
{
    const std::lock_guard lock(m_mutex);
    return m_chats.empty() ? InteractionId{} : m_chats.begin()->first;
}

} // namespace tandem::test
