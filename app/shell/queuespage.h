// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queuesmodel.h"

#include <QPointer>
#include <QWidget>

class QFrame;
class QListView;
class QStackedLayout;

namespace tandem {

class DeskSession;
class EmptyState;
class Look;
class Settings;
class WaitingPane;

// The queues and workbins, and what is in the one that is chosen.
class QueuesPage : public QWidget
{
    Q_OBJECT

public:
    QueuesPage(const Look &look, Settings &settings, QWidget *parent = nullptr);

    void show(DeskSession *session);
    void choose(const Source &source);

signals:
    void explainAsked(tandem::InteractionId id, const QString &contact);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    using QWidget::show;

private:
    QFrame *panel();
    void watch();
    void onReset();
    void onChosen();
    void showState();
    void dress();

    const Look &m_look;
    QPointer<DeskSession> m_session;
    QFrame *m_panel = nullptr;
    QListView *m_list;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
    WaitingPane *m_waiting;
};

} // namespace tandem
