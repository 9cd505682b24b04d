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
    explicit StrategyRunner(const scxml::ScriptLimits &limits = {});
    ~StrategyRunner();

    // Nothing for work that has no answer.
    std::optional<StrategyStepped> take(const StrategyWork &work);
    std::size_t sessionCount() const { return m_runs.size(); }
    scxml::ScriptEngine &scripts() { return m_scripts; }

private:
    StrategyStepped step(const StrategyWork &work);

    scxml::ScriptEngine m_scripts;
    StrategyPrograms m_programs;
    std::unordered_map<StrategySessionId, std::unique_ptr<StrategyRun>> m_runs;
    std::uint64_t m_steps = 0;
};

} // namespace tandem
