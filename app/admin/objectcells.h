// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tandem {

class Look;

// Draws a row of SiteObjects: name, code, and what stands for it.
class ObjectCells : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ObjectCells(const Look &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Look &m_look;
};

} // namespace tandem
