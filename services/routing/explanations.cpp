// SPDX-License-Identifier: GPL-3.0-or-later
#include "routing/explanations.h"

#include <algorithm>

namespace tandem {

namespace {

using protocol::Verdict;

constexpr Statement insertDecision{
    "INSERT INTO routing_decision (id, interaction_id, payload) VALUES (?, ?, ?)"};
// Ids sort by time, and an interaction's decisions come after its own: no index is needed.
constexpr Statement selectDecisions{
    "SELECT payload FROM routing_decision WHERE id > ? AND id < ? AND interaction_id = ? "
    "ORDER BY id LIMIT 500"};
constexpr Statement selectLast{"SELECT max(id) FROM routing_decision"};
constexpr Statement deleteOld{"DELETE FROM routing_decision WHERE id < ?"};

constexpr std::size_t mostCandidates = 20;
constexpr auto forgetEvery = Ms(std::chrono::hours(1));

std::unexpected<Error> notThere()
{
    return failure(Reason::NotFound, "You have no such interaction.", "interactionId");
}

Result<AnyValue> readDecisions(Database &database, InteractionId id, std::uint64_t last)
{
    protocol::ExplainReply reply{id, {}};
    auto read = database.query(selectDecisions, {sql(id), sql(last), sql(id)}, [&](const Row &row) {
        if (auto decision = json::fromText<protocol::RoutingDecision>(row.text(0)))
            reply.decisions.push_back(std::move(*decision));
    });
    if (!read)
        return std::unexpected(read.error());
    return AnyValue::of(std::move(reply));
}

} // namespace

Explanations::Explanations(Engine &engine, Site &site, Agents &agents, Interactions &interactions)
    : m_engine(engine), m_site(site), m_agents(agents), m_interactions(interactions)
{
    engine.servePlanned<protocol::InteractionExplain>(
        [this](const auto &caller, const auto &request) { return explain(caller, request); });
}

Result<void> Explanations::load(Database &database)
{
    forgetOldLater();
    // A decision may be younger than the last fact.
    return database.query(selectLast, {}, [this](const Row &row) {
        m_engine.skipIdsTo(static_cast<std::uint64_t>(row.number(0)));
    });
}

void Explanations::keep(InteractionId interaction, const protocol::RoutingDecision &decision)
{
    m_engine.write(write(insertDecision, m_engine.newId<InteractionId>().value, interaction,
                         json::toText(decision)));
}

void Explanations::forgetOldLater()
{
    m_engine.after(forgetEvery, [this] {
        const auto kept = Ms(m_site.rules().explanationsKeptMs);
        if (kept > Ms(0)) {
            m_engine.write(write(deleteOld, IdSource::firstAt(m_engine.now().utc - kept)));
        }
        forgetOldLater();
    });
}

protocol::Candidate Explanations::candidate(const AgentRecord &agent, Verdict verdict) const
{
    protocol::Candidate entry;
    entry.agentId = agent.id;
    entry.userName = agent.userName;
    entry.verdict = verdict;
    entry.inHand = agent.inHand();
    if (agent.session)
        entry.idleMs = std::max(Ms(0), Ms(m_engine.now().steady - agent.idleSince)).count();
    return entry;
}

void Explanations::describePool(const AgentPool &pool, const InteractionRecord &record,
                                AgentId chosen, AgentId keptFor,
                                protocol::RoutingDecision &decision) const
{
    const auto now = m_engine.now().steady;
    for (const auto &rank : pool.free()) {
        if (decision.candidates.size() == mostCandidates)
            break;
        const auto refused = record.refusedUntil.find(rank.agent);
        const bool hasRefused = refused != record.refusedUntil.end() && refused->second > now;
        const auto verdict = rank.agent == chosen               ? Verdict::Chosen
                             : hasRefused                       ? Verdict::HasRefused
                             : keptFor && rank.agent != keptFor ? Verdict::NotLastAgent
                                                                : Verdict::Candidate;
        auto entry = candidate(*m_agents.find(rank.agent), verdict);
        entry.score = pool.scoreOf(rank);
        decision.candidates.push_back(std::move(entry));
    }
    const auto free = static_cast<std::ptrdiff_t>(decision.candidates.size());
    for (const auto &[id, member] : pool.members()) {
        if (decision.candidates.size() == mostCandidates)
            break;
        if (member.verdict != Verdict::Candidate)
            decision.candidates.push_back(candidate(*m_agents.find(id), member.verdict));
    }
    // The same in every run, whatever the order of the table.
    std::ranges::sort(decision.candidates.begin() + free, decision.candidates.end(), {},
                      &protocol::Candidate::agentId);
    for (std::size_t i = 0; i < namesOf(Verdict{}).size(); ++i) {
        const auto verdict = static_cast<Verdict>(i);
        if (const int count = pool.count(verdict); count > 0)
            decision.counts[std::string(nameOf(verdict))] = count;
    }
    const auto others = m_agents.all().size() - pool.members().size();
    if (others > 0)
        decision.counts["not_targeted"] = static_cast<int>(others);
}

Result<Engine::Outcome> Explanations::explain(const Caller &caller,
                                              const protocol::InteractionExplain &request) const
{
    const auto id = request.interactionId;
    const auto agent = caller.agent;
    const auto last = IdSource::firstAt(m_engine.now().utc + std::chrono::hours(1));
    if (const auto *open = m_interactions.find(id)) {
        if (!Interactions::maySeeAll(caller) && !open->takesPart(agent))
            return notThere();
        return Engine::Outcome(Engine::Reading([id, last](Database &database) -> Result<AnyValue> {
            return readDecisions(database, id, last);
        }));
    }
    const bool seesAll = Interactions::maySeeAll(caller);
    return Engine::Outcome(Engine::Reading([id, seesAll,
                                            agent](Database &database) -> Result<AnyValue> {
        auto stored = readInteraction(database, id);
        if (!stored && stored.error().reason != Reason::NotFound)
            return std::unexpected(stored.error());
        if (!stored || (!seesAll && stored->agentId != agent))
            return notThere();
        const auto end =
            IdSource::firstAt(stored->doneAt.value_or(stored->createdAt) + std::chrono::hours(1));
        return readDecisions(database, id, end);
    }));
}

} // namespace tandem
