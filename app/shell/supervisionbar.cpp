// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/supervisionbar.h"

#include "models/conversation.h"
#include "models/directory.h"
#include "widgets/elidedlabel.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace tandem {

namespace {

bool isSeen(const Conversation &conversation)
{
    return std::ranges::any_of(conversation.interaction().participants,
                               [&](const auto &who) { return who.agentId == conversation.own(); });
}

} // namespace

SupervisionBar::SupervisionBar(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_box(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_buttons(new QHBoxLayout),
      m_icon(new QLabel(this)),
      m_text(new ElidedLabel(this)),
      m_monitor(way(tr("Monitor"), tr("Read along without a word"), &SupervisionBar::monitorAsked)),
      m_coach(way(tr("Coach"), tr("Write to the agents; the customer never sees it"),
                  &SupervisionBar::coachAsked)),
      m_bargeIn(way(tr("Barge in"), tr("Come in for the customer to see"),
                    &SupervisionBar::bargeInAsked)),
      m_leave(way(tr("Leave"), tr("Supervise it no longer"), &SupervisionBar::leaveAsked))
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
    for (auto *button : {m_monitor, m_coach, m_bargeIn, m_leave})
        m_buttons->addWidget(button);
    m_box->addLayout(m_buttons);
    m_leave->setAccessibleName(tr("Leave the supervised conversation"));
    connect(&look, &Look::changed, this, &SupervisionBar::dress);
    dress();
    hide();
}

QPushButton *SupervisionBar::way(const QString &name, const QString &tip,
                                 void (SupervisionBar::*asked)())
{
    auto *button = new QPushButton(name, this);
    button->setToolTip(tip);
    connect(button, &QPushButton::clicked, this, asked);
    return button;
}

void SupervisionBar::show(const Conversation *conversation, const Directory *directory)
{
    const bool isSupervised =
        conversation && conversation->part() == Conversation::Part::Supervisor;
    setVisible(isSupervised);
    if (!isSupervised)
        return;
    const auto mode = conversation->supervision().value_or(SupervisionMode::Monitor);
    const auto id = conversation->interaction().agentId;
    const auto known = id ? directory->agent(*id) : QString();
    const auto agent = known.isEmpty() ? tr("an agent") : known;
    const bool isOpen = conversation->isOpen();
    if (!isOpen)
        m_text->setWhole(tr("This conversation has ended."));
    else if (mode == SupervisionMode::BargeIn)
        m_text->setWhole(tr("You take part; the customer sees you."));
    else if (mode == SupervisionMode::Coach)
        m_text->setWhole(tr("You coach %1. The customer sees nothing of it.").arg(agent));
    else if (isSeen(*conversation))
        m_text->setWhole(tr("You monitor %1, who can see that you do.").arg(agent));
    else
        m_text->setWhole(tr("You monitor %1. Nobody sees you.").arg(agent));
    m_monitor->setVisible(isOpen && mode != SupervisionMode::Monitor);
    m_coach->setVisible(isOpen && mode != SupervisionMode::Coach);
    m_bargeIn->setVisible(isOpen && mode != SupervisionMode::BargeIn);
    arrange();
}

void SupervisionBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

QSize SupervisionBar::minimumSizeHint() const
{
    return {m_look.px(200), QFrame::minimumSizeHint().height()};
}

void SupervisionBar::arrange()
{
    const int needed = m_buttons->sizeHint().width() + m_text->sizeHint().width() + m_look.px(72);
    m_box->setDirection(width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void SupervisionBar::dress()
{
    m_icon->setPixmap(m_look.pixmap(QStringLiteral("eye"), Colour::Accent, 18));
}

} // namespace tandem
