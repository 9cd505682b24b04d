// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include "simulation/dice.h"

namespace tandem {

namespace {

// How often each comes, beside the others.
constexpr std::array<int, eventCount> weights{
    14, // CustomerComes
    16, // CustomerSpeaks
    2,  // CustomerLeaves
    6,  // AgentSigns
    4,  // AgentChangesState
    22, // AgentAnswersOffer
    12, // AgentSpeaks
    8,  // AgentMoves
    12, // AgentShares
    6,  // AgentEnds
    4,  // SupervisorSteps
    1,  // AdministratorChanges
    5,  // ConnectorSubmits
    3,  // ConnectorChanges
    6,  // ConnectionBreaks
    3,  // WeatherChanges
    3,  // CommitFails
    1,  // StoreGoesAway
    2,  // StoreSlows
    2,  // ServerCrashes
    1,  // ClockJumps
};

Event draw(Dice &dice)
{
    int all = 0;
    for (const int weight : weights)
        all += weight;
    auto rest = static_cast<int>(dice.below(static_cast<std::size_t>(all)));
    std::size_t event = 0;
    while (rest >= weights[event])
        rest -= weights[event++];
    return static_cast<Event>(event);
}

} // namespace

std::vector<Happening> happeningsOf(std::uint64_t seed, int count)
{
    Dice dice(seed);
    std::vector<Happening> happenings;
    Ms at{};
    for (int number = 1; number <= count; ++number) {
        // Mostly in quick succession, at times much later.
        at += dice.exponential(Ms(dice.happens(0.03) ? 40'000 : 900));
        const auto event = draw(dice);
        happenings.push_back({number, at, event, dice.below(1u << 31)});
    }
    return happenings;
}

} // namespace tandem
