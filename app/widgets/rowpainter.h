// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/theme.h"
#include "widgets/widgets_export.h"

#include <QFont>
#include <QRect>
#include <QStyleOptionViewItem>

class QPainter;

namespace tandem {

class Look;

// What the delegates of lists have in common: a row with rounded corners that is selected, hovered
// or has the keyboard, and texts that are cut off with "…". All lengths are of the design, from
// the row's leading edge; mirrored where texts run from right to left.
class TANDEM_WIDGETS_EXPORT RowPainter
{
public:
    // row: in pixels, without headings.
    RowPainter(const Look &look, QPainter &painter, const QStyleOptionViewItem &option,
               const QRect &row);

    bool isSelected() const;
    void background() const;
    // In pixels from the row's corner.
    QRect place(int x, int y, int width, int height) const;
    // Returns the width that it took.
    int text(const QRect &where, const QString &text, Colour colour, const QFont &font,
             Qt::Alignment alignment = Qt::AlignLeading) const;
    // A field with round ends around few words, its end at `right` of the row; its width.
    int chip(int right, int y, const QString &text, Colour ink, Colour field) const;
    // "AGENTS" above the first row of a section.
    static void heading(const Look &look, QPainter &painter, const QRect &where,
                        const QString &text, const QString &count);

private:
    const Look &m_look;
    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    QRect m_row;
};

} // namespace tandem
