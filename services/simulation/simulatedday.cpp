// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/simulatedday.h"

#include "host/firststart.h"
#include "store/sqlitedatabase.h"

#include <chrono>

namespace tandem {

namespace {

// Who has come goes on being served; what is still there then counts as left over.
constexpr auto latest = Ms(std::chrono::hours(36));
constexpr auto steadyMidnight = SteadyTime(Ms(1'000'000));

SiteSettings patientSettings()
{
    SiteSettings settings;
    // Simulated customers say when they leave, and connections do not break.
    settings.customerTimeout = Ms(std::chrono::hours(72));
    settings.endsIdleChats = false;
    settings.sessionLife = Ms(std::chrono::hours(72));
    return settings;
}

Result<void> store(Database &database, const std::vector<Write> &writes)
{
    for (const auto &write : writes) {
        if (auto done = database.execute(*write.statement, write.values); !done)
            return done;
    }
    return {};
}

} // namespace

SimulatedDay::SimulatedDay(const DayPlan &plan)
    : m_plan(plan),
      m_services(patientSettings()),
      m_counter(m_services.engine, m_services.site, plan.midnight),
      m_customers(*this, plan.customers),
      m_agents(*this, plan.shifts),
      m_runner({}, StrategyRunner::Storing::Sampled)
{
}

SimulatedDay::~SimulatedDay() = default;

Result<void> SimulatedDay::load()
{
    SqliteDatabase database(":memory:");
    if (auto opened = database.open(); !opened)
        return opened;
    if (auto begun = database.begin(); !begun)
        return begun;
    // Nobody signs in with a password: any hash does.
    if (auto stored = store(database, firstStart(m_plan.site, "simulated").writes); !stored)
        return stored;
    if (auto stored =
            store(database, StrategyLibrary::writesFor(m_plan.strategies, m_plan.midnight));
        !stored)
        return stored;
    if (auto committed = database.commit(); !committed)
        return committed;
    return m_services.engine.load(database, {m_plan.midnight, steadyMidnight});
}

Result<DayFigures> SimulatedDay::run(const Progress &progress)
{
    const auto begin = std::chrono::steady_clock::now();
    if (auto loaded = load(); !loaded)
        return std::unexpected(loaded.error());
    takeUnit();
    m_agents.begin();
    m_customers.begin();
    const auto last = m_plan.customers.empty() ? Ms(1) : m_plan.customers.back().at + Ms(1);
    auto next = Ms(0);
    while (advance()) {
        const auto time = m_agenda.now();
        if (progress && time >= next) {
            progress(std::min(1.0, double(time.count()) / double(last.count())));
            next = time + halfHour / 2;
        }
    }
    auto figures = m_counter.figures(m_customers.refused());
    figures.traceHash = m_hash.text();
    figures.jobs = m_jobs;
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    figures.wallSeconds = took.count();
    return figures;
}

void SimulatedDay::moveTo(Ms time)
{
    m_agenda.moveTo(time);
    m_services.engine.beginJob({m_plan.midnight + m_agenda.now(), steadyMidnight + m_agenda.now()});
}

// False when the day is over: nobody is left, or it has gone on for too long.
bool SimulatedDay::advance()
{
    if (m_customers.haveAllCome() && m_services.interactions.open().empty())
        return false;
    const auto timer = m_services.engine.nextTimer();
    const auto due = timer ? Ms(*timer - steadyMidnight) : latest;
    const bool isTimer = m_agenda.isEmpty() || due <= m_agenda.next();
    const auto time = isTimer ? due : m_agenda.next();
    if (time >= latest)
        return false;
    moveTo(time);
    if (isTimer) {
        while (m_services.engine.runDueTimer())
            takeUnit();
    } else {
        m_agenda.step();
    }
    runStrategies();
    return true;
}

Result<AnyValue> SimulatedDay::perform(const Caller &caller, const protocol::RequestType &type,
                                       AnyValue params)
{
    moveTo(m_agenda.now());
    auto outcome = m_services.engine.perform(caller, type, params);
    takeUnit();
    if (!outcome)
        return std::unexpected(std::move(outcome.error()));
    if (auto *answer = std::get_if<AnyValue>(&*outcome))
        return std::move(*answer);
    return failure(Reason::StoreUnavailable, "A simulation stores nothing.");
}

void SimulatedDay::takeUnit()
{
    ++m_jobs;
    const auto unit = m_services.engine.takeUnit();
    for (const auto &write : unit.writes)
        m_hash.add(write);
    for (const auto &release : unit.releases)
        tell(release);
    for (const auto &action : unit.last)
        action();
}

void SimulatedDay::tell(const Release &release)
{
    m_hash.add(release.index());
    if (const auto *toAgents = std::get_if<ToAgents>(&release)) {
        for (const auto agent : toAgents->agents) {
            m_hash.add(agent.value);
            m_agents.heard(agent, toAgents->fact->fact());
        }
    } else if (const auto *toCustomer = std::get_if<ToCustomer>(&release)) {
        m_hash.add(toCustomer->chat.value);
        m_customers.heard(toCustomer->chat, toCustomer->event.get());
    } else if (const auto *toStrategies = std::get_if<ToStrategies>(&release)) {
        m_work.push_back(toStrategies->work);
    }
}

void SimulatedDay::runStrategies()
{
    while (!m_work.empty()) {
        const auto work = std::move(m_work.front());
        m_work.pop_front();
        if (work->kind == StrategyWork::Kind::Call) {
            StrategyAnswered answer;
            answer.interactionId = work->call.interaction;
            answer.error = "Nothing outside is asked in a simulation.";
            (void)ask(Caller::system(), std::move(answer));
        } else if (auto stepped = m_runner.take(*work)) {
            (void)ask(Caller::system(), std::move(*stepped));
        }
    }
}

} // namespace tandem
