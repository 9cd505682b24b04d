// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/consultbar.h"

#include "models/conversation.h"
#include "models/directory.h"
#include "widgets/elidedlabel.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tandem {

ConsultBar::ConsultBar(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_box(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_buttons(new QHBoxLayout),
      m_icon(new QLabel(this)),
      m_text(new ElidedLabel(this)),
      m_transfer(new QPushButton(tr("Complete transfer"), this)),
      m_conference(new QPushButton(tr("Make conference"), this)),
      m_end(new QPushButton(tr("End consultation"), this)),
      m_leave(new QPushButton(tr("Leave"), this))
{
    setProperty("surface", QStringLiteral("info"));
    m_box->setContentsMargins(16, 8, 16, 8);
    m_box->setSpacing(8);
    auto *words = new QHBoxLayout;
    words->setSpacing(8);
    words->addWidget(m_icon);
    words->addWidget(m_text, 1);
    m_box->addLayout(words, 1);
    m_buttons->setSpacing(8);
    for (auto *button : {m_transfer, m_conference, m_end, m_leave})
        m_buttons->addWidget(button);
    m_box->addLayout(m_buttons);
    connect(m_transfer, &QPushButton::clicked, this, &ConsultBar::transferAsked);
    connect(m_conference, &QPushButton::clicked, this, &ConsultBar::conferenceAsked);
    connect(m_end, &QPushButton::clicked, this, &ConsultBar::endAsked);
    connect(m_leave, &QPushButton::clicked, this, &ConsultBar::leaveAsked);
    connect(&look, &Look::changed, this, &ConsultBar::dress);
    dress();
    hide();
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
    m_text->setWhole(isAsked ? tr("%1 asks for your advice. Only agents see what you write.")
                                   .arg(name(conversation->interaction().agentId))
                     : hasCome
                         ? tr("Consulting %1").arg(name(conversation->consulted()))
                         : tr("Asking %1 … no answer yet").arg(name(conversation->consulted())));
    m_transfer->setVisible(isAsking);
    m_conference->setVisible(isAsking);
    m_transfer->setEnabled(hasCome);
    m_conference->setEnabled(hasCome);
    m_end->setVisible(isAsking);
    m_leave->setVisible(isAsked);
    m_leave->setAccessibleName(tr("Leave the consultation"));
    arrange();
}

void ConsultBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

QSize ConsultBar::minimumSizeHint() const
{
    return {m_look.px(200), QFrame::minimumSizeHint().height()};
}

void ConsultBar::arrange()
{
    const int needed = m_buttons->sizeHint().width() + m_text->sizeHint().width() + m_look.px(72);
    m_box->setDirection(width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ConsultBar::dress()
{
    m_icon->setPixmap(m_look.pixmap(QStringLiteral("message-circle-question"), Colour::Accent, 18));
}

} // namespace tandem
