// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/random.h"
#include "base/scheduler.h"
#include "core/actions.h"
#include "core/caller.h"
#include "core/release.h"
#include "protocol/call.h"
#include "store/database.h"

#include <functional>
#include <map>
#include <string_view>
#include <typeindex>
#include <unordered_map>

namespace tandem {

// State that is rebuilt from the store: at start, and after a commit that failed.
class StoredState
{
public:
    virtual ~StoredState() = default;
    // Forgets everything, then reads what is stored. Times that were running start anew.
    virtual Result<void> load(Database &database) = 0;
};

// Heard for every fact that is recorded, within its job.
struct FactRecorded
{
    const protocol::Fact &fact;
};

// Heard before a request of an agent is handled: the agent is at work.
struct AgentAsked
{
    AgentId agent;
};

// The deterministic part of the core: runs one job at a time to its unit of work. Services are
// built on it and register here what they serve. Knows no thread, no disk and no clock: a job
// carries its `now`, and what it decided comes back as writes and releases. Core thread.
class Engine final : public Scheduler
{
public:
    using Reading = std::function<Result<AnyValue>(Database &)>;
    // A reply that a later job gives (give()). Dropped without one, it is `store_unavailable`.
    class Later
    {
    public:
        using Finish = std::function<void(Result<AnyValue>)>;
        ~Later();
        // Of the loop: where the reply goes to.
        void answerWith(Finish finish) { m_finish = std::move(finish); }
        void answer(Result<AnyValue> reply);

    private:
        Finish m_finish;
    };
    // What came of a request: a reply now, one that a read of the store will give, or a later one.
    using Outcome = std::variant<AnyValue, Reading, std::shared_ptr<Later>>;
    // What a job wants to know of the store: read beside the core, behind the job's commit; then
    // goes on as a job of its own.
    struct Look
    {
        Reading reading;
        std::function<void(Result<AnyValue>)> then;
        std::uint64_t loads = 0;
    };
    struct GivenReply
    {
        std::shared_ptr<Later> later;
        Result<AnyValue> reply;
    };
    struct Unit
    {
        std::vector<Write> writes;
        std::vector<Release> releases;
        std::vector<std::function<void()>> last; // behind the reply
        std::uint64_t lastEvent = 0;             // of the facts it stores; 0: none
        std::vector<Look> looks;
        std::vector<GivenReply> replies; // to earlier requests
        bool cleansStore = false;        // what was deleted is wiped from the store's files
    };

    // --- for services, while they are built
    void add(StoredState &state) { m_states.push_back(&state); }

    // handler: Result<R::Reply>(const Caller &, const R &). It checks first, then changes.
    template <protocol::Request R, class Handler>
    void serve(Handler handler)
    {
        add(protocol::requestType<R>(),
            [handler = std::move(handler)](const Caller &caller,
                                           const AnyValue &params) -> Result<Outcome> {
                Result<typename R::Reply> reply = handler(caller, params.as<R>());
                if (!reply)
                    return std::unexpected(std::move(reply.error()));
                return Outcome(AnyValue::of(std::move(*reply)));
            });
    }

    // plan: Result<Outcome>(const Caller &, const R &): checks, and may leave the reading of what
    // is no longer in memory to a read connection.
    template <protocol::Request R, class Plan>
    void servePlanned(Plan plan)
    {
        add(protocol::requestType<R>(),
            [plan = std::move(plan)](const Caller &caller, const AnyValue &params) {
                return plan(caller, params.as<R>());
            });
    }

    // Notices between services, within one job: heard at once, in the order of registration.
    template <class Notice>
    void hear(std::function<void(const Notice &)> listener)
    {
        m_listeners[typeid(Notice)].push_back([listener = std::move(listener)](const void *notice) {
            listener(*static_cast<const Notice *>(notice));
        });
    }

    // What strategies may ask for: services add theirs while they are built.
    Actions &actions() { return m_actions; }

    // At the end of every job, before its unit of work is taken: for what follows from all that the
    // job has changed (routing). May change things itself; true while it may have more to do.
    void whenSettling(std::function<bool()> action) { m_settling.push_back(std::move(action)); }

    // --- for services, within a job
    const Now &now() const { return m_now; }
    template <class IdType>
    IdType newId()
    {
        return IdType{m_ids.next(m_now.utc)};
    }
    void write(Write write) { m_unit.writes.push_back(std::move(write)); }
    // Stored in the fact log; heard by these agents after the commit.
    void record(protocol::Fact fact, std::vector<AgentId> agents);
    // Heard like a fact, but not stored.
    void signal(protocol::Fact fact, std::vector<AgentId> agents);
    void tellCustomer(InteractionId chat, std::shared_ptr<const protocol::CustomerEvent> event);
    void endCustomer(InteractionId chat);
    void tellStanding(InteractionId chat, protocol::Data standing);
    void giveToStrategies(std::shared_ptr<const StrategyWork> work);
    // `then` is not called where the state was reloaded meanwhile.
    void look(Reading reading, std::function<void(Result<AnyValue>)> then)
    {
        m_unit.looks.push_back({std::move(reading), std::move(then), m_loads});
    }
    // Behind the running job's commit. Once for each Later.
    void give(std::shared_ptr<Later> later, Result<AnyValue> reply)
    {
        m_unit.replies.push_back({std::move(later), std::move(reply)});
    }
    // Behind the running job's commit, before its replies: what was deleted leaves the store's
    // files (Database::clean). Where it fails, the looks of the job give `store_unavailable`.
    void cleanStore() { m_unit.cleansStore = true; }
    // Random bytes of the running job; zeros where no source was given.
    void fillRandom(std::span<unsigned char> bytes)
    {
        if (m_random)
            m_random->fill(bytes);
    }
    // Once the reply has left: for what ends the connection that it leaves by.
    void afterReply(std::function<void()> action) { m_unit.last.push_back(std::move(action)); }
    template <class Notice>
    void announce(const Notice &notice)
    {
        if (const auto found = m_listeners.find(typeid(Notice)); found != m_listeners.end()) {
            for (const auto &listener : found->second)
                listener(&notice);
        }
    }
    // Runs what was left for the end of the job (whenSettling) now: for a reply that must tell what
    // comes of it.
    void settle();
    TimerId after(Ms delay, Action action) override;
    void cancel(TimerId timer) override;
    // What a service learns from the store of the ids that were given before.
    void skipIdsTo(std::uint64_t id) { m_ids.skipTo(id); }

    // --- for the loop that runs it
    // Before the first job; outlives the engine's jobs.
    void drawFrom(Random &random) { m_random = &random; }
    // The rest of a look, in a job that has begun.
    void goOn(const Look &look, Result<AnyValue> read);
    Result<Outcome> perform(const Caller &caller, const protocol::RequestType &type,
                            const AnyValue &params);
    const protocol::RequestType *requestType(std::string_view name) const;
    static Result<void> checkPolicy(const Caller &caller, const protocol::RequestType &type);
    // The next job's time; what the job before recorded must have been taken.
    void beginJob(Now now) { m_now = now; }
    Unit takeUnit() { return std::exchange(m_unit, {}); }
    Result<void> load(Database &database, Now now);
    // The last fact that the store held when it was loaded.
    std::uint64_t lastStoredEvent() const { return m_lastStoredEvent; }
    // When the next timer is due, if there is one.
    std::optional<SteadyTime> nextTimer() const;
    // Runs the first timer that is due at the job's time; false where none is.
    bool runDueTimer();

private:
    using Handler = std::function<Result<Outcome>(const Caller &, const AnyValue &)>;
    struct Entry
    {
        const protocol::RequestType *type;
        Handler handler;
    };
    struct Timer
    {
        TimerId id;
        Action action;
    };

    void add(const protocol::RequestType &type, Handler handler);

    Now m_now{};
    Random *m_random = nullptr;
    std::uint64_t m_loads = 0;
    IdSource m_ids;
    std::uint64_t m_lastStoredEvent = 0;
    Unit m_unit;
    Actions m_actions;
    std::vector<StoredState *> m_states;
    std::unordered_map<std::string_view, Entry> m_entries;
    std::unordered_map<std::type_index, std::vector<std::function<void(const void *)>>> m_listeners;
    std::vector<std::function<bool()>> m_settling;
    bool m_isSettling = false;
    using Timers = std::multimap<SteadyTime, Timer>;

    Timers m_timers;
    std::unordered_map<std::uint64_t, Timers::iterator> m_timerEntries; // by id
    std::uint64_t m_lastTimer = 0;
};

} // namespace tandem
