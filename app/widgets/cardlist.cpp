// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/cardlist.h"

#include "models/interactionsmodel.h"
#include "widgets/carddelegate.h"
#include "widgets/look.h"

#include <QScopedValueRollback>

namespace tandem {

CardList::CardList(const Look &look, QWidget *parent) : QListView(parent)
{
    setAccessibleName(tr("Interactions"));
    setItemDelegate(new CardDelegate(look, this));
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setResizeMode(Adjust);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    connect(&look, &Look::changed, this, [this] { scheduleDelayedItemsLayout(); });
}

void CardList::show(InteractionsModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    setModel(model);
    if (!model)
        return;
    connect(model, &InteractionsModel::ticked, viewport(), qOverload<>(&QWidget::update));
    // Headings move with the first card of a section.
    for (auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, changed, this, [this] { scheduleDelayedItemsLayout(); });
    connect(model, &QAbstractItemModel::rowsMoved, this, [this] { scheduleDelayedItemsLayout(); });
}

void CardList::setCurrent(InteractionId id)
{
    const QScopedValueRollback silent(m_isSilent, true);
    const int row = m_model ? m_model->rowOf(id) : -1;
    if (row < 0) {
        clearSelection();
        setCurrentIndex({});
    } else {
        setCurrentIndex(m_model->index(row));
    }
}

void CardList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isSilent && m_model && current.isValid())
        emit chosen(m_model->idAt(current.row()));
}

} // namespace tandem
