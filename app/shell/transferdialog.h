// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStackedLayout;

namespace tandem {

class DeskSession;
class EmptyState;
class Look;

// To whom a conversation goes: colleagues, those who are free first, with a note for them.
class TransferDialog : public QDialog
{
    Q_OBJECT

public:
    TransferDialog(const Look &look, DeskSession &session, InteractionId id,
                   QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *list();
    void refresh();
    void onChosen();
    void transfer();

    const Look &m_look;
    QPointer<DeskSession> m_session;
    InteractionId m_id;
    QLineEdit *m_search;
    QListView *m_agents;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    QSortFilterProxyModel *m_filter;
    QLabel *m_hint;
    QLineEdit *m_note;
    QPushButton *m_transfer;
};

} // namespace tandem
