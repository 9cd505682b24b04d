// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/navbutton.h"

#include "widgets/look.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace tandem {

NavButton::NavButton(const Look &look, QString icon, const QString &name, QWidget *parent)
    : QAbstractButton(parent), m_look(look), m_icon(std::move(icon))
{
    setText(name);
    setAccessibleName(name);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void NavButton::setCounts(int count, int edited, bool isWrong)
{
    m_count = count;
    m_edited = edited;
    m_isWrong = isWrong;
    QStringList parts;
    if (count >= 0)
        parts += QLocale().toString(count);
    if (edited > 0)
        parts += tr("%n changed", nullptr, edited);
    if (isWrong)
        parts += tr("a problem");
    setAccessibleDescription(parts.join(QStringLiteral(", ")));
    update();
}

QSize NavButton::sizeHint() const { return {m_look.px(160), m_look.px(32)}; }

void NavButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto place = [this](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height()));
    };
    painter.setPen(hasFocus() ? QPen(m_look[Colour::Accent], 2) : QPen(Qt::NoPen));
    if (isChecked() || underMouse())
        painter.setBrush(m_look[isChecked() ? Colour::AccentSoft : Colour::Hover]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_look.px(7), m_look.px(7));
    const auto ink = isChecked() ? Colour::Accent : Colour::TextMuted;
    const int side = m_look.px(16);
    auto icon = place(m_look.px(10), side);
    icon = QRect(icon.left(), (height() - side) / 2, side, side);
    m_look.paintIcon(painter, icon, m_icon, m_look[ink]);
    painter.setFont(m_look.font(12));
    const auto count = m_count < 0 ? QString() : QLocale().toString(m_count);
    const int countWidth = painter.fontMetrics().horizontalAdvance(count);
    const int right = width() - m_look.px(10);
    painter.setPen(m_look[Colour::TextFaint]);
    painter.drawText(place(right - countWidth, countWidth), Qt::AlignCenter, count);
    int used = countWidth + m_look.px(8);
    if (m_edited > 0 || m_isWrong) {
        const int dot = m_look.px(8);
        const auto where = place(right - used - dot, dot);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look[m_isWrong ? Colour::Critical : Colour::Accent]);
        painter.drawEllipse(QRect(where.left(), (height() - dot) / 2, dot, dot));
        used += dot + m_look.px(6);
    }
    painter.setPen(m_look[isChecked() ? Colour::Accent : Colour::Text]);
    painter.setFont(m_look.font(13, isChecked() ? QFont::DemiBold : QFont::Normal));
    const int left = m_look.px(36);
    painter.drawText(place(left, right - used - left), Qt::AlignVCenter | Qt::AlignLeading,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, right - used - left));
}

} // namespace tandem
