// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/countdownring.h"

#include "widgets/look.h"

#include <QPainter>

namespace tandem {

CountdownRing::CountdownRing(const Look &look, QWidget *parent) : QProgressBar(parent), m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(tr("Time left"));
}

void CountdownRing::setTime(qint64 leftMs, qint64 wholeMs)
{
    m_leftMs = leftMs;
    m_wholeMs = std::max<qint64>(1, wholeMs);
    const int seconds = static_cast<int>((leftMs + 999) / 1000);
    setRange(0, static_cast<int>((m_wholeMs + 999) / 1000));
    if (value() != seconds) {
        setValue(seconds);
        setAccessibleDescription(tr("%n second(s)", nullptr, seconds));
    }
    update();
}

QSize CountdownRing::sizeHint() const { return {m_look.px(40), m_look.px(40)}; }

void CountdownRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int thick = m_look.px(4);
    const auto ring = QRectF(rect()).adjusted(thick / 2.0, thick / 2.0, -thick / 2.0, -thick / 2.0);
    painter.setPen(QPen(m_look[Colour::Border], thick));
    painter.drawEllipse(ring);
    const bool isShort = m_leftMs * 4 < m_wholeMs;
    painter.setPen(QPen(m_look[isShort ? Colour::Critical : Colour::Accent], thick, Qt::SolidLine,
                        Qt::FlatCap));
    painter.drawArc(ring, 90 * 16, static_cast<int>(360 * 16 * m_leftMs / m_wholeMs));
    painter.setPen(m_look[Colour::Text]);
    painter.setFont(m_look.font(13, QFont::DemiBold));
    painter.drawText(rect(), Qt::AlignCenter, QString::number(value()));
}

} // namespace tandem
