// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/theme.h"
#include "widgets/widgets_export.h"

#include <QStyledItemDelegate>

namespace tandem {

class Look;

// Draws the cells of a DataTable: the row's ground and line, and a text that ends in "…" where
// there is no room. What is special about a column, a table's own delegate draws.
class TANDEM_WIDGETS_EXPORT CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CellDelegate(const Look &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    // where: the cell without its margins.
    virtual void paintCell(QPainter &painter, const QRect &where, const QModelIndex &index,
                           Qt::LayoutDirection direction) const;
    void paintText(QPainter &painter, const QRect &where, const QModelIndex &index, Colour colour,
                   const QFont &font) const;
    // A dot before the text, which says the same in words.
    void paintDotted(QPainter &painter, const QRect &where, const QModelIndex &index, Colour dot,
                     Qt::LayoutDirection direction) const;
    const Look &look() const { return m_look; }

private:
    const Look &m_look;
};

} // namespace tandem
