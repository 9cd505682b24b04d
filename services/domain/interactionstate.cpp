// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/interactionstate.h"

#include <algorithm>

namespace tandem {

namespace {

struct Arc
{
    InteractionState from;
    InteractionState to;
};

using S = InteractionState;

constexpr Arc arcs[] = {
    {S::Queued, S::Offered},            // an agent was found
    {S::Queued, S::Done},               // the customer left while waiting
    {S::Offered, S::Queued},            // rejected, timed out, revoked
    {S::Offered, S::Handling},          // accepted
    {S::Offered, S::Done},              // the customer left during the offer
    {S::Handling, S::Offered},          // transfer to another agent
    {S::Handling, S::Queued},           // transfer to a queue, or the agent is gone
    {S::Handling, S::AfterContactWork}, // the conversation ended
    {S::Handling, S::Done},             // marked done
    {S::AfterContactWork, S::Done},
};

} // namespace

bool mayMove(InteractionState from, InteractionState to)
{
    return std::ranges::any_of(arcs,
                               [&](const Arc &arc) { return arc.from == from && arc.to == to; });
}

} // namespace tandem
