// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablefilter.h"
#include "widgets/widgets_export.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QListView;
class QPushButton;

namespace tandem {

class Look;
class SearchField;

// What a page chooses from, at its left: a title, a search field and a list. GUI thread.
class TANDEM_WIDGETS_EXPORT ListPanel : public QFrame
{
    Q_OBJECT

public:
    // search: what the field is called. searchRole: the text of a row that it looks into. width: in
    // pixels at 100 %.
    ListPanel(const Look &look, const QString &search, int searchRole, int width,
              QWidget *parent = nullptr);

    void setTitle(const QString &title);
    // Beside the title; the panel owns it and draws the icon.
    QPushButton *addButton(const QString &text, const QString &icon);
    // null: nothing.
    void setSource(QAbstractItemModel *source);
    // Its rows are those that are found.
    QListView *list() const { return m_list; }
    // The row of the source; `chosen` does not tell it. One that is not found changes nothing.
    void choose(const QModelIndex &sourceIndex);
    void clearSearch();
    void focusSearch();

signals:
    // A person went to this row.
    void chosen(const QModelIndex &index);

private:
    void dress();

    const Look &m_look;
    int m_width;
    TableFilter m_filter;
    QHBoxLayout *m_top;
    QLabel *m_title;
    QPushButton *m_button = nullptr;
    QString m_buttonIcon;
    SearchField *m_search;
    QListView *m_list;
    bool m_isSilent = false;
};

} // namespace tandem
