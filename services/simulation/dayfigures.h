// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine.h"
#include "orchestration/strategysession.h"
#include "site/site.h"

#include <array>
#include <unordered_map>
#include <vector>

namespace tandem {

// Of the chats that came within half an hour, whenever it was decided.
struct HalfHourFigures
{
    int offered = 0;
    int answered = 0;
    int abandoned = 0;
    int other = 0; // ended by the company before anybody answered, refused, or left over
    int withinThreshold = 0;
    Ms waits{};       // of those answered, together
    Ms longestWait{}; // of those answered and those abandoned

    void add(const HalfHourFigures &more);
    // 0 to 1, of those answered or abandoned; nothing where there is none.
    std::optional<double> serviceLevel() const;
    std::optional<Ms> averageWait() const;

    bool operator==(const HalfHourFigures &) const = default;
};

inline constexpr Ms halfHour{30 * 60'000};

// What a day came to, as statistics define it (docs/glossary.md).
struct DayFigures
{
    HalfHourFigures all;
    std::vector<HalfHourFigures> halfHours; // from midnight, 48
    Ms wait90{};                            // nine of ten were answered within it
    std::optional<double> occupancy;        // 0 to 1
    std::optional<Ms> averageHandling;      // from acceptance to done
    int callbacks = 0;
    int strategyMessages = 0; // said by the company, not by an agent
    int strategySessions = 0;
    int failedSessions = 0;
    std::string traceHash;
    std::int64_t jobs = 0;
    double wallSeconds = 0; // not part of what is decided
};

// Counts a day from the facts that the core records.
class DayCounter
{
public:
    DayCounter(Engine &engine, const Site &site, UtcTime midnight);

    // Chats that could not even be started count as offered.
    DayFigures figures(std::size_t refused) const;

private:
    struct Chat
    {
        UtcTime createdAt{};
        Ms threshold{};
        bool isDecided = false;
    };
    struct Work
    {
        bool isReady = false;
        int inHand = 0;
        SteadyTime since{};
        Ms busy{};
        Ms available{};

        void advance(SteadyTime now);
    };

    void heard(const protocol::InteractionMoved &moved);
    void chatMoved(const protocol::InteractionMoved &moved);
    void answered(Chat &chat, HalfHourFigures &slot);
    void agentMoved(const protocol::InteractionMoved &moved);
    HalfHourFigures &slotOf(const Chat &chat);

    Engine &m_engine;
    const Site &m_site;
    UtcTime m_midnight;
    std::unordered_map<InteractionId, Chat> m_chats;
    std::unordered_map<AgentId, Work> m_work;
    std::array<HalfHourFigures, 48> m_slots{};
    std::vector<Ms> m_waits;
    Ms m_handling{};
    int m_handled = 0;
    DayFigures m_counts;
};

} // namespace tandem
