// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tandem {

class Look;

// Draws a row of TranscriptReader: who, about what and when.
class TranscriptCells : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TranscriptCells(const Look &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Look &m_look;
};

} // namespace tandem
