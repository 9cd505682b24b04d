// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/interactionstate.h"
#include "protocol/facts.h"
#include "statistics/names.h"

namespace tandem::statistics {

// An arc of an interaction's life (protocol::InteractionMoved) as it is kept for counting: names
// are numbers, -1 is "not said". Value.
struct Arc
{
    static constexpr std::int32_t unsaid = -1;

    std::int64_t time = 0; // ms since 1970
    std::int32_t waitMs = unsaid;
    std::int32_t handleMs = unsaid;
    std::uint32_t agent = noNumber;
    std::uint32_t queue = noNumber;
    std::uint32_t toQueue = noNumber; // where it waits from now on; the same queue if not said
    std::uint16_t medium = 0;
    protocol::MoveCause cause = protocol::MoveCause::Created;
    InteractionState to = InteractionState::Queued;
    bool isFirst = false; // created
    InteractionState from = InteractionState::Queued;

    // A customer waits: nobody has it.
    static constexpr bool isWaiting(InteractionState state)
    {
        return state == InteractionState::Queued || state == InteractionState::Routing
               || state == InteractionState::Offered;
    }
    bool wasWaiting() const { return !isFirst && isWaiting(from); }

    bool operator==(const Arc &) const = default;
};

} // namespace tandem::statistics
