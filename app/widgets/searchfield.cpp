// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/searchfield.h"

#include "widgets/look.h"

#include <QAction>
#include <QKeyEvent>
#include <QToolButton>

namespace tandem {

SearchField::SearchField(const Look &look, const QString &name, QWidget *parent)
    : QLineEdit(parent), m_look(look)
{
    setProperty("role", QStringLiteral("search"));
    m_glass = addAction(QIcon(), QLineEdit::LeadingPosition);
    setName(name);
    connect(&look, &Look::changed, this, &SearchField::dress);
    dress();
}

void SearchField::setName(const QString &name)
{
    setAccessibleName(name);
    setPlaceholderText(name);
    for (auto *button : findChildren<QToolButton *>())
        button->setAccessibleName(name);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

void SearchField::dress()
{
    m_glass->setIcon(m_look.icon(QStringLiteral("search"), Colour::TextMuted, 16));
}

} // namespace tandem
