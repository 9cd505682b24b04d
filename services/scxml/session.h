// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "scxml/platform.h"
#include "scxml/scriptengine.h"

#include <QJsonObject>
#include <QStringList>

#include <memory>
#include <utility>
#include <vector>

namespace tandem::scxml {

struct Running;

struct SessionLimits
{
    int microsteps = 1'000; // of one macrostep; beyond it error.platform comes, then the end
    int macrosteps = 1'000; // of one call of run(); what is left waits for the next
};

// One run of a chart: the algorithm of SCXML 1.0, appendix D. It has no clock, no I/O and no
// randomness: the same calls give the same calls of the platform. Owned by whoever made it; in the
// thread of the script engine, which outlives it, as the platform does.
class Session
{
public:
    Session(ScriptEngine &scripts, ProgramPointer program, Platform &platform, QString id,
            const SessionLimits &limits = {});
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    // Once. Parameters (name, JSON) take the place of the values of top-level data of these names.
    void start(const std::vector<std::pair<QString, QString>> &parameters = {});
    // An external event. Ignored when the session has ended.
    void deliver(Event event);
    // The time of a delayed send has come; unknown timers are ignored.
    void fire(std::uint32_t timer);
    // Goes on where a call met SessionLimits::macrosteps.
    void run();
    bool hasWork() const;
    // Leaves all states, as when the session that invoked it says so.
    void cancel();

    const QString &id() const;
    const Chart &chart() const;
    bool isFinished() const;
    // Why it was ended by force; null where it was not.
    const QString &failure() const;
    // Id of the top-level final state in which it ended; null where it ended otherwise.
    const QString &finalState() const;
    // Ids of the active states, in document order.
    QStringList configuration() const;
    bool isActive(const QString &stateId) const;
    // Scripts that have run so far.
    std::uint64_t scriptCount() const;
    // Delayed sends that have not been fired: what the owner keeps timers for.
    std::vector<std::uint32_t> timers() const;
    // Ids of what is invoked now.
    QStringList invocations() const;

    // A replay: the scripts of these numbers are not run, but end as they did.
    void expectCutOffs(std::vector<CutOff> cutOffs);

    // Between calls only. Fails where the data cannot be kept exactly, naming the variable.
    Result<QJsonObject> stored() const;
    // Goes on exactly as the stored one would have. The owner keeps its timers and invocations.
    static Result<std::unique_ptr<Session>> restored(ScriptEngine &scripts, ProgramPointer program,
                                                     Platform &platform, const QJsonObject &stored,
                                                     const SessionLimits &limits = {});

private:
    const std::unique_ptr<Running> m_running;
};

} // namespace tandem::scxml
