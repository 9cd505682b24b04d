// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chatrecord.h"

#include <algorithm>

namespace tandem {

namespace {

bool isTyping(ChatEventType type)
{
    return type == ChatEventType::TypingStarted || type == ChatEventType::TypingStopped;
}

} // namespace

ChatParticipant *ChatRecord::present(AgentId agent)
{
    const auto found = std::ranges::find_if(participants, [&](const ChatParticipant &entry) {
        return entry.agent == agent && entry.isPresent && entry.type != ParticipantType::Client;
    });
    return found == participants.end() ? nullptr : &*found;
}

std::vector<AgentId> ChatRecord::presentAgents() const
{
    std::vector<AgentId> agents;
    for (const auto &entry : participants) {
        if (entry.isPresent && entry.agent)
            agents.push_back(entry.agent);
    }
    return agents;
}

std::vector<protocol::ChatEvent> ChatRecord::eventsFrom(int index, std::size_t most) const
{
    const auto first = static_cast<std::size_t>(std::max(1, index)) - 1;
    if (first >= events.size())
        return {};
    const auto count = std::min(most, events.size() - first);
    const auto begin = events.begin() + static_cast<std::ptrdiff_t>(first);
    return {begin, begin + static_cast<std::ptrdiff_t>(count)};
}

std::vector<protocol::CustomerEvent> ChatRecord::customerEventsFrom(int position) const
{
    std::vector<protocol::CustomerEvent> found;
    if (position < 1)
        return found;
    const auto first = std::ranges::lower_bound(seenByCustomer, position, {},
                                                [](const auto &event) { return event->index; });
    for (auto event = first; event != seenByCustomer.end(); ++event)
        found.push_back(**event);
    return found;
}

void ChatRecord::addSeen(std::shared_ptr<const protocol::CustomerEvent> event)
{
    if (isTyping(event->type))
        typingShown[event->from.participantId] = event->index;
    seenByCustomer.push_back(std::move(event));
}

int ChatRecord::customersNumberOf(int participantId)
{
    const auto known = std::ranges::find(knownToCustomer, participantId);
    const auto number = static_cast<int>(known - knownToCustomer.begin()) + 1;
    if (known == knownToCustomer.end())
        knownToCustomer.push_back(participantId);
    return number;
}

void ChatRecord::dropTypingOf(int participantId)
{
    const auto shown = typingShown.extract(customersNumberOf(participantId));
    if (shown.empty())
        return;
    const auto found = std::ranges::lower_bound(seenByCustomer, shown.mapped(), {},
                                                [](const auto &event) { return event->index; });
    seenByCustomer.erase(found);
}

void ChatRecord::rename(ChatParticipant &participant, const std::string &nickname)
{
    participant.nickname = nickname;
    for (auto &event : events) {
        if (event.from.participantId == participant.participantId)
            event.from.nickname = nickname;
    }
    const int number = customersNumberOf(participant.participantId);
    for (auto &seen : seenByCustomer) {
        if (seen->from.participantId != number)
            continue;
        auto renamed = std::make_shared<protocol::CustomerEvent>(*seen);
        renamed->from.nickname = nickname;
        seen = std::move(renamed);
    }
}

void ChatRecord::redact(const protocol::ChatEvent &event)
{
    const auto place = static_cast<std::size_t>(event.index.value_or(0)) - 1;
    if (place >= events.size())
        return;
    auto &known = events[place];
    known.text = event.text;
    known.userData = event.userData;
    if (known.audience != Audience::Everyone)
        return;
    const auto shown = customersIndexOf(*known.index);
    for (auto &seen : seenByCustomer) {
        if (seen->index != shown)
            continue;
        auto left = std::make_shared<protocol::CustomerEvent>(*seen);
        left->text = event.text;
        left->userData.clear();
        seen = std::move(left);
    }
}

// What the customer saw besides typing are the events for everyone, in their order.
int ChatRecord::indexOfCustomers(int customerIndex) const
{
    auto seen = seenByCustomer.begin();
    int last = 0;
    for (const auto &event : events) {
        if (event.audience != Audience::Everyone)
            continue;
        while (seen != seenByCustomer.end() && isTyping((*seen)->type))
            ++seen;
        if (seen == seenByCustomer.end() || (*seen)->index > customerIndex)
            break;
        last = *event.index;
        ++seen;
    }
    return last;
}

int ChatRecord::customersIndexOf(int index) const
{
    auto seen = seenByCustomer.begin();
    int last = 0;
    for (const auto &event : events) {
        if (*event.index > index)
            break;
        if (event.audience != Audience::Everyone)
            continue;
        while (seen != seenByCustomer.end() && isTyping((*seen)->type))
            ++seen;
        if (seen == seenByCustomer.end())
            break;
        last = (*seen)->index;
        ++seen;
    }
    return last;
}

} // namespace tandem
