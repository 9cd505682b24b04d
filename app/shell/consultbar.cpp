// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/consultbar.h"

#include "models/conversation.h"
#include "models/directory.h"

#include <QPushButton>

namespace tandem {

ConsultBar::ConsultBar(const Look &look, QWidget *parent)
    : ConversationBar(look, QStringLiteral("message-circle-question"), parent),
      m_transfer(addButton(tr("Complete transfer"))),
      m_conference(addButton(tr("Make conference"))),
      m_end(addButton(tr("End consultation"))),
      m_leave(addButton(tr("Leave")))
{
    connect(m_transfer, &QPushButton::clicked, this, &ConsultBar::transferAsked);
    connect(m_conference, &QPushButton::clicked, this, &ConsultBar::conferenceAsked);
    connect(m_end, &QPushButton::clicked, this, &ConsultBar::endAsked);
    connect(m_leave, &QPushButton::clicked, this, &ConsultBar::leaveAsked);
}

void ConsultBar::show(const Conversation *conversation, const Directory *directory)
{
    using Part = Conversation::Part;
    const auto part = conversation ? conversation->part() : Part::Owner;
    const bool isAsking = conversation && part == Part::Owner && conversation->consulted();
    const bool isAsked = conversation && part == Part::Consulted;
    setVisible(isAsking || isAsked);
    if (!isVisibleTo(parentWidget()))
        return;
    const auto name = [&](std::optional<AgentId> id) {
        const auto known = id ? directory->agent(*id) : QString();
        return known.isEmpty() ? tr("a colleague") : known;
    };
    const bool hasCome = isAsking && conversation->hasConsultedCome();
    m_transfer->setVisible(isAsking);
    m_conference->setVisible(isAsking);
    m_transfer->setEnabled(hasCome);
    m_conference->setEnabled(hasCome);
    m_end->setVisible(isAsking);
    m_leave->setVisible(isAsked);
    m_leave->setAccessibleName(tr("Leave the consultation"));
    setWords(isAsked ? tr("%1 asks for your advice. Only agents see what you write.")
                           .arg(name(conversation->interaction().agentId))
             : hasCome ? tr("Consulting %1").arg(name(conversation->consulted()))
                       : tr("Asking %1 … no answer yet").arg(name(conversation->consulted())));
}

} // namespace tandem
