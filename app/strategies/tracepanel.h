// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QStackedLayout;

namespace tandem {

class ElidedLabel;
class EmptyState;
class Look;
class StepDetails;
class StrategyTraceModel;

// One recorded session: its steps, and what the chosen one did. Left and right, Home and End go
// through them.
class TracePanel : public QWidget
{
    Q_OBJECT

public:
    explicit TracePanel(const Look &look, QWidget *parent = nullptr);

    void show(StrategyTraceModel *trace);

signals:
    void backAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    using QWidget::show;

private:
    QWidget *head();
    QPushButton *stepButton(const QString &name);
    bool goBy(int key);
    void go(int row);
    void refresh();
    void onCurrent();
    void dress();

    const Look &m_look;
    QPointer<StrategyTraceModel> m_trace;
    QPushButton *m_back;
    ElidedLabel *m_title;
    ElidedLabel *m_what;
    QPushButton *m_first;
    QPushButton *m_previous;
    QLabel *m_position;
    QPushButton *m_next;
    QPushButton *m_last;
    QListView *m_list;
    StepDetails *m_details;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
};

} // namespace tandem
