// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QStyledItemDelegate>

namespace tandem {

class Look;

// Draws the rows of a list that can be ticked, with the look's box.
class TANDEM_WIDGETS_EXPORT TickDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TickDelegate(const Look &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    // Anywhere in the row.
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    const Look &m_look;
};

} // namespace tandem
