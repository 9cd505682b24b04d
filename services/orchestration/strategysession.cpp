// SPDX-License-Identifier: GPL-3.0-or-later
#include "orchestration/strategysession.h"

#include <limits>

namespace tandem {

namespace {

#define TANDEM_SESSION_COLUMNS                                                                     \
    "id, interaction_id, strategy_id, version, queue_id, started_at, ended_at, outcome, failure, " \
    "states, since, steps"

constexpr Statement insertRow{"INSERT INTO strategy_session (" TANDEM_SESSION_COLUMNS
                              ", stored, timers, lasting) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
constexpr Statement updateRow{"UPDATE strategy_session SET states = ?, since = ?, steps = ?, "
                              "stored = COALESCE(?, stored), timers = ?, lasting = ? WHERE id = ?"};
constexpr Statement endRow{
    "UPDATE strategy_session SET ended_at = ?, outcome = ?, failure = ?, states = ?, since = ?, "
    "steps = ?, stored = NULL, timers = '[]', lasting = '[]' WHERE id = ?"};
constexpr Statement selectRunning{"SELECT " TANDEM_SESSION_COLUMNS
                                  ", stored, timers, lasting FROM strategy_session "
                                  "WHERE ended_at IS NULL ORDER BY id"};
constexpr Statement selectPage{"SELECT " TANDEM_SESSION_COLUMNS
                               " FROM strategy_session WHERE id < ? AND (? = '' OR strategy_id = ?)"
                               " AND (? = 0 OR version = ?) AND (? = 0 OR ended_at IS NULL) "
                               "ORDER BY id DESC LIMIT ?"};
constexpr Statement selectOfInteraction{"SELECT " TANDEM_SESSION_COLUMNS
                                        " FROM strategy_session WHERE interaction_id = ? "
                                        "ORDER BY id LIMIT 50"};
constexpr Statement selectOne{"SELECT " TANDEM_SESSION_COLUMNS
                              " FROM strategy_session WHERE id = ?"};
constexpr Statement deleteSessions{
    "DELETE FROM strategy_session WHERE id < ? AND ended_at IS NOT NULL"};
constexpr Statement deleteSteps{"DELETE FROM strategy_step WHERE session_id < ? AND session_id NOT "
                                "IN (SELECT id FROM strategy_session)"};

#undef TANDEM_SESSION_COLUMNS

constexpr Statement insertStep{
    "INSERT INTO strategy_step (session_id, number, time, event, data, timer) "
    "VALUES (?, ?, ?, ?, ?, ?)"};
constexpr Statement setStep{
    "UPDATE strategy_step SET step = ? WHERE session_id = ? AND number = ?"};
constexpr Statement selectSteps{
    "SELECT number, time, event, data, step FROM strategy_step WHERE session_id = ? "
    "ORDER BY number LIMIT 1000"};
constexpr Statement selectUnanswered{
    "SELECT session_id, number, event, data, timer FROM strategy_step WHERE step IS NULL "
    "ORDER BY session_id, number"};

constexpr std::int64_t newestSession = std::numeric_limits<std::int64_t>::max();

using Timers = std::vector<DueTimer>;
using LastingActions = std::vector<LastingAction>;

std::string timersText(const StrategySessionRecord &record)
{
    Timers list;
    for (const auto &[timer, wait] : record.timers)
        list.push_back({timer, wait.dueAt, wait.delayMs});
    return json::toText(list);
}

std::string lastingText(const StrategySessionRecord &record)
{
    LastingActions list;
    for (const auto &[name, lasting] : record.lasting)
        list.push_back({name, lasting.dueAt, lasting.delayMs});
    return json::toText(list);
}

protocol::StrategySession sessionFrom(const Row &row)
{
    protocol::StrategySession session;
    session.sessionId = row.id<StrategySessionId>(0);
    session.interactionId = row.id<InteractionId>(1);
    session.strategyId = row.text(2);
    session.version = static_cast<int>(row.number(3));
    session.queueId = row.text(4);
    session.startedAt = row.time(5);
    session.endedAt = row.maybeTime(6);
    session.outcome = row.named<protocol::SessionOutcome>(7);
    session.failure = row.maybeText(8);
    session.states = json::fromText<std::vector<std::string>>(row.text(9)).value_or(session.states);
    session.since = row.time(10);
    session.steps = static_cast<int>(row.number(11));
    return session;
}

StrategySessionRecord recordFrom(const Row &row)
{
    StrategySessionRecord record;
    record.view = sessionFrom(row);
    record.inputs = record.view.steps;
    if (record.view.steps > 0)
        record.stored = row.maybeText(12);
    for (const auto &timer : json::fromText<Timers>(row.text(13)).value_or(Timers{}))
        record.timers[timer.timer] = {timer.dueAt, timer.delayMs, TimerId::None};
    for (const auto &one : json::fromText<LastingActions>(row.text(14)).value_or(LastingActions{}))
        record.lasting[one.name] = {one.dueAt, one.delayMs, TimerId::None};
    return record;
}

} // namespace

Write insertSession(const StrategySessionRecord &record)
{
    const auto &view = record.view;
    return write(insertRow, view.sessionId, view.interactionId, view.strategyId, view.version,
                 view.queueId, view.startedAt, view.endedAt, view.outcome, view.failure,
                 json::toText(view.states), view.since, view.steps, nullptr, timersText(record),
                 lastingText(record));
}

Write updateSession(const StrategySessionRecord &record, const std::optional<std::string> &stored)
{
    const auto &view = record.view;
    return write(updateRow, json::toText(view.states), view.since, view.steps, stored,
                 timersText(record), lastingText(record), view.sessionId);
}

Write endSession(const StrategySessionRecord &record)
{
    const auto &view = record.view;
    return write(endRow, view.endedAt, view.outcome, view.failure, json::toText(view.states),
                 view.since, view.steps, view.sessionId);
}

Write insertInput(StrategySessionId session, const StrategyInput &input, UtcTime now)
{
    return write(insertStep, session, input.number, now, input.event, input.data, input.timer);
}

Write updateStep(StrategySessionId session, const protocol::StrategyStep &step)
{
    return write(setStep, json::toText(step), session, step.number);
}

std::vector<Write> deleteSessionsBefore(UtcTime time)
{
    const auto first = IdSource::firstAt(time);
    return {write(deleteSessions, first), write(deleteSteps, first)};
}

Result<void> readRunningSessions(Database &database,
                                 const std::function<void(StrategySessionRecord)> &each)
{
    std::map<StrategySessionId, StrategySessionRecord> running;
    auto read = database.query(selectRunning, {}, [&](const Row &row) {
        running.emplace(row.id<StrategySessionId>(0), recordFrom(row));
    });
    if (!read)
        return read;
    read = database.query(selectUnanswered, {}, [&](const Row &row) {
        const auto found = running.find(row.id<StrategySessionId>(0));
        if (found == running.end())
            return;
        StrategyInput input{static_cast<int>(row.number(1)), row.text(2), row.maybeText(3), {}};
        if (!row.isNull(4))
            input.timer = static_cast<std::uint64_t>(row.number(4));
        found->second.inputs = input.number;
        found->second.unanswered.push_back(std::move(input));
    });
    if (!read)
        return read;
    for (auto &[id, record] : running)
        each(std::move(record));
    return {};
}

Result<protocol::StrategySessionsReply> readSessions(Database &database,
                                                     const protocol::StrategySessions &request)
{
    protocol::StrategySessionsReply reply;
    const int limit = request.limit.value_or(50);
    const auto before =
        request.before ? static_cast<std::int64_t>(request.before->value) : newestSession;
    const auto strategy = request.strategyId.value_or("");
    const int version = request.version.value_or(0);
    auto read = database.query(selectPage,
                               {sql(before), sql(strategy), sql(strategy), sql(version),
                                sql(version), sql(request.running.value_or(false)), sql(limit + 1)},
                               [&](const Row &row) { reply.sessions.push_back(sessionFrom(row)); });
    if (!read)
        return std::unexpected(read.error());
    if (std::ssize(reply.sessions) > limit) {
        reply.sessions.pop_back();
        reply.next = reply.sessions.back().sessionId;
    }
    return reply;
}

Result<protocol::StrategyTraceReply> readTrace(Database &database,
                                               const protocol::StrategyTrace &request)
{
    protocol::StrategyTraceReply reply;
    const auto add = [&](const Row &row) { reply.sessions.push_back({sessionFrom(row), {}}); };
    auto read = request.sessionId
                    ? database.query(selectOne, {sql(*request.sessionId)}, add)
                    : database.query(selectOfInteraction, {sql(*request.interactionId)}, add);
    for (auto &recorded : reply.sessions) {
        if (!read)
            break;
        read = database.query(selectSteps, {sql(recorded.session.sessionId)}, [&](const Row &row) {
            protocol::StrategyStep step;
            if (auto done = json::fromText<protocol::StrategyStep>(row.text(4)))
                step = std::move(*done);
            step.number = static_cast<int>(row.number(0));
            step.time = row.time(1);
            step.event = row.text(2);
            step.data = row.maybeText(3);
            recorded.steps.push_back(std::move(step));
        });
    }
    if (!read)
        return std::unexpected(read.error());
    if (reply.sessions.empty())
        return failure(Reason::NotFound, "No strategy has run for this.", "interactionId");
    return reply;
}

} // namespace tandem
