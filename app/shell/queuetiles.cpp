// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/queuetiles.h"

#include "models/queuefigures.h"
#include "models/text.h"
#include "shell/queuetile.h"
#include "widgets/look.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>

#include <algorithm>

namespace tandem {

QueueTiles::QueueTiles(const Look &look, QWidget *parent) : QScrollArea(parent), m_look(look)
{
    auto *content = new QWidget(this);
    m_row = new QHBoxLayout(content);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(12);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::NoFocus);
    connect(&look, &Look::changed, this, [this] { updateGeometry(); });
    connect(horizontalScrollBar(), &QScrollBar::rangeChanged, this, [this] { updateGeometry(); });
}

void QueueTiles::show(const QueueFigures *figures)
{
    if (m_figures)
        m_figures->disconnect(this);
    m_figures = figures;
    m_chosen.clear();
    if (!figures)
        return;
    connect(figures, &QueueFigures::changed, this, &QueueTiles::refresh);
    refresh();
}

void QueueTiles::refresh()
{
    if (!m_figures)
        return;
    auto lines = m_figures->lines();
    lines.insert(lines.begin(), QueueFigures::together(lines, tr("All queues")));
    while (m_tiles.size() < lines.size())
        m_tiles.push_back(addTile());
    bool isThere = false;
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        m_tiles[i]->setVisible(i < lines.size());
        if (i >= lines.size())
            continue;
        m_tiles[i]->setLine(lines[i]);
        const bool isChosen = lines[i].id == m_chosen;
        m_tiles[i]->setChecked(isChosen);
        isThere = isThere || isChosen;
    }
    if (!isThere)
        onPressed(m_tiles.front());
}

QSize QueueTiles::sizeHint() const
{
    const auto *bar = horizontalScrollBar();
    const int scrollBar = bar->maximum() > bar->minimum() ? m_look.px(14) : 0;
    return {m_look.px(600), m_look.px(98) + scrollBar};
}

QueueTile *QueueTiles::addTile()
{
    auto *tile = new QueueTile(m_look, widget());
    tile->setMinimumWidth(m_look.px(226));
    m_row->addWidget(tile);
    tile->installEventFilter(this);
    tile->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(tile, &QWidget::customContextMenuRequested, this, [this, tile](const QPoint &where) {
        if (!tile->queue().empty())
            emit menuAsked(toQString(tile->queue()), tile->mapToGlobal(where));
    });
    connect(tile, &QAbstractButton::clicked, this, [this, tile] { onPressed(tile); });
    return tile;
}

void QueueTiles::onPressed(QueueTile *tile)
{
    m_chosen = tile->queue();
    for (auto *other : m_tiles)
        other->setChecked(other == tile);
    emit chosen(toQString(m_chosen));
}

bool QueueTiles::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn)
        ensureWidgetVisible(static_cast<QWidget *>(watched), 0, 0);
    return QScrollArea::eventFilter(watched, event);
}

} // namespace tandem
