// SPDX-License-Identifier: GPL-3.0-or-later
// What happens in a world; who does it and how is drawn from the happening's own seed.
#include "world.h"

#include "protocol/workbin.h"

namespace tandem {

using namespace protocol;

namespace {

const std::vector<std::string> queues{"support", "sales", "billing", "vip"};
const std::vector<std::string> skills{"support", "sales", "billing", "german"};
const std::vector<std::string> media{"task", "mail"};
constexpr std::size_t workers = 4; // the first of the agents, who handle interactions

} // namespace

World::Action World::actionOf(Event event)
{
    static constexpr std::array<Action, eventCount> actions{
        &World::customerComes,    &World::customerSpeaks,    &World::customerLeaves,
        &World::agentSigns,       &World::agentChangesState, &World::agentAnswersOffer,
        &World::agentSpeaks,      &World::agentMoves,        &World::agentShares,
        &World::agentEnds,        &World::supervisorSteps,   &World::administratorChanges,
        &World::connectorSubmits, &World::connectorChanges,  &World::connectionBreaks,
        &World::weatherChanges,   &World::commitFails,       &World::storeGoesAway,
        &World::storeSlows,       &World::serverCrashes,     &World::clockJumps};
    return actions[static_cast<std::size_t>(event)];
}

DeskClient &World::someAgent() { return *m_agents[m_dice.below(workers)]; }

// Rather one who has something in hand.
DeskClient &World::someBusyAgent()
{
    std::vector<DeskClient *> busy;
    for (std::size_t i = 0; i < workers; ++i) {
        if (!m_agents[i]->conversations().empty())
            busy.push_back(m_agents[i].get());
    }
    return busy.empty() || m_dice.happens(0.1) ? someAgent() : *oneOf(busy);
}

InteractionId World::someOf(const DeskClient &agent)
{
    const auto &own = agent.conversations();
    if (own.empty())
        return {};
    return std::next(own.begin(), static_cast<std::ptrdiff_t>(m_dice.below(own.size())))->first;
}

// Mostly one's own; at times one of a queue, of others, or long done.
InteractionId World::someOpen() { return m_known.empty() ? InteractionId{} : oneOf(m_known); }

Target World::someTarget()
{
    switch (m_dice.below(3)) {
    case 0: return {m_ids.at(m_agents[m_dice.below(workers)]->user()), {}, {}};
    case 1: return {{}, oneOf(queues), {}};
    default: return {{}, {}, oneOf(skills) + " >= " + std::to_string(m_dice.below(6))};
    }
}

std::string World::customerComes()
{
    const auto name = "customer" + std::to_string(m_customers.size() + 1);
    const auto queue = oneOf(queues);
    m_customers.push_back(
        std::make_unique<CustomerClient>(m_network, m_ledger, name, m_dice.happens(0.7)));
    m_customers.back()->comes(queue);
    m_customers.back()->says();
    return name + " comes to " + queue;
}

std::string World::customerSpeaks()
{
    if (m_customers.empty())
        return "nobody speaks";
    // Those who came last rather than those who may be gone.
    const auto recent = std::min<std::size_t>(m_customers.size(), 6);
    const auto &customer = m_customers[m_customers.size() - 1 - m_dice.below(recent)];
    customer->says();
    return "a customer speaks";
}

std::string World::customerLeaves()
{
    if (m_customers.empty())
        return "nobody leaves";
    m_customers[m_dice.below(m_customers.size())]->leaves();
    return "a customer leaves";
}

void World::comesToWork(DeskClient &agent, AgentState state)
{
    agent.signsIn();
    m_agenda.after(Ms(300), [&agent, state] { agent.ask<AgentSetState>({state, {}, {}}); });
}

void World::opens()
{
    for (std::size_t i = 0; i < workers; ++i)
        comesToWork(*m_agents[i], AgentState::Ready);
}

std::string World::agentSigns()
{
    auto &agent = someAgent();
    if (agent.isIn() && m_dice.happens(0.3)) {
        agent.signsOut();
        return agent.user() + " signs out";
    }
    comesToWork(agent, m_dice.happens(0.9) ? AgentState::Ready : AgentState::NotReady);
    return agent.user() + " signs in";
}

std::string World::agentChangesState()
{
    auto &agent = someAgent();
    const auto state =
        m_dice.happens(0.7) ? AgentState::Ready : static_cast<AgentState>(1 + m_dice.below(4));
    const auto channel =
        m_dice.happens(0.2) ? std::optional<std::string>("chat") : std::optional<std::string>();
    agent.ask<AgentSetState>({state, channel, {}});
    return agent.user() + " wants to be " + std::string(nameOf(state));
}

std::string World::agentAnswersOffer()
{
    std::vector<std::pair<DeskClient *, InteractionId>> open;
    for (const auto &agent : m_agents) {
        for (const auto &[id, offer] : agent->offers())
            open.emplace_back(agent.get(), id);
    }
    if (open.empty())
        return "nobody has an offer";
    const auto [agent, id] = oneOf(open);
    m_known.push_back(id);
    if (m_dice.happens(0.15)) {
        agent->ask<InteractionReject>({id, {}});
        return agent->user() + " rejects " + id.text();
    }
    agent->accepts(id);
    return agent->user() + " accepts " + id.text();
}

std::string World::agentSpeaks()
{
    auto &agent = someBusyAgent();
    const auto id = someOf(agent);
    if (!id)
        return agent.user() + " has nobody to speak to";
    agent.says(id);
    return agent.user() + " speaks in " + id.text();
}

std::string World::agentMoves()
{
    auto &agent = someBusyAgent();
    const auto id = m_dice.happens(0.7) ? someOf(agent) : someOpen();
    switch (m_dice.below(4)) {
    case 0: agent.ask<InteractionPark>({id, {}, {}, {}}); break;
    case 1: agent.ask<InteractionPull>({m_dice.happens(0.7) ? someOpen() : id}); break;
    case 2: agent.ask<InteractionRelease>({id, {}}); break;
    default: agent.ask<InteractionTransfer>({id, someTarget(), {}});
    }
    return agent.user() + " moves " + id.text();
}

std::string World::agentShares()
{
    auto &agent = someBusyAgent();
    const auto id = m_dice.happens(0.8) ? someOf(agent) : someOpen();
    const auto known = agent.conversations().find(id);
    const bool isConsulting =
        known != agent.conversations().end() && known->second.interaction.consultedId.has_value();
    switch (m_dice.below(3) + (isConsulting && m_dice.happens(0.8) ? 3 : 0)) {
    case 0:
    case 1: agent.ask<InteractionConsult>({id, someTarget(), {}}); break;
    case 2: agent.ask<InteractionConference>({id, someTarget(), {}}); break;
    case 3: agent.ask<InteractionCancelConsult>({id}); break;
    case 4: agent.ask<InteractionCompleteTransfer>({id}); break;
    default: agent.ask<InteractionCompleteConference>({id});
    }
    return agent.user() + " shares " + id.text();
}

std::string World::agentEnds()
{
    auto &agent = someBusyAgent();
    const auto id = m_dice.happens(0.8) ? someOf(agent) : someOpen();
    if (m_dice.happens(0.5))
        agent.ask<ChatEnd>({id});
    else
        agent.ask<InteractionMarkDone>({id});
    return agent.user() + " ends " + id.text();
}

std::string World::supervisorSteps()
{
    auto &sam = *m_agents[3];
    sam.signsIn();
    switch (m_dice.below(4)) {
    case 0:
        sam.ask<InteractionSetPriority>({someOpen(), static_cast<int>(m_dice.below(20)) - 10, {}});
        break;
    case 1:
        sam.ask<SupervisionSetAgentState>(
            {m_ids.at(someAgent().user()), static_cast<AgentState>(m_dice.below(5)), {}, {}});
        break;
    default: {
        InteractionBulk bulk;
        bulk.action = static_cast<BulkAction>(m_dice.below(4));
        bulk.queueId = oneOf(queues);
        bulk.target = someTarget();
        bulk.priority = static_cast<int>(m_dice.below(9));
        bulk.workbin = "group/frontline";
        sam.ask(bulk);
    }
    }
    return "sam steps in";
}

std::string World::administratorChanges()
{
    auto &ada = *m_agents.back();
    ada.signsIn();
    const auto user = m_agents[m_dice.below(workers)]->user();
    if (!m_core.isUp())
        return "ada finds the server down";
    auto agent = *m_core.services().site.agent(user);
    agent.skills = {{oneOf(skills), 1 + static_cast<int>(m_dice.below(5))}};
    AdminApply change;
    change.put.agents = {agent};
    ada.ask(change);
    return "ada changes the skills of " + user;
}

std::string World::connectorSubmits()
{
    const auto medium = oneOf(media);
    m_connector.submits(medium, oneOf(queues));
    return "a connector submits a " + medium;
}

std::string World::connectorChanges()
{
    m_connector.changes(m_dice);
    return "a connector changes what it has submitted";
}

std::string World::connectionBreaks()
{
    auto &agent = someAgent();
    agent.breaks();
    return "the connection of " + agent.user() + " breaks";
}

std::string World::weatherChanges()
{
    if (m_dice.happens(0.5)) {
        m_network.setWeather({});
        return "the network is well";
    }
    m_network.setWeather({m_dice.exponential(Ms(400)), m_dice.share() * 0.4, m_dice.share() * 0.4});
    return "the network is bad";
}

std::string World::commitFails()
{
    const bool isLate = m_dice.happens(0.5);
    m_store.failNextCommit(isLate ? FailingStore::Fault::AnswersLate
                                  : FailingStore::Fault::Refuses);
    return isLate ? "a commit is stored and fails" : "a commit fails";
}

std::string World::storeGoesAway()
{
    const auto away = m_dice.exponential(Ms(2'000));
    m_store.setAway(true);
    m_agenda.after(away, [this] { m_store.setAway(false); });
    return "the store is away for " + std::to_string(away.count()) + " ms";
}

std::string World::storeSlows()
{
    const auto time = m_dice.happens(0.5) ? Ms(2) : m_dice.exponential(Ms(300));
    m_core.setCommitTime(time);
    return "a commit takes " + std::to_string(time.count()) + " ms";
}

std::string World::serverCrashes()
{
    if (!m_core.isUp())
        return "the server is down already";
    m_core.crash(m_dice.exponential(Ms(500)));
    return "the server crashes";
}

std::string World::clockJumps()
{
    const auto by = Ms(std::chrono::hours(static_cast<int>(m_dice.below(48)) - 24));
    m_core.jumpClock(by);
    return "the clock jumps by " + std::to_string(by.count()) + " ms";
}

} // namespace tandem
