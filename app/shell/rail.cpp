// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/rail.h"

#include "shell/railbutton.h"
#include "widgets/look.h"

#include <QPainter>
#include <QVBoxLayout>

namespace tandem {

Rail::Rail(const Look &look, QWidget *parent)
    : QFrame(parent), m_look(look), m_column(new QVBoxLayout(this))
{
    setProperty("surface", QStringLiteral("rail"));
    setAccessibleName(tr("Pages"));
    m_column->setSpacing(4);
    m_column->addStretch();
    const auto dress = [this] {
        setFixedWidth(m_look.px(64));
        m_column->setContentsMargins(4, m_look.px(64), 4, 12);
    };
    connect(&look, &Look::changed, this, dress);
    dress();
}

int Rail::addPage(const QString &icon, const QString &name, End end)
{
    auto *button = new RailButton(m_look, icon, name, this);
    button->setChecked(m_buttons.empty());
    const int page = static_cast<int>(m_buttons.size());
    m_column->insertWidget(end == End::Head ? m_heads++ : -1, button);
    connect(button, &QAbstractButton::clicked, this, [this, page] { emit pageAsked(page); });
    m_buttons.push_back(button);
    return page;
}

void Rail::setPageVisible(int page, bool isVisible)
{
    m_buttons[static_cast<std::size_t>(page)]->setVisible(isVisible);
}

void Rail::choose(int page) { m_buttons[static_cast<std::size_t>(page)]->setChecked(true); }

void Rail::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = m_look.px(36);
    const QRect logo((width() - side) / 2, m_look.px(12), side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look[Colour::Accent]);
    painter.drawRoundedRect(logo, 8, 8);
    painter.setPen(m_look[Colour::AccentText]);
    painter.setFont(m_look.font(17, QFont::Bold));
    painter.drawText(logo, Qt::AlignCenter, QStringLiteral("T"));
}

} // namespace tandem
