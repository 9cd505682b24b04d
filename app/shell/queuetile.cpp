// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/queuetile.h"

#include "models/figuretext.h"
#include "models/timetext.h"
#include "widgets/figurecolour.h"
#include "widgets/look.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace tandem {

QueueTile::QueueTile(const Look &look, QWidget *parent) : QAbstractButton(parent), m_look(look)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void QueueTile::setLine(const QueueFigures::Line &line)
{
    m_line = line;
    describe();
    update();
}

QSize QueueTile::sizeHint() const { return {m_look.px(226), m_look.px(98)}; }

QString QueueTile::longest() const
{
    if (!m_line.longest)
        return m_line.waiting > 0 ? QString() : tr("nobody waits");
    const auto time = figuretext::wait(m_line.longest);
    return m_line.id.empty() ? tr("longest %1 · %2", "time, queue").arg(time, m_line.longestName)
                             : tr("longest %1", "time").arg(time);
}

void QueueTile::describe()
{
    setAccessibleName(m_line.name);
    QStringList parts{tr("%n waiting", nullptr, m_line.waiting)};
    if (m_line.longest)
        parts += tr("longest %1", "time").arg(timetext::inWords(*m_line.longest));
    if (m_line.serviceLevel)
        parts += tr("%1 answered in time today").arg(figuretext::percent(m_line.serviceLevel));
    if (m_line.estimated)
        parts += tr("estimated wait %1").arg(timetext::inWords(*m_line.estimated));
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    setToolTip(
        tr("Waiting now; answered in time since midnight; what one who comes now would wait"));
}

void QueueTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isMarked = isChecked() || hasFocus();
    const qreal half = isMarked ? 1.0 : 0.5;
    painter.setPen(QPen(m_look[isMarked ? Colour::Accent : Colour::Border], 2 * half));
    painter.setBrush(m_look[underMouse() && !isChecked() ? Colour::Hover : Colour::SurfaceRaised]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), m_look.px(8),
                            m_look.px(8));
    const int side = m_look.px(16);
    const auto inner = rect().adjusted(side, 0, -side, 0);
    const auto write = [&](int top, int height, Qt::Alignment edge, Colour colour,
                           const QFont &font, const QString &text, int width) {
        const int x = edge == Qt::AlignLeading ? inner.left() : inner.right() + 1 - width;
        const auto where = QStyle::visualRect(layoutDirection(), rect(),
                                              QRect(x, m_look.px(top), width, m_look.px(height)));
        painter.setFont(font);
        painter.setPen(m_look[colour]);
        painter.drawText(where, static_cast<int>(edge | Qt::AlignVCenter),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, width));
    };
    const int rightWidth = m_look.px(92);
    const int leftWidth = inner.width() - rightWidth;
    write(14, 18, Qt::AlignLeading, isChecked() ? Colour::Accent : Colour::TextMuted,
          m_look.font(13, isChecked() ? QFont::DemiBold : QFont::Normal), m_line.name, leftWidth);
    write(33, 32, Qt::AlignLeading, Colour::Text, m_look.font(26, QFont::DemiBold),
          QLocale().toString(m_line.waiting), leftWidth);
    write(66, 18, Qt::AlignLeading, Colour::TextMuted, m_look.font(12), longest(),
          leftWidth + m_look.px(12));
    write(14, 18, Qt::AlignTrailing, Colour::TextFaint, m_look.font(11), tr("in time today"),
          rightWidth);
    write(33, 32, Qt::AlignTrailing, colourOfLevel(m_line.serviceLevel),
          m_look.font(20, QFont::DemiBold), figuretext::percent(m_line.serviceLevel), rightWidth);
    write(66, 18, Qt::AlignTrailing, Colour::TextMuted, m_look.font(12),
          tr("wait %1", "estimated").arg(figuretext::wait(m_line.estimated)),
          rightWidth - m_look.px(12));
}

} // namespace tandem
