// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/menubutton.h"

#include <QAccessibleWidget>

namespace tandem {

namespace {

class MenuButtonAccess final : public QAccessibleWidget
{
public:
    explicit MenuButtonAccess(MenuButton *button)
        : QAccessibleWidget(button, QAccessible::PushButton), m_button(button)
    {
    }

    int childCount() const override { return m_button->popup() ? 1 : 0; }
    QAccessibleInterface *child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(m_button->popup()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child && child->object() == m_button->popup() ? 0 : -1;
    }
    QAccessible::State state() const override
    {
        auto state = QAccessibleWidget::state();
        state.hasPopup = true;
        return state;
    }
    QString text(QAccessible::Text kind) const override
    {
        // Like any button's: what stands on it, where nothing else was said.
        const auto own = QAccessibleWidget::text(kind);
        return kind == QAccessible::Name && own.isEmpty() ? m_button->text().remove(u'&') : own;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString &name) override
    {
        if (name == pressAction())
            m_button->openPopup();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    MenuButton *m_button;
};

QAccessibleInterface *makeAccess(const QString &, QObject *object)
{
    auto *button = qobject_cast<MenuButton *>(object);
    return button ? new MenuButtonAccess(button) : nullptr;
}

} // namespace

MenuButton::MenuButton(QWidget *parent) : QPushButton(parent)
{
    static const bool once = (QAccessible::installFactory(makeAccess), true);
    Q_UNUSED(once)
    connect(this, &QPushButton::clicked, this, &MenuButton::openPopup);
}

void MenuButton::setPopup(QMenu *menu)
{
    m_menu = menu;
    addAction(menu->menuAction());
}

void MenuButton::openPopup()
{
    if (!m_menu || !isEnabled())
        return;
    const int width = m_menu->sizeHint().width();
    // Inside the window: buttons at its far edge open towards its middle.
    const bool opensBack = mapTo(window(), QPoint(width, 0)).x() > window()->width();
    const int x = opensBack ? this->width() - width : 0;
    m_menu->popup(mapToGlobal(QPoint(x, height() + 4)));
}

} // namespace tandem
