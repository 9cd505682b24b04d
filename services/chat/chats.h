// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chat/chatrecord.h"
#include "chat/chatstore.h"
#include "core/engine.h"
#include "interactions/interactions.h"
#include "protocol/chat.h"
#include "protocol/customer.h"
#include "routing/router.h"

#include <unordered_map>

namespace tandem {

// In memory after the end: so that who polls sees the last words, and a client may restore it.
inline constexpr auto keptAfterEnd = Ms(90'000);
// After its end: so long a customer may say what they thought of a chat, and ask for its
// transcript.
inline constexpr auto surveyedFor = Ms(900'000);

// Chats between customers and agents: participants, one total order of events, keys against
// doubling, and the customer's presence. Core thread.
class Chats final : public StoredState, public Medium
{
public:
    // How a customer who waits stands; nothing for one who does not.
    using StandingOf = std::function<std::optional<WaitStanding>(InteractionId)>;

    Chats(Engine &engine, Site &site, Interactions &interactions);

    // Set once, by the host.
    void tellStandingWith(StandingOf standingOf) { m_standingOf = std::move(standingOf); }

    Result<void> load(Database &database) override;

    std::vector<protocol::Participant> participants(InteractionId id) const override;
    std::vector<protocol::ChatEvent> lastEvents(InteractionId id, std::size_t most) const override;
    void agentJoined(InteractionId id, const AgentRecord &agent, Presence presence) override;
    void agentLeft(InteractionId id, AgentId agent) override;
    void announce(InteractionId id, const std::string &text) override;
    Result<void> respond(InteractionId id, const std::string &text) override;
    // The company says a text, with answers to choose from, and with further facts of it.
    Result<void> say(InteractionId id, const std::string &text,
                     const std::vector<std::string> &choices, protocol::Data userData = {});
    // The event's text and data are these from now on, where the chat is still in memory.
    void redact(InteractionId id, const protocol::ChatEvent &event);
    void endConversation(InteractionId id) override;
    // A supervisor comes in, or changes how; silent: not even agents are told. wrong_state where
    // there is no conversation (any more), conflict for somebody who takes part in it.
    Result<void> supervise(InteractionId id, const AgentRecord &supervisor, SupervisionMode mode,
                           bool isSilent);
    void endSupervision(InteractionId id, AgentId supervisor);
    std::optional<SupervisionMode> supervisionOf(InteractionId id, AgentId supervisor) const;
    std::vector<AgentId> supervisorsOf(InteractionId id) const;
    void forget(InteractionId id) override;

private:
    friend class ChatFiles; // files are said in a chat like words

    // An event about to happen.
    struct Utterance
    {
        ChatEventType type = ChatEventType::Message;
        std::optional<std::string> text;
        std::optional<std::string> messageType;
        Audience audience = Audience::Everyone;
        std::optional<std::string> key;        // clientMessageId
        std::vector<std::string> choices = {}; // answers that the customer may just click
        protocol::Data userData = {};          // further facts of it
    };

    const ChatRecord *find(InteractionId id) const;
    ChatRecord *record(InteractionId id);
    // The caller's chat; not_found alike for an unknown one and a wrong key. Counts as a sign of
    // life of the customer.
    Result<ChatRecord *> customersChat(const protocol::CustomerKey &key);

    int happen(ChatRecord &chat, const ChatParticipant &from, const Utterance &what);
    void showTyping(ChatRecord &chat, const ChatParticipant &from, bool typing,
                    const std::optional<std::string> &preview = {});
    void tellCustomer(ChatRecord &chat, const protocol::ChatEvent &event,
                      std::optional<std::string> messageType);
    void tellPresence(ChatRecord &chat, const ChatParticipant &participant, ChatEventType type);
    void leave(ChatRecord &chat, ChatParticipant &participant);
    void tellLeft(ChatRecord &chat, const ChatParticipant &participant);
    void end(ChatRecord &chat, protocol::MoveCause cause);
    ChatParticipant &company(ChatRecord &chat);
    std::optional<protocol::Data> standingOf(const ChatRecord &chat) const;
    bool isMonitored(const ChatRecord &chat) const;
    void tellStanding(ChatRecord &chat);
    void tellStandings();
    bool showsPreviews() const;
    // --- chatsurvey.cpp
    void serveSurveys();
    Result<InteractionId> surveyedChat(const protocol::CustomerKey &key);
    template <class Request, class Action>
    void serveAfterwards(Action action);
    void rememberEnded(const std::string &secureKeyHash, InteractionId id, Ms left);
    Result<void> rename(ChatRecord &chat, const std::string &nickname);
    void tellStrategies(InteractionId id, const std::string &event, const std::string &text);
    void markRead(ChatRecord &chat, ChatParticipant &reader, int index);
    // --- chatidle.cpp
    void wasWritten(ChatRecord &chat);
    void watchIdle(ChatRecord &chat);
    void checkIdleLater(InteractionId id, Ms delay);
    void checkIdle(ChatRecord &chat);
    void watchCustomer(InteractionId id, Ms delay);
    void customerLeft(ChatRecord &chat);
    protocol::CustomerReply replyTo(const ChatRecord &chat, std::optional<int> position) const;
    void restoreEvent(ChatEventRow row);
    void dropLater(InteractionId id);
    void drop(InteractionId id);

    void serveCustomers();
    void serveCustomersWords();
    template <class Request, class Action>
    void serveCustomer(Action action);
    void serveAgents();
    bool isIn(const Caller &caller, ChatRecord &chat) const;
    void addActions();
    Result<protocol::CustomerReply> start(const protocol::CustomerStart &request);
    Result<void> checkStart(const protocol::CustomerStart &request) const;
    ChatRecord &createChat(const protocol::CustomerStart &request);
    // The utterance, unless a check of it failed.
    static Result<Utterance> utterance(Utterance what, Result<void> checked);
    // what: refused by its own error, but only where the chat is the caller's and no repeat.
    Result<protocol::CustomerReply> customerSays(const protocol::CustomerKey &key,
                                                 const std::optional<std::string> &id,
                                                 std::optional<int> position,
                                                 Result<Utterance> what);
    Result<protocol::ChatSendReply> agentSays(const Caller &caller, InteractionId id,
                                              const std::optional<std::string> &key,
                                              Result<Utterance> what);
    Result<protocol::Done> agentHasRead(const Caller &caller,
                                        const protocol::ChatReadReceipt &request);
    Result<Engine::Outcome> transcript(const Caller &caller,
                                       const protocol::ChatTranscript &request);

    Engine &m_engine;
    Site &m_site;
    Interactions &m_interactions;
    StandingOf m_standingOf;
    std::unordered_map<InteractionId, ChatRecord> m_chats;
    std::unordered_map<std::string, InteractionId> m_bySecureKey;
    std::unordered_map<std::string, InteractionId> m_ended; // likewise; ended not long ago
    std::unordered_map<std::int64_t, InteractionId> m_byStartKey;
};

} // namespace tandem
