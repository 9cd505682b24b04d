// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/channelchip.h"

#include "models/text.h"
#include "widgets/look.h"
#include "widgets/mediaicon.h"
#include "widgets/statuspill.h"

#include <QPainter>
#include <QStyle>

namespace tandem {

ChannelChip::ChannelChip(const Look &look, QWidget *parent) : QAbstractButton(parent), m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ChannelChip::setChannel(const protocol::Channel &channel, const QString &name,
                             std::optional<AgentState> state, const QString &stateText)
{
    m_state = state;
    m_icon = mediaIcon(toQString(channel.mediaType));
    m_words = tr("%1 / %2", "active, at most").arg(channel.active).arg(channel.capacity);
    const auto whole =
        tr("%1: %2 of %3 in work").arg(name).arg(channel.active).arg(channel.capacity);
    setAccessibleName(whole);
    setAccessibleDescription(stateText);
    setToolTip(state ? tr("%1 · %2", "load, state").arg(whole, stateText) : whole);
    updateGeometry();
    update();
}

void ChannelChip::setMore(int channels)
{
    m_state.reset();
    m_icon = QStringLiteral("ellipsis");
    m_words = tr("+%1", "more channels").arg(channels);
    const auto whole = tr("%n more channel(s)", nullptr, channels);
    setAccessibleName(whole);
    setAccessibleDescription({});
    setToolTip(whole);
    updateGeometry();
    update();
}

QSize ChannelChip::sizeHint() const
{
    return {QFontMetrics(m_look.font()).horizontalAdvance(m_words) + m_look.px(m_state ? 60 : 46),
            m_look.px(32)};
}

void ChannelChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(m_look[Colour::Accent], 2) : QPen(m_look[Colour::Border]));
    painter.setBrush(m_look[underMouse() ? Colour::Hover : Colour::Surface]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const int side = m_look.px(16);
    const auto place = [this](const QRect &where) {
        return QStyle::visualRect(layoutDirection(), rect(), where);
    };
    m_look.paintIcon(painter, place(QRect(m_look.px(11), (height() - side) / 2, side, side)),
                     m_icon, m_look[Colour::TextMuted]);
    painter.setPen(m_look[Colour::Text]);
    painter.setFont(m_look.font());
    painter.drawText(place(rect().adjusted(m_look.px(34), 0, 0, 0)),
                     Qt::AlignVCenter | Qt::AlignLeading, m_words);
    if (!m_state)
        return;
    const int dot = m_look.px(8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look[coloursOf(*m_state).strong]);
    painter.drawEllipse(
        place(QRect(width() - dot - m_look.px(11), (height() - dot) / 2, dot, dot)));
}

} // namespace tandem
