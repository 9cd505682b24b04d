// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablefilter.h"
#include "team/targetlines.h"

#include <QDialog>

class QListView;
class QPushButton;

namespace tandem {

class Look;
class SearchField;
class Supervision;

// Asks where interactions shall go.
class TargetDialog : public QDialog
{
    Q_OBJECT

public:
    TargetDialog(const Look &look, Supervision &supervision, int count, QWidget *parent);

signals:
    void chosen(const tandem::protocol::Target &target);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();

    TargetLines m_lines;
    TableFilter m_filter;
    SearchField *m_search;
    QListView *m_list;
    QPushButton *m_accept;
};

} // namespace tandem
