// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/avatar.h"

#include "widgets/look.h"

#include <QPainter>

namespace tandem {

Avatar::Avatar(const Look &look, int size, QWidget *parent)
    : QWidget(parent), m_look(look), m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Avatar::setName(const QString &name)
{
    m_name = name;
    update();
}

QSize Avatar::sizeHint() const { return {m_look.px(m_size), m_look.px(m_size)}; }

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_look.paintAvatar(painter, rect(), m_name);
}

} // namespace tandem
