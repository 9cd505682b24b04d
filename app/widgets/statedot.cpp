// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statedot.h"

#include "widgets/look.h"
#include "widgets/statuspill.h"

#include <QGuiApplication>
#include <QPainter>

namespace tandem {

QIcon stateDot(const Look &look, AgentState state)
{
    const int side = look.px(16);
    const auto ratio = qApp->devicePixelRatio();
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look[coloursOf(state).strong]);
    painter.drawEllipse(QRect(side / 4, side / 4, side / 2, side / 2));
    return pixmap;
}

} // namespace tandem
