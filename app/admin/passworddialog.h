// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tandem {

class Look;

// Asks for an account's new password, twice.
class PasswordDialog : public QDialog
{
    Q_OBJECT

public:
    // isNew: the account is made when the changes are applied.
    PasswordDialog(const Look &look, const QString &name, bool isNew, QWidget *parent);

signals:
    void chosen(const QString &password);

private:
    void refresh();

    QLineEdit *m_first;
    QLineEdit *m_second;
    QLabel *m_problem;
    QPushButton *m_accept;
};

} // namespace tandem
