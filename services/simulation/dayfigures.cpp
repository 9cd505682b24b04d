// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/dayfigures.h"

#include <algorithm>

namespace tandem {

namespace {

using S = InteractionState;
using protocol::MoveCause;

// As the site's statistics have it.
constexpr auto usualThreshold = Ms(20'000);

bool hasAgent(S state)
{
    return state == S::Handling || state == S::Consulting || state == S::AfterContactWork;
}

} // namespace

void HalfHourFigures::add(const HalfHourFigures &more)
{
    offered += more.offered;
    answered += more.answered;
    abandoned += more.abandoned;
    other += more.other;
    withinThreshold += more.withinThreshold;
    waits += more.waits;
    longestWait = std::max(longestWait, more.longestWait);
}

std::optional<double> HalfHourFigures::serviceLevel() const
{
    const int counted = answered + abandoned;
    return counted == 0 ? std::nullopt : std::optional(double(withinThreshold) / counted);
}

std::optional<Ms> HalfHourFigures::averageWait() const
{
    return answered == 0 ? std::nullopt : std::optional(Ms(waits / answered));
}

DayCounter::DayCounter(Engine &engine, const Site &site, UtcTime midnight)
    : m_engine(engine), m_site(site), m_midnight(midnight)
{
    engine.hear<FactRecorded>([this](const FactRecorded &notice) {
        if (const auto *moved = std::get_if<protocol::InteractionMoved>(&notice.fact)) {
            heard(*moved);
        } else if (const auto *said = std::get_if<protocol::ChatEventHappened>(&notice.fact)) {
            m_counts.strategyMessages += said->event.type == ChatEventType::Message
                                         && said->event.from.type == ParticipantType::External;
        } else if (const auto *state = std::get_if<protocol::AgentStateChanged>(&notice.fact)) {
            auto &work = m_work[state->agent.id];
            work.advance(m_engine.now().steady);
            work.isReady = state->agent.state == AgentState::Ready;
        }
    });
    engine.hear<StrategySessionEnded>([this](const StrategySessionEnded &notice) {
        ++m_counts.strategySessions;
        m_counts.failedSessions += notice.session.outcome == protocol::SessionOutcome::Failed;
    });
}

void DayCounter::Work::advance(SteadyTime now)
{
    const auto passed = now - since;
    if (inHand > 0)
        busy += passed;
    if (inHand > 0 || isReady)
        available += passed;
    since = now;
}

HalfHourFigures &DayCounter::slotOf(const Chat &chat)
{
    const auto slot = (chat.createdAt - m_midnight) / halfHour;
    return m_slots[static_cast<std::size_t>(std::clamp<std::int64_t>(slot, 0, 47))];
}

void DayCounter::heard(const protocol::InteractionMoved &moved)
{
    if (moved.mediaType == "chat")
        chatMoved(moved);
    else if (!moved.from)
        m_counts.callbacks += moved.mediaType == "callback";
    agentMoved(moved);
}

void DayCounter::chatMoved(const protocol::InteractionMoved &moved)
{
    if (!moved.from) {
        const auto *queue = m_site.queue(moved.queueId);
        const auto threshold = queue ? queue->thresholdMs : std::nullopt;
        const Chat created{m_engine.now().utc, threshold ? Ms(*threshold) : usualThreshold, false};
        ++slotOf(created).offered;
        m_chats[moved.interactionId] = created;
        return;
    }
    const auto found = m_chats.find(moved.interactionId);
    if (found == m_chats.end())
        return;
    auto &chat = found->second;
    auto &slot = slotOf(chat);
    if (!chat.isDecided && moved.to == S::Handling) {
        answered(chat, slot);
    } else if (!chat.isDecided && moved.to == S::Done) {
        const bool hasLeft = moved.cause == MoveCause::CustomerLeft;
        ++(hasLeft ? slot.abandoned : slot.other);
        if (hasLeft)
            slot.longestWait = std::max(slot.longestWait, Ms(m_engine.now().utc - chat.createdAt));
    }
    if (moved.to == S::Done)
        m_chats.erase(found);
}

void DayCounter::answered(Chat &chat, HalfHourFigures &slot)
{
    const auto wait = Ms(m_engine.now().utc - chat.createdAt);
    chat.isDecided = true;
    ++slot.answered;
    slot.withinThreshold += wait <= chat.threshold;
    slot.waits += wait;
    slot.longestWait = std::max(slot.longestWait, wait);
    m_waits.push_back(wait);
}

void DayCounter::agentMoved(const protocol::InteractionMoved &moved)
{
    const bool had = moved.from && hasAgent(*moved.from);
    const bool has = hasAgent(moved.to);
    if (!moved.agentId || had == has)
        return;
    auto &work = m_work[*moved.agentId];
    work.advance(m_engine.now().steady);
    work.inHand += has ? 1 : -1;
    if (has || !moved.handleMs)
        return;
    m_handling += Ms(*moved.handleMs);
    ++m_handled;
}

DayFigures DayCounter::figures(std::size_t refused) const
{
    auto figures = m_counts;
    figures.halfHours.assign(m_slots.begin(), m_slots.end());
    for (const auto &slot : m_slots)
        figures.all.add(slot);
    figures.all.offered += static_cast<int>(refused);
    figures.all.other = figures.all.offered - figures.all.answered - figures.all.abandoned;
    auto waits = m_waits;
    std::ranges::sort(waits);
    if (!waits.empty())
        figures.wait90 = waits[(waits.size() * 9 + 9) / 10 - 1];
    if (m_handled > 0)
        figures.averageHandling = Ms(m_handling / m_handled);
    Ms busy{};
    Ms available{};
    for (auto [agent, work] : m_work) {
        work.advance(m_engine.now().steady);
        busy += work.busy;
        available += work.available;
    }
    if (available > Ms(0))
        figures.occupancy = double(busy.count()) / double(available.count());
    return figures;
}

} // namespace tandem
