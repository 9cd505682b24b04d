// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overlay.h"

#include "widgets/look.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QMenu>

namespace tandem {

Overlay::Overlay(const Look &look, QWidget *opener)
    : QFrame(opener->window()),
      m_look(look),
      m_opener(opener),
      m_shadow(new QGraphicsDropShadowEffect(this))
{
    hide();
    setProperty("surface", QStringLiteral("card"));
    m_shadow->setBlurRadius(32);
    m_shadow->setOffset(0, 8);
    setGraphicsEffect(m_shadow);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        // No focus at all: another window has it, and may give it back.
        if (isOpen() && now && !belongs(now))
            dismiss();
    });
}

void Overlay::openOver()
{
    if (isOpen() || !m_opener)
        return;
    // A window that was made of parts knows only now which one it is.
    if (parentWidget() != m_opener->window())
        setParent(m_opener->window());
    m_shadow->setColor(m_look[Colour::Shadow]);
    ensurePolished();
    place();
    raise();
    show();
    qApp->installEventFilter(this);
    emit opened();
}

void Overlay::dismiss()
{
    if (!isOpen())
        return;
    auto *focus = QApplication::focusWidget();
    const bool hadKeyboard = focus && belongs(focus);
    qApp->removeEventFilter(this);
    // Otherwise hiding hands it to the next control, whatever that is.
    if (isAncestorOf(focus))
        focus->clearFocus();
    hide();
    emit dismissed(hadKeyboard);
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType() && !belongs(watched))
        dismiss();
    else if (event->type() == QEvent::Resize && parentWidget() == watched)
        place();
    return QFrame::eventFilter(watched, event);
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

bool Overlay::belongs(const QObject *object) const
{
    for (const auto *above = object; above; above = above->parent()) {
        if (above == this || above == m_opener)
            return true;
    }
    // Menus of its buttons are windows of their own.
    return qobject_cast<const QMenu *>(object);
}

void Overlay::place()
{
    if (!m_opener)
        return;
    adjustSize();
    const auto *whole = parentWidget();
    const int margin = m_look.px(8);
    const auto below = m_opener->mapTo(whole, QPoint(0, m_opener->height() + m_look.px(6)));
    const int beyond = width() - m_opener->width();
    const int left = m_place == Place::Middle ? below.x() - beyond / 2
                     : isRightToLeft()        ? below.x() - beyond
                                              : below.x();
    const int most = whole->width() - width() - margin;
    setGeometry(std::clamp(left, margin, std::max(margin, most)), below.y(), width(),
                std::min(height(), whole->height() - below.y() - margin));
}

} // namespace tandem
