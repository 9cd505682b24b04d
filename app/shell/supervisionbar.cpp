// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/supervisionbar.h"

#include "models/conversation.h"
#include "models/directory.h"

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
    : ConversationBar(look, QStringLiteral("eye"), parent),
      m_monitor(addButton(tr("Monitor"), tr("Read along without a word"))),
      m_coach(addButton(tr("Coach"), tr("Write to the agents; the customer never sees it"))),
      m_bargeIn(addButton(tr("Barge in"), tr("Come in for the customer to see"))),
      m_leave(addButton(tr("Leave"), tr("Supervise it no longer")))
{
    m_leave->setAccessibleName(tr("Leave the supervised conversation"));
    connect(m_monitor, &QPushButton::clicked, this, &SupervisionBar::monitorAsked);
    connect(m_coach, &QPushButton::clicked, this, &SupervisionBar::coachAsked);
    connect(m_bargeIn, &QPushButton::clicked, this, &SupervisionBar::bargeInAsked);
    connect(m_leave, &QPushButton::clicked, this, &SupervisionBar::leaveAsked);
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
    m_monitor->setVisible(isOpen && mode != SupervisionMode::Monitor);
    m_coach->setVisible(isOpen && mode != SupervisionMode::Coach);
    m_bargeIn->setVisible(isOpen && mode != SupervisionMode::BargeIn);
    if (!isOpen)
        setWords(tr("This conversation has ended."));
    else if (mode == SupervisionMode::BargeIn)
        setWords(tr("You take part; the customer sees you."));
    else if (mode == SupervisionMode::Coach)
        setWords(tr("You coach %1. The customer sees nothing of it.").arg(agent));
    else if (isSeen(*conversation))
        setWords(tr("You monitor %1, who can see that you do.").arg(agent));
    else
        setWords(tr("You monitor %1. Nobody sees you.").arg(agent));
}

} // namespace tandem
