// SPDX-License-Identifier: GPL-3.0-or-later
#include "office.h"

#include "site/sitestore.h"

#include <stdexcept>

using namespace tandem;
using namespace tandem::protocol;

namespace {

void must(const Result<void> &result)
{
    if (!result)
        throw std::runtime_error(result.error().message);
}

void store(Database &database, const std::vector<Write> &writes)
{
    must(database.begin());
    for (const auto &write : writes)
        must(database.execute(*write.statement, write.values));
    must(database.commit());
}

} // namespace

Office::Services::Services()
    : site(engine, {}),
      agents(engine, site),
      interactions(engine, site, agents),
      statistics(engine, site, agents, interactions)
{
    interactions.plugIn("chat", paper);
    interactions.plugInOthers(paper);
}

Office::Office(const SiteDocument &document)
    : now{fromIso("2026-06-10T10:00:00.000Z").value(), SteadyTime(Ms(1'000'000))},
      m_database(m_folder.filePath(QStringLiteral("t.sqlite")).toStdString())
{
    must(m_database.open());
    auto writes = writesOf(document);
    std::uint64_t id = 0;
    for (const auto &agent : document.agents)
        writes.push_back(writeAccount(AgentId{++id}, agent.userName, "hash"));
    store(m_database, writes);
    restarts();
}

StatisticDefinition Office::definition(const std::string &id, StatisticObject object,
                                       Measure measure, Window window,
                                       std::optional<std::int64_t> windowMs)
{
    StatisticDefinition definition;
    definition.id = definition.name = id;
    definition.object = object;
    definition.measure = measure;
    definition.window = window;
    definition.windowMs = windowMs;
    return definition;
}

SiteDocument Office::usual()
{
    SiteDocument site;
    site.rules.emplace();
    site.mediaTypes = {{"mail", "E-mail"}};
    site.skills = {{"sales", "Sales"}};
    site.capacityRules = {{"usual", "Usual", {{"chat", 3, 1}, {"mail", 5, 1}}, {}, {}}};
    site.calendars = {{"office", "Office", "UTC", {{{Weekday::Wednesday}, "08:00", "16:00"}}, {}}};
    site.agents = {{"alice", "Alice", {Role::Agent}, {{"sales", 3}}, {}, {}},
                   {"bob", "Bob", {Role::Agent}, {}, {}, {}},
                   {"sam", "Sam", {Role::Supervisor}, {}, {}, {}},
                   {"ada", "Ada", {Role::Administrator}, {}, {}, {}}};
    site.groups = {{"team", "Team", {"alice", "bob"}}};
    QueueDefinition support;
    support.id = support.name = "support";
    QueueDefinition sales;
    sales.id = sales.name = "sales";
    sales.calendar = "office";
    sales.steps = {{0, {}, {{"sales >= 2", {}, {}}}}};
    site.queues = {support, sales};
    using enum StatisticObject;
    site.statistics = {
        definition("waiting", Queue, Measure::Waiting, Window::Current),
        definition("ready", Queue, Measure::AgentsReady, Window::Current),
        definition("entered", Queue, Measure::Entered),
        definition("recent", Queue, Measure::Entered, Window::Sliding, 60'000),
        definition("service_level", Queue, Measure::ServiceLevel),
        definition("accepted", Agent, Measure::Accepted),
        definition("occupancy", Agent, Measure::Occupancy, Window::Sliding, 600'000),
        definition("team_accepted", Group, Measure::Accepted),
        definition("medium_done", Medium, Measure::Done, Window::Interval, 900'000),
    };
    return site;
}

void Office::restarts()
{
    m_heard.clear();
    services = std::make_unique<Services>();
    reloads();
}

void Office::reloads()
{
    must(services->engine.load(m_database, now));
    passes(Ms(0));
}

void Office::step()
{
    now.utc += Ms(1);
    now.steady += Ms(1);
    services->engine.beginJob(now);
}

void Office::commit()
{
    const auto unit = services->engine.takeUnit();
    store(m_database, unit.writes);
    for (const auto &release : unit.releases) {
        const auto *toAgents = std::get_if<ToAgents>(&release);
        if (!toAgents)
            continue;
        const auto *update = std::get_if<StatisticsUpdate>(&toAgents->fact->fact());
        for (const auto agent : toAgents->agents) {
            if (update)
                m_heard[agent].push_back(*update);
        }
    }
}

Result<AnyValue> Office::perform(const Caller &caller, const RequestType &type,
                                 const AnyValue &params)
{
    step();
    auto outcome = services->engine.perform(caller, type, params);
    commit();
    if (!outcome)
        return std::unexpected(outcome.error());
    if (auto *reading = std::get_if<Engine::Reading>(&*outcome))
        return (*reading)(m_database);
    return std::get<AnyValue>(*outcome);
}

void Office::does(const std::function<void(Services &)> &action)
{
    step();
    action(*services);
    services->engine.settle();
    commit();
}

std::optional<double> Office::tells(const StatisticDefinition &definition,
                                    const std::string &object)
{
    // At this very moment.
    services->engine.beginJob(now);
    auto outcome = services->engine.perform(Caller::system(), requestType<StatisticQuery>(),
                                            AnyValue::of(StatisticQuery{definition, object}));
    if (!outcome)
        throw std::runtime_error(outcome.error().message);
    return std::get<AnyValue>(*outcome).as<StatisticReply>().value;
}

void Office::passes(Ms time)
{
    const auto end = now.steady + time;
    for (;;) {
        const auto next = services->engine.nextTimer();
        if (!next || *next > end)
            break;
        const auto gone = std::max(Ms(0), *next - now.steady);
        now.utc += gone;
        now.steady += gone;
        services->engine.beginJob(now);
        while (services->engine.runDueTimer())
            commit();
    }
    now.utc += end - now.steady;
    now.steady = end;
    services->engine.beginJob(now);
}

AgentId Office::id(const std::string &user) const
{
    const auto *account = services->site.account(user);
    return account ? account->id : AgentId{};
}

void Office::signsIn(const std::string &user, AgentState state)
{
    const auto token = user + std::to_string(++m_sessions);
    const auto opened = askAs<SessionOpen>(Caller::system(), {id(user), "hash", token, {}}).value();
    Roles roles;
    for (const Role role : opened.roles)
        roles.add(role);
    callers[user] = {Caller::Kind::Agent, opened.sessionId, opened.agentId, roles};
    if (state != AgentState::NotReady)
        becomes(user, state);
}

void Office::becomes(const std::string &user, AgentState state)
{
    (void)ask<AgentSetState>(user, {state, {}, {}});
}

InteractionId Office::comes(const std::string &queue)
{
    InteractionId id;
    does([&](Services &office) {
        NewInteraction values;
        values.mediaType = "chat";
        values.queueId = queue;
        id = office.interactions.create(values).id;
        office.interactions.announceWaiting(id);
    });
    return id;
}

void Office::takes(const std::string &user, InteractionId interaction)
{
    does([&](Services &office) { office.interactions.offer(interaction, id(user)); });
    does([&](Services &office) { office.interactions.accept(interaction, id(user)); });
}

void Office::changesSite(const SiteDocument &put, const std::vector<SiteObjectRef> &removed)
{
    Caller administrator{Caller::Kind::Agent, SessionId{1}, id("ada"), {Role::Administrator}};
    AdminApply change;
    change.put = put;
    change.remove = removed;
    if (const auto changed = askAs<AdminApply>(administrator, change); !changed)
        throw std::runtime_error(changed.error().message);
}

std::vector<StatisticsUpdate> Office::heard(const std::string &user)
{
    return std::exchange(m_heard[id(user)], {});
}
