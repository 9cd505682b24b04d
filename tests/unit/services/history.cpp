// SPDX-License-Identifier: GPL-3.0-or-later
#include "history.h"

#include "protocol/workbin.h"

using namespace tandem;
using namespace tandem::protocol;

namespace {

const std::vector<std::string> agents{"alice", "bob", "carol", "sam"};
const std::vector<std::string> queues{"support", "sales", "billing", "vip"};
const std::vector<std::string> skills{"support", "sales", "billing", "german"};

} // namespace

History::History(unsigned seed) : m_random(seed) {}

bool History::isIn(const std::string &user) { return bool(m_company.record(user).session); }

InteractionId History::someOpen()
{
    std::vector<InteractionId> ids;
    for (const auto id : m_started) {
        if (m_company.interaction(id))
            ids.push_back(id);
    }
    return ids.empty() ? InteractionId{} : oneOf(ids);
}

Target History::someTarget()
{
    switch (pick(3)) {
    case 0: return {m_company.id(oneOf(agents)), {}, {}};
    case 1: return {{}, oneOf(queues), {}};
    default: return {{}, {}, oneOf(skills) + " >= " + std::to_string(pick(6))};
    }
}

std::string History::customerStarts()
{
    const auto name = "c" + std::to_string(m_started.size());
    const auto queue = oneOf(queues);
    m_started.push_back(m_company.starts(name, queue));
    m_customers.push_back(name);
    (void)m_company.askAsCustomer(CustomerPresence{{{}, name}, pick(4) != 0});
    return name + " starts in " + queue;
}

std::string History::customerLeaves()
{
    if (m_customers.empty())
        return "nobody leaves";
    const auto name = oneOf(m_customers);
    (void)m_company.askAsCustomer(CustomerDisconnect{{{}, name}, {}});
    return name + " leaves";
}

std::string History::customerSpeaks()
{
    if (m_customers.empty())
        return "nobody speaks";
    const auto name = oneOf(m_customers);
    (void)m_company.says(name, "hello");
    return name + " speaks";
}

std::string History::agentSigns()
{
    const auto user = oneOf(agents);
    if (isIn(user) && pick(3) == 0) {
        (void)m_company.ask<SessionLogout>(user, {});
        return user + " signs out";
    }
    m_company.signsIn(user, pick(5) != 0);
    return user + " signs in";
}

std::string History::agentChangesState()
{
    const auto user = oneOf(agents);
    const auto state = static_cast<AgentState>(1 + pick(4));
    const auto channel =
        pick(4) == 0 ? std::optional<std::string>("chat") : std::optional<std::string>();
    (void)m_company.ask<AgentSetState>(user, {state, channel, {}});
    return user + " is " + std::string(nameOf(state));
}

std::string History::agentAnswersOffer()
{
    const auto id = someOpen();
    const auto *record = m_company.services->interactions.find(id);
    if (!record || !record->offer)
        return "no offer is answered";
    const auto user = m_company.offeredTo(id);
    if (pick(5) == 0)
        (void)m_company.ask<InteractionReject>(user, {id, {}});
    else
        (void)m_company.ask<InteractionAccept>(user, {id});
    return user + " answers the offer of " + id.text();
}

std::string History::agentMoves()
{
    const auto user = oneOf(agents);
    const auto id = someOpen();
    switch (pick(4)) {
    case 0: (void)m_company.ask<InteractionPark>(user, {id, {}, {}, {}}); break;
    case 1: (void)m_company.ask<InteractionPull>(user, {id}); break;
    case 2: (void)m_company.ask<InteractionRelease>(user, {id, {}}); break;
    default: (void)m_company.ask<InteractionTransfer>(user, {id, someTarget(), {}});
    }
    return user + " moves " + id.text();
}

std::string History::agentShares()
{
    const auto user = oneOf(agents);
    const auto id = someOpen();
    switch (pick(5)) {
    case 0: (void)m_company.ask<InteractionConsult>(user, {id, someTarget(), {}}); break;
    case 1: (void)m_company.ask<InteractionConference>(user, {id, someTarget(), {}}); break;
    case 2: (void)m_company.ask<InteractionCancelConsult>(user, {id}); break;
    case 3: (void)m_company.ask<InteractionCompleteTransfer>(user, {id}); break;
    default: (void)m_company.ask<InteractionCompleteConference>(user, {id});
    }
    return user + " shares " + id.text();
}

std::string History::agentEnds()
{
    const auto user = oneOf(agents);
    const auto id = someOpen();
    if (pick(2) == 0)
        (void)m_company.ask<ChatEnd>(user, {id});
    else
        (void)m_company.ask<InteractionMarkDone>(user, {id});
    return user + " ends " + id.text();
}

std::string History::supervisorSteps()
{
    const auto id = someOpen();
    switch (pick(4)) {
    case 0: (void)m_company.ask<InteractionSetPriority>("sam", {id, pick(20) - 10, {}}); break;
    case 1: {
        const auto state = static_cast<AgentState>(pick(5));
        (void)m_company.ask<SupervisionSetAgentState>("sam",
                                                      {m_company.id(oneOf(agents)), state, {}, {}});
        break;
    }
    default: {
        InteractionBulk bulk;
        bulk.action = static_cast<BulkAction>(pick(4));
        bulk.queueId = oneOf(queues);
        bulk.target = someTarget();
        bulk.priority = pick(9);
        bulk.workbin = "group/frontline";
        (void)m_company.ask("sam", bulk);
    }
    }
    return "sam steps in";
}

std::string History::administratorChangesSkills()
{
    auto agent = m_company.agent(oneOf(agents));
    agent.skills = {{oneOf(skills), 1 + pick(5)}};
    SiteDocument document;
    document.agents = {agent};
    (void)m_company.changesSite(document);
    return "ada changes the skills of " + agent.userName;
}

std::string History::connectionBlinks()
{
    const auto user = oneOf(agents);
    if (m_company.record(user).connected) {
        m_company.losesConnection(user);
        return user + " loses the connection";
    }
    (void)m_company.comesBack(user);
    return user + " comes back";
}

std::string History::timePasses()
{
    const Ms time(pick(pick(6) == 0 ? 400'000 : 40'000));
    if (pick(20) == 0)
        m_company.clockJumps(Ms(std::chrono::hours(pick(48) - 24)));
    m_company.passes(time);
    return std::to_string(time.count()) + " ms pass";
}

std::string History::serverCrashes()
{
    std::map<InteractionId, Interaction> before;
    for (const auto &[id, record] : m_company.services->interactions.open())
        before.emplace(id, record.view);
    m_company.services->engine.takeUnit();
    m_company.crashes();
    for (const auto &[id, record] : m_company.services->interactions.open()) {
        const auto known = before.find(id);
        if (known == before.end() || !(known->second == record.view))
            m_crashFault = id.text() + " is not after the crash what it was before";
    }
    if (before.size() != m_company.services->interactions.open().size())
        m_crashFault = "the crash lost something";
    m_company.passes(Ms(0));
    return "the server crashes";
}

std::string History::step()
{
    static constexpr Action often[] = {
        &History::customerStarts,    &History::customerStarts,    &History::customerStarts,
        &History::customerSpeaks,    &History::agentAnswersOffer, &History::agentAnswersOffer,
        &History::agentAnswersOffer, &History::agentSigns,        &History::agentChangesState,
        &History::agentMoves,        &History::agentMoves,        &History::agentShares,
        &History::agentShares,       &History::agentEnds,         &History::timePasses,
        &History::timePasses,        &History::connectionBlinks,  &History::supervisorSteps};
    static constexpr Action seldom[] = {&History::customerLeaves, &History::serverCrashes,
                                        &History::administratorChangesSkills};
    const auto action = pick(8) == 0 ? seldom[pick(3)] : often[pick(std::size(often))];
    auto what = (this->*action)();
    // What is due at this very moment has happened, too.
    m_company.passes(Ms(0));
    return what;
}
