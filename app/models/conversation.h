// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/models_export.h"
#include "models/transcriptmodel.h"
#include "protocol/facts.h"
#include "protocol/types.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace tandem {

// One of the agent's interactions with its conversation: what a card and the middle of the window
// show. Owned by DeskSession; GUI thread.
class TANDEM_MODELS_EXPORT Conversation : public QObject
{
    Q_OBJECT

public:
    Conversation(AgentId own, const protocol::Interaction &interaction, const Clock &clock,
                 QObject *parent = nullptr);

    AgentId own() const { return m_ownAgent; }
    InteractionId id() const { return m_interaction.id; }
    const protocol::Interaction &interaction() const { return m_interaction; }
    TranscriptModel *transcript() { return &m_transcript; }

    void setInteraction(const protocol::Interaction &interaction);
    // History: of a snapshot or a transcript.
    void merge(const std::vector<protocol::ChatEvent> &events);
    // What happens now, typing included.
    void hear(const protocol::ChatEvent &event);
    // All before counts as read; used once when the agent signs in.
    void assumeReadUpToOwn();

    // The agent looks at it: nothing is unread, and the "New" line shows where it began.
    void open();
    void leave();
    // The agent has answered: what stood above is no longer new.
    void answered();
    int unread() const { return m_unread; }

    // What this agent has to do with it: has it, is asked in confidence, is in a conference, or
    // supervises it.
    enum class Part { Owner, Consulted, Member, Supervisor };
    Part part() const;
    void setSupervision(std::optional<SupervisionMode> mode);
    std::optional<SupervisionMode> supervision() const { return m_supervision; }
    // Whether this agent may write, and whether then only agents see it.
    bool isWritable() const;
    bool isForAgentsOnly() const;
    // The agent who is asked in confidence; hasCome: has accepted to be.
    std::optional<AgentId> consulted() const { return m_interaction.consultedId; }
    bool hasConsultedCome() const { return m_interaction.state == InteractionState::Consulting; }

    // It is not done with, and if it is a conversation, it goes on.
    bool isOpen() const;
    bool isChat() const { return m_interaction.mediaType == "chat"; }
    bool isAfterWork() const;
    QString contactName() const;
    QString lastLine() const;
    QStringList typing() const;
    // What the customer has typed so far; empty where it is not known.
    QString preview() const;
    // Somebody has read it up to there.
    void hearRead(const protocol::ChatRead &read);
    // How long the customer has been waiting for an answer.
    std::optional<Ms> replyPending() const;
    Ms elapsed() const;

signals:
    void changed();
    void typingChanged();
    // The agent has looked at all up to this event of the customer.
    void readUpTo(int index);
    // Events from `from` on are missing.
    void gapFound(int from);

private:
    void noticeMessage(const protocol::ChatEvent &event, UtcTime heardAt);
    void tellRead();
    void noticeTyping(const protocol::ChatEvent &event);
    void dropTyping(int participantId);
    void findOwn();

    struct Typist
    {
        QString name;
        QString preview; // of the customer
        SteadyTime until;
    };

    AgentId m_ownAgent;
    const Clock &m_clock;
    protocol::Interaction m_interaction;
    std::optional<SupervisionMode> m_supervision;
    TranscriptModel m_transcript;
    int m_own = 0;
    int m_readTo = 0;
    int m_unread = 0;
    bool m_isLookedAt = false;
    int m_lastMessage = 0;
    QString m_lastLine;
    std::optional<UtcTime> m_pendingSince;
    int m_lastOfCustomer = 0;
    int m_toldRead = 0;
    std::map<int, Typist> m_typing;
    QTimer m_typingEnd;
};

} // namespace tandem
