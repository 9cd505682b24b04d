// SPDX-License-Identifier: GPL-3.0-or-later
// What agents ask of chats.
#include "chat/chats.h"

#include "base/hash.h"
#include "domain/limits.h"

namespace tandem {

namespace {

constexpr std::size_t transcriptPage = 1000;

std::unexpected<Error> notYours()
{
    return failure(Reason::NotFound, "You have no such interaction.", "interactionId");
}

} // namespace

void Chats::serveAgents()
{
    using namespace protocol;
    m_engine.serve<ChatSend>([this](const auto &c, const auto &r) { return agentSends(c, r); });
    m_engine.serve<ChatTyping>([this](const Caller &caller, const auto &r) -> Result<Done> {
        if (auto taken = m_interactions.ofParticipant(caller, r.interactionId); !taken)
            return std::unexpected(taken.error());
        auto *chat = record(r.interactionId);
        if (!chat)
            return notYours();
        if (const auto *sender = chat->present(caller.agent); sender && !chat->endedAt)
            showTyping(*chat, *sender, r.typing);
        return Done{};
    });
    m_engine.serve<ChatEnd>([this](const Caller &caller, const auto &r) -> Result<Interaction> {
        auto owned = m_interactions.own(caller, r.interactionId);
        if (!owned)
            return std::unexpected(owned.error());
        endConversation(r.interactionId);
        auto view = (*owned)->view;
        view.participants = participants(r.interactionId);
        return view;
    });
    m_engine.servePlanned<ChatTranscript>(
        [this](const auto &c, const auto &r) { return transcript(c, r); });
}

Result<protocol::ChatSendReply> Chats::agentSends(const Caller &caller,
                                                  const protocol::ChatSend &request)
{
    auto *chat = record(request.interactionId);
    if (!chat)
        return notYours();
    const auto &key = request.clientMessageId;
    if (key && key->size() > limits::shortText) {
        return failure(Reason::InvalidParams, "The key is longer than 256 bytes.",
                       "clientMessageId");
    }
    if (key) {
        // Answered alike even when the chat has moved on. An agent who came back to the chat is
        // another participant, but still the same agent.
        for (const auto &participant : chat->participants) {
            if (participant.agent != caller.agent)
                continue;
            const auto known =
                chat->keys.find(keyHash(std::to_string(participant.participantId) + '\n' + *key));
            if (known != chat->keys.end())
                return protocol::ChatSendReply{known->second};
        }
    }
    if (auto taken = m_interactions.ofParticipant(caller, request.interactionId); !taken)
        return std::unexpected(taken.error());
    if (request.text.find_first_not_of(" \t\r\n") == std::string::npos)
        return failure(Reason::InvalidParams, "The message is empty.", "text");
    if (request.text.size() > limits::messageText)
        return failure(Reason::InvalidParams, "The message is longer than 16 KiB.", "text");
    const auto *sender = chat->present(caller.agent);
    if (chat->endedAt || !sender)
        return failure(Reason::WrongState, "The chat has ended; nothing more can be sent.");
    const auto from = *sender;
    // Who was asked in confidence speaks to agents, whatever was meant.
    const auto audience =
        from.isHidden ? Audience::Agents : request.audience.value_or(Audience::Everyone);
    const int index =
        happen(*chat, from, {ChatEventType::Message, request.text, {}, audience, key});
    return protocol::ChatSendReply{index};
}

Result<Engine::Outcome> Chats::transcript(const Caller &caller,
                                          const protocol::ChatTranscript &request)
{
    const auto id = request.interactionId;
    const int from = std::max(1, request.from.value_or(1));
    const bool seesAll = Interactions::maySeeAll(caller);
    const auto replyOf = [from](std::vector<protocol::ChatEvent> events) {
        protocol::ChatTranscriptReply reply{std::move(events), from};
        if (!reply.events.empty())
            reply.nextPosition = *reply.events.back().index + 1;
        return Engine::Outcome(AnyValue::of(std::move(reply)));
    };
    if (const auto *open = m_interactions.find(id)) {
        const bool isOffered = open->offer && open->offer->agent == caller.agent;
        const auto *chat = find(id);
        if (!chat || (!open->takesPart(caller.agent) && !isOffered && !seesAll))
            return notYours();
        return replyOf(chat->eventsFrom(from, transcriptPage));
    }
    return Engine::Outcome(Engine::Reading(
        [id, from, seesAll, agent = caller.agent](Database &database) -> Result<AnyValue> {
            auto interaction = readInteraction(database, id);
            if (!interaction && interaction.error().reason != Reason::NotFound)
                return std::unexpected(interaction.error());
            if (!interaction || (!seesAll && interaction->agentId != agent))
                return notYours();
            auto chat = readTranscript(database, id, from, transcriptPage);
            if (!chat)
                return std::unexpected(chat.error());
            protocol::ChatTranscriptReply reply{std::move(chat->events), from};
            if (!reply.events.empty())
                reply.nextPosition = *reply.events.back().index + 1;
            return AnyValue::of(std::move(reply));
        }));
}

} // namespace tandem
