// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/conversationheader.h"

#include "models/conversation.h"
#include "models/directory.h"
#include "models/text.h"
#include "models/timetext.h"
#include "widgets/avatar.h"
#include "widgets/elidedlabel.h"
#include "widgets/look.h"
#include "widgets/menubutton.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>

namespace tandem {

ConversationHeader::ConversationHeader(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_avatar(new Avatar(look, 32, this)),
      m_name(new ElidedLabel(this)),
      m_detail(new ElidedLabel(this)),
      m_transfer(new QPushButton(tr("Transfer"), this)),
      m_consult(tool(tr("Consult"), tr("Ask a colleague in confidence (Ctrl+Shift+C)"),
                     &ConversationHeader::consultAsked)),
      m_conference(tool(tr("Conference"), tr("Bring a colleague in for the customer to see"),
                        &ConversationHeader::conferenceAsked)),
      m_park(tool(tr("Park"), tr("Put it aside for later (Ctrl+Shift+P)"),
                  &ConversationHeader::parkAsked)),
      m_more(new MenuButton(this)),
      m_end(tool(tr("End conversation"), tr("End conversation (Ctrl+Shift+E)"),
                 &ConversationHeader::endAsked))
{
    setProperty("surface", QStringLiteral("top"));
    m_name->setProperty("role", QStringLiteral("heading"));
    m_detail->setProperty("role", QStringLiteral("muted"));
    m_transfer->setToolTip(tr("Give this conversation to somebody else (Ctrl+T)"));
    m_more->setProperty("role", QStringLiteral("tool"));
    m_more->setProperty("tight", true);
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("More"));
    auto *menu = new QMenu(this);
    m_release = menu->addAction(tr("Give it up"), this, &ConversationHeader::releaseAsked);
    menu->addAction(tr("Why was this routed so?"), this, &ConversationHeader::explainAsked);
    m_more->setPopup(menu);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(m_avatar);
    row->addSpacing(4);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addStretch();
    names->addWidget(m_name);
    names->addWidget(m_detail);
    names->addStretch();
    row->addLayout(names, 1);
    row->addWidget(m_transfer);
    auto *tools = new QHBoxLayout;
    tools->setSpacing(0);
    for (QWidget *button : {static_cast<QWidget *>(m_consult), static_cast<QWidget *>(m_conference),
                            static_cast<QWidget *>(m_park), static_cast<QWidget *>(m_more),
                            static_cast<QWidget *>(m_end)})
        tools->addWidget(button);
    row->addLayout(tools);
    connect(m_transfer, &QPushButton::clicked, this, &ConversationHeader::transferAsked);
    connect(&look, &Look::changed, this, &ConversationHeader::dress);
    dress();
}

QPushButton *ConversationHeader::tool(const QString &name, const QString &tip,
                                      void (ConversationHeader::*asked)())
{
    auto *button = new QPushButton(this);
    button->setProperty("role", QStringLiteral("tool"));
    button->setProperty("tight", true);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    connect(button, &QPushButton::clicked, this, asked);
    return button;
}

void ConversationHeader::show(const Conversation *conversation, const Directory *directory)
{
    m_conversation = conversation;
    m_directory = directory;
    if (!conversation)
        return;
    const bool isOwner = conversation->part() == Conversation::Part::Owner;
    const bool isOpen = conversation->isOpen();
    // While somebody is asked, the bar below says what can come of it.
    const bool canGive = isOpen && isOwner && !conversation->consulted();
    m_avatar->setName(conversation->contactName());
    m_name->setWhole(conversation->contactName());
    for (auto *button : {m_transfer, m_consult, m_conference, m_park})
        button->setVisible(canGive);
    m_release->setVisible(isOpen && conversation->part() != Conversation::Part::Supervisor);
    m_release->setText(isOwner ? tr("Give it up") : tr("Leave the conversation"));
    m_end->setVisible(isOpen && isOwner && conversation->isChat());
    tick();
}

QString ConversationHeader::others() const
{
    const auto &interaction = m_conversation->interaction();
    QStringList names;
    if (m_conversation->part() != Conversation::Part::Owner && interaction.agentId)
        names += m_directory->agent(*interaction.agentId);
    for (const auto member : interaction.memberIds) {
        if (member != m_conversation->own())
            names += m_directory->agent(member);
    }
    for (const auto &present : interaction.participants) {
        if (present.supervision && present.agentId != m_conversation->own())
            names += present.supervision == SupervisionMode::Coach
                         ? tr("%1 (coaches)").arg(toQString(present.nickname))
                     : present.supervision == SupervisionMode::Monitor
                         ? tr("%1 (monitors)").arg(toQString(present.nickname))
                         : toQString(present.nickname);
    }
    names.removeAll(QString());
    return names.isEmpty() ? QString()
                           : tr("with %1", "names").arg(QLocale().createSeparatedList(names));
}

void ConversationHeader::tick()
{
    if (!m_conversation)
        return;
    const auto &interaction = m_conversation->interaction();
    QStringList parts{toQString(interaction.subject), toQString(interaction.queueName),
                      m_conversation->isOpen() ? timetext::running(m_conversation->elapsed())
                                               : tr("ended"),
                      others()};
    parts.removeAll(QString());
    m_detail->setWhole(parts.join(QStringLiteral(" · ")));
}

void ConversationHeader::dress()
{
    setFixedHeight(m_look.px(64));
    m_transfer->setIcon(m_look.buttonIcon(QStringLiteral("arrow-left-right"), Colour::Text, 16));
    m_transfer->setIconSize(QSize(m_look.px(20), m_look.px(16)));
    const auto draw = [this](QPushButton *button, const char *icon, Colour colour) {
        button->setIcon(m_look.icon(QString::fromLatin1(icon), colour, 18));
        button->setIconSize(QSize(m_look.px(18), m_look.px(18)));
    };
    draw(m_consult, "message-circle-question", Colour::Text);
    draw(m_conference, "user-plus", Colour::Text);
    draw(m_park, "archive", Colour::Text);
    draw(m_more, "ellipsis", Colour::Text);
    draw(m_end, "x", Colour::Critical);
}

} // namespace tandem
