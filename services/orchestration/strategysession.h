// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/scheduler.h"
#include "orchestration/strategywork.h"
#include "store/database.h"

#include <functional>
#include <map>
#include <memory>

namespace tandem {

// Kept with the session: when a delayed send is due, wall clock, and how long it was to wait, which
// it does at most, wherever the clock has gone. delayMs: none of a session of an older version.
struct DueTimer
{
    std::uint64_t timer = 0;
    UtcTime dueAt{};
    std::optional<std::int64_t> delayMs;
};
BOOST_DESCRIBE_STRUCT(DueTimer, (), (timer, dueAt, delayMs))

// A lasting action that has not been answered; dueAt, delayMs: its time-out, likewise.
struct LastingAction
{
    std::string name;
    std::optional<UtcTime> dueAt;
    std::optional<std::int64_t> delayMs;
};
BOOST_DESCRIBE_STRUCT(LastingAction, (), (name, dueAt, delayMs))

// A session that runs, as the core knows it: what it waits for, and which inputs are on their way.
struct StrategySessionRecord
{
    struct Wait
    {
        UtcTime dueAt{};
        std::optional<std::int64_t> delayMs;
        TimerId timer = TimerId::None;
    };
    struct Lasting
    {
        std::optional<UtcTime> dueAt;
        std::optional<std::int64_t> delayMs;
        TimerId timer = TimerId::None;
    };

    protocol::StrategySession view; // steps: that are done
    std::shared_ptr<const StrategyDocument> document;
    int inputs = 0; // given so far
    std::map<std::uint64_t, Wait> timers;
    std::map<std::string, Lasting> lasting; // by action
    TimerId watch = TimerId::None;
    // After a start: what the strategies' thread goes on from, and what is given to it again.
    std::optional<std::string> stored;
    std::vector<StrategyInput> unanswered;

    bool isAnswered() const { return inputs == view.steps; }
};

// Heard when a session has ended; its view tells how.
struct StrategySessionEnded
{
    const protocol::StrategySession &session;
};

// --- rows
Write insertSession(const StrategySessionRecord &record);
// stored: the session as it is after a step; none: as it was before.
Write updateSession(const StrategySessionRecord &record,
                    const std::optional<std::string> &stored = {});
// What has ended is never taken up again: what is stored of it goes.
Write endSession(const StrategySessionRecord &record);
Write insertInput(StrategySessionId session, const StrategyInput &input, UtcTime now);
Write updateStep(StrategySessionId session, const protocol::StrategyStep &step);
std::vector<Write> deleteSessionsBefore(UtcTime time);

// Each that runs, with the inputs that were not answered. document is not set.
Result<void> readRunningSessions(Database &database,
                                 const std::function<void(StrategySessionRecord)> &each);
Result<protocol::StrategySessionsReply> readSessions(Database &database,
                                                     const protocol::StrategySessions &request);
Result<protocol::StrategyTraceReply> readTrace(Database &database,
                                               const protocol::StrategyTrace &request);

} // namespace tandem
