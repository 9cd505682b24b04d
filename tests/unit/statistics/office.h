// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "statistics/statistics.h"
#include "store/sqlitedatabase.h"

#include <QTemporaryDir>

#include <map>
#include <memory>

// A medium without conversations of its own.
class Paper final : public tandem::Medium
{
public:
    std::vector<tandem::protocol::Participant> participants(tandem::InteractionId) const override
    {
        return {};
    }
    std::vector<tandem::protocol::ChatEvent> lastEvents(tandem::InteractionId,
                                                        std::size_t) const override
    {
        return {};
    }
    void agentJoined(tandem::InteractionId, const tandem::AgentRecord &, tandem::Presence) override
    {
    }
    void agentLeft(tandem::InteractionId, tandem::AgentId) override {}
    void announce(tandem::InteractionId, const std::string &) override {}
    tandem::Result<void> respond(tandem::InteractionId, const std::string &) override { return {}; }
    void endConversation(tandem::InteractionId) override {}
    void forget(tandem::InteractionId) override {}
};

// Site, agents, interactions and statistics on a real store, with a clock that the test moves, one
// job at a time. Who gets what the test decides: there is no routing.
class Office
{
public:
    struct Services
    {
        Services();

        tandem::Engine engine;
        tandem::Site site;
        tandem::Agents agents;
        tandem::Interactions interactions;
        tandem::Statistics statistics;
        Paper paper;
    };

    explicit Office(const tandem::protocol::SiteDocument &document = usual());

    // Agents alice, bob and sam (supervisor), ada (administrator); queues support and sales (open
    // in office hours); the group team of alice and bob.
    static tandem::protocol::SiteDocument usual();
    static tandem::protocol::StatisticDefinition
    definition(const std::string &id, tandem::protocol::StatisticObject object,
               tandem::protocol::Measure measure,
               tandem::protocol::Window window = tandem::protocol::Window::Midnight,
               std::optional<std::int64_t> windowMs = {});

    template <tandem::protocol::Request R>
    tandem::Result<typename R::Reply> askAs(const tandem::Caller &caller, R request)
    {
        auto answer = perform(caller, tandem::protocol::requestType<R>(),
                              tandem::AnyValue::of(std::move(request)));
        if (!answer)
            return std::unexpected(answer.error());
        return answer->template take<typename R::Reply>();
    }
    template <tandem::protocol::Request R>
    tandem::Result<typename R::Reply> ask(const std::string &user, R request)
    {
        return askAs<R>(callers[user], std::move(request));
    }
    // A job that does this.
    void does(const std::function<void(Services &)> &action);
    std::optional<double> tells(const tandem::protocol::StatisticDefinition &definition,
                                const std::string &object);

    void signsIn(const std::string &user, tandem::AgentState state = tandem::AgentState::Ready);
    void becomes(const std::string &user, tandem::AgentState state);
    tandem::InteractionId comes(const std::string &queue = "support");
    void takes(const std::string &user, tandem::InteractionId id);
    void changesSite(const tandem::protocol::SiteDocument &put,
                     const std::vector<tandem::protocol::SiteObjectRef> &removed = {});
    void passes(tandem::Ms time); // timers run in their order
    void restarts();              // as after a crash: from the store alone
    void reloads();               // as after a commit that failed: the same services
    tandem::AgentId id(const std::string &user) const;
    // What that agent has heard of statistics since the last time: each update.
    std::vector<tandem::protocol::StatisticsUpdate> heard(const std::string &user);

    std::unique_ptr<Services> services;
    std::map<std::string, tandem::Caller> callers;
    tandem::Now now;

private:
    tandem::Result<tandem::AnyValue> perform(const tandem::Caller &caller,
                                             const tandem::protocol::RequestType &type,
                                             const tandem::AnyValue &params);
    void step();
    void commit();

    QTemporaryDir m_folder;
    tandem::SqliteDatabase m_database;
    std::map<tandem::AgentId, std::vector<tandem::protocol::StatisticsUpdate>> m_heard;
    int m_sessions = 0;
};
