// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger.h"
#include "network.h"

#include <deque>
#include <map>
#include <string>

namespace tandem {

// A customer's browser: asks until it is answered, with the key of the first time; hears by asking
// again and, where it has a socket, at once.
class CustomerClient
{
public:
    CustomerClient(Network &network, Ledger &ledger, std::string name, bool hasSocket);

    void comes(const QueueId &queue);
    void says();
    void leaves();
    void refreshes();
    // After which it does nothing by itself any more.
    void stops() { m_isStopped = true; }

    InteractionId chat() const { return m_chat; }
    bool isWaitingForAnswer() const { return !m_unsent.empty() && !m_isOver; }
    bool hasSocket() const { return m_hasSocket && m_chat; }
    // From the server, on its socket.
    void pushed(const std::shared_ptr<const protocol::CustomerEvent> &event);
    void eventsMissed() { refreshes(); }
    // What it shows is what the store holds for it.
    std::string viewFault();

private:
    void starts();
    void sendsNext();
    void polls();
    void shows(const std::vector<protocol::CustomerEvent> &events);
    void shows(const protocol::CustomerEvent &event);
    void answered(const protocol::CustomerReply &reply);
    protocol::CustomerKey key() const { return {m_chat, m_name}; }

    Network &m_network;
    Ledger &m_ledger;
    std::string m_name;
    bool m_hasSocket;
    QueueId m_queue;
    InteractionId m_chat;
    bool m_isOver = false;
    bool m_hasSeenEnd = false; // with all that was said before
    bool m_isStopped = false;
    bool m_isSending = false;
    int m_said = 0;
    std::deque<std::string> m_unsent;
    std::map<int, std::string> m_shown; // messages by index; others empty
    int m_position = 1;
};

} // namespace tandem
