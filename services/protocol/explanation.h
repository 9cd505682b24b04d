// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/request.h"
#include "protocol/site.h"
#include "protocol/types.h"

// Why an interaction was routed so.
namespace tandem::protocol {

// chosen: offered to this agent. candidate: could have been. Otherwise why not.
enum class Verdict {
    Chosen,
    Candidate,
    NotSignedIn,
    ConnectionLost,
    NotReady,
    NoRoom,
    HasRefused,
    NotLastAgent
};
constexpr std::array<std::string_view, 8> namesOf(Verdict)
{
    return {"chosen",    "candidate", "not_signed_in", "connection_lost",
            "not_ready", "no_room",   "has_refused",   "not_last_agent"};
}

// score: what the selection compared, greater is better. inHand: interactions and offers.
struct Candidate
{
    AgentId agentId;
    std::string userName;
    Verdict verdict = Verdict::Candidate;
    std::optional<double> score;
    std::optional<std::int64_t> idleMs;
    std::optional<int> inHand;

    bool operator==(const Candidate &) const = default;
};
BOOST_DESCRIBE_STRUCT(Candidate, (), (agentId, userName, verdict, score, idleMs, inHand))

enum class DecisionKind {
    Offered,     // to agentId
    Waits,       // nobody could be offered
    Widened,     // the next step was reached, and nobody could be offered
    Overflowed,  // to another queue: toQueueId
    Treated,     // closed or full: text tells what was done
    Transferred, // by an agent or a supervisor, past the queue
    Strategy     // text tells what a strategy did
};
constexpr std::array<std::string_view, 7> namesOf(DecisionKind)
{
    return {"offered", "waits", "widened", "overflowed", "treated", "transferred", "strategy"};
}

// candidates: of those whom the step's targets name, at most 50 in order of rank; counts: of all of
// them by verdict, and "not_targeted": of the others. urgency: priority with ageing; ahead: how
// many waited before it in its queue.
struct RoutingDecision
{
    UtcTime time{};
    DecisionKind kind = DecisionKind::Offered;
    QueueId queueId;
    int step = 0; // from 1
    std::vector<std::string> targets;
    Selection selection = Selection::LongestIdle;
    std::int64_t siteVersion = 0;
    std::int64_t waitMs = 0;
    double urgency = 0;
    int ahead = 0;
    std::optional<AgentId> agentId;
    std::optional<QueueId> toQueueId;
    std::optional<std::string> text;
    std::vector<Candidate> candidates;
    std::map<std::string, int> counts;

    bool operator==(const RoutingDecision &) const = default;
};
BOOST_DESCRIBE_STRUCT(RoutingDecision, (),
                      (time, kind, queueId, step, targets, selection, siteVersion, waitMs, urgency,
                       ahead, agentId, toQueueId, text, candidates, counts))

struct ExplainReply
{
    InteractionId interactionId;
    std::vector<RoutingDecision> decisions; // oldest first, at most 500
};
BOOST_DESCRIBE_STRUCT(ExplainReply, (), (interactionId, decisions))

// For whoever handles or handled it, supervisors and auditors.
struct InteractionExplain
{
    static constexpr std::string_view name = "interaction.explain";
    static constexpr Policy policy = Policy::anyAgent();
    using Reply = ExplainReply;

    InteractionId interactionId;
};
BOOST_DESCRIBE_STRUCT(InteractionExplain, (), (interactionId))

} // namespace tandem::protocol
