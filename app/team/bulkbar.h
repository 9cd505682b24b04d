// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tandem {

class Look;
class Supervision;

// How far an operation on many interactions has come; it can be stopped.
class BulkBar : public QFrame
{
    Q_OBJECT

public:
    explicit BulkBar(const Look &look, QWidget *parent = nullptr);

    void show(Supervision *supervision);

protected:
    using QFrame::show;

private:
    void refresh();

    Supervision *m_supervision = nullptr;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_stop;
};

} // namespace tandem
