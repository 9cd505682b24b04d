// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <QPointer>
#include <QWidget>

class QListView;
class QPushButton;
class QStackedLayout;

namespace tandem {

class EmptyState;
class Look;
class StrategySessionsModel;

// The recorded sessions of a strategy; choosing one opens it.
class SessionsPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SessionsPanel(const Look &look, QWidget *parent = nullptr);

    void show(StrategySessionsModel *sessions);
    void choose(const QString &strategyId);

signals:
    void sessionChosen(const QString &sessionId);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    using QWidget::show;

private:
    QPushButton *segment(const QString &text, const char *side);
    void refresh();

    const Look &m_look;
    QPointer<StrategySessionsModel> m_sessions;
    QString m_strategy;
    QPushButton *m_all;
    QPushButton *m_running;
    QListView *m_list;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
};

} // namespace tandem
