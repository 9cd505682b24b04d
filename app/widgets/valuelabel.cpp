// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/valuelabel.h"

#include "widgets/look.h"
#include "widgets/wrappedtext.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>

namespace tandem {

namespace {

constexpr int lineHeight = 18;

} // namespace

ValueLabel::ValueLabel(const Look &look, const QString &name, QString value, QWidget *parent)
    : QWidget(parent), m_look(look), m_value(std::move(value))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("%1: %2", "name of a value: the value").arg(name, m_value));
}

int ValueLabel::heightForWidth(int width) const
{
    return wrappedtext::size(m_value, m_look.font(), width, m_look.px(lineHeight)).height();
}

QSize ValueLabel::sizeHint() const
{
    const int width = m_look.px(180);
    return {width, heightForWidth(width)};
}

QSize ValueLabel::minimumSizeHint() const { return {m_look.px(60), m_look.px(lineHeight)}; }

void ValueLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_look[Colour::Text]);
    wrappedtext::paint(painter, rect(), m_value, m_look.font(), m_look.px(lineHeight));
    if (!hasFocus())
        return;
    painter.setPen(QPen(m_look[Colour::Accent], 1));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

void ValueLabel::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy"), this, &ValueLabel::copy);
    menu->popup(event->globalPos());
}

void ValueLabel::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Copy)) {
        QWidget::keyPressEvent(event);
        return;
    }
    copy();
}

void ValueLabel::copy() const { QGuiApplication::clipboard()->setText(m_value); }

} // namespace tandem
