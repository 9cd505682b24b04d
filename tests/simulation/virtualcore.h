// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/releaser.h"
#include "core/sessiondoor.h"
#include "failingstore.h"
#include "host/services.h"
#include "orchestration/strategyrunner.h"
#include "simulation/agenda.h"
#include "simulation/dice.h"
#include "simulation/tracehash.h"

#include <array>
#include <deque>
#include <memory>

namespace tandem {

// Something that the core gets wrong on purpose: the controls of the simulation.
enum class Defect {
    None,
    EarlyAnswers,  // answers and facts leave before the commit
    ForgottenKeys, // a request that comes again is a new one
    LostFacts      // now and then a fact is not told
};
constexpr std::array<std::string_view, 4> namesOf(Defect)
{
    return {"none", "early_answers", "forgotten_keys", "lost_facts"};
}

// What runs between two crashes.
struct CoreLife
{
    CoreLife(const SiteSettings &settings, CorePort &core, Random &random)
        : services(settings), door(core, releaser.streams(), random)
    {
    }

    Services services;
    std::unique_ptr<StrategyRunner> runner; // once there is work for it: it takes its time to make
    Releaser releaser;
    SessionDoor door;
};

// The core on virtual time and one thread: engine, services, streams, sessions, releases and
// strategies are the real ones; the core's thread, the committer's and the strategies' are steps of
// the agenda, so that a store may take its time, fail or crash between any two of them.
class VirtualCore final : public CorePort, public StrategySink
{
public:
    struct Hooks
    {
        std::function<void()> stepped;                                // a job or timer is done
        std::function<void(const std::vector<Write> &writes)> stored; // one commit
        std::function<void()> crashed;
    };

    VirtualCore(Agenda &agenda, FailingStore &store, std::uint64_t seed, Defect defect);

    void watchWith(Hooks hooks) { m_hooks = std::move(hooks); }
    bool isUp() const { return m_life != nullptr; }
    Services &services() { return m_life->services; } // where it is up
    // True where nothing is on its way to the store.
    bool isIdle() const { return isUp() && m_isHealthy && m_units.empty() && m_waiting.empty(); }
    Now now() const;
    std::string traceHash() const { return m_hash.text(); }

    // --- what may happen to it
    void start();
    void crash(Ms down);
    void jumpClock(Ms by);
    void setCommitTime(Ms mean) { m_commitTime = mean; }

    // --- CorePort
    const protocol::RequestType *agentRequest(std::string_view name) const override;
    using CorePort::ask;
    void ask(const Caller &caller, const protocol::RequestType &type, AnyValue params,
             Answer<AnyValue> answer) override;
    bool canCommit() const override { return isUp() && m_isHealthy; }
    CoreFigures figures() const override { return {}; }
    // Whose password is right: nothing here knows any.
    void login(const protocol::SessionLogin &login, std::string address,
               std::shared_ptr<FactSink> sink, Answer<Login> answer) override;
    void resume(const protocol::SessionResume &resume, std::shared_ptr<FactSink> sink,
                Answer<Resumed> answer) override;
    void detach(SessionId session, const FactSink *sink) override;
    void connectCustomers(CustomerSink *sink) override { m_customers = sink; }
    // --- StrategySink
    void take(std::shared_ptr<const StrategyWork> work) override;

private:
    struct Job
    {
        Caller caller;
        const protocol::RequestType *type;
        AnyValue params;
        Answer<AnyValue> finish;
    };
    struct Unit
    {
        std::vector<Write> writes;
        std::function<void(bool committed)> release;
    };

    void later(Ms delay, std::function<void()> action); // unless it crashes before
    void scheduleTimer();
    void runJobs();
    void runTimers();
    void runJob(Job &job);
    void commitUnit(std::function<void(bool)> last);
    void beginCommit();
    void endCommit(std::size_t count);
    Result<void> write(const std::vector<Write> &writes);
    void fail();
    void recover();
    void think();
    void lookUp(const Engine::Look &look);
    void answerReading(const Engine::Reading &reading, const Answer<AnyValue> &finish);

    Agenda &m_agenda;
    FailingStore &m_store;
    Dice m_dice;
    Defect m_defect;
    SiteSettings m_settings;
    Hooks m_hooks;
    CustomerSink *m_customers = nullptr;
    std::unique_ptr<Random> m_random;
    std::unique_ptr<CoreLife> m_life;
    TraceHash m_hash;
    std::uint64_t m_lifeNumber = 0;
    Ms m_clockOff{};
    Ms m_commitTime{2};
    bool m_isHealthy = false;
    bool m_isRunning = false;    // runJobs is on the agenda
    bool m_isCommitting = false; // endCommit is
    bool m_isThinking = false;   // think is
    std::optional<Ms> m_timerAt; // runTimers is, for then
    std::vector<Job> m_waiting;
    std::deque<Unit> m_units;
    std::deque<std::shared_ptr<const StrategyWork>> m_work;
};

} // namespace tandem
