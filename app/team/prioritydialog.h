// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QSpinBox;

namespace tandem {

class Look;

// Asks for a priority of interactions.
class PriorityDialog : public QDialog
{
    Q_OBJECT

public:
    PriorityDialog(const Look &look, int now, int count, QWidget *parent);

signals:
    void chosen(int priority);

private:
    QSpinBox *m_number;
};

} // namespace tandem
