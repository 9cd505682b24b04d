// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QStyledItemDelegate>

namespace tandem {

class Look;

// Draws a queue or a workbin of QueuesModel: name, how many, and what the numbers mean.
class TANDEM_WIDGETS_EXPORT QueueDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit QueueDelegate(const Look &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Look &m_look;
};

} // namespace tandem
