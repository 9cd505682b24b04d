// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ledger.h"
#include "network.h"

#include <set>
#include <string>

namespace tandem {

// Another system that brings work of its own media types, and asks until it is answered.
class ConnectorClient
{
public:
    ConnectorClient(Network &network, Ledger &ledger) : m_network(network), m_ledger(ledger) {}

    void submits(const std::string &mediaType, const QueueId &queue);
    // Any that it has brought: changes its data, holds or resumes it, or ends it.
    void changes(Dice &dice);
    bool isWaitingForAnswer() const { return !m_unanswered.empty(); }

private:
    void sends(const protocol::MediaSubmit &submit);

    Network &m_network;
    Ledger &m_ledger;
    int m_submitted = 0;
    std::vector<protocol::MediaRef> m_brought;
    std::set<std::string> m_unanswered;
};

} // namespace tandem
