// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/services.h"
#include "orchestration/strategyrunner.h"
#include "store/database.h"

#include <deque>
#include <map>
#include <memory>

// The demo company on the real services and a real store in memory, with a clock that the test
// moves, one job at a time on one thread.
class Company
{
public:
    explicit Company(tandem::SiteSettings settings = {});

    // Asks as that agent; the answer after the commit. A reading is done at once.
    template <tandem::protocol::Request R>
    tandem::Result<typename R::Reply> ask(const std::string &user, R request)
    {
        return askAs<R>(callerOf(user), std::move(request));
    }
    template <tandem::protocol::Request R>
    tandem::Result<typename R::Reply> askAs(const tandem::Caller &caller, R request)
    {
        auto answer =
            perform(caller, tandem::protocol::requestType<R>(), tandem::AnyValue::of(request));
        if (!answer)
            return std::unexpected(answer.error());
        return answer->template take<typename R::Reply>();
    }
    template <tandem::protocol::Request R>
    tandem::Result<typename R::Reply> askAsCustomer(R request)
    {
        return askAs<R>(tandem::Caller::customer(), std::move(request));
    }

    // ada puts these objects into the site.
    tandem::Result<tandem::protocol::ApplyReply> changesSite(tandem::protocol::SiteDocument put);
    // The queue of that id as the site has it, to be changed and put.
    tandem::protocol::QueueDefinition queue(const std::string &id) const;
    tandem::protocol::AgentDefinition agent(const std::string &user) const;
    const tandem::AgentRecord &record(const std::string &user) const;

    void signsIn(const std::string &user, bool isReady = true);
    void losesConnection(const std::string &user);
    tandem::Result<tandem::SessionOpened> comesBack(const std::string &user);
    // A customer's chat; the secure key is the name.
    tandem::InteractionId starts(const std::string &name, const std::string &queue = "support");
    tandem::Result<tandem::protocol::CustomerReply>
    says(const std::string &name, const std::string &text, const std::string &key = {});
    void passes(tandem::Ms time);   // timers run in their order
    void restarts();                // as after a crash: from the store alone
    void crashes();                 // likewise, at the very moment of the start
    void clockJumps(tandem::Ms by); // the wall clock only

    tandem::AgentId id(const std::string &user) const;
    tandem::Database &database() { return *m_database; }
    const tandem::protocol::Interaction *interaction(tandem::InteractionId id) const;
    // Who has the open offer of it; empty where there is none.
    std::string offeredTo(tandem::InteractionId id) const;
    // What that agent has heard since the last time, as names.
    std::vector<tandem::protocol::Fact> heard(const std::string &user);
    std::vector<std::string> textsOf(tandem::InteractionId id);

    std::unique_ptr<tandem::Services> services;
    // The strategies' thread answers at once; else when thinks() is called.
    bool thinksAtOnce = true;
    void thinks();
    // What jobs look up is read at once; else when looks() is called.
    bool looksAtOnce = true;
    void looks(std::size_t most = SIZE_MAX);
    // Asks without waiting for the answer.
    template <tandem::protocol::Request R>
    void asksOnly(const std::string &user, R request)
    {
        begin(callerOf(user), tandem::protocol::requestType<R>(), tandem::AnyValue::of(request));
    }
    // ada installs a strategy and lets a queue name it.
    tandem::Result<tandem::protocol::StrategyInstallReply> installs(const std::string &id,
                                                                    const std::string &document);
    void names(const std::string &queue, const std::string &strategy);

private:
    tandem::Caller callerOf(const std::string &user) const;
    tandem::Result<tandem::AnyValue> perform(const tandem::Caller &caller,
                                             const tandem::protocol::RequestType &type,
                                             const tandem::AnyValue &params);
    tandem::Result<tandem::Engine::Outcome> begin(const tandem::Caller &caller,
                                                  const tandem::protocol::RequestType &type,
                                                  const tandem::AnyValue &params);
    void commit();
    tandem::StrategyRunner &runner();

    std::unique_ptr<tandem::StrategyRunner> m_runner; // programs end before their engine
    std::deque<std::shared_ptr<const tandem::StrategyWork>> m_work;
    std::deque<tandem::Engine::Look> m_looks;
    tandem::SystemRandom m_random;
    tandem::SiteSettings m_settings;
    std::unique_ptr<tandem::Database> m_database;
    tandem::Now m_now;
    std::map<std::string, tandem::Caller> m_callers;
    std::map<tandem::AgentId, std::vector<tandem::protocol::Fact>> m_heard;
};
