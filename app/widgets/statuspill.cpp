// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/statuspill.h"

#include "widgets/look.h"

#include <QPainter>
#include <QStyle>

namespace tandem {

StateColours coloursOf(AgentState state)
{
    switch (state) {
    case AgentState::Ready: return {Colour::Positive, Colour::PositiveSoft};
    case AgentState::NotReady: return {Colour::TextMuted, Colour::BubbleCustomer};
    case AgentState::AfterContactWork: return {Colour::Warning, Colour::WarningSoft};
    case AgentState::DoNotDisturb: return {Colour::Critical, Colour::CriticalSoft};
    case AgentState::LoggedOut: break;
    }
    return {Colour::TextFaint, Colour::BubbleCustomer};
}

StatusPill::StatusPill(const Look &look, QWidget *parent) : MenuButton(parent), m_look(look)
{
    setAccessibleName(tr("Status"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void StatusPill::setStatus(AgentState state, const QString &words, const QString &time,
                           bool isWaiting)
{
    const bool isWider = words != m_words || time.size() != m_time.size();
    m_state = state;
    m_words = words;
    m_time = time;
    m_isWaiting = isWaiting;
    setAccessibleDescription(time.isEmpty() ? words
                                            : tr("%1, for %2", "state, how long").arg(words, time));
    setToolTip(time.isEmpty() ? QString() : tr("Change your status (Ctrl+1 to Ctrl+4)"));
    if (isWider)
        updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const
{
    const QFontMetrics bold(m_look.font(13, QFont::DemiBold));
    const QFontMetrics plain(m_look.font(13));
    // Zeros are as wide as digits get: the pill does not tremble as time runs.
    QString widest = m_time;
    for (auto &c : widest) {
        if (c.isDigit())
            c = QLatin1Char('0');
    }
    return {bold.horizontalAdvance(m_words) + plain.horizontalAdvance(widest) + m_look.px(80),
            m_look.px(36)};
}

void StatusPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colours = coloursOf(m_state);
    const auto place = [this](const QRect &where) {
        return QStyle::visualRect(layoutDirection(), rect(), where);
    };
    painter.setPen(hasFocus() ? QPen(m_look[Colour::Accent], 2)
                   : m_look.theme().name() == QLatin1String("contrast")
                       ? QPen(m_look[Colour::Border], 1)
                       : QPen(Qt::NoPen));
    painter.setBrush(m_look[colours.soft]);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), height() / 2.0, height() / 2.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look[m_isWaiting ? Colour::TextFaint : colours.strong]);
    const int dot = m_look.px(10);
    painter.drawEllipse(place(QRect(m_look.px(12), (height() - dot) / 2, dot, dot)));

    painter.setPen(m_look[colours.strong]);
    painter.setFont(m_look.font(13, QFont::DemiBold));
    int x = m_look.px(30);
    const int words = painter.fontMetrics().horizontalAdvance(m_words);
    painter.drawText(place(QRect(x, 0, words + 2, height())), Qt::AlignVCenter, m_words);
    x += words + m_look.px(9);
    painter.setFont(m_look.font(13));
    const int side = m_look.px(16);
    const int arrow = width() - side - m_look.px(12);
    painter.drawText(place(QRect(x, 0, arrow - x, height())), Qt::AlignVCenter | Qt::AlignLeading,
                     m_time);
    m_look.paintIcon(painter, place(QRect(arrow, (height() - side) / 2, side, side)),
                     QStringLiteral("chevron-down"), m_look[colours.strong]);
}

} // namespace tandem
