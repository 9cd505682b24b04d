// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger.h"
#include "network.h"

#include <deque>
#include <map>
#include <set>
#include <string>

namespace tandem {

// An agent's desktop: signs in, comes back when its connection is lost, and keeps what it is told
// as the desktop's own models do (app/models/desksession.cpp).
class DeskClient
{
public:
    struct Conversation
    {
        protocol::Interaction interaction;
        std::map<int, protocol::ChatEvent> events;
    };

    DeskClient(Network &network, Ledger &ledger, std::string user);

    const std::string &user() const { return m_user; }
    AgentId id() const { return m_status.id; }
    bool isIn() const { return m_isIn; }
    void signsIn();
    void signsOut();
    void breaks();

    const std::map<InteractionId, Conversation> &conversations() const { return m_conversations; }
    const std::map<InteractionId, protocol::Offer> &offers() const { return m_offers; }
    void accepts(InteractionId id);
    void says(InteractionId id);
    // Anything else; it may be refused, and its answer may be lost.
    template <protocol::Request R>
    void ask(R request)
    {
        ask<R>(std::move(request), [](const Result<typename R::Reply> &) {});
    }
    // What it shows is what the core holds for it.
    std::string viewFault(Services &services);
    bool isWaitingForAnswer() const { return m_isWanted && (!m_isIn || !m_unsent.empty()); }

private:
    struct Message
    {
        InteractionId chat;
        std::string text;
    };

    template <protocol::Request R>
    void ask(R request, std::function<void(Result<typename R::Reply>)> answer)
    {
        if (!m_isIn)
            return;
        m_connection->toServer([this, to = m_connection, caller = m_caller,
                                request = std::move(request), answer = std::move(answer)] {
            if (!m_network.core().isUp())
                return;
            m_network.core().ask<R>(caller, request, [to, answer](Result<typename R::Reply> r) {
                to->toClient([answer, r] { answer(r); });
            });
        });
    }
    void connects();
    void ended(const Connection *connection, std::optional<Reason> reason);
    void triesAgain();
    void welcomed(const CorePort::Login &login);
    void resumed(const CorePort::Resumed &resumed);
    void isBack();
    void shows(const protocol::Snapshot &snapshot);
    void heard(std::int64_t seq, const SharedFact &fact);
    void heard(const protocol::Fact &fact);
    void heard(const protocol::ChatEventHappened &fact);
    void heard(const protocol::InteractionChanged &fact);
    void considers(InteractionId id);
    void adopts(const protocol::Interaction &interaction);
    void adopts(const protocol::OwnInteraction &own);
    void merges(InteractionId id, const std::vector<protocol::ChatEvent> &events);
    void fetches(InteractionId id, int from);
    void removes(InteractionId id);
    void sendsNext();
    bool isMine(const protocol::Interaction &interaction) const;
    std::string conversationFault(Services &services, const Conversation &conversation);

    Network &m_network;
    Ledger &m_ledger;
    std::string m_user;
    std::shared_ptr<Connection> m_connection;
    Caller m_caller;
    std::string m_token;
    std::int64_t m_lastSeq = 0;
    bool m_isWanted = false;
    bool m_isIn = false;
    bool m_isSending = false;
    int m_said = 0;
    protocol::AgentStatus m_status;
    std::map<InteractionId, Conversation> m_conversations;
    std::map<InteractionId, protocol::Offer> m_offers;
    std::set<InteractionId> m_accepting; // asked and not answered
    std::deque<Message> m_unsent;
};

} // namespace tandem
