// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connectorclient.h"
#include "customerclient.h"
#include "deskclient.h"
#include "scenario.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tandem {

// What came of a run.
struct Outcome
{
    std::string fault; // empty: none
    int after = 0;     // the number of the happening that it came after
    std::string traceHash;
    std::size_t acknowledged = 0; // messages
    Ledger::Moves moves;
};

// The demo company in virtual time: its people, other systems, the network between, and all that
// may happen to them. One thread.
class World : private CustomerSink
{
public:
    World(std::uint64_t seed, Defect defect);
    ~World() override;

    using Tell = std::function<void(const std::string &line)>;
    // All of them, then calm weather until nothing is on its way, and the last looks.
    Outcome run(const std::vector<Happening> &happenings, const Tell &tell = {});

private:
    void prepareStore();
    void prepareSite();
    bool runTo(Ms time);
    void calms();
    std::string viewFault();
    void looks();

    // --- worldevents.cpp: what is done, for who tells of it
    using Action = std::string (World::*)();
    std::string customerComes();
    std::string customerSpeaks();
    std::string customerLeaves();
    std::string agentSigns();
    std::string agentChangesState();
    std::string agentAnswersOffer();
    std::string agentSpeaks();
    std::string agentMoves();
    std::string agentShares();
    std::string agentEnds();
    std::string supervisorSteps();
    std::string administratorChanges();
    std::string connectorSubmits();
    std::string connectorChanges();
    std::string connectionBreaks();
    std::string weatherChanges();
    std::string commitFails();
    std::string storeGoesAway();
    std::string storeSlows();
    std::string serverCrashes();
    std::string clockJumps();
    static Action actionOf(Event event);

    template <class T>
    const T &oneOf(const std::vector<T> &list)
    {
        return list[m_dice.below(list.size())];
    }
    void opens(); // all agents come to work
    void comesToWork(DeskClient &agent, AgentState state);
    DeskClient &someAgent();
    DeskClient &someBusyAgent();
    // One that the agent has; none: an empty id.
    InteractionId someOf(const DeskClient &agent);
    InteractionId someOpen();
    protocol::Target someTarget();

    // --- CustomerSink
    void deliver(InteractionId chat, std::shared_ptr<const protocol::CustomerEvent> event) override;
    void chatEnded(InteractionId) override {}
    void eventsMissed() override;
    void standingChanged(InteractionId, std::shared_ptr<const protocol::Data>) override {}

    Agenda m_agenda;
    FailingStore m_store;
    Ledger m_ledger;
    VirtualCore m_core;
    Network m_network;
    Dice m_dice; // of the happening
    std::vector<std::unique_ptr<CustomerClient>> m_customers;
    std::vector<std::unique_ptr<DeskClient>> m_agents; // the last one is the administrator
    ConnectorClient m_connector;
    std::map<std::string, AgentId> m_ids;
    std::vector<InteractionId> m_known; // that were open, for those who ask for what is not theirs
};

} // namespace tandem
