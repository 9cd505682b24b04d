// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "protocol/types.h"

#include <QPointer>
#include <QScrollArea>

#include <vector>

class QHBoxLayout;

namespace tandem {

class Look;
class QueueFigures;
class QueueTile;

// A row of tiles: all queues together, then each. One is chosen.
class QueueTiles : public QScrollArea
{
    Q_OBJECT

public:
    explicit QueueTiles(const Look &look, QWidget *parent = nullptr);

    void show(const QueueFigures *figures);
    void refresh();
    QSize sizeHint() const override;

signals:
    // "": all.
    void chosen(const QString &queue);
    // Not of all queues together.
    void menuAsked(const QString &queue, const QPoint &where);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    using QScrollArea::show;

private:
    QueueTile *addTile();
    void onPressed(QueueTile *tile);

    const Look &m_look;
    QPointer<const QueueFigures> m_figures;
    QHBoxLayout *m_row;
    std::vector<QueueTile *> m_tiles;
    QueueId m_chosen;
};

} // namespace tandem
