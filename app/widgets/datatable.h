// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/widgets_export.h"

#include <QTableView>

#include <vector>

namespace tandem {

class Look;

// A table of whole rows that can be sorted and chosen together, with columns that share the width.
class TANDEM_WIDGETS_EXPORT DataTable : public QTableView
{
    Q_OBJECT

public:
    explicit DataTable(const Look &look, QWidget *parent = nullptr);

    // The parts of the width that the columns take; 0: not shown.
    void setShares(std::vector<int> shares);
    // Rows of the model, without repeats, in the order shown.
    QModelIndexList chosenRows() const;
    // Clocks in its cells have run on.
    void tick();

signals:
    void chosenChanged();
    // By the pointer or the keyboard, at this place of the screen.
    void menuAsked(const QPoint &where);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void selectionChanged(const QItemSelection &now, const QItemSelection &before) override;

private:
    void share();
    void dress();
    QPoint placeOfCurrent() const;

    const Look &m_look;
    std::vector<int> m_shares;
};

} // namespace tandem
