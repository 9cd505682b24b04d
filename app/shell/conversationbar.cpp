// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/conversationbar.h"

#include "widgets/elidedlabel.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace tandem {

ConversationBar::ConversationBar(const Look &look, const QString &icon, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_iconName(icon),
      m_box(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_buttons(new QHBoxLayout),
      m_icon(new QLabel(this)),
      m_text(new ElidedLabel(this))
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
    m_box->addLayout(m_buttons);
    connect(&look, &Look::changed, this, &ConversationBar::dress);
    dress();
    hide();
}

QPushButton *ConversationBar::addButton(const QString &name, const QString &tip)
{
    auto *button = new QPushButton(name, this);
    button->setToolTip(tip);
    m_buttons->addWidget(button);
    return button;
}

void ConversationBar::setWords(const QString &words)
{
    m_text->setWhole(words);
    arrange();
}

void ConversationBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

QSize ConversationBar::minimumSizeHint() const
{
    return {m_look.px(200), QFrame::minimumSizeHint().height()};
}

void ConversationBar::arrange()
{
    const int needed = m_buttons->sizeHint().width() + m_text->sizeHint().width() + m_look.px(72);
    m_box->setDirection(width() < needed ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ConversationBar::dress() { m_icon->setPixmap(m_look.pixmap(m_iconName, Colour::Accent, 18)); }

} // namespace tandem
