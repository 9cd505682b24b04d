// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/celldelegate.h"

namespace tandem {

// Draws the cells of AgentsTable.
class AgentCells : public CellDelegate
{
    Q_OBJECT

public:
    using CellDelegate::CellDelegate;

protected:
    void paintCell(QPainter &painter, const QRect &where, const QModelIndex &index,
                   Qt::LayoutDirection direction) const override;

private:
    void paintName(QPainter &painter, const QRect &where, const QModelIndex &index,
                   Qt::LayoutDirection direction) const;
};

} // namespace tandem
