// SPDX-License-Identifier: GPL-3.0-or-later
// Supervisors in a conversation of others: who knows of them, and who hears them.
#include "chat/chats.h"

#include <algorithm>

namespace tandem {

Result<void> Chats::supervise(InteractionId id, const AgentRecord &supervisor, SupervisionMode mode,
                              bool isSilent)
{
    auto *chat = record(id);
    if (!chat || chat->endedAt) {
        return failure(Reason::WrongState, "It is no chat, or the chat has ended.",
                       "interactionId");
    }
    auto *known = chat->present(supervisor.id);
    if (known && !known->supervision) {
        return failure(Reason::Conflict, "You take part in this conversation yourself.",
                       "interactionId");
    }
    const bool isNew = !known;
    if (isNew) {
        ChatParticipant participant;
        participant.participantId = static_cast<int>(chat->participants.size()) + 1;
        participant.type = ParticipantType::Supervisor;
        participant.nickname = supervisor.name;
        participant.agent = supervisor.id;
        participant.joinedAt = m_engine.now().utc;
        chat->participants.push_back(std::move(participant));
        known = &chat->participants.back();
    }
    const auto before = isNew ? std::nullopt : known->knownTo();
    auto changed = *known;
    changed.supervision = mode;
    changed.isHidden = mode != SupervisionMode::BargeIn;
    changed.isSilent = mode == SupervisionMode::Monitor && isSilent;
    // Who no longer sees them is told that they left; agents see more than customers.
    if (before && before != changed.knownTo()
        && (before == Audience::Everyone || !changed.knownTo()))
        tellPresence(*chat, *known, ChatEventType::ParticipantLeft);
    *known = changed;
    m_engine.write(isNew ? insertParticipant(*chat, changed)
                         : updateParticipantPresence(id, changed));
    if (changed.knownTo() != before)
        tellPresence(*chat, changed, ChatEventType::ParticipantJoined);
    if (chat->hasSocket)
        tellStanding(*chat);
    return {};
}

void Chats::endSupervision(InteractionId id, AgentId supervisor)
{
    auto *chat = record(id);
    auto *known = chat && !chat->endedAt ? chat->present(supervisor) : nullptr;
    if (known && known->supervision)
        leave(*chat, *known);
}

std::optional<SupervisionMode> Chats::supervisionOf(InteractionId id, AgentId supervisor) const
{
    const auto *chat = find(id);
    if (!chat)
        return {};
    for (const auto &one : chat->participants) {
        if (one.agent == supervisor && one.isPresent && one.supervision)
            return one.supervision;
    }
    return {};
}

std::vector<AgentId> Chats::supervisorsOf(InteractionId id) const
{
    std::vector<AgentId> found;
    if (const auto *chat = find(id)) {
        for (const auto &one : chat->participants) {
            if (one.isPresent && one.supervision)
                found.push_back(one.agent);
        }
    }
    return found;
}

// Only those customers hear of it who were told that it may be.
bool Chats::isMonitored(const ChatRecord &chat) const
{
    const auto &consent = m_site.rules().monitoringConsent;
    return consent && !consent->empty()
           && std::ranges::any_of(chat.participants, [](const ChatParticipant &one) {
                  return one.isPresent && one.supervision;
              });
}

} // namespace tandem
