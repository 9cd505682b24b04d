// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tandem {

class Look;

// Which address the customer gets as a card.
class LinkDialog : public QDialog
{
    Q_OBJECT

public:
    LinkDialog(const Look &look, QWidget *parent);

signals:
    // As isWebAddress() has it.
    void chosen(const QString &url);

private:
    QString url() const;
    void check();

    QLineEdit *m_url;
    QLabel *m_problem;
    QPushButton *m_send;
};

} // namespace tandem
