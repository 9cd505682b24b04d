// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/conversationheader.h"

#include "models/conversation.h"
#include "models/text.h"
#include "models/timetext.h"
#include "widgets/avatar.h"
#include "widgets/elidedlabel.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace tandem {

ConversationHeader::ConversationHeader(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_avatar(new Avatar(look, 32, this)),
      m_name(new ElidedLabel(this)),
      m_detail(new ElidedLabel(this)),
      m_transfer(new QPushButton(tr("Transfer"), this)),
      m_end(new QPushButton(this))
{
    setProperty("surface", QStringLiteral("top"));
    m_name->setProperty("role", QStringLiteral("heading"));
    m_detail->setProperty("role", QStringLiteral("muted"));
    m_transfer->setToolTip(tr("Give this conversation to a colleague (Ctrl+T)"));
    m_end->setProperty("role", QStringLiteral("tool"));
    m_end->setAccessibleName(tr("End conversation"));
    m_end->setToolTip(tr("End conversation (Ctrl+Shift+E)"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(m_avatar);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addStretch();
    names->addWidget(m_name);
    names->addWidget(m_detail);
    names->addStretch();
    row->addLayout(names, 1);
    row->addWidget(m_transfer);
    row->addWidget(m_end);
    connect(m_transfer, &QPushButton::clicked, this, &ConversationHeader::transferAsked);
    connect(m_end, &QPushButton::clicked, this, &ConversationHeader::endAsked);
    connect(&look, &Look::changed, this, &ConversationHeader::dress);
    dress();
}

void ConversationHeader::show(const Conversation *conversation)
{
    m_conversation = conversation;
    if (!conversation)
        return;
    m_avatar->setName(conversation->contactName());
    m_name->setWhole(conversation->contactName());
    m_transfer->setVisible(conversation->isOpen());
    m_end->setVisible(conversation->isOpen());
    tick();
}

void ConversationHeader::tick()
{
    if (!m_conversation)
        return;
    const auto &interaction = m_conversation->interaction();
    QStringList parts{toQString(interaction.subject), toQString(interaction.queueName),
                      m_conversation->isOpen() ? timetext::running(m_conversation->elapsed())
                                               : tr("ended")};
    parts.removeAll(QString());
    m_detail->setWhole(parts.join(QStringLiteral(" · ")));
}

void ConversationHeader::dress()
{
    setFixedHeight(m_look.px(64));
    m_transfer->setIcon(m_look.buttonIcon(QStringLiteral("arrow-left-right"), Colour::Text, 16));
    m_transfer->setIconSize(QSize(m_look.px(20), m_look.px(16)));
    m_end->setIcon(m_look.icon(QStringLiteral("x"), Colour::Critical, 18));
    m_end->setIconSize(QSize(m_look.px(18), m_look.px(18)));
}

} // namespace tandem
