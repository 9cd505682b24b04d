// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualcore.h"

namespace tandem {

namespace {

constexpr auto firstDay = 1'800'000'000'000; // 2027-01-15
constexpr auto steadyStart = SteadyTime(Ms(1'000'000));
constexpr auto recoveryPause = Ms(250);

// Unguessable is not what a simulation needs.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(std::uint64_t seed) : m_dice(seed) {}
    void fill(std::span<unsigned char> bytes) override
    {
        for (auto &byte : bytes)
            byte = static_cast<unsigned char>(m_dice.below(256));
    }

private:
    Dice m_dice;
};

void forgetKey(AnyValue &params)
{
    if (auto *send = params.find<protocol::CustomerSend>())
        send->clientMessageId.reset();
    if (auto *send = params.find<protocol::ChatSend>())
        send->clientMessageId.reset();
}

std::unexpected<Error> storeGone()
{
    return failure(Reason::StoreUnavailable, "The store does not accept writes now.");
}

} // namespace

VirtualCore::VirtualCore(Agenda &agenda, FailingStore &store, std::uint64_t seed, Defect defect)
    : m_agenda(agenda),
      m_store(store),
      m_dice(seed),
      m_defect(defect),
      m_random(std::make_unique<SeededRandom>(seed + 1))
{
}

Now VirtualCore::now() const
{
    return {utcFromMs(firstDay) + m_agenda.now() + m_clockOff, steadyStart + m_agenda.now()};
}

void VirtualCore::later(Ms delay, std::function<void()> action)
{
    m_agenda.after(delay, [this, life = m_lifeNumber, action = std::move(action)] {
        if (life == m_lifeNumber)
            action();
    });
}

void VirtualCore::start()
{
    ++m_lifeNumber;
    m_life = std::make_unique<CoreLife>(m_settings, *this, *m_random);
    m_life->services.engine.drawFrom(*m_random);
    m_life->releaser.connectCustomers(m_customers);
    m_life->releaser.connectStrategies(this);
    auto &streams = m_life->releaser.streams();
    m_life->services.agents.endSessionsWith(
        [&streams](AgentId agent, Reason reason) { streams.close(agent, reason); });
    if (auto loaded = m_life->services.engine.load(m_store, now()); !loaded) {
        m_life.reset();
        later(recoveryPause, [this] { start(); });
        return;
    }
    m_life->releaser.begin(m_life->services.engine.lastStoredEvent());
    m_isHealthy = true;
    runTimers();
}

void VirtualCore::crash(Ms down)
{
    ++m_lifeNumber;
    m_waiting.clear();
    m_units.clear();
    m_work.clear();
    m_isHealthy = m_isRunning = m_isCommitting = m_isThinking = false;
    m_timerAt.reset();
    m_life.reset();
    m_hooks.crashed();
    later(down, [this] { start(); });
}

void VirtualCore::jumpClock(Ms by) { m_clockOff += by; }

const protocol::RequestType *VirtualCore::agentRequest(std::string_view name) const
{
    return isUp() ? m_life->services.engine.requestType(name) : nullptr;
}

void VirtualCore::ask(const Caller &caller, const protocol::RequestType &type, AnyValue params,
                      Answer<AnyValue> answer)
{
    if (!canCommit()) {
        answer(storeGone());
        return;
    }
    if (m_defect == Defect::ForgottenKeys)
        forgetKey(params);
    m_waiting.push_back({caller, &type, std::move(params), std::move(answer)});
    if (!std::exchange(m_isRunning, true))
        later(Ms(0), [this] { runJobs(); });
}

void VirtualCore::login(const protocol::SessionLogin &login, std::string,
                        std::shared_ptr<FactSink> sink, Answer<Login> answer)
{
    if (!canCommit()) {
        answer(storeGone());
        return;
    }
    const auto *account = services().site.account(login.user);
    m_life->door.open({account->id, account->passwordHash, {}, login.place}, std::move(sink),
                      std::move(answer));
}

void VirtualCore::resume(const protocol::SessionResume &resume, std::shared_ptr<FactSink> sink,
                         Answer<Resumed> answer)
{
    if (canCommit())
        m_life->door.resume(resume, std::move(sink), std::move(answer));
    else
        answer(storeGone());
}

void VirtualCore::detach(SessionId session, const FactSink *sink)
{
    if (isUp())
        m_life->door.detach(session, sink);
}

void VirtualCore::runJobs()
{
    m_isRunning = false;
    if (!m_isHealthy)
        return; // recover() refuses them
    runTimers();
    auto jobs = std::exchange(m_waiting, {});
    for (auto &job : jobs)
        runJob(job);
    scheduleTimer();
}

void VirtualCore::scheduleTimer()
{
    const auto next = m_life->services.engine.nextTimer();
    if (!next)
        return;
    const auto at = std::max(m_agenda.now(), Ms(*next - steadyStart));
    if (m_timerAt && *m_timerAt <= at)
        return;
    m_timerAt = at;
    later(at - m_agenda.now(), [this, at] {
        if (m_timerAt == at)
            m_timerAt.reset();
        if (m_isHealthy)
            runTimers();
    });
}

void VirtualCore::runTimers()
{
    auto &engine = m_life->services.engine;
    engine.beginJob(now());
    while (engine.runDueTimer()) {
        commitUnit({});
        m_hooks.stepped();
    }
    scheduleTimer();
}

void VirtualCore::runJob(Job &job)
{
    auto &engine = m_life->services.engine;
    engine.beginJob(now());
    auto outcome = engine.perform(job.caller, *job.type, job.params);
    if (auto *later = outcome ? std::get_if<std::shared_ptr<Engine::Later>>(&*outcome) : nullptr) {
        (*later)->answerWith(std::move(job.finish));
        commitUnit({});
        m_hooks.stepped();
        return;
    }
    commitUnit([this, outcome = std::move(outcome),
                finish = std::move(job.finish)](bool committed) mutable {
        if (!committed)
            finish(storeGone());
        else if (!outcome)
            finish(std::unexpected(std::move(outcome.error())));
        else if (auto *reply = std::get_if<AnyValue>(&*outcome))
            finish(std::move(*reply));
        else
            answerReading(std::get<Engine::Reading>(*outcome), finish);
    });
    m_hooks.stepped();
}

void VirtualCore::answerReading(const Engine::Reading &reading, const Answer<AnyValue> &finish)
{
    finish(reading(m_store));
}

void VirtualCore::lookUp(const Engine::Look &look)
{
    later(Ms(1), [this, look] {
        if (!m_isHealthy)
            return;
        m_life->services.engine.beginJob(now());
        m_life->services.engine.goOn(look, look.reading(m_store));
        commitUnit({});
        m_hooks.stepped();
    });
}

void VirtualCore::commitUnit(std::function<void(bool)> last)
{
    auto unit = m_life->services.engine.takeUnit();
    if (unit.writes.empty() && unit.releases.empty() && unit.last.empty() && !last
        && unit.looks.empty() && unit.replies.empty())
        return;
    if (m_defect == Defect::LostFacts && !unit.releases.empty() && m_dice.happens(0.02))
        unit.releases.pop_back();
    std::function<void(bool)> release =
        [this, releases = std::move(unit.releases), last = std::move(last),
         behind = std::move(unit.last), looks = std::move(unit.looks),
         replies = std::move(unit.replies), event = unit.lastEvent](bool committed) mutable {
            if (committed)
                m_life->releaser.release(releases, event);
            if (last)
                last(committed);
            if (!committed)
                return;
            for (auto &[asked, reply] : replies)
                asked->answer(std::move(reply));
            for (const auto &look : looks)
                lookUp(look);
            for (const auto &action : behind)
                action();
        };
    if (m_defect == Defect::EarlyAnswers) {
        release(true);
        release = [](bool) {};
    }
    m_units.push_back({std::move(unit.writes), std::move(release)});
    beginCommit();
}

void VirtualCore::beginCommit()
{
    if (m_units.empty() || m_isCommitting)
        return;
    m_isCommitting = true;
    // What is there now is one group; what comes meanwhile waits for the next.
    later(m_dice.exponential(m_commitTime), [this, count = m_units.size()] { endCommit(count); });
}

Result<void> VirtualCore::write(const std::vector<Write> &writes)
{
    if (auto begun = m_store.begin(); !begun)
        return begun;
    for (const auto &write : writes) {
        if (auto done = m_store.execute(*write.statement, write.values); !done)
            return done;
    }
    return m_store.commit();
}

void VirtualCore::endCommit(std::size_t count)
{
    m_isCommitting = false;
    std::vector<Write> writes;
    for (std::size_t i = 0; i < count; ++i)
        writes.insert(writes.end(), m_units[i].writes.begin(), m_units[i].writes.end());
    if (auto written = write(writes); !written) {
        m_store.rollback();
        fail();
        return;
    }
    for (const auto &one : writes)
        m_hash.add(one);
    m_hooks.stored(writes);
    for (std::size_t i = 0; i < count; ++i) {
        const auto unit = std::move(m_units.front());
        m_units.pop_front();
        unit.release(true);
    }
    beginCommit();
}

void VirtualCore::fail()
{
    m_isHealthy = false;
    while (!m_units.empty()) {
        const auto unit = std::move(m_units.front());
        m_units.pop_front();
        unit.release(false);
    }
    later(Ms(1), [this] { recover(); });
}

void VirtualCore::recover()
{
    for (auto &job : std::exchange(m_waiting, {}))
        job.finish(storeGone());
    auto opened = m_store.reopen();
    if (opened)
        opened = m_life->services.engine.load(m_store, now());
    if (!opened) {
        later(recoveryPause, [this] { recover(); });
        return;
    }
    m_units.clear();
    m_isCommitting = false;
    m_timerAt.reset();
    m_hooks.stored({}); // of a commit that answered late
    m_life->releaser.startedAnew(m_life->services.engine.lastStoredEvent());
    m_isHealthy = true;
    m_life->door.reconnectAll();
    runTimers();
}

void VirtualCore::take(std::shared_ptr<const StrategyWork> work)
{
    m_work.push_back(std::move(work));
    if (!std::exchange(m_isThinking, true))
        later(m_dice.exponential(Ms(5)), [this] { think(); });
}

void VirtualCore::think()
{
    m_isThinking = false;
    if (!m_life->runner)
        m_life->runner = std::make_unique<StrategyRunner>();
    while (!m_work.empty()) {
        const auto work = std::move(m_work.front());
        m_work.pop_front();
        const auto ignore = [](const Result<protocol::Done> &) {};
        if (work->kind == StrategyWork::Kind::Call) {
            StrategyAnswered answer;
            answer.interactionId = work->call.interaction;
            answer.error = "Nothing outside is asked in a simulation.";
            ask<StrategyAnswered>(Caller::system(), std::move(answer), ignore);
        } else if (auto stepped = m_life->runner->take(*work)) {
            ask<StrategyStepped>(Caller::system(), std::move(*stepped), ignore);
        }
    }
}

} // namespace tandem
