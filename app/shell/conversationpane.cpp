// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/conversationpane.h"

#include "models/desksession.h"
#include "models/text.h"
#include "models/timetext.h"
#include "shell/consultbar.h"
#include "shell/conversationfiles.h"
#include "shell/conversationheader.h"
#include "shell/linkdialog.h"
#include "shell/supervisionbar.h"
#include "widgets/composer.h"
#include "widgets/confirmation.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"
#include "widgets/messageedit.h"
#include "widgets/transcriptview.h"
#include "widgets/transferlist.h"

#include <QDragEnterEvent>
#include <QImage>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tandem {

ConversationPane::ConversationPane(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_stack(new QStackedLayout(this)),
      m_empty(new EmptyState(look, this)),
      m_header(new ConversationHeader(look, this)),
      m_consult(new ConsultBar(look, this)),
      m_supervision(new SupervisionBar(look, this)),
      m_parked(new EmptyState(look, this)),
      m_transcript(new TranscriptView(look, this)),
      m_typing(new ElidedLabel(this)),
      m_transfers(new TransferList(look, this)),
      m_composer(new Composer(look, this)),
      m_files(new ConversationFiles(*m_transfers, *m_transcript, this))
{
    setProperty("surface", QStringLiteral("canvas"));
    auto *talk = new QWidget(this);
    auto *column = new QVBoxLayout(talk);
    column->setContentsMargins(0, 0, 0, 16);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_consult);
    column->addWidget(m_supervision);
    column->addWidget(m_transcript, 1);
    m_typing->setProperty("role", QStringLiteral("muted"));
    m_typing->setContentsMargins(20, 4, 20, 8);
    column->addWidget(m_typing);
    column->addWidget(m_transfers);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(16, 0, 16, 0);
    inset->addWidget(m_composer);
    column->addLayout(inset);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(talk);
    m_stack->addWidget(m_parked);
    connectHeader();
    connectFiles();
    connect(m_parked, &EmptyState::actionAsked, this, [this] {
        if (m_session)
            m_session->pull(m_parkedId);
    });
    connect(m_composer, &Composer::edited, this, &ConversationPane::keepDraft);
    connect(m_composer, &Composer::sendAsked, this, [this](const QString &text, Audience audience) {
        if (m_session && m_conversation)
            m_session->send(m_conversation->id(), text, audience);
    });
    connect(m_composer, &Composer::linkAsked, this, &ConversationPane::askForLink);
    connect(m_transcript, &TranscriptView::retryAsked, this, [this](const std::string &key) {
        if (m_session && m_conversation)
            m_session->outbox().retry(m_conversation->id(), key);
    });
    connect(m_transcript, &TranscriptView::discardAsked, this, [this](const std::string &key) {
        if (m_session && m_conversation)
            m_session->outbox().discard(m_conversation->id(), key);
    });
}

void ConversationPane::connectFiles()
{
    setAcceptDrops(true);
    connect(m_composer, &Composer::attachAsked, this,
            [this] { m_files->choose(m_composer->audience()); });
    connect(m_composer, &Composer::filesGiven, this,
            [this](const QStringList &paths) { m_files->send(paths, m_composer->audience()); });
    connect(m_composer, &Composer::pictureGiven, this, [this](const QImage &picture) {
        m_files->sendPicture(picture, m_composer->audience());
    });
}

bool ConversationPane::takesFiles() const
{
    return m_conversation && m_conversation->isOpen() && m_conversation->isChat();
}

void ConversationPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (takesFiles() && !localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ConversationPane::dropEvent(QDropEvent *event)
{
    if (!takesFiles())
        return;
    m_files->send(localFiles(*event->mimeData()), m_composer->audience());
    event->acceptProposedAction();
}

void ConversationPane::connectHeader()
{
    using Header = ConversationHeader;
    connect(m_header, &Header::transferAsked, this, &ConversationPane::transferAsked);
    connect(m_header, &Header::consultAsked, this, &ConversationPane::consultAsked);
    connect(m_header, &Header::conferenceAsked, this, &ConversationPane::conferenceAsked);
    connect(m_header, &Header::parkAsked, this, &ConversationPane::parkAsked);
    connect(m_header, &Header::releaseAsked, this, &ConversationPane::releaseAsked);
    connect(m_header, &Header::explainAsked, this, &ConversationPane::explainAsked);
    connect(m_header, &Header::endAsked, this, &ConversationPane::askToEnd);
    using Does = void (DeskSession::*)(InteractionId);
    const auto does = [this](Does what) {
        return [this, what] {
            if (m_session && m_conversation)
                (m_session->*what)(m_conversation->id());
        };
    };
    connect(m_consult, &ConsultBar::transferAsked, this, does(&DeskSession::completeTransfer));
    connect(m_consult, &ConsultBar::conferenceAsked, this, does(&DeskSession::completeConference));
    connect(m_consult, &ConsultBar::endAsked, this, does(&DeskSession::endConsult));
    connect(m_consult, &ConsultBar::leaveAsked, this, does(&DeskSession::release));
    connect(m_supervision, &SupervisionBar::monitorAsked, this, does(&DeskSession::monitor));
    connect(m_supervision, &SupervisionBar::coachAsked, this, does(&DeskSession::coach));
    connect(m_supervision, &SupervisionBar::bargeInAsked, this, does(&DeskSession::bargeIn));
    connect(m_supervision, &SupervisionBar::leaveAsked, this, does(&DeskSession::release));
}

void ConversationPane::showParked(InteractionId id)
{
    const auto *parked = m_session ? m_session->workbin().find(id) : nullptr;
    if (!parked)
        return;
    m_parkedId = id;
    m_parked->set(QStringLiteral("archive"),
                  tr("%1 is parked").arg(toQString(parked->contact.name)),
                  parked->returnAt
                      ? tr("It goes back to its queue %1.").arg(timetext::moment(*parked->returnAt))
                      : tr("It lies in your workbin until you take it back."),
                  tr("Take it back"));
    m_stack->setCurrentIndex(2);
}

void ConversationPane::leaveParked()
{
    if (std::exchange(m_parkedId, {}))
        showCurrent();
}

void ConversationPane::show(DeskSession *session)
{
    if (m_session) {
        m_session->workbin().disconnect(this);
        m_session->disconnect(this);
        m_session->agent().disconnect(this);
        m_session->directory().disconnect(this);
    }
    m_session = session;
    if (session) {
        connect(&session->directory(), &Directory::changed, this, [this] {
            if (m_conversation)
                refresh();
        });
        connect(&session->workbin(), &OwnWorkbin::changed, this, [this] {
            if (m_parkedId && !m_session->workbin().find(m_parkedId))
                leaveParked();
        });
        connect(session, &DeskSession::currentChanged, this, &ConversationPane::showCurrent);
        connect(&session->agent(), &AgentModel::changed, this, &ConversationPane::showEmpty);
    }
    showCurrent();
}

void ConversationPane::setEnterSends(bool enterSends) { m_composer->setEnterSends(enterSends); }

void ConversationPane::tick() { m_header->tick(); }

void ConversationPane::focusComposer() { m_composer->focusText(); }

void ConversationPane::showCurrent()
{
    if (m_conversation)
        m_conversation->disconnect(this);
    m_conversation = m_session ? m_session->current() : nullptr;
    m_parkedId = {};
    m_stack->setCurrentIndex(m_conversation ? 1 : 0);
    m_files->show(m_session, m_conversation ? m_conversation->id() : InteractionId{});
    if (!m_conversation) {
        m_header->show(nullptr, nullptr);
        m_transcript->setModel(nullptr);
        showEmpty();
        return;
    }
    connect(m_conversation, &Conversation::changed, this, &ConversationPane::refresh);
    connect(m_conversation, &Conversation::typingChanged, this, &ConversationPane::showTyping);
    m_transcript->show(m_conversation->transcript());
    m_composer->setAgentsOnly(m_conversation->isForAgentsOnly());
    const auto draft = m_session->drafts().draft(m_conversation->id());
    m_composer->setDraft(draft.text, draft.audience);
    refresh();
    showTyping();
    if (m_conversation->isWritable() && m_conversation->isChat())
        m_composer->focusText();
}

void ConversationPane::refresh()
{
    m_header->show(m_conversation, &m_session->directory());
    m_consult->show(m_conversation, &m_session->directory());
    m_supervision->show(m_conversation, &m_session->directory());
    m_composer->setAgentsOnly(m_conversation->isForAgentsOnly());
    m_composer->setWritable(m_conversation->isWritable());
    m_composer->setVisible(m_conversation->isChat());
    m_typing->setVisible(m_conversation->isChat());
}

void ConversationPane::showTyping()
{
    const auto names = m_conversation->typing();
    const auto preview = m_conversation->preview();
    const auto line = names.isEmpty()    ? QStringLiteral(" ")
                      : names.size() > 1 ? tr("%1 and others are typing …").arg(names.first())
                      : preview.isEmpty()
                          ? tr("%1 is typing …").arg(names.first())
                          : tr("%1 is typing: %2", "who, what so far").arg(names.first(), preview);
    m_typing->setWhole(line);
    m_typing->setAccessibleName(names.isEmpty() ? tr("Nobody is typing") : line);
}

void ConversationPane::keepDraft()
{
    if (!m_session || !m_conversation)
        return;
    const auto text = m_composer->text();
    m_session->drafts().setDraft(m_conversation->id(), {text, m_composer->audience()});
    if (text.isEmpty() || m_composer->audience() == Audience::Agents)
        m_session->typing().stopped();
    else
        m_session->typing().typed(m_conversation->id());
}

void ConversationPane::askForLink()
{
    if (!m_session || !m_conversation)
        return;
    auto *dialog = new LinkDialog(m_look, window());
    connect(dialog, &LinkDialog::chosen, m_session,
            [session = m_session, id = m_conversation->id()](const QString &url) {
                session->sendLink(id, url);
            });
    dialog->open();
}

void ConversationPane::askToEnd()
{
    const bool canEnd = m_session && m_conversation && m_conversation->isOpen()
                        && m_conversation->isChat()
                        && m_conversation->part() == Conversation::Part::Owner;
    if (!canEnd)
        return;
    const auto id = m_conversation->id();
    const auto question = tr("End the conversation with %1?").arg(m_conversation->contactName());
    const auto means = tr("The customer can no longer write. You can still choose a disposition.");
    confirm(this, m_look, question, means, tr("End now"), [session = m_session, id] {
        if (session)
            session->endChat(id);
    });
}

void ConversationPane::showEmpty()
{
    if (m_conversation || !m_session)
        return;
    if (!m_session->agent().takesConversations()) {
        m_empty->set(QStringLiteral("lock"), tr("Your role takes no conversations"),
                     tr("Your administrator can give you the role of an agent."));
    } else if (m_session->agent().state() == AgentState::Ready) {
        m_empty->set(QStringLiteral("headset"), tr("You are ready"),
                     tr("The next customer will be offered to you here."));
    } else {
        m_empty->set(QStringLiteral("coffee"), tr("You are not ready"),
                     tr("Set your status to Ready when you want to be offered conversations."));
    }
}

} // namespace tandem
