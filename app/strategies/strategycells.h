// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/theme.h"

#include <QStyledItemDelegate>

#include <functional>

namespace tandem {

class Look;

// Draws a row of one of the lists about strategies: a name, one or two lines below it and a chip.
class StrategyCells : public QStyledItemDelegate
{
    Q_OBJECT

public:
    struct Row
    {
        QString title;
        QString detail;
        QString more; // a third line, where the list has three
        QString chip; // empty: none
        Colour chipInk = Colour::Accent;
        Colour chipField = Colour::AccentSoft;
        bool isBad = false; // the title in the colour of failures
    };
    using Reader = std::function<Row(const QModelIndex &index)>;

    // lines: 2 or 3.
    StrategyCells(const Look &look, int lines, Reader reader, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Look &m_look;
    int m_lines;
    Reader m_reader;
};

} // namespace tandem
