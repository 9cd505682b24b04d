// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/conversation.h"

#include "models/text.h"
#include "models/transcriptrows.h"

#include <algorithm>

namespace tandem {

namespace {

// A client that is gone in the middle of typing never says that it stopped.
constexpr Ms typingLasts{12'000};

bool isFromCustomer(const protocol::ChatEvent &event)
{
    return event.from.type == ParticipantType::Client;
}

} // namespace

Conversation::Conversation(AgentId own, const protocol::Interaction &interaction,
                           const Clock &clock, QObject *parent)
    : QObject(parent), m_ownAgent(own), m_clock(clock), m_interaction(interaction)
{
    findOwn();
    m_typingEnd.setSingleShot(true);
    connect(&m_typingEnd, &QTimer::timeout, this, [this] {
        const auto now = m_clock.now().steady;
        std::erase_if(m_typing, [&](const auto &who) { return who.second.until <= now; });
        emit typingChanged();
    });
}

void Conversation::setInteraction(const protocol::Interaction &interaction)
{
    if (m_interaction == interaction)
        return;
    m_interaction = interaction;
    findOwn();
    emit changed();
}

void Conversation::merge(const std::vector<protocol::ChatEvent> &events)
{
    for (const auto &event : events) {
        if (event.index.value_or(0) > m_lastMessage)
            noticeMessage(event, std::min(event.time, m_clock.now().utc));
    }
    m_transcript.merge(events);
    tellRead();
    emit changed();
}

void Conversation::hearRead(const protocol::ChatRead &read)
{
    const auto &all = m_interaction.participants;
    const auto reader =
        std::ranges::find(all, read.participantId, &protocol::Participant::participantId);
    if (reader != all.end() && reader->type == ParticipantType::Client)
        m_transcript.setRead(read.index);
}

void Conversation::hear(const protocol::ChatEvent &event)
{
    if (!event.index) {
        noticeTyping(event);
        return;
    }
    const int expected = m_transcript.lastIndex() + 1;
    noticeMessage(event, m_clock.now().utc);
    m_transcript.merge({event});
    dropTyping(event.from.participantId);
    tellRead();
    emit changed();
    if (*event.index > expected)
        emit gapFound(expected);
}

void Conversation::assumeReadUpToOwn()
{
    for (const auto &event : m_transcript.events()) {
        if (event.from.participantId == m_own)
            m_readTo = event.index.value_or(0);
    }
    m_unread = static_cast<int>(std::ranges::count_if(m_transcript.events(), [&](const auto &e) {
        return e.index > m_readTo && isFromCustomer(e) && transcriptrows::isSaid(e);
    }));
    emit changed();
}

void Conversation::open()
{
    m_isLookedAt = true;
    if (m_unread > 0)
        m_transcript.setNewFrom(m_readTo + 1);
    m_unread = 0;
    m_readTo = m_transcript.lastIndex();
    tellRead();
    emit changed();
}

void Conversation::leave()
{
    m_isLookedAt = false;
    m_readTo = m_transcript.lastIndex();
    m_transcript.setNewFrom(0);
}

void Conversation::answered() { m_transcript.setNewFrom(0); }

Conversation::Part Conversation::part() const
{
    if (m_interaction.agentId == m_ownAgent)
        return Part::Owner;
    if (m_interaction.consultedId == m_ownAgent)
        return Part::Consulted;
    return m_supervision ? Part::Supervisor : Part::Member;
}

void Conversation::setSupervision(std::optional<SupervisionMode> mode)
{
    if (m_supervision == mode)
        return;
    m_supervision = mode;
    emit changed();
}

bool Conversation::isWritable() const
{
    return isOpen() && (part() != Part::Supervisor || m_supervision != SupervisionMode::Monitor);
}

bool Conversation::isForAgentsOnly() const
{
    return part() == Part::Consulted
           || (part() == Part::Supervisor && m_supervision != SupervisionMode::BargeIn);
}

bool Conversation::isOpen() const
{
    return !m_interaction.endedAt
           && (m_interaction.state == InteractionState::Handling
               || m_interaction.state == InteractionState::Consulting
               || m_interaction.state == InteractionState::Offered);
}

bool Conversation::isAfterWork() const
{
    return m_interaction.state == InteractionState::AfterContactWork || m_interaction.endedAt;
}

QString Conversation::contactName() const { return toQString(m_interaction.contact.name); }

QString Conversation::lastLine() const { return m_lastLine; }

QStringList Conversation::typing() const
{
    QStringList names;
    for (const auto &[id, who] : m_typing)
        names += who.name;
    return names;
}

QString Conversation::preview() const
{
    for (const auto &[id, who] : m_typing) {
        if (!who.preview.isEmpty())
            return who.preview;
    }
    return {};
}

void Conversation::tellRead()
{
    if (!m_isLookedAt || !isChat() || !isOpen() || m_lastOfCustomer <= m_toldRead
        || part() == Part::Supervisor)
        return;
    m_toldRead = m_lastOfCustomer;
    emit readUpTo(m_lastOfCustomer);
}

std::optional<Ms> Conversation::replyPending() const
{
    if (!m_pendingSince || !isOpen() || part() == Part::Supervisor)
        return std::nullopt;
    return std::max(Ms(0), m_clock.now().utc - *m_pendingSince);
}

Ms Conversation::elapsed() const
{
    const auto from = m_interaction.acceptedAt.value_or(m_interaction.createdAt);
    return std::max(Ms(0), m_clock.now().utc - from);
}

void Conversation::noticeMessage(const protocol::ChatEvent &event, UtcTime heardAt)
{
    m_lastMessage = std::max(m_lastMessage, event.index.value_or(0));
    if (isFromCustomer(event))
        m_lastOfCustomer = std::max(m_lastOfCustomer, event.index.value_or(0));
    if (!transcriptrows::isSaid(event))
        return;
    const bool isMine = m_own != 0 && event.from.participantId == m_own;
    if (event.audience == Audience::Everyone) {
        const auto file = event.userData.find("file-name");
        const bool isFile = event.type == ChatEventType::FileUploaded && !event.text
                            && file != event.userData.end();
        const auto text =
            toQString(isFile ? file->second : event.text.value_or(std::string())).simplified();
        m_lastLine = isMine ? tr("You: %1").arg(text) : text;
        if (!isFromCustomer(event))
            m_pendingSince.reset();
        else if (!m_pendingSince)
            m_pendingSince = heardAt;
    }
    if (isMine) {
        m_readTo = event.index.value_or(m_readTo);
        m_unread = 0;
        return;
    }
    if (m_isLookedAt)
        m_readTo = event.index.value_or(m_readTo);
    else if (event.index > m_readTo)
        ++m_unread;
}

void Conversation::noticeTyping(const protocol::ChatEvent &event)
{
    const int who = event.from.participantId;
    if (who == m_own)
        return;
    if (event.type == ChatEventType::TypingStopped) {
        dropTyping(who);
        return;
    }
    if (event.type != ChatEventType::TypingStarted)
        return;
    auto &typist = m_typing[who];
    typist.name = toQString(event.from.nickname);
    typist.until = m_clock.now().steady + typingLasts;
    if (event.text)
        typist.preview = toQString(*event.text).simplified();
    m_typingEnd.start(typingLasts);
    emit typingChanged();
}

void Conversation::dropTyping(int participantId)
{
    if (m_typing.erase(participantId) > 0)
        emit typingChanged();
}

void Conversation::findOwn()
{
    for (const auto &who : m_interaction.participants) {
        if (who.type == ParticipantType::Client)
            m_transcript.setRead(who.readIndex.value_or(0));
    }
    const auto own = std::ranges::find_if(
        m_interaction.participants, [&](const auto &who) { return who.agentId == m_ownAgent; });
    if (own == m_interaction.participants.end())
        return;
    m_own = own->participantId;
    m_toldRead = std::max(m_toldRead, own->readIndex.value_or(0));
    m_transcript.setOwn(m_own, toQString(own->nickname));
}

} // namespace tandem
