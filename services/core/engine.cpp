// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine.h"

namespace tandem {

namespace {

constexpr Statement insertEvent{"INSERT INTO event (id, time, name, payload) VALUES (?, ?, ?, ?)"};
constexpr Statement selectLastEvent{"SELECT max(id) FROM event"};

} // namespace

void Engine::add(const protocol::RequestType &type, Handler handler)
{
    m_entries[type.name] = {&type, std::move(handler)};
}

void Engine::record(protocol::Fact fact, std::vector<AgentId> agents)
{
    auto params = protocol::paramsOf(fact);
    m_unit.lastEvent = m_ids.next(m_now.utc);
    m_unit.writes.push_back(
        tandem::write(insertEvent, m_unit.lastEvent, m_now.utc, nameOf(fact), params));
    announce(FactRecorded{fact});
    if (agents.empty())
        return;
    m_unit.releases.push_back(ToAgents{
        std::move(agents), std::make_shared<const SharedFact>(std::move(fact), std::move(params))});
}

void Engine::signal(protocol::Fact fact, std::vector<AgentId> agents)
{
    if (agents.empty())
        return;
    m_unit.releases.push_back(
        ToAgents{std::move(agents), std::make_shared<const SharedFact>(std::move(fact))});
}

void Engine::tellCustomer(InteractionId chat, std::shared_ptr<const protocol::CustomerEvent> event)
{
    m_unit.releases.push_back(ToCustomer{chat, std::move(event)});
}

void Engine::endCustomer(InteractionId chat)
{
    m_unit.releases.push_back(ToCustomer{chat, nullptr});
}

void Engine::tellStanding(InteractionId chat, protocol::Data standing)
{
    m_unit.releases.push_back(
        ToWaiting{chat, std::make_shared<const protocol::Data>(std::move(standing))});
}

void Engine::giveToStrategies(std::shared_ptr<const StrategyWork> work)
{
    m_unit.releases.push_back(ToStrategies{std::move(work)});
}

TimerId Engine::after(Ms delay, Action action)
{
    const TimerId id{++m_lastTimer};
    const auto entry = m_timers.emplace(m_now.steady + delay, Timer{id, std::move(action)});
    m_timerEntries.emplace(m_lastTimer, entry);
    return id;
}

void Engine::cancel(TimerId timer)
{
    const auto known = m_timerEntries.find(static_cast<std::uint64_t>(timer));
    if (known == m_timerEntries.end())
        return;
    m_timers.erase(known->second);
    m_timerEntries.erase(known);
}

Result<void> Engine::checkPolicy(const Caller &caller, const protocol::RequestType &type)
{
    bool permitted = false;
    switch (type.policy.who) {
    case Policy::Who::Agents:
        permitted =
            caller.kind == Caller::Kind::Agent && caller.roles.intersects(type.policy.roles);
        break;
    case Policy::Who::Customer: permitted = caller.kind == Caller::Kind::Customer; break;
    case Policy::Who::System: permitted = caller.kind == Caller::Kind::System; break;
    }
    if (!permitted)
        return failure(Reason::NotPermitted, "Your role does not allow this.");
    return {};
}

Result<Engine::Outcome> Engine::perform(const Caller &caller, const protocol::RequestType &type,
                                        const AnyValue &params)
{
    const auto found = m_entries.find(type.name);
    if (found == m_entries.end())
        return failure(Reason::NotFound, "There is no request of this name.");
    if (auto permitted = checkPolicy(caller, *found->second.type); !permitted)
        return std::unexpected(permitted.error());
    if (caller.kind == Caller::Kind::Agent)
        announce(AgentAsked{caller.agent});
    auto outcome = found->second.handler(caller, params);
    settle();
    return outcome;
}

void Engine::goOn(const Look &look, Result<AnyValue> read)
{
    if (look.loads != m_loads)
        return;
    look.then(std::move(read));
    settle();
}

Engine::Later::~Later()
{
    answer(
        failure(Reason::StoreUnavailable, "The store was lost before this was done; ask again."));
}

void Engine::Later::answer(Result<AnyValue> reply)
{
    if (auto finish = std::exchange(m_finish, {}))
        finish(std::move(reply));
}

void Engine::settle()
{
    if (std::exchange(m_isSettling, true))
        return;
    for (bool isMore = true; isMore;) {
        isMore = false;
        for (const auto &action : m_settling)
            isMore |= action();
    }
    m_isSettling = false;
}

const protocol::RequestType *Engine::requestType(std::string_view name) const
{
    const auto found = m_entries.find(name);
    return found == m_entries.end() ? nullptr : found->second.type;
}

Result<void> Engine::load(Database &database, Now now)
{
    m_now = now;
    ++m_loads;
    m_unit = {};
    m_timers.clear();
    m_timerEntries.clear();
    if (auto read = database.query(selectLastEvent, {},
                                   [this](const Row &row) {
                                       m_lastStoredEvent =
                                           static_cast<std::uint64_t>(row.number(0));
                                   });
        !read)
        return read;
    m_ids.skipTo(m_lastStoredEvent);
    for (auto *state : m_states) {
        if (auto loaded = state->load(database); !loaded)
            return loaded;
    }
    return {};
}

std::optional<SteadyTime> Engine::nextTimer() const
{
    return m_timers.empty() ? std::nullopt : std::optional(m_timers.begin()->first);
}

bool Engine::runDueTimer()
{
    if (m_timers.empty() || m_timers.begin()->first > m_now.steady)
        return false;
    auto timer = std::move(m_timers.begin()->second);
    m_timers.erase(m_timers.begin());
    m_timerEntries.erase(static_cast<std::uint64_t>(timer.id));
    timer.action();
    settle();
    return true;
}

} // namespace tandem
