// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/services.h"
#include "orchestration/shippedstrategies.h"
#include "orchestration/strategyrunner.h"
#include "simulation/agenda.h"
#include "simulation/dayfigures.h"
#include "simulation/simulatedagents.h"
#include "simulation/simulatedcustomers.h"
#include "simulation/tracehash.h"

#include <deque>
#include <functional>
#include <memory>

namespace tandem {

// All that a day is made of.
struct DayPlan
{
    protocol::SiteDocument site; // checked
    std::vector<ShippedStrategy> strategies;
    std::vector<SimulatedCustomer> customers; // in the order in which they come
    std::vector<SimulatedShift> shifts;
    UtcTime midnight{};
};

// A day on the real services, with virtual time, on one thread: what the core decides is hashed and
// given to the simulated people and to the real runner of strategies, and nothing is stored. The
// same plan is decided alike every time. Needs a QCoreApplication.
class SimulatedDay
{
public:
    using Progress = std::function<void(double share)>; // 0 to 1, now and then

    explicit SimulatedDay(const DayPlan &plan);
    ~SimulatedDay();

    // Once. The error of a site that cannot be loaded.
    Result<DayFigures> run(const Progress &progress = {});

    // --- for the people in it
    Services &services() { return m_services; }
    const SimulatedCustomers &customers() const { return m_customers; }
    // Something of them happens: so long after midnight (not before now), or after now.
    void at(Ms sinceMidnight, Agenda::Action action)
    {
        m_agenda.at(sinceMidnight, std::move(action));
    }
    void after(Ms delay, Agenda::Action action) { m_agenda.after(delay, std::move(action)); }
    // A request as a job of its own. A reading of the store has no answer here.
    template <protocol::Request R>
    Result<typename R::Reply> ask(const Caller &caller, R request)
    {
        auto answer = perform(caller, protocol::requestType<R>(), AnyValue::of(std::move(request)));
        if (!answer)
            return std::unexpected(std::move(answer.error()));
        return answer->template take<typename R::Reply>();
    }

private:
    Result<void> load();
    bool advance();
    void moveTo(Ms time);
    Result<AnyValue> perform(const Caller &caller, const protocol::RequestType &type,
                             AnyValue params);
    void takeUnit();
    void tell(const Release &release);
    void runStrategies();

    const DayPlan &m_plan;
    Services m_services;
    DayCounter m_counter;
    SimulatedCustomers m_customers;
    SimulatedAgents m_agents;
    StrategyRunner m_runner;
    TraceHash m_hash;
    std::int64_t m_jobs = 0;
    Agenda m_agenda; // since midnight
    std::deque<std::shared_ptr<const StrategyWork>> m_work;
};

} // namespace tandem
