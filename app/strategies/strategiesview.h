// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tablefilter.h"

#include <QPointer>
#include <QWidget>

class QFrame;
class QListView;
class QPushButton;
class QStackedLayout;

namespace tandem {

class DeskSession;
class EmptyState;
class Look;
class SearchField;
class StrategyPane;

// The strategies of the company: a list, and the one that is chosen.
class StrategiesView : public QWidget
{
    Q_OBJECT

public:
    explicit StrategiesView(const Look &look, QWidget *parent = nullptr);

    void show(DeskSession *session);
    void choose(const QString &id);
    void focusSearch();
    StrategyPane *pane() const { return m_pane; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    using QWidget::show;

private:
    QFrame *panel();
    void refresh();
    void onCurrent();
    // id "": of a new strategy.
    void chooseFile(const QString &id);
    void readFile(const QString &id, const QString &path);
    void dress();

    const Look &m_look;
    QPointer<DeskSession> m_session;
    QString m_chosen;
    bool m_isSilent = false;
    TableFilter m_filter;
    QFrame *m_panel;
    QPushButton *m_add;
    SearchField *m_search;
    QListView *m_list;
    StrategyPane *m_pane;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
};

} // namespace tandem
