// SPDX-License-Identifier: GPL-3.0-or-later
// What strategies ask of routing.
#include "routing/router.h"

#include "base/duration.h"
#include "interactions/notices.h"

namespace tandem {

namespace {

constexpr auto usualMemory = Ms(std::chrono::hours(24 * 7));

// agent: user name, absent where nobody is known; isSignedIn: at work now.
struct LastAgentAnswer
{
    std::optional<std::string> agent;
    bool isSignedIn = false;
};
BOOST_DESCRIBE_STRUCT(LastAgentAnswer, (), (agent, isSignedIn))

} // namespace

void Router::addActions()
{
    m_engine.actions().add(
        {.name = "lastAgent",
         .summary = "Who served the contact last, within a time (7 days where none is named).",
         .attributes = {{"within"}}},
        [this](const ActionCall &call) -> Result<std::string> {
            const auto within =
                call.has("within") ? durationFromText(call["within"]) : std::optional(usualMemory);
            if (!within) {
                return failure(Reason::InvalidParams,
                               "\"" + call["within"] + "\" is no time; write 30s, 5m, 2h or 7d.",
                               "within");
            }
            LastAgentAnswer answer;
            const auto *record = m_interactions.find(call.interaction);
            const auto *agent = record ? m_agents.find(m_lastAgents.of(*record, *within)) : nullptr;
            if (agent) {
                answer.agent = agent->userName;
                answer.isSignedIn = bool(agent->session);
            }
            return json::toText(answer);
        });
    m_engine.hear<StrategyDecided>([this](const StrategyDecided &notice) {
        const auto *record = m_interactions.find(notice.interaction);
        if (!record)
            return;
        auto made = decision(protocol::DecisionKind::Strategy, *record);
        made.text = notice.text;
        m_explanations.keep(notice.interaction, made);
    });
}

} // namespace tandem
