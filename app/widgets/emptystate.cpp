// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptystate.h"

#include "widgets/look.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tandem {

EmptyState::EmptyState(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_icon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_action(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(6);
    column->addStretch(3);
    for (auto *label : {m_icon, m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    column->addSpacing(6);
    column->addWidget(m_action, 0, Qt::AlignCenter);
    column->addStretch(4);
    m_action->hide();
    m_title->setProperty("role", QStringLiteral("heading"));
    m_text->setProperty("role", QStringLiteral("muted"));
    m_text->setWordWrap(true);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionAsked);
    connect(&look, &Look::changed, this, &EmptyState::dress);
}

void EmptyState::set(const QString &icon, const QString &title, const QString &text,
                     const QString &action)
{
    m_iconName = icon;
    m_title->setText(title);
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    dress();
}

void EmptyState::dress()
{
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(m_look.pixmap(m_iconName, Colour::TextFaint, 36));
}

} // namespace tandem
