// SPDX-License-Identifier: GPL-3.0-or-later
#include "company.h"

#include "host/democompany.h"
#include "orchestration/shippedstrategies.h"
#include "orchestration/strategychecks.h"
#include "teststore.h"

#include <stdexcept>

using namespace tandem;

namespace {

template <class T>
void must(const Result<T> &result)
{
    if (!result)
        throw std::runtime_error(result.error().message);
}

} // namespace

Company::Company(SiteSettings settings)
    : m_settings(settings),
      m_database(testStore()),
      m_now{utcFromMs(1'800'000'000'000), SteadyTime(Ms(1'000'000))}
{
    // Once for all: each password's hash takes its time on purpose.
    static const auto writes = [] {
        SystemRandom random;
        return demoCompany(random).writes;
    }();
    must(m_database->open());
    must(m_database->begin());
    std::vector<ShippedStrategy> shipped;
    for (const auto &id : shippedStrategyIds())
        shipped.push_back(shippedStrategy(id));
    auto all = StrategyLibrary::writesFor(shipped, m_now.utc);
    all.insert(all.end(), writes.begin(), writes.end());
    for (const auto &write : all)
        must(m_database->execute(*write.statement, write.values));
    must(m_database->commit());
    restarts();
}

void Company::crashes()
{
    m_heard.clear();
    m_work.clear();
    m_looks.clear();
    m_runner.reset();
    services = std::make_unique<Services>(m_settings);
    services->engine.drawFrom(m_random);
    services->archive.signWith(*SigningKey::fromSeed(std::string(32, 'k')));
    must(services->engine.load(*m_database, m_now));
    for (const auto &write : services->archive.missingKey(m_now.utc))
        must(m_database->execute(*write.statement, write.values));
}

void Company::restarts()
{
    crashes();
    passes(Ms(0));
}

void Company::commit()
{
    auto unit = services->engine.takeUnit();
    for (auto &look : unit.looks)
        m_looks.push_back(std::move(look));
    must(m_database->begin());
    for (const auto &write : unit.writes)
        must(m_database->execute(*write.statement, write.values));
    must(m_database->commit());
    if (unit.cleansStore)
        must(m_database->clean());
    for (auto &[later, reply] : unit.replies)
        later->answer(std::move(reply));
    for (const auto &release : unit.releases) {
        if (const auto *toAgents = std::get_if<ToAgents>(&release)) {
            for (const auto agent : toAgents->agents)
                m_heard[agent].push_back(toAgents->fact->fact());
        } else if (const auto *toStrategies = std::get_if<ToStrategies>(&release)) {
            m_work.push_back(toStrategies->work);
        }
    }
    if (thinksAtOnce)
        thinks();
    if (looksAtOnce)
        looks();
}

void Company::looks(std::size_t most)
{
    for (; !m_looks.empty() && most > 0; --most) {
        const auto look = std::move(m_looks.front());
        m_looks.pop_front();
        auto read = look.reading(*m_database);
        services->engine.beginJob(m_now);
        services->engine.goOn(look, std::move(read));
        commit();
    }
}

// Most companies need none, and an engine takes its time to make.
StrategyRunner &Company::runner()
{
    if (!m_runner)
        m_runner = std::make_unique<StrategyRunner>();
    return *m_runner;
}

void Company::thinks()
{
    while (!m_work.empty()) {
        const auto work = m_work.front();
        m_work.pop_front();
        if (work->kind == StrategyWork::Kind::Reset)
            continue;
        if (auto stepped = runner().take(*work))
            must(askAs<StrategyStepped>(Caller::system(), std::move(*stepped)));
    }
}

Result<protocol::StrategyInstallReply> Company::installs(const std::string &id,
                                                         const std::string &document)
{
    if (!m_callers.contains("ada") || !record("ada").session)
        signsIn("ada", false);
    protocol::StrategyInstall install{id, document, {}, {}, {}};
    install.reading = readStrategy(document, services->engine.actions(), runner().scripts());
    return ask("ada", install);
}

void Company::names(const std::string &queue, const std::string &strategy)
{
    protocol::SiteDocument put;
    put.queues = {this->queue(queue)};
    put.queues.front().strategy = strategy;
    must(changesSite(put));
}

Result<Engine::Outcome> Company::begin(const Caller &caller, const protocol::RequestType &type,
                                       const AnyValue &params)
{
    // Every request takes its moment, so that "longer" has a meaning.
    m_now.utc += Ms(1);
    m_now.steady += Ms(1);
    services->engine.beginJob(m_now);
    auto outcome = services->engine.perform(caller, type, params);
    commit();
    return outcome;
}

Result<AnyValue> Company::perform(const Caller &caller, const protocol::RequestType &type,
                                  const AnyValue &params)
{
    // Every request takes its moment, so that "longer" has a meaning.
    m_now.utc += Ms(1);
    m_now.steady += Ms(1);
    services->engine.beginJob(m_now);
    auto outcome = services->engine.perform(caller, type, params);
    const auto given = std::make_shared<std::optional<Result<AnyValue>>>();
    auto *later = outcome ? std::get_if<std::shared_ptr<Engine::Later>>(&*outcome) : nullptr;
    if (later) {
        (*later)->answerWith([given](Result<AnyValue> reply) { *given = std::move(reply); });
        *later = nullptr;
    }
    commit();
    if (!outcome)
        return std::unexpected(outcome.error());
    if (later)
        return given->value();
    if (auto *reading = std::get_if<Engine::Reading>(&*outcome))
        return (*reading)(*m_database);
    return std::get<AnyValue>(*outcome);
}

void Company::passes(Ms time)
{
    const auto end = m_now.steady + time;
    for (;;) {
        const auto next = services->engine.nextTimer();
        if (!next || *next > end)
            break;
        const auto step = std::max(Ms(0), *next - m_now.steady);
        m_now.utc += step;
        m_now.steady += step;
        services->engine.beginJob(m_now);
        while (services->engine.runDueTimer())
            commit();
    }
    m_now.utc += end - m_now.steady;
    m_now.steady = end;
    services->engine.beginJob(m_now);
}

void Company::clockJumps(Ms by) { m_now.utc += by; }

AgentId Company::id(const std::string &user) const
{
    for (const auto &[id, agent] : services->agents.all()) {
        if (agent.userName == user)
            return id;
    }
    return {};
}

Caller Company::callerOf(const std::string &user) const
{
    const auto known = m_callers.find(user);
    return known == m_callers.end() ? Caller{} : known->second;
}

Result<protocol::ApplyReply> Company::changesSite(protocol::SiteDocument put)
{
    if (!m_callers.contains("ada") || !record("ada").session)
        signsIn("ada", false);
    protocol::AdminApply change;
    change.put = std::move(put);
    return ask("ada", change);
}

protocol::QueueDefinition Company::queue(const std::string &id) const
{
    return *services->site.queue(id);
}

protocol::AgentDefinition Company::agent(const std::string &user) const
{
    return *services->site.agent(user);
}

const AgentRecord &Company::record(const std::string &user) const
{
    return *services->agents.find(id(user));
}

void Company::signsIn(const std::string &user, bool isReady)
{
    const auto agent = id(user);
    const auto hash = services->site.accounts().at(agent).passwordHash;
    const auto opened = askAs<SessionOpen>(Caller::system(), {agent, hash, "token of " + user});
    Roles roles;
    for (const Role role : opened.value().roles)
        roles.add(role);
    m_callers[user] = {Caller::Kind::Agent, opened->sessionId, agent, roles};
    if (isReady)
        (void)ask<protocol::AgentSetState>(user, {AgentState::Ready, {}, {}});
}

void Company::losesConnection(const std::string &user)
{
    (void)askAs<SessionDisconnect>(Caller::system(), {m_callers[user].session});
}

Result<SessionOpened> Company::comesBack(const std::string &user)
{
    return askAs<SessionReconnect>(Caller::system(), {"token of " + user});
}

InteractionId Company::starts(const std::string &name, const std::string &queue)
{
    protocol::CustomerStart start;
    start.service = queue;
    start.nickname = name;
    start.secureKey = name;
    return askAsCustomer(start).value().chatId;
}

Result<protocol::CustomerReply> Company::says(const std::string &name, const std::string &text,
                                              const std::string &key)
{
    protocol::CustomerSend send;
    send.key.secureKey = name;
    send.message = text;
    if (!key.empty())
        send.clientMessageId = key;
    send.position = 1;
    return askAsCustomer(send);
}

const protocol::Interaction *Company::interaction(InteractionId id) const
{
    const auto *found = services->interactions.find(id);
    return found ? &found->view : nullptr;
}

std::string Company::offeredTo(InteractionId id) const
{
    const auto *found = services->interactions.find(id);
    if (!found || !found->offer)
        return {};
    return services->agents.find(found->offer->agent)->userName;
}

std::vector<protocol::Fact> Company::heard(const std::string &user)
{
    return std::exchange(m_heard[id(user)], {});
}

std::vector<std::string> Company::textsOf(InteractionId id)
{
    std::vector<std::string> texts;
    for (const auto &event : services->chats.lastEvents(id, 1000)) {
        if (event.type == ChatEventType::Message)
            texts.push_back(event.text.value_or(""));
    }
    return texts;
}
