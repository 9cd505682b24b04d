// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QStyledItemDelegate>

namespace tandem {

class Look;

// Draws a card of InteractionsModel, with its section's heading above the first of each.
class TANDEM_WIDGETS_EXPORT CardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CardDelegate(const Look &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static bool startsSection(const QModelIndex &index);
    int headingHeight(const QModelIndex &index) const;
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
    // The width that it takes at the end of the first line.
    int paintClock(QPainter &painter, const QStyleOptionViewItem &option, const QRect &card,
                   const QModelIndex &index) const;
    int paintUnread(QPainter &painter, const QStyleOptionViewItem &option, const QRect &card,
                    int unread) const;
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &card,
                   const QRect &where, const QString &text) const;

    const Look &m_look;
};

} // namespace tandem
