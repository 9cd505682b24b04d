// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/avatarbutton.h"

#include "widgets/look.h"

#include <QPainter>

namespace tandem {

AvatarButton::AvatarButton(const Look &look, QWidget *parent) : MenuButton(parent), m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Your menu"));
}

void AvatarButton::setName(const QString &name)
{
    m_name = name;
    setAccessibleDescription(name);
    setToolTip(QStringLiteral("<qt>%1</qt>").arg(name.toHtmlEscaped()));
    update();
}

QSize AvatarButton::sizeHint() const { return {m_look.px(36), m_look.px(36)}; }

void AvatarButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_look.paintAgent(painter, rect().adjusted(2, 2, -2, -2), m_name);
    if (!hasFocus())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_look[Colour::Accent], 2));
    painter.drawEllipse(rect().adjusted(1, 1, -1, -1));
}

} // namespace tandem
