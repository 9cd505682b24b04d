// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QStackedLayout;
class QTableView;

namespace tandem {

class BulkBar;
class ChoiceBox;
class DeskSession;
class ElidedLabel;
class EmptyState;
class Look;
class Settings;
class WaitingActions;

// The interactions of a queue or a workbin, with search and order, and what can be done with those
// that are chosen.
class WaitingPane : public QFrame
{
    Q_OBJECT

public:
    WaitingPane(const Look &look, Settings &settings, QWidget *parent = nullptr);

    void show(DeskSession *session);

signals:
    void explainAsked(tandem::InteractionId id, const QString &contact);

protected:
    using QFrame::show;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *head();
    QWidget *list();
    void showHead();
    void showState();
    void showChosen();
    void openMenu(const QPoint &at);
    void fitColumns();

    const Look &m_look;
    QPointer<DeskSession> m_session;
    ElidedLabel *m_title;
    QLabel *m_summary;
    QLineEdit *m_search;
    ChoiceBox *m_order;
    QTableView *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    WaitingActions *m_actions;
    BulkBar *m_bulk;
};

} // namespace tandem
