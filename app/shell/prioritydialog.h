// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QSpinBox;

namespace tandem {

class Look;

// Which priority interactions get.
class PriorityDialog : public QDialog
{
    Q_OBJECT

public:
    PriorityDialog(const Look &look, QWidget *parent);

signals:
    void chosen(int priority);

private:
    QSpinBox *m_priority;
};

} // namespace tandem
