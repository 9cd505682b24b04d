// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "models/tablefilter.h"
#include "protocol/supervision.h"

#include <QFrame>
#include <QPointer>

#include <vector>

class QHBoxLayout;
class QPushButton;
class QStackedLayout;

namespace tandem {

class DataTable;
class DeskSession;
class EmptyState;
class Look;
class Settings;

// The table of open interactions, and what can be done with those chosen in it.
class InteractionsPane : public QFrame
{
    Q_OBJECT

public:
    InteractionsPane(const Look &look, Settings &settings, QWidget *parent = nullptr);

    void show(DeskSession *session);
    // Stands above the table, beside what belongs to the page.
    QWidget *actions() const { return m_actions; }
    void setWords(const QString &words);
    void setQueue(const QString &queue);
    void tick();

signals:
    // Why was it routed so.
    void explainAsked(tandem::InteractionId id, const QString &contact);

protected:
    using QFrame::show;

private:
    QPushButton *addAction(const QString &text, void (InteractionsPane::*slot)());
    void openMenu(const QPoint &where);
    void refresh();
    void monitor();
    void redistribute();
    void setPriority();
    void markDone();
    void explain();
    void start(protocol::InteractionBulk request);
    std::vector<InteractionId> chosen() const;

    const Look &m_look;
    Settings &m_settings;
    QPointer<DeskSession> m_session;
    TableFilter m_filter;
    DataTable *m_table;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QWidget *m_actions;
    QHBoxLayout *m_buttons;
    QPushButton *m_monitor;
    QPushButton *m_explain;
    QPushButton *m_priority;
    QPushButton *m_done;
    QPushButton *m_redistribute;
};

} // namespace tandem
