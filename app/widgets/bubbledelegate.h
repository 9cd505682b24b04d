// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transcriptrow.h"
#include "widgets/widgets_export.h"

#include <QHash>
#include <QPixmap>
#include <QStyledItemDelegate>

#include <functional>

namespace tandem {

class Look;
struct BubbleLayout;

// Draws the lines of a transcript. Heights are kept, so that ten thousand lines are laid out
// once for each width.
class TANDEM_WIDGETS_EXPORT BubbleDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit BubbleDelegate(const Look &look, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void forget() { m_heights.clear(); }
    // The small pictures of files; null while one is not here.
    using Pictures = std::function<QPixmap(FileId)>;
    void drawPicturesWith(Pictures pictures) { m_pictures = std::move(pictures); }

private:
    void paintMessage(QPainter &painter, const TranscriptRow &row, const BubbleLayout &layout,
                      bool isSelected, bool pointsRight) const;
    void paintFile(QPainter &painter, const TranscriptRow &row, const QRect &where,
                   const QColor &ink) const;
    void paintCaption(QPainter &painter, const TranscriptRow &row, const BubbleLayout &layout,
                      Qt::LayoutDirection direction) const;
    void paintLine(QPainter &painter, const TranscriptRow &row, const QRect &where) const;

    const Look &m_look;
    Pictures m_pictures;
    mutable QHash<size_t, int> m_heights;
};

} // namespace tandem
