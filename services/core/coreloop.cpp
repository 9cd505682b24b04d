// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/coreloop.h"

#include "base/log.h"
#include "core/sessionrequests.h"

#include <algorithm>
#include <iterator>

namespace tandem {

namespace {

constexpr auto recoveryPause = Ms(250);

void tellOfStore(StoreTrouble::Line line, const std::string &text)
{
    const bool isOver = line == StoreTrouble::Line::Over;
    logger("core").log(isOver ? spdlog::level::info : spdlog::level::err, text);
}

Result<AnyValue> notCleaned(Database &)
{
    return failure(Reason::StoreUnavailable, "What was deleted is still in the store's files.");
}

std::unexpected<Error> storeGone()
{
    return failure(Reason::StoreUnavailable,
                   "The store does not accept writes now; nothing was changed. Try again shortly.");
}

} // namespace

CoreLoop::CoreLoop(Engine &engine, Clock &clock, Random &random, Stores stores, CoreLimits limits)
    : m_engine(engine),
      m_clock(clock),
      m_limits(limits),
      m_log(logger("core")),
      m_committer(std::move(stores.writing),
                  [this](const Error &error) {
                      const std::lock_guard lock(m_mutex);
                      m_failure = error;
                      m_failed = true;
                      m_wake.notify_one();
                  }),
      m_reader(stores.reading ? std::make_unique<Reader>(std::move(stores.reading)) : nullptr),
      m_door(*this, m_releaser.streams(), random),
      m_trouble(tellOfStore),
      m_authenticator(clock, random)
{
    m_engine.drawFrom(random);
}

CoreLoop::~CoreLoop() { stop(); }

std::unexpected<Error> CoreLoop::busy()
{
    return failure(Reason::Busy, "The server is busy. Try again in a second.");
}

Result<void> CoreLoop::openStore()
{
    if (auto opened = m_committer.start(); !opened)
        return opened;
    return writeAndLoad({});
}

Result<void> CoreLoop::writeAndLoad(std::vector<Write> writes)
{
    return m_committer.runAndWait([&](Database &database) -> Result<void> {
        if (auto begun = database.begin(); !begun)
            return begun;
        for (const auto &write : writes) {
            if (auto done = database.execute(*write.statement, write.values); !done) {
                database.rollback();
                return done;
            }
        }
        if (auto committed = database.commit(); !committed)
            return committed;
        if (auto loaded = m_engine.load(database, m_clock.now()); !loaded)
            return loaded;
        m_releaser.begin(m_engine.lastStoredEvent());
        return {};
    });
}

void CoreLoop::start()
{
    m_thread = std::thread([this] { loop(); });
}

void CoreLoop::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
    m_committer.stop();
}

const protocol::RequestType *CoreLoop::agentRequest(std::string_view name) const
{
    const auto *type = m_engine.requestType(name);
    return type && type->policy.who == Policy::Who::Agents ? type : nullptr;
}

CoreFigures CoreLoop::figures() const
{
    return {m_jobs, m_queued, m_committer.backlog(), m_committer.commits(), m_committer.units()};
}

void CoreLoop::ask(const Caller &caller, const protocol::RequestType &type, AnyValue params,
                   Answer<AnyValue> answer)
{
    const bool hasPassword =
        type.name == protocol::AdminAddUser::name || type.name == protocol::AdminSetPassword::name;
    if (hasPassword) {
        askWithHash(caller, type, std::move(params), std::move(answer));
        return;
    }
    const auto preparation = m_preparations.find(type.name);
    if (preparation == m_preparations.end()) {
        enqueue({caller, &type, std::move(params), std::move(answer)});
        return;
    }
    if (auto permitted = Engine::checkPolicy(caller, type); !permitted) {
        answer(std::unexpected(permitted.error()));
        return;
    }
    auto prepared = [this, caller, &type, answer = std::move(answer)](Result<AnyValue> found) {
        if (found)
            enqueue({caller, &type, std::move(*found), answer});
        else
            answer(std::unexpected(std::move(found.error())));
    };
    preparation->second(caller, std::move(params), std::move(prepared));
}

bool CoreLoop::isTooMuch(const protocol::RequestType &type) const
{
    // What tells of connections, and what strategies decided, is always taken: nobody would ask
    // again. Other systems can.
    const bool isExempt =
        type.policy.who == Policy::Who::System
        && (type.name.starts_with("session.") || type.name.starts_with("strategy."))
        && type.name != CredentialsOf::name;
    return !isExempt && m_queued + m_committer.backlog() > m_limits.backlog;
}

void CoreLoop::enqueue(Job job)
{
    if (!canCommit()) {
        job.finish(storeGone());
        return;
    }
    if (job.type && isTooMuch(*job.type)) {
        job.finish(busy());
        return;
    }
    {
        const std::unique_lock lock(m_mutex);
        // Looked at once more: what comes in while the core reopens the store would wait for that.
        if (!m_stopping && !m_failed && !m_recovering) {
            ++m_queued;
            m_waiting.push_back(std::move(job));
            m_wake.notify_one();
            return;
        }
    }
    job.finish(storeGone());
}

bool CoreLoop::waitForWork(std::vector<Job> &jobs)
{
    std::unique_lock lock(m_mutex);
    const auto isReady = [this] { return m_stopping || m_failed || !m_waiting.empty(); };
    if (const auto timer = m_engine.nextTimer())
        m_wake.wait_for(lock, std::max(Ms(0), *timer - m_clock.now().steady), isReady);
    else
        m_wake.wait(lock, isReady);
    jobs.swap(m_waiting);
    return !m_stopping || !jobs.empty();
}

void CoreLoop::loop()
{
    std::vector<Job> jobs;
    while (waitForWork(jobs)) {
        if (m_failed)
            recover(jobs);
        runTimers();
        for (auto &job : jobs) {
            runJob(job);
            --m_queued;
            ++m_jobs;
        }
        jobs.clear();
    }
}

void CoreLoop::runTimers()
{
    m_engine.beginJob(m_clock.now());
    while (m_engine.runDueTimer())
        commitUnit({});
}

void CoreLoop::runJob(Job &job)
{
    m_engine.beginJob(m_clock.now());
    if (job.look) {
        m_engine.goOn(*job.look, std::move(job.read));
        commitUnit({});
        return;
    }
    auto outcome = m_engine.perform(job.caller, *job.type, job.params);
    if (m_log.should_log(spdlog::level::debug)) {
        m_log.debug("{}: {}", job.type->name,
                    outcome ? "done" : reasonName(outcome.error().reason));
    }
    if (auto *later = outcome ? std::get_if<std::shared_ptr<Engine::Later>>(&*outcome) : nullptr) {
        (*later)->answerWith(std::move(job.finish));
        commitUnit({});
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
            read(std::move(std::get<Engine::Reading>(*outcome)), finish);
    });
}

void CoreLoop::commitUnit(std::function<void(bool)> last)
{
    auto unit = m_engine.takeUnit();
    if (unit.writes.empty() && unit.releases.empty() && unit.last.empty() && !last
        && unit.looks.empty() && unit.replies.empty() && !unit.cleansStore)
        return;
    CommitUnit commit;
    commit.writes = std::move(unit.writes);
    const auto cleaned = unit.cleansStore ? std::make_shared<bool>(false) : nullptr;
    commit.cleaned = cleaned;
    commit.release = [this, releases = std::move(unit.releases), last = std::move(last),
                      behind = std::move(unit.last), looks = std::move(unit.looks),
                      replies = std::move(unit.replies), cleaned,
                      event = unit.lastEvent](bool committed) mutable {
        if (committed)
            m_releaser.release(releases, event);
        if (last)
            last(committed);
        // Those that are dropped answer by themselves.
        if (!committed)
            return;
        for (auto &[later, reply] : replies)
            later->answer(std::move(reply));
        for (auto &look : looks) {
            if (cleaned && !*cleaned)
                look.reading = notCleaned;
            lookUp(std::move(look));
        }
        for (const auto &action : behind)
            action();
    };
    m_committer.submit(std::move(commit));
}

void CoreLoop::read(Engine::Reading reading, const Finish &finish)
{
    if (!m_reader) {
        finish(failure(Reason::StoreUnavailable, "This store cannot be read beside the core."));
        return;
    }
    const bool taken =
        m_reader->run([reading = std::move(reading), finish](Result<Database *> database) {
            if (database)
                finish(reading(**database));
            else
                finish(std::unexpected(database.error()));
        });
    if (!taken)
        finish(busy());
}

void CoreLoop::lookUp(Engine::Look look)
{
    auto shared = std::make_shared<const Engine::Look>(std::move(look));
    read(shared->reading, [this, shared](Result<AnyValue> found) {
        enqueue({{}, nullptr, {}, [](const Result<AnyValue> &) {}, shared, std::move(found)});
    });
}

bool CoreLoop::reopen(std::vector<Job> &jobs)
{
    for (;;) {
        // Some may have come before it was known that the store is gone.
        refuse(jobs);
        auto loaded = m_committer.recover(
            [this](Database &database) { return m_engine.load(database, m_clock.now()); });
        if (loaded)
            return true;
        m_trouble.lasts(loaded.error(), m_clock.now().steady);
        std::unique_lock lock(m_mutex);
        const bool isOver = m_wake.wait_for(lock, recoveryPause, [this] { return m_stopping; });
        jobs.swap(m_waiting);
        if (isOver)
            return false;
    }
}

void CoreLoop::recover(std::vector<Job> &jobs)
{
    m_recovering = true;
    Error failure;
    {
        const std::lock_guard lock(m_mutex);
        failure = m_failure;
        m_failed = false;
        std::ranges::move(m_waiting, std::back_inserter(jobs));
        m_waiting.clear();
    }
    m_trouble.failed(failure, m_clock.now().steady);
    const bool isOpen = reopen(jobs);
    refuse(jobs);
    if (isOpen)
        m_releaser.startedAnew(m_engine.lastStoredEvent());
    m_recovering = false;
    if (!isOpen)
        return;
    m_door.reconnectAll();
    m_trouble.over();
}

void CoreLoop::refuse(std::vector<Job> &jobs)
{
    for (auto &job : jobs) {
        job.finish(storeGone());
        --m_queued;
    }
    jobs.clear();
}

} // namespace tandem
