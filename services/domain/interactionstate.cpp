// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/interactionstate.h"

#include <algorithm>

namespace tandem {

namespace {

using S = InteractionState;

constexpr InteractionArc table[] = {
    {S::Queued, S::Routing},              // a strategy decides
    {S::Queued, S::Offered},              // an agent was found
    {S::Queued, S::Handling},             // pulled
    {S::Queued, S::Parked},               // by a supervisor
    {S::Queued, S::Done},                 // the customer left while waiting, or stopped
    {S::Routing, S::Queued},              // the strategy left it to its queue
    {S::Routing, S::Offered},             // the strategy chose an agent
    {S::Routing, S::Parked},              // by a supervisor
    {S::Routing, S::Done},                // the customer left, or stopped
    {S::Offered, S::Queued},              // rejected, timed out, revoked
    {S::Offered, S::Handling},            // accepted
    {S::Offered, S::Done},                // the customer left during the offer
    {S::Handling, S::Queued},             // transferred to a queue, released, or the agent is gone
    {S::Handling, S::Consulting},         // another agent was asked and came
    {S::Handling, S::Parked},             // put into a workbin
    {S::Handling, S::AfterContactWork},   // the conversation ended
    {S::Handling, S::Done},               // marked done
    {S::Consulting, S::Handling},         // the consultation is over, or became more
    {S::Consulting, S::Queued},           // the agent is gone
    {S::Consulting, S::AfterContactWork}, // the conversation ended
    {S::Consulting, S::Done},             // marked done, stopped
    {S::Parked, S::Queued},               // returned
    {S::Parked, S::Handling},             // pulled
    {S::Parked, S::Done},                 // the customer left, or stopped
    {S::AfterContactWork, S::Done},
};

} // namespace

std::span<const InteractionArc> interactionArcs() { return table; }

bool mayMove(InteractionState from, InteractionState to)
{
    return std::ranges::find(table, InteractionArc{from, to}) != std::end(table);
}

} // namespace tandem
