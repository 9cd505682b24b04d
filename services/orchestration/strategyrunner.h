// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "orchestration/strategyrun.h"

#include <optional>
#include <unordered_map>

namespace tandem {

// Runs sessions of strategies: an input in, what it does out. In one thread with a
// QCoreApplication; keeps sessions between their inputs.
class StrategyRunner
{
public:
    // What a session needs to go on after a restart costs as much as the session itself. Sampled,
    // for runs that are never restarted: only every 64th session tells it, and every one from when
    // a session has failed, so that data which cannot be stored is not found out in the server
    // only.
    enum class Storing { Always, Sampled };

    explicit StrategyRunner(const scxml::ScriptLimits &limits = {},
                            Storing storing = Storing::Always);
    ~StrategyRunner();

    // Nothing for work that has no answer.
    std::optional<StrategyStepped> take(const StrategyWork &work);
    std::size_t sessionCount() const { return m_runs.size(); }
    scxml::ScriptEngine &scripts() { return m_scripts; }

private:
    StrategyStepped step(const StrategyWork &work);
    StrategyRun::Storing storingOfNext();

    scxml::ScriptEngine m_scripts;
    StrategyPrograms m_programs;
    std::unordered_map<StrategySessionId, std::unique_ptr<StrategyRun>> m_runs;
    std::uint64_t m_steps = 0;
    Storing m_storing;
    std::uint64_t m_begun = 0;
};

} // namespace tandem
