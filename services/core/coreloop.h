// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/log.h"
#include "base/random.h"
#include "core/authenticator.h"
#include "core/corelimits.h"
#include "core/coreport.h"
#include "core/engine.h"
#include "core/releaser.h"
#include "core/sessiondoor.h"
#include "core/storetrouble.h"
#include "store/committer.h"
#include "store/reader.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace tandem {

// Runs the engine on the core thread: takes requests from a bounded queue, hands each unit of work
// to the committer, releases what is on disk, and reloads everything when a commit failed.
class CoreLoop final : public CorePort
{
public:
    struct Stores
    {
        std::unique_ptr<Database> writing;
        std::unique_ptr<Database> reading; // null: reads of the past wait for the writing one
    };

    CoreLoop(Engine &engine, Clock &clock, Random &random, Stores stores, CoreLimits limits = {});
    ~CoreLoop() override;

    // Opens the store and loads what is kept. Blocks; the error says why it cannot serve.
    Result<void> openStore();
    // For set-up (a demo company, the first administrator): writes that are committed before it
    // returns. Between openStore() and start().
    Result<void> writeAndLoad(std::vector<Write> writes);
    // Reads for set-up, likewise.
    Result<void> withStore(const std::function<Result<void>(Database &)> &action)
    {
        return m_committer.runAndWait(action);
    }
    void start();
    // Finishes what was taken, commits it, ends the threads.
    void stop();

    const protocol::RequestType *agentRequest(std::string_view name) const override;
    using CorePort::ask;
    void ask(const Caller &caller, const protocol::RequestType &type, AnyValue params,
             Answer<AnyValue> answer) override;
    bool canCommit() const override { return m_committer.isHealthy() && !m_recovering; }
    CoreFigures figures() const override;
    void login(const protocol::SessionLogin &login, std::string address,
               std::shared_ptr<FactSink> sink, Answer<Login> answer) override;
    void resume(const protocol::SessionResume &resume, std::shared_ptr<FactSink> sink,
                Answer<Resumed> answer) override
    {
        m_door.resume(resume, std::move(sink), std::move(answer));
    }
    void detach(SessionId session, const FactSink *sink) override { m_door.detach(session, sink); }
    void connectCustomers(CustomerSink *sink) override { m_releaser.connectCustomers(sink); }
    // Likewise, for the strategies' thread.
    void connectStrategies(StrategySink *sink) { m_releaser.connectStrategies(sink); }
    // Requests of this type are prepared elsewhere before the core looks at them: `prepare` gives
    // the params back, or why they are refused, on any thread. Before start().
    using Prepared = std::function<void(Result<AnyValue> params)>;
    using Prepare = std::function<void(const Caller &caller, AnyValue params, Prepared prepared)>;
    void prepareWith(const protocol::RequestType &type, Prepare prepare)
    {
        m_preparations[type.name] = std::move(prepare);
    }
    // For services that end sessions; core thread, by Engine::afterReply.
    FactStreams &streams() { return m_releaser.streams(); }

private:
    using Finish = std::function<void(Result<AnyValue>)>;
    struct Job
    {
        Caller caller;
        const protocol::RequestType *type;
        AnyValue params;
        Finish finish;                                 // on the releasing thread
        std::shared_ptr<const Engine::Look> look = {}; // what goes on, instead of a request
        Result<AnyValue> read = {};
    };

    static std::unexpected<Error> busy();
    void enqueue(Job job);
    bool isTooMuch(const protocol::RequestType &type) const;
    void loop();
    bool waitForWork(std::vector<Job> &jobs);
    void runJob(Job &job);
    void runTimers();
    void commitUnit(std::function<void(bool committed)> last);
    void read(Engine::Reading reading, const Finish &finish);
    void lookUp(Engine::Look look);
    void recover(std::vector<Job> &jobs);
    bool reopen(std::vector<Job> &jobs);
    void refuse(std::vector<Job> &jobs);
    void askWithHash(const Caller &caller, const protocol::RequestType &type, AnyValue params,
                     Answer<AnyValue> answer);

    Engine &m_engine;
    Clock &m_clock;
    const CoreLimits m_limits;
    spdlog::logger &m_log;
    Committer m_committer;
    std::unique_ptr<Reader> m_reader;
    Releaser m_releaser;
    SessionDoor m_door;
    std::map<std::string_view, Prepare> m_preparations;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::vector<Job> m_waiting;
    bool m_stopping = false;
    std::atomic<bool> m_recovering = false;
    std::atomic<bool> m_failed = false;
    Error m_failure; // under m_mutex
    StoreTrouble m_trouble;
    std::atomic<std::size_t> m_queued = 0;
    std::atomic<std::uint64_t> m_jobs = 0;
    std::thread m_thread;
    Authenticator m_authenticator; // last: its workers may still call into all of the above
};

} // namespace tandem
