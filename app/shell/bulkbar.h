// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tandem {

class BulkOperation;
class Look;

// How far an operation on many interactions is, and what could not be done.
class BulkBar : public QFrame
{
    Q_OBJECT

public:
    explicit BulkBar(const Look &look, QWidget *parent = nullptr);

    void show(BulkOperation *operation);

protected:
    using QFrame::show;

private:
    void refresh();

    const Look &m_look;
    QPointer<BulkOperation> m_operation;
    QLabel *m_icon;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    QPushButton *m_close;
    QLabel *m_problems;
};

} // namespace tandem
