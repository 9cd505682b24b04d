// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QStyledItemDelegate>

namespace tandem {

class Look;

// Draws a cell of WaitingModel: the contact with the channel's icon, the due time in its colour.
class TANDEM_WIDGETS_EXPORT WaitingDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit WaitingDelegate(const Look &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintDue(QPainter &painter, const QStyleOptionViewItem &option, const QRect &cell,
                  const QModelIndex &index) const;
    void paintText(QPainter &painter, const QRect &cell, const QModelIndex &index) const;

    const Look &m_look;
};

} // namespace tandem
