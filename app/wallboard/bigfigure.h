// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/theme.h"

#include <QWidget>

namespace tandem {

class Look;

// One number that is read from across the room, with what it is and what belongs to it.
class BigFigure : public QWidget
{
    Q_OBJECT

public:
    BigFigure(const Look &look, const QString &name, QWidget *parent = nullptr);

    void set(const QString &number, const QString &note, Colour colour = Colour::Text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Look &m_look;
    QString m_name;
    QString m_number;
    QString m_note;
    Colour m_colour = Colour::Text;
};

} // namespace tandem
