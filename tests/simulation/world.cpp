// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include "host/democompany.h"
#include "invariants.h"
#include "orchestration/shippedstrategies.h"
#include "teststore.h"

#include <algorithm>
#include <stdexcept>

namespace tandem {

namespace {

const std::vector<std::string> people{"alice", "bob", "carol", "sam", "ada"};
// How long everything may take to come to rest once nothing is disturbed any more.
constexpr auto restLimit = Ms(120'000);

template <class T>
void must(const Result<T> &result)
{
    if (!result)
        throw std::runtime_error(result.error().message);
}

} // namespace

World::World(std::uint64_t seed, Defect defect)
    : m_store(testStore()),
      m_ledger(m_store),
      m_core(m_agenda, m_store, seed * 3 + 1, defect),
      m_network(m_agenda, m_core, seed * 3 + 2),
      m_dice(0),
      m_connector(m_network, m_ledger)
{
    prepareStore();
    m_core.connectCustomers(this);
    m_core.watchWith({[this] { looks(); }, [this](const std::vector<Write> &) { m_ledger.read(); },
                      [this] {
                          for (const auto &agent : m_agents)
                              agent->breaks();
                      }});
    m_core.start();
    prepareSite();
    for (const auto &user : people)
        m_agents.push_back(std::make_unique<DeskClient>(m_network, m_ledger, user));
}

World::~World() = default;

void World::prepareStore()
{
    // Once for all: each password's hash takes its time on purpose.
    static const auto company = [] {
        SystemRandom random;
        return demoCompany(random).writes;
    }();
    std::vector<ShippedStrategy> shipped;
    for (const auto &id : shippedStrategyIds())
        shipped.push_back(shippedStrategy(id));
    auto writes = StrategyLibrary::writesFor(shipped, m_core.now().utc);
    writes.insert(writes.end(), company.begin(), company.end());
    must(m_store.open());
    must(m_store.begin());
    for (const auto &write : writes)
        must(m_store.execute(*write.statement, write.values));
    must(m_store.commit());
}

// Two queues have strategies, two the rules of their own.
void World::prepareSite()
{
    for (const auto &[id, account] : m_core.services().site.accounts())
        m_ids[account.userName] = id;
    protocol::AdminApply change;
    for (const auto &[queue, strategy] : {std::pair("sales", "basic_chat"), {"vip", "vip"}}) {
        change.put.queues.push_back(*m_core.services().site.queue(queue));
        change.put.queues.back().strategy = strategy;
    }
    Caller ada{Caller::Kind::Agent, {}, m_ids.at("ada"), {}};
    ada.roles.add(Role::Administrator);
    bool isDone = false;
    m_core.ask<protocol::AdminApply>(ada, change, [&](const Result<protocol::ApplyReply> &reply) {
        must(reply);
        isDone = true;
    });
    while (!isDone)
        m_agenda.step();
}

void World::looks()
{
    // What is due at this very moment is a part of the step.
    const auto next = m_core.services().engine.nextTimer();
    if (next && *next <= m_core.now().steady)
        return;
    if (auto fault = brokenInvariant(m_core.services()); !fault.empty())
        m_ledger.fault(fault);
}

bool World::runTo(Ms time)
{
    while (!m_agenda.isEmpty() && m_agenda.next() <= time && m_ledger.fault().empty())
        m_agenda.step();
    m_agenda.moveTo(time);
    return m_ledger.fault().empty();
}

Outcome World::run(const std::vector<Happening> &happenings, const Tell &tell)
{
    const auto begin = m_agenda.now();
    Outcome outcome;
    opens();
    for (const auto &happening : happenings) {
        if (!runTo(begin + happening.at))
            break;
        outcome.after = happening.number;
        m_dice = Dice(happening.seed);
        const auto what = (this->*actionOf(happening.event))();
        if (tell)
            tell(std::to_string(happening.number) + " at " + std::to_string(happening.at.count())
                 + " ms: " + what);
    }
    if (m_ledger.fault().empty())
        calms();
    outcome.fault = m_ledger.fault();
    outcome.traceHash = m_core.traceHash();
    outcome.acknowledged = m_ledger.acknowledgedCount();
    outcome.moves = m_ledger.moves();
    return outcome;
}

void World::calms()
{
    m_store.setAway(false);
    m_store.failNextCommit(FailingStore::Fault::None);
    m_core.setCommitTime(Ms(2));
    m_network.setWeather({});
    const auto isWaiting = [](const auto &client) { return client->isWaitingForAnswer(); };
    const auto end = m_agenda.now() + restLimit;
    while (m_agenda.now() < end
           && (!m_core.canCommit() || std::ranges::any_of(m_customers, isWaiting)
               || std::ranges::any_of(m_agents, isWaiting) || m_connector.isWaitingForAnswer())) {
        if (!runTo(m_agenda.now() + Ms(1'000)))
            return;
    }
    for (const auto &customer : m_customers)
        customer->stops();
    // Something of the core's own may come at any moment: one at which all agrees is enough.
    std::string fault;
    for (int look = 0; look < 10; ++look) {
        if (!runTo(m_agenda.now() + Ms(6'000)))
            return;
        for (const auto &customer : m_customers)
            customer->refreshes();
        if (!runTo(m_agenda.now() + Ms(400)))
            return;
        if (fault = viewFault(); fault.empty())
            break;
    }
    m_ledger.read();
    m_ledger.checkPromises();
    if (!fault.empty())
        m_ledger.fault(fault);
}

// Of what clients show, and of memory, beside the store.
std::string World::viewFault()
{
    if (!m_core.isIdle())
        return "the core does not come to rest";
    if (auto fault = storeFault(m_core.services(), m_store); !fault.empty())
        return fault;
    for (const auto &customer : m_customers) {
        if (customer->isWaitingForAnswer())
            return "a customer is never answered";
        if (auto fault = customer->viewFault(); !fault.empty())
            return fault;
    }
    for (const auto &agent : m_agents) {
        if (agent->isWaitingForAnswer())
            return agent->user() + " is never answered";
        if (auto fault = agent->viewFault(m_core.services()); !fault.empty())
            return fault;
    }
    return m_connector.isWaitingForAnswer() ? "a connector is never answered" : "";
}

void World::deliver(InteractionId chat, std::shared_ptr<const protocol::CustomerEvent> event)
{
    for (const auto &customer : m_customers) {
        if (customer->chat() == chat && customer->hasSocket())
            customer->pushed(event);
    }
}

void World::eventsMissed()
{
    for (const auto &customer : m_customers)
        customer->eventsMissed();
}

} // namespace tandem
