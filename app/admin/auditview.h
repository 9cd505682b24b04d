// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QLabel;
class QModelIndex;
class QPushButton;
class QStackedLayout;

namespace tandem {

class SiteHistory;
class DifferenceView;
class EmptyState;
class ListPanel;
class Look;

// Who changed the site, when and what; a change can be undone.
class AuditView : public QWidget
{
    Q_OBJECT

public:
    explicit AuditView(const Look &look, QWidget *parent = nullptr);

    void show(SiteHistory *trail, bool mayUndo);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    using QWidget::show;

private:
    QWidget *detail();
    void refresh();
    // index: of the trail, or of the list.
    void showEntry(const QModelIndex &index);
    void undo();
    void dress();

    const Look &m_look;
    QPointer<SiteHistory> m_trail;
    bool m_mayUndo = false;
    qint64 m_chosen = 0;
    ListPanel *m_panel;
    QLabel *m_title;
    QLabel *m_what;
    QPushButton *m_undo;
    DifferenceView *m_difference;
    EmptyState *m_empty;
    QStackedLayout *m_stack = nullptr;
};

} // namespace tandem
