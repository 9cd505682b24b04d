// SPDX-License-Identifier: GPL-3.0-or-later
#include "largecompany.h"

#include "host/firststart.h"
#include "routing/queueplan.h"
#include "store/sqlitedatabase.h"

#include <chrono>
#include <stdexcept>

using namespace tandem;
using namespace tandem::protocol;

namespace {

double microseconds(std::chrono::steady_clock::duration time)
{
    return std::chrono::duration<double, std::micro>(time).count();
}

std::string skillName(int number) { return "skill" + std::to_string(number); }

} // namespace

LargeCompany::LargeCompany(Size size, unsigned seed)
    : m_size(size), m_random(seed), m_now{utcFromMs(1'800'000'000'000), SteadyTime(Ms(1'000'000))}
{
    const auto pick = [this](int below) { return static_cast<int>(m_random() % unsigned(below)); };
    auto document = usualSite();
    document.capacityRules = {{"one", "One", {{"chat", 1, 1}}, {}, {}}};
    for (int i = 0; i < size.skills; ++i)
        document.skills.push_back({skillName(i), skillName(i)});
    for (int i = 0; i < size.agents; ++i) {
        AgentDefinition agent;
        agent.userName = "agent" + std::to_string(i);
        agent.name = agent.userName;
        agent.roles = {Role::Agent};
        for (int skill = pick(5); skill < size.skills; skill += 1 + pick(8))
            agent.skills.push_back({skillName(skill), 1 + pick(5)});
        document.agents.push_back(agent);
    }
    for (int i = 0; i < size.queues; ++i) {
        QueueDefinition queue;
        queue.id = "queue" + std::to_string(i);
        queue.name = queue.id;
        const auto first = skillName(i % size.skills);
        const auto second = skillName(pick(size.skills));
        queue.steps = {{0, {}, {{first + " >= 3 & " + second + " >= 2", {}, {}}}},
                       {20'000, {}, {{first + " >= 2", {}, {}}}},
                       {60'000, {}, {{first, {}, {}}}}};
        document.queues.push_back(queue);
    }
    SqliteDatabase database(":memory:");
    if (auto opened = database.open(); !opened)
        throw std::runtime_error(opened.error().message);
    for (const auto &write : firstStart(document, "hash").writes) {
        if (auto done = database.execute(*write.statement, write.values); !done)
            throw std::runtime_error(done.error().message);
    }
    if (auto loaded = m_services.engine.load(database, m_now); !loaded)
        throw std::runtime_error(loaded.error().message);
}

void LargeCompany::acceptOffers()
{
    std::vector<std::pair<InteractionId, AgentId>> offers;
    for (const auto &[id, record] : m_services.interactions.open()) {
        if (record.offer)
            offers.emplace_back(id, record.offer->agent);
    }
    for (const auto &[id, agent] : offers)
        m_services.interactions.accept(id, agent);
    discard();
}

InteractionId LargeCompany::arrive()
{
    const auto queue = "queue" + std::to_string(m_random() % static_cast<unsigned>(m_size.queues));
    NewInteraction values{"chat", queue, "subject", "c" + std::to_string(++m_customers), {}};
    values.priority = static_cast<int>(m_random() % 5);
    const auto id = m_services.interactions.create(values).id;
    m_services.interactions.announceWaiting(id);
    return id;
}

double LargeCompany::settled()
{
    const auto begin = std::chrono::steady_clock::now();
    m_services.engine.settle();
    return microseconds(std::chrono::steady_clock::now() - begin);
}

void LargeCompany::fill()
{
    m_services.engine.beginJob(m_now);
    for (const auto &[id, account] : m_services.site.accounts()) {
        const auto opened =
            m_services.engine.perform(Caller::system(), requestType<SessionOpen>(),
                                      AnyValue::of(SessionOpen{id, "hash", account.userName, {}}));
        const auto session = std::get<AnyValue>(opened.value()).as<SessionOpened>().sessionId;
        const Caller caller{Caller::Kind::Agent, session, id, {Role::Agent}};
        (void)m_services.engine.perform(caller, requestType<AgentSetState>(),
                                        AnyValue::of(AgentSetState{AgentState::Ready, {}, {}}));
        discard();
        m_agents.push_back(id);
    }
    // Until everybody has one and the rest waits.
    for (int rounds = 0; rounds < 20 && waiting() < m_size.queued; ++rounds) {
        for (int i = waiting(); i < m_size.queued + m_size.agents / 10; ++i) {
            (void)arrive();
            (void)settled();
            discard();
        }
        acceptOffers();
    }
}

int LargeCompany::waiting() const
{
    int count = 0;
    for (const auto &[id, record] : m_services.interactions.open())
        count += record.isWaiting();
    return count;
}

double LargeCompany::agentBecomesFree()
{
    for (;;) {
        const auto agent = m_agents[m_random() % m_agents.size()];
        const auto ids = m_services.interactions.idsOf(agent);
        if (ids.empty())
            continue;
        m_now.utc += Ms(3);
        m_now.steady += Ms(3);
        m_services.engine.beginJob(m_now);
        m_services.interactions.finish(ids.front(), MoveCause::MarkedDone);
        const auto time = settled();
        discard();
        for (const auto id : m_services.interactions.idsOf(agent)) {
            if (m_services.interactions.find(id)->offer)
                m_services.interactions.accept(id, agent);
        }
        (void)settled();
        discard();
        return time;
    }
}

double LargeCompany::scanForAgent()
{
    const auto &agent = *m_services.agents.find(m_agents[m_random() % m_agents.size()]);
    std::map<QueueId, QueuePlan> plans;
    for (const auto &queue : m_services.site.queues())
        plans.emplace(queue.id, planOf(queue, m_services.site));
    const auto begin = std::chrono::steady_clock::now();
    const InteractionRecord *best = nullptr;
    double urgency = 0;
    for (const auto &[id, record] : m_services.interactions.open()) {
        if (!record.isWaiting())
            continue;
        const auto &plan = plans.at(record.view.queueId);
        const auto waited = m_services.interactions.queuedFor(record);
        if (!plan.steps[plan.stepAt(waited)].targets->contains(agent))
            continue;
        const auto own = urgencyOf(record, plan, waited);
        if (!best || own > urgency) {
            best = &record;
            urgency = own;
        }
    }
    const auto time = microseconds(std::chrono::steady_clock::now() - begin);
    m_found = best;
    return time;
}

double LargeCompany::customerComes()
{
    m_services.engine.beginJob(m_now);
    const auto id = arrive();
    const auto time = settled();
    discard();
    if (const auto *record = m_services.interactions.find(id); record->offer) {
        m_services.interactions.accept(id, record->offer->agent);
        m_services.interactions.finish(id, MoveCause::MarkedDone);
        (void)settled();
        discard();
    }
    return time;
}

void LargeCompany::empty()
{
    std::vector<InteractionId> ids;
    for (const auto &[id, record] : m_services.interactions.open())
        ids.push_back(id);
    // Those who wait first, so that nobody is offered what is about to go.
    std::ranges::sort(ids, {}, [this](InteractionId id) {
        return !m_services.interactions.find(id)->isWaiting();
    });
    for (const auto id : ids)
        m_services.interactions.finish(id, MoveCause::Stopped);
    (void)settled();
    discard();
}
