// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/menubutton.h"

namespace tandem {

class Look;

// The agent's own initials; pressed, it opens their menu.
class AvatarButton : public MenuButton
{
    Q_OBJECT

public:
    explicit AvatarButton(const Look &look, QWidget *parent = nullptr);

    void setName(const QString &name);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_name;
};

} // namespace tandem
