// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QStyledItemDelegate>

namespace tandem {

class Look;
class RowPainter;

// Draws what CommunicatorModel finds, with its section's heading above the first of each.
class TANDEM_WIDGETS_EXPORT CommunicatorDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CommunicatorDelegate(const Look &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool startsSection(const QModelIndex &index) const;
    int rowHeight(const QModelIndex &index) const;
    void paintPicture(QPainter &painter, const RowPainter &paints, const QModelIndex &index,
                      int height) const;
    void paintWords(QPainter &painter, const RowPainter &paints, const QModelIndex &index,
                    const QRect &row) const;

    const Look &m_look;
};

} // namespace tandem
