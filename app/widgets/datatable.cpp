// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/datatable.h"

#include "widgets/look.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QResizeEvent>

#include <algorithm>
#include <numeric>

namespace tandem {

DataTable::DataTable(const Look &look, QWidget *parent) : QTableView(parent), m_look(look)
{
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    // Tab leaves the table; arrows move within it.
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSortIndicatorShown(true);
    setSortingEnabled(true);
    connect(&look, &Look::changed, this, &DataTable::dress);
    dress();
}

void DataTable::setShares(std::vector<int> shares)
{
    m_shares = std::move(shares);
    share();
}

QModelIndexList DataTable::chosenRows() const
{
    auto rows = selectionModel() ? selectionModel()->selectedRows() : QModelIndexList();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    return rows;
}

void DataTable::tick() { viewport()->update(); }

void DataTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    share();
}

void DataTable::contextMenuEvent(QContextMenuEvent *event)
{
    emit menuAsked(event->reason() == QContextMenuEvent::Mouse ? event->globalPos()
                                                               : placeOfCurrent());
}

void DataTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        emit menuAsked(placeOfCurrent());
    else
        QTableView::keyPressEvent(event);
}

void DataTable::selectionChanged(const QItemSelection &now, const QItemSelection &before)
{
    QTableView::selectionChanged(now, before);
    emit chosenChanged();
}

void DataTable::share()
{
    const int whole = std::accumulate(m_shares.begin(), m_shares.end(), 0);
    if (!model() || whole == 0)
        return;
    int left = viewport()->width();
    int last = 0;
    for (int column = 0; column < static_cast<int>(m_shares.size()); ++column) {
        const int part = m_shares[static_cast<std::size_t>(column)];
        setColumnHidden(column, part == 0);
        if (part == 0)
            continue;
        const int width = viewport()->width() * part / whole;
        setColumnWidth(column, width);
        left -= width;
        last = column;
    }
    setColumnWidth(last, columnWidth(last) + left);
}

void DataTable::dress()
{
    verticalHeader()->setDefaultSectionSize(m_look.px(45));
    horizontalHeader()->setFixedHeight(m_look.px(37));
    share();
}

QPoint DataTable::placeOfCurrent() const
{
    const auto where = visualRect(currentIndex());
    return viewport()->mapToGlobal(where.bottomLeft());
}

} // namespace tandem
