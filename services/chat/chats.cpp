// SPDX-License-Identifier: GPL-3.0-or-later
#include "chat/chats.h"

#include "base/hash.h"
#include "interactions/notices.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace tandem {

namespace {

// Numbers that the customer may have seen for typing before a restart are not given again.
constexpr int customerIndexJump = 1000;

// Of an agent who joins: the hash of the picture.
constexpr char pictureKey[] = "picture";

std::int64_t messageKeyHash(int participantId, const std::string &key)
{
    return keyHash(std::to_string(participantId) + '\n' + key);
}

protocol::CustomerEvent customerEvent(ChatRecord &chat, const protocol::ChatEvent &event, int index,
                                      std::optional<std::string> messageType)
{
    protocol::CustomerEvent seen{
        event.from, index, event.type, event.text, std::move(messageType), toMs(event.time), {}};
    seen.from.participantId = chat.customersNumberOf(event.from.participantId);
    if (event.type == ChatEventType::FileUploaded || event.type == ChatEventType::FileDeleted) {
        // The rest is the sender's own.
        for (const auto &[name, value] : event.userData) {
            if (name.starts_with("file-"))
                seen.userData[name] = value;
        }
        return seen;
    }
    if (event.type == ChatEventType::ParticipantJoined) {
        if (const auto picture = event.userData.find(pictureKey); picture != event.userData.end())
            seen.userData.insert(*picture);
        return seen;
    }
    const bool isCompany = event.from.type == ParticipantType::External;
    if (isCompany || event.from.type == ParticipantType::Client)
        seen.userData = event.userData;
    return seen;
}

} // namespace

Chats::Chats(Engine &engine, Site &site, Interactions &interactions)
    : m_engine(engine), m_site(site), m_interactions(interactions)
{
    engine.add(*this);
    interactions.plugIn("chat", *this);
    engine.hear<InteractionErased>([this](const InteractionErased &notice) {
        drop(notice.interaction);
        std::erase_if(m_ended, [&](const auto &one) { return one.second == notice.interaction; });
    });
    serveCustomers();
    serveAgents();
    serveSurveys();
    addActions();
}

const ChatRecord *Chats::find(InteractionId id) const
{
    const auto found = m_chats.find(id);
    return found == m_chats.end() ? nullptr : &found->second;
}

ChatRecord *Chats::record(InteractionId id)
{
    const auto found = m_chats.find(id);
    return found == m_chats.end() ? nullptr : &found->second;
}

Result<void> Chats::load(Database &database)
{
    const auto now = m_engine.now();
    auto chats = readChats(database, now.utc - keptAfterEnd);
    if (!chats)
        return std::unexpected(chats.error());
    // Sockets are no part of what is stored: those that are there outlive a reload.
    const auto before = std::exchange(m_chats, {});
    m_bySecureKey.clear();
    m_byStartKey.clear();
    auto first = std::numeric_limits<std::int64_t>::max();
    for (auto &chat : *chats) {
        first = std::min(first, static_cast<std::int64_t>(chat.firstEventId));
        const auto id = chat.id;
        m_bySecureKey[chat.secureKeyHash] = id;
        if (chat.startKeyHash)
            m_byStartKey[*chat.startKeyHash] = id;
        chat.lastSeen = now.steady;
        if (const auto known = before.find(id); known != before.end())
            chat.hasSocket = known->second.hasSocket;
        m_chats.emplace(id, std::move(chat));
    }
    if (auto read = readChatEvents(database, static_cast<std::uint64_t>(first),
                                   std::numeric_limits<std::int64_t>::max(),
                                   [this](ChatEventRow row) { restoreEvent(std::move(row)); });
        !read)
        return read;
    if (auto read =
            readEndedKeys(database, now.utc - surveyedFor,
                          [&](const std::string &keyHash, InteractionId id, UtcTime endedAt) {
                              rememberEnded(keyHash, id, surveyedFor - Ms(now.utc - endedAt));
                          });
        !read)
        return read;
    tellStandings();
    for (auto &[id, chat] : m_chats) {
        chat.nextCustomerIndex += customerIndexJump;
        if (const auto *open = m_interactions.find(id))
            chat.userId = open->view.contact.id.text();
        if (!chat.endedAt) {
            watchCustomer(id, m_site.settings().customerTimeout);
            chat.lastWord = now.steady;
            watchIdle(chat);
        } else if (!m_interactions.find(id)) {
            dropLater(id);
        }
    }
    return {};
}

void Chats::restoreEvent(ChatEventRow row)
{
    m_engine.skipIdsTo(row.id);
    auto *chat = record(row.chat);
    if (!chat)
        return;
    const auto sender = std::ranges::find(chat->participants, row.event.from.participantId,
                                          &ChatParticipant::participantId);
    if (sender != chat->participants.end())
        row.event.from = sender->sender();
    if (row.keyHash)
        chat->keys[*row.keyHash] = row.event.index.value_or(0);
    if (row.customerIndex) {
        chat->seenByCustomer.push_back(std::make_shared<const protocol::CustomerEvent>(
            customerEvent(*chat, row.event, *row.customerIndex, row.messageType)));
        chat->nextCustomerIndex = *row.customerIndex + 1;
    }
    chat->lastEventId = row.id;
    chat->events.push_back(std::move(row.event));
}

std::vector<protocol::Participant> Chats::participants(InteractionId id) const
{
    std::vector<protocol::Participant> list;
    if (const auto *chat = find(id)) {
        for (const auto &entry : chat->participants) {
            if (!entry.isPresent || entry.isSilent)
                continue;
            list.push_back({entry.participantId, entry.nickname, entry.type,
                            entry.agent ? std::optional(entry.agent) : std::nullopt,
                            entry.readIndex > 0 ? std::optional(entry.readIndex) : std::nullopt,
                            entry.supervision});
        }
    }
    return list;
}

std::vector<protocol::ChatEvent> Chats::lastEvents(InteractionId id, std::size_t most) const
{
    const auto *chat = find(id);
    if (!chat)
        return {};
    const auto count = std::min(most, chat->events.size());
    return chat->eventsFrom(static_cast<int>(chat->events.size() - count) + 1, most);
}

int Chats::happen(ChatRecord &chat, const ChatParticipant &from, const Utterance &what)
{
    ChatEventRow row;
    row.id = m_engine.newId<InteractionId>().value;
    row.chat = chat.id;
    row.messageType = what.messageType;
    auto &event = row.event;
    event.index = static_cast<int>(chat.events.size()) + 1;
    event.type = what.type;
    event.from = from.sender();
    event.text = what.text;
    event.time = m_engine.now().utc;
    event.audience = what.audience;
    event.userData = what.userData;
    if (!what.choices.empty())
        event.userData["choices"] = json::toText(what.choices);
    if (what.key) {
        event.userData["clientMessageId"] = *what.key;
        row.keyHash = messageKeyHash(from.participantId, *what.key);
        chat.keys[*row.keyHash] = *event.index;
    }
    if (what.audience == Audience::Everyone) {
        if (what.type != ChatEventType::IdleAlert)
            wasWritten(chat);
        chat.dropTypingOf(from.participantId);
        row.customerIndex = chat.nextCustomerIndex;
        tellCustomer(chat, event, what.messageType);
    }
    chat.lastEventId = row.id;
    if (!chat.firstEventId)
        chat.firstEventId = row.id;
    m_engine.write(insertChatEvent(row));
    m_engine.record(protocol::ChatEventHappened{chat.id, event}, chat.presentAgents());
    const int index = *event.index;
    chat.events.push_back(std::move(event));
    return index;
}

void Chats::tellCustomer(ChatRecord &chat, const protocol::ChatEvent &event,
                         std::optional<std::string> messageType)
{
    auto seen = std::make_shared<const protocol::CustomerEvent>(
        customerEvent(chat, event, chat.nextCustomerIndex++, std::move(messageType)));
    chat.addSeen(seen);
    m_engine.tellCustomer(chat.id, std::move(seen));
}

bool Chats::showsPreviews() const
{
    return m_site.rules().typingPreview == protocol::TypingPreview::Shown;
}

void Chats::showTyping(ChatRecord &chat, const ChatParticipant &from, bool typing,
                       const std::optional<std::string> &preview)
{
    if (typing && !from.isHidden)
        wasWritten(chat);
    protocol::ChatEvent event;
    event.type = typing ? ChatEventType::TypingStarted : ChatEventType::TypingStopped;
    event.from = from.sender();
    event.time = m_engine.now().utc;
    if (from.type == ParticipantType::Client) {
        if (typing && showsPreviews())
            event.text = preview;
        m_engine.signal(protocol::ChatEventHappened{chat.id, event}, chat.presentAgents());
        return;
    }
    if (from.isHidden)
        return;
    chat.dropTypingOf(from.participantId);
    tellCustomer(chat, event, {});
}

void Chats::agentJoined(InteractionId id, const AgentRecord &agent, Presence presence)
{
    auto *chat = record(id);
    if (!chat || chat->endedAt)
        return;
    const bool isHidden = presence == Presence::Hidden;
    // Who supervised it and takes part from now on comes in as an agent.
    endSupervision(id, agent.id);
    if (auto *known = chat->present(agent.id)) {
        if (known->isHidden == isHidden)
            return;
        known->isHidden = isHidden;
        m_engine.write(updateParticipantPresence(chat->id, *known));
        if (!isHidden)
            tellPresence(*chat, *known, ChatEventType::ParticipantJoined);
        watchIdle(*chat);
        return;
    }
    ChatParticipant participant;
    participant.participantId = static_cast<int>(chat->participants.size()) + 1;
    participant.type = ParticipantType::Agent;
    participant.nickname = agent.name;
    participant.agent = agent.id;
    participant.joinedAt = m_engine.now().utc;
    participant.isHidden = isHidden;
    chat->participants.push_back(participant);
    m_engine.write(insertParticipant(*chat, participant));
    tellPresence(*chat, participant, ChatEventType::ParticipantJoined);
    watchIdle(*chat);
}

void Chats::tellPresence(ChatRecord &chat, const ChatParticipant &participant, ChatEventType type)
{
    const auto audience = participant.knownTo();
    if (!audience)
        return;
    protocol::Data userData;
    if (type == ChatEventType::ParticipantJoined && m_site.showsPictures()) {
        const auto account = m_site.accounts().find(participant.agent);
        if (account != m_site.accounts().end() && account->second.picture)
            userData[pictureKey] = *account->second.picture;
    }
    happen(chat, participant, {type, {}, {}, *audience, {}, {}, std::move(userData)});
}

// Who speaks for the company itself: that the queue is closed, for one.
ChatParticipant &Chats::company(ChatRecord &chat)
{
    const auto known =
        std::ranges::find(chat.participants, ParticipantType::External, &ChatParticipant::type);
    if (known != chat.participants.end())
        return *known;
    ChatParticipant participant;
    participant.participantId = static_cast<int>(chat.participants.size()) + 1;
    participant.type = ParticipantType::External;
    const auto *open = m_interactions.find(chat.id);
    participant.nickname = open ? open->view.queueName : chat.service;
    participant.joinedAt = m_engine.now().utc;
    chat.participants.push_back(participant);
    m_engine.write(insertParticipant(chat, participant));
    m_interactions.announceChange(chat.id);
    return chat.participants.back();
}

void Chats::announce(InteractionId id, const std::string &text)
{
    auto *chat = record(id);
    if (!chat || chat->endedAt)
        return;
    const auto speaker = company(*chat);
    happen(*chat, speaker, {ChatEventType::Message, text, {}, {}, {}});
}

void Chats::agentLeft(InteractionId id, AgentId agent)
{
    auto *chat = record(id);
    if (!chat || chat->endedAt)
        return;
    if (auto *participant = chat->present(agent))
        leave(*chat, *participant);
}

void Chats::leave(ChatRecord &chat, ChatParticipant &participant)
{
    tellLeft(chat, participant);
    participant.isPresent = false;
}

void Chats::tellLeft(ChatRecord &chat, const ChatParticipant &participant)
{
    m_engine.write(updateParticipantLeft(chat.id, participant.participantId, m_engine.now().utc));
    tellPresence(chat, participant, ChatEventType::ParticipantLeft);
}

void Chats::endConversation(InteractionId id)
{
    auto *chat = record(id);
    if (!chat || chat->endedAt)
        return;
    // Whoever leaves first hears of the others: the work behind a conversation shows all of it.
    const auto isPresentAgent = [](const ChatParticipant &one) {
        return one.isPresent && one.agent;
    };
    for (const auto &participant : chat->participants) {
        if (isPresentAgent(participant))
            tellLeft(*chat, participant);
    }
    for (auto &participant : chat->participants)
        participant.isPresent = participant.isPresent && !participant.agent;
    end(*chat, protocol::MoveCause::ConversationEnded);
}

void Chats::end(ChatRecord &chat, protocol::MoveCause cause)
{
    chat.endedAt = m_engine.now().utc;
    m_engine.write(endChat(chat));
    m_engine.endCustomer(chat.id);
    m_interactions.conversationEnded(chat.id, cause);
}

void Chats::customerLeft(ChatRecord &chat)
{
    leave(chat, chat.customer());
    end(chat, protocol::MoveCause::CustomerLeft);
}

void Chats::watchCustomer(InteractionId id, Ms delay)
{
    m_engine.after(delay, [this, id] {
        auto *chat = record(id);
        if (!chat || chat->endedAt)
            return;
        const auto timeout = m_site.settings().customerTimeout;
        const auto silent = m_engine.now().steady - chat->lastSeen;
        if (chat->hasSocket)
            watchCustomer(id, timeout);
        else if (silent < timeout)
            watchCustomer(id, timeout - silent);
        else
            customerLeft(*chat);
    });
}

void Chats::redact(InteractionId id, const protocol::ChatEvent &event)
{
    if (auto *chat = record(id))
        chat->redact(event);
}

} // namespace tandem
