// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/chatevent.h"
#include "domain/ids.h"

#include <QFrame>
#include <QPointer>

class QStackedLayout;

namespace tandem {

class Composer;
class ConsultBar;
class Conversation;
class ConversationFiles;
class ConversationHeader;
class DeskSession;
class ElidedLabel;
class EmptyState;
class Look;
class SupervisionBar;
class TransferList;
class TranscriptView;

// The middle of the window: the current conversation, or what to expect where there is none.
class ConversationPane : public QFrame
{
    Q_OBJECT

public:
    explicit ConversationPane(const Look &look, QWidget *parent = nullptr);

    void show(DeskSession *session);
    void setEnterSends(bool enterSends);
    void tick();
    void focusComposer();
    // Asks first where the customer is still there.
    void askForLink();
    void askToEnd();
    // What lies in the own workbin can be taken back; shown until a conversation is chosen.
    void showParked(InteractionId id);
    void leaveParked();

signals:
    void transferAsked();
    void consultAsked();
    void conferenceAsked();
    void parkAsked();
    void releaseAsked();
    void explainAsked();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    using QFrame::show;

private:
    void showCurrent();
    void refresh();
    void showTyping();
    void keepDraft();
    void showEmpty();
    void connectHeader();
    void connectFiles();
    bool takesFiles() const;

    const Look &m_look;
    QPointer<DeskSession> m_session;
    QPointer<Conversation> m_conversation;
    QStackedLayout *m_stack;
    EmptyState *m_empty;
    ConversationHeader *m_header;
    ConsultBar *m_consult;
    SupervisionBar *m_supervision;
    EmptyState *m_parked;
    InteractionId m_parkedId;
    TranscriptView *m_transcript;
    ElidedLabel *m_typing;
    TransferList *m_transfers;
    Composer *m_composer;
    ConversationFiles *m_files;
};

} // namespace tandem
