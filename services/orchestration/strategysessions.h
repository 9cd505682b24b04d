// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "interactions/interactions.h"
#include "interactions/notices.h"
#include "orchestration/strategylibrary.h"
#include "orchestration/strategysession.h"

#include <set>
#include <unordered_map>

namespace tandem {

// Runs the strategy of each queue that names one for each interaction that comes to it. What
// happens is stored as a numbered input and given to the strategies' thread; what a document
// decides on it comes back as a request (StrategyStepped), and only then anything happens: its
// actions, its timers and the session as it then is become one unit of work. A session that cannot
// go on never takes its interaction along: the queue's own rules take over. Core thread.
class StrategySessions final : public StoredState
{
public:
    StrategySessions(Engine &engine, Site &site, Interactions &interactions,
                     StrategyLibrary &library);

    Result<void> load(Database &database) override;

private:
    using Record = StrategySessionRecord;
    using Outcome = protocol::SessionOutcome;

    // --- strategysessions.cpp: from beginning to end
    void entered(InteractionId interaction);
    void taken(InteractionId interaction);
    void interactionDone(InteractionId interaction);
    bool settle();
    void begin(InteractionId interaction);
    void end(Record &record, Outcome outcome, const std::optional<std::string> &why);
    void fail(Record &record, const std::string &why);
    // In nobody's hands, or waiting for some only that the session chose: to its queue's rules.
    void leaveToQueue(InteractionId interaction, const std::string &why);
    Record *find(StrategySessionId id);
    Record *of(InteractionId interaction);
    Record &add(Record record);
    int runningOf(const std::string &strategyId, int version) const;

    // --- strategyinputs.cpp: what comes to sessions
    void happened(const StrategyEvent &event);
    void finished(const ActionFinished &notice);
    void input(Record &record, std::string event, std::optional<std::string> data,
               std::optional<std::uint64_t> timer = {}, bool isLast = false);
    void give(Record &record, StrategyInput input, bool isLast);
    void errorInput(Record &record, const std::string &action, const Error &error);
    void timerDue(StrategySessionId id, std::uint64_t timer);
    void timedOut(StrategySessionId id, const std::string &action);
    void watch(Record &record);
    void beginTimer(Record &record, std::uint64_t timer);
    void beginTimeout(Record &record, const std::string &action);
    void stopTimers(Record &record);
    void goOn();
    void forgetOld();
    bool wants(const Record &record, const std::string &event) const;

    // --- strategysteps.cpp: what they decided
    Result<protocol::Done> stepped(const StrategyStepped &step);
    void apply(Record &record, const StrategyStepped &step);
    std::optional<std::string> perform(Record &record, const AskedAction &action);
    Result<std::string> performNow(Record &record, const AskedAction &action);
    void tellDecisions(const Record &record, const StrategyStepped &step);

    // --- strategyquestions.cpp
    void serveRequests();
    Result<protocol::StrategyPlacesReply> places(const protocol::StrategyPlaces &request) const;

    Engine &m_engine;
    Site &m_site;
    Interactions &m_interactions;
    StrategyLibrary &m_library;
    std::uint64_t m_generation = 0;
    std::map<StrategySessionId, Record> m_sessions; // oldest first
    std::unordered_map<InteractionId, StrategySessionId> m_byInteraction;
    std::unordered_map<InteractionId, int> m_begun;       // how many sessions it has had
    std::map<std::pair<std::string, int>, int> m_running; // sessions by strategy and version
    std::set<InteractionId> m_toBegin;
    StrategySessionId m_acting; // whose step is being applied
};

} // namespace tandem
