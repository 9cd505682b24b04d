// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QPointer>
#include <QWidget>

class QModelIndex;
class QPushButton;
class QStackedLayout;

namespace tandem {

class DeskSession;
class EmptyState;
class ListPanel;
class Look;
class StrategyPane;

// The strategies of the company: a list, and the one that is chosen. GUI thread.
class StrategiesView : public QWidget
{
    Q_OBJECT

public:
    explicit StrategiesView(const Look &look, QWidget *parent = nullptr);

    void show(DeskSession *session);
    void choose(const QString &id);
    // The newest session of an interaction, step by step.
    void openSessionOf(InteractionId id);
    void focusSearch();
    StrategyPane *pane() const { return m_pane; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    using QWidget::show;

private:
    void refresh();
    void onChosen(const QModelIndex &index);
    // id "": of a new strategy.
    void chooseFile(const QString &id);
    void readFile(const QString &id, const QString &path);

    const Look &m_look;
    QPointer<DeskSession> m_session;
    QString m_chosen;
    ListPanel *m_panel;
    QPushButton *m_add;
    StrategyPane *m_pane;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
};

} // namespace tandem
