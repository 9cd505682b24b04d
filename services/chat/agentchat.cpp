// SPDX-License-Identifier: GPL-3.0-or-later
// What agents ask of chats.
#include "chat/chatchecks.h"
#include "chat/chats.h"

#include "base/hash.h"

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
    m_engine.serve<ChatSend>([this](const Caller &caller, const auto &r) {
        const auto audience = r.audience.value_or(Audience::Everyone);
        return agentSays(caller, r.interactionId, r.clientMessageId,
                         utterance({ChatEventType::Message, r.text, {}, audience, {}},
                                   checkMessage(r.text, "text")));
    });
    m_engine.serve<ChatPushUrl>([this](const Caller &caller, const auto &r) {
        return agentSays(
            caller, r.interactionId, r.clientMessageId,
            utterance({ChatEventType::PushUrl, r.url, {}, {}, {}}, checkAddress(r.url)));
    });
    m_engine.serve<ChatCustomNotice>([this](const Caller &caller, const auto &r) {
        return agentSays(caller, r.interactionId, r.clientMessageId,
                         utterance({ChatEventType::CustomNotice, r.text, {}, {}, {}},
                                   checkNotice(r.text, "text")));
    });
    m_engine.serve<ChatReadReceipt>(
        [this](const Caller &caller, const auto &r) { return agentHasRead(caller, r); });
    m_engine.serve<ChatTyping>([this](const Caller &caller, const auto &r) -> Result<Done> {
        auto *chat = record(r.interactionId);
        if (!chat || !isIn(caller, *chat))
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

// Takes part in the work, or supervises the conversation.
bool Chats::isIn(const Caller &caller, ChatRecord &chat) const
{
    if (m_interactions.ofParticipant(caller, chat.id))
        return true;
    const auto *present = chat.present(caller.agent);
    return present && present->supervision;
}

Result<Chats::Utterance> Chats::utterance(Utterance what, Result<void> checked)
{
    if (!checked)
        return std::unexpected(checked.error());
    return what;
}

Result<protocol::ChatSendReply> Chats::agentSays(const Caller &caller, InteractionId id,
                                                 const std::optional<std::string> &key,
                                                 Result<Utterance> what)
{
    auto *chat = record(id);
    if (!chat)
        return notYours();
    if (auto checked = checkKey(key); !checked)
        return std::unexpected(checked.error());
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
    if (!isIn(caller, *chat))
        return notYours();
    if (!what)
        return std::unexpected(what.error());
    const auto *sender = chat->present(caller.agent);
    if (chat->endedAt || !sender)
        return failure(Reason::WrongState, "The chat has ended; nothing more can be sent.");
    const auto from = *sender;
    if (from.supervision == SupervisionMode::Monitor)
        return failure(Reason::WrongState, "Who monitors says nothing; coach or barge in first.");
    // Who was asked in confidence speaks to agents, whatever was meant.
    if (from.isHidden)
        what->audience = Audience::Agents;
    what->key = key;
    return protocol::ChatSendReply{happen(*chat, from, *what)};
}

Result<protocol::Done> Chats::agentHasRead(const Caller &caller,
                                           const protocol::ChatReadReceipt &request)
{
    auto *chat = record(request.interactionId);
    if (!chat || !isIn(caller, *chat))
        return notYours();
    if (auto *reader = chat->present(caller.agent); reader && !reader->supervision)
        markRead(*chat, *reader, request.index);
    return protocol::Done{};
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
