// SPDX-License-Identifier: GPL-3.0-or-later
#include "orchestration/strategyrunner.h"

namespace tandem {

namespace {

// The engine's garbage grows with work; programs leave with their last session.
constexpr std::uint64_t tidyEvery = 20'000;

constexpr std::uint64_t storedOf = 64;

} // namespace

StrategyRunner::StrategyRunner(const scxml::ScriptLimits &limits, Storing storing)
    : m_scripts(limits), m_programs(m_scripts), m_storing(storing)
{
}

StrategyRunner::~StrategyRunner() = default;

std::optional<StrategyStepped> StrategyRunner::take(const StrategyWork &work)
{
    switch (work.kind) {
    case StrategyWork::Kind::Reset: m_runs.clear(); return std::nullopt;
    case StrategyWork::Kind::Drop: m_runs.erase(work.session); return std::nullopt;
    case StrategyWork::Kind::Call: return std::nullopt;
    case StrategyWork::Kind::Step: break;
    }
    auto stepped = step(work);
    stepped.generation = work.generation;
    if (stepped.isFinished || stepped.failure || work.isLast)
        m_runs.erase(work.session);
    if (++m_steps % tidyEvery == 0)
        m_programs.forgetUnused();
    return stepped;
}

StrategyStepped StrategyRunner::step(const StrategyWork &work)
{
    auto &run = m_runs[work.session];
    if (!run || work.stored) {
        run =
            std::make_unique<StrategyRun>(m_programs, work.document, work.session, storingOfNext());
        const auto restored = work.stored ? run->restore(*work.stored) : Result<void>();
        if (!restored) {
            StrategyStepped failed;
            failed.sessionId = work.session;
            failed.number = work.input.number;
            failed.failure = restored.error().message;
            return failed;
        }
    }
    auto stepped = run->take(work.input, work.isLast);
    if (stepped.failure)
        m_storing = Storing::Always;
    return stepped;
}

StrategyRun::Storing StrategyRunner::storingOfNext()
{
    const bool isStored = m_begun++ % storedOf == 0 || m_storing == Storing::Always;
    return isStored ? StrategyRun::Storing::On : StrategyRun::Storing::Off;
}

} // namespace tandem
