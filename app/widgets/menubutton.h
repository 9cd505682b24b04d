// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QMenu>
#include <QPointer>
#include <QPushButton>

namespace tandem {

// A button that opens a menu. The menu does not block, and it is the button's child to assistive
// technology, which does not see popups otherwise.
class TANDEM_WIDGETS_EXPORT MenuButton : public QPushButton
{
    Q_OBJECT

public:
    explicit MenuButton(QWidget *parent = nullptr);

    // Its shortcuts work while the button is there.
    void setPopup(QMenu *menu);
    QMenu *popup() const { return m_menu; }
    void openPopup();

private:
    QPointer<QMenu> m_menu;
};

} // namespace tandem
