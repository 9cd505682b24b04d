// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/explanation.h"

#include "models/directory.h"
#include "models/queuesmodel.h"
#include "models/text.h"
#include "models/timetext.h"

#include <QLocale>
#include <QPointer>

#include <algorithm>

namespace tandem {

namespace {

using protocol::DecisionKind;
using protocol::Verdict;

int able(const protocol::RoutingDecision &decision)
{
    const auto counted = [&](Verdict verdict) {
        const auto found = decision.counts.find(std::string(nameOf(verdict)));
        return found == decision.counts.end() ? 0 : found->second;
    };
    return counted(Verdict::Chosen) + counted(Verdict::Candidate);
}

QString clockWithSeconds(UtcTime time)
{
    return QLocale().toString(timetext::local(time).time(), QStringLiteral("HH:mm:ss"));
}

} // namespace

Explanation::Explanation(ServiceLink &link, const Directory &directory, const QueuesModel &queues,
                         QObject *parent)
    : QObject(parent), m_link(link), m_directory(directory), m_queues(queues)
{
    connect(&directory, &Directory::changed, this, &Explanation::changed);
    connect(&queues, &QueuesModel::refreshed, this, &Explanation::changed);
}

void Explanation::load(InteractionId id)
{
    m_id = id;
    m_loading = Loading::Busy;
    emit changed();
    // The dialog may be closed before the answer comes.
    const QPointer self(this);
    m_link.ask(protocol::InteractionExplain{id},
               [this, self, id](Result<protocol::ExplainReply> reply) {
                   if (!self || id != m_id)
                       return;
                   if (reply) {
                       m_decisions = std::move(reply->decisions);
                       m_loading = Loading::Idle;
                   } else {
                       // What one may not see is answered as if it were not there.
                       const auto why = reply.error().reason;
                       const bool isHidden = why == Reason::NotPermitted || why == Reason::NotFound;
                       m_loading = isHidden ? Loading::NotPermitted : Loading::Failed;
                   }
                   emit changed();
               });
}

std::vector<ExplainedDecision> Explanation::decisions() const
{
    std::vector<ExplainedDecision> words;
    for (const auto &decision : m_decisions)
        words.push_back(explained(decision));
    return words;
}

ExplainedDecision Explanation::explained(const protocol::RoutingDecision &decision) const
{
    ExplainedDecision words;
    words.kind = decision.kind;
    words.time = clockWithSeconds(decision.time);
    words.headline = headline(decision);
    words.reason = reason(decision);
    words.where = where(decision);
    words.others = others(decision);
    for (const auto &one : decision.candidates)
        words.candidates.push_back(candidate(one));
    return words;
}

QString Explanation::agentName(const protocol::RoutingDecision &decision) const
{
    if (!decision.agentId)
        return tr("nobody");
    const auto known = m_directory.agent(*decision.agentId);
    if (!known.isEmpty())
        return known;
    const auto found =
        std::ranges::find(decision.candidates, *decision.agentId, &protocol::Candidate::agentId);
    return found == decision.candidates.end() ? tr("an agent") : toQString(found->userName);
}

QString Explanation::headline(const protocol::RoutingDecision &decision) const
{
    switch (decision.kind) {
    case DecisionKind::Offered: return tr("Offered to %1").arg(agentName(decision));
    case DecisionKind::Waits: return tr("Waits: nobody could take it");
    case DecisionKind::Widened: return tr("Step %1 was reached").arg(decision.step);
    case DecisionKind::Overflowed:
        return tr("Moved on to %1").arg(m_queues.queueName(decision.toQueueId.value_or("")));
    case DecisionKind::Treated: return tr("Treated by the rules of the queue");
    case DecisionKind::Transferred:
        return decision.toQueueId
                   ? tr("Put into %1 by hand").arg(m_queues.queueName(*decision.toQueueId))
                   : tr("Given to %1 by hand").arg(agentName(decision));
    case DecisionKind::Strategy: return tr("Decided by a strategy");
    }
    return {};
}

QString Explanation::reason(const protocol::RoutingDecision &decision) const
{
    const auto waited = timetext::rough(Ms(decision.waitMs));
    const auto queue = m_queues.queueName(decision.queueId);
    switch (decision.kind) {
    case DecisionKind::Offered: return choice(decision);
    case DecisionKind::Waits:
        return tr("Of those whom this step asks for nobody was free. It stays in its place.");
    case DecisionKind::Widened:
        return tr("After %1 of waiting more agents may be offered it; none of them was free.")
            .arg(waited);
    case DecisionKind::Overflowed:
        return tr("It had waited %1 in %2, as long as that queue lets anyone wait.")
            .arg(waited, queue);
    case DecisionKind::Treated:
    case DecisionKind::Strategy:
    case DecisionKind::Transferred: return toQString(decision.text.value_or(std::string()));
    }
    return {};
}

QString Explanation::choice(const protocol::RoutingDecision &decision) const
{
    const auto name = agentName(decision);
    const int count = able(decision);
    if (count == 1)
        return tr("%1 was the only one who could take it.").arg(name);
    switch (decision.selection) {
    case protocol::Selection::LongestIdle:
        return tr("Of %n who could take it, %1 had least in hand and was idle longest.", nullptr,
                  count)
            .arg(name);
    case protocol::Selection::LeastLoaded:
        return tr("Of %n who could take it, %1 had least of the capacity in use.", nullptr, count)
            .arg(name);
    case protocol::Selection::BestSkill:
        return tr("Of %n who could take it, %1 has the highest levels of the skills asked for.",
                  nullptr, count)
            .arg(name);
    case protocol::Selection::Share:
        return tr("Of %n who could take it, %1 was furthest below the share.", nullptr, count)
            .arg(name);
    }
    return {};
}

QString Explanation::where(const protocol::RoutingDecision &decision) const
{
    QStringList parts{m_queues.queueName(decision.queueId)};
    if (decision.step > 0)
        parts += tr("step %1").arg(decision.step);
    QStringList targets;
    for (const auto &target : decision.targets)
        targets += toQString(target);
    parts += targets.isEmpty() ? tr("asks for any agent")
                               : tr("asks for %1").arg(targets.join(tr(" or ")));
    if (decision.waitMs >= 1000)
        parts += tr("waited %1").arg(timetext::rough(Ms(decision.waitMs)));
    if (decision.ahead > 0)
        parts += tr("%n ahead of it", nullptr, decision.ahead);
    if (decision.urgency != 0)
        parts += tr("urgency %1").arg(QLocale().toString(decision.urgency, 'g', 4));
    if (decision.siteVersion > 0)
        parts += tr("set-up %1").arg(decision.siteVersion);
    return parts.join(QStringLiteral(" · "));
}

ExplainedCandidate Explanation::candidate(const protocol::Candidate &candidate) const
{
    ExplainedCandidate words;
    const auto known = m_directory.agent(candidate.agentId);
    words.name = known.isEmpty() ? toQString(candidate.userName) : known;
    words.verdict = candidate.verdict;
    words.words = verdictText(candidate.verdict);
    QStringList parts;
    if (candidate.idleMs)
        parts += tr("idle for %1").arg(timetext::rough(Ms(*candidate.idleMs)));
    if (candidate.inHand)
        parts += tr("%n in hand", nullptr, *candidate.inHand);
    if (candidate.score)
        parts += tr("score %1").arg(QLocale().toString(*candidate.score, 'g', 4));
    words.detail = parts.join(QStringLiteral(" · "));
    return words;
}

QString Explanation::others(const protocol::RoutingDecision &decision) const
{
    QStringList parts;
    const auto add = [&](Verdict verdict, auto words) {
        const auto found = decision.counts.find(std::string(nameOf(verdict)));
        if (found != decision.counts.end() && found->second > 0)
            parts += words(found->second);
    };
    add(Verdict::NotReady, [](int n) { return tr("%n not ready", nullptr, n); });
    add(Verdict::NoRoom, [](int n) { return tr("%n without room", nullptr, n); });
    add(Verdict::HasRefused, [](int n) { return tr("%n had refused it", nullptr, n); });
    add(Verdict::NotLastAgent,
        [](int n) { return tr("%n not the agent of last time", nullptr, n); });
    add(Verdict::ConnectionLost, [](int n) { return tr("%n without connection", nullptr, n); });
    add(Verdict::NotSignedIn, [](int n) { return tr("%n not signed in", nullptr, n); });
    const auto untargeted = decision.counts.find("not_targeted");
    if (untargeted != decision.counts.end() && untargeted->second > 0)
        parts += tr("%n not asked for", nullptr, untargeted->second);
    return parts.join(QStringLiteral(" · "));
}

QString Explanation::verdictText(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Chosen: return tr("Chosen");
    case Verdict::Candidate: return tr("Could have taken it");
    case Verdict::NotSignedIn: return tr("Not signed in");
    case Verdict::ConnectionLost: return tr("Connection lost");
    case Verdict::NotReady: return tr("Not ready");
    case Verdict::NoRoom: return tr("No room for one more");
    case Verdict::HasRefused: return tr("Had refused it");
    case Verdict::NotLastAgent: return tr("Not the agent of last time");
    }
    return {};
}

} // namespace tandem
