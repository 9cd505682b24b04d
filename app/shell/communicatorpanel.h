// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QLineEdit;
class QListView;
class QPushButton;
class QStackedLayout;

namespace tandem {

class CommunicatorModel;
class EmptyState;
class Look;

// The list of the team communicator, steered from a search field: Up and Down choose, Enter takes.
// star() marks what is chosen as a favourite; whoever shows the panel puts it where it fits.
class CommunicatorPanel : public QWidget
{
    Q_OBJECT

public:
    CommunicatorPanel(const Look &look, QLineEdit *search, QWidget *parent = nullptr);

    void show(CommunicatorModel *model);
    QPushButton *star() const { return m_star; }
    // -1: none.
    int row() const;
    int rows() const;
    void chooseFirst();
    void choose(const QString &key);

signals:
    void chosen();
    // Enter, or a press on a row.
    void taken();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    using QWidget::show;

private:
    void choose(int row);
    void onReset();
    void onChosen();
    void showEmpty();

    const Look &m_look;
    QPointer<QLineEdit> m_search;
    QPointer<CommunicatorModel> m_model;
    QListView *m_list;
    EmptyState *m_empty;
    QStackedLayout *m_stack;
    QPushButton *m_star;
    QString m_chosen; // key of who was chosen on purpose, so that it stays when the list changes
    bool m_isOwnChoice = false; // the panel chooses, not the person
};

} // namespace tandem
