// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/facts.h"
#include "statistics/agenttimes.h"
#include "statistics/setup.h"
#include "statistics/tallies.h"
#include "statistics/waitestimate.h"

#include <map>
#include <unordered_map>

namespace tandem::statistics {

// What the facts of the longest window come to: goes on with each fact, and is the same when it is
// built from the fact log anew. Core thread.
class Ledger
{
public:
    // At least so far back, whatever is defined.
    static constexpr Ms leastReach = std::chrono::hours(26);

    // Forgets everything; facts from `since` on follow.
    void restart(UtcTime since);
    // Only what depends on what has changed is counted anew.
    void setUp(const Setup &setup);
    // Definitions that are counted even while nobody asks.
    void keep(const std::vector<protocol::StatisticDefinition> &definitions, UtcTime now);
    // How far back the definitions look; a restart needs the facts of that time.
    static Ms reachOf(const std::vector<protocol::StatisticDefinition> &definitions);

    Arc moved(const protocol::InteractionMoved &fact, UtcTime time);
    void stateChanged(const protocol::AgentStateChanged &fact, UtcTime time);
    // From time to time: moves the windows on, forgets what none of them can reach any more.
    void advance(const Now &now);

    // The counts of a definition, its window moved to `now`. Valid until the next call.
    const Tally &tally(const protocol::StatisticDefinition &definition, UtcTime now);
    const AgentTimes &times(AgentId agent) const;
    // Since when the agent has it, ms; from before all that is known where no fact said it.
    std::int64_t takenAt(InteractionId interaction, AgentId agent) const;
    // Since when the agent is signed out, likewise: it is told by facts only.
    std::int64_t signedOutAt(AgentId agent) const;
    // What was before is not known, ms.
    std::int64_t knownSince() const { return m_since; }

    std::uint32_t queue(const QueueId &id) const { return m_queues.find(id); }
    std::uint32_t medium(const std::string &id) const { return m_media.find(id); }
    std::uint32_t agent(AgentId id) const { return m_agents.find(id); }
    const WaitEstimate &waits() const { return m_waits; }
    const Windows &windows() const { return m_windows; }

private:
    Arc arcOf(const protocol::InteractionMoved &fact, UtcTime time);
    void noteHandling(const protocol::InteractionMoved &fact, std::int64_t time);
    Tally makeTally(const protocol::StatisticDefinition &definition);
    UtcTime horizon(const Now &now);

    std::string m_timeZone = "UTC";
    Windows m_windows{"UTC"};
    std::int64_t m_since = 0;
    Ms m_reach = leastReach;
    std::optional<Now> m_begun; // of a clock that does not jump
    Names<QueueId> m_queues;
    Names<std::string> m_media;
    Names<AgentId> m_agents;
    Tally::Thresholds m_thresholds;
    History m_history;
    Tallies m_tallies;
    std::unordered_map<AgentId, AgentTimes> m_times;
    std::map<std::pair<InteractionId, AgentId>, std::int64_t> m_taken;
    std::unordered_map<AgentId, std::int64_t> m_signedOut;
    WaitEstimate m_waits;
};

} // namespace tandem::statistics
