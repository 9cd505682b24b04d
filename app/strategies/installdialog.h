// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/strategies.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace tandem {

class Look;
class TickBox;

// A document on its way to the server: what the check finds, under which id it is installed, why,
// and whether new sessions run it at once. Opens itself; deletes itself when it is closed.
class InstallDialog : public QDialog
{
    Q_OBJECT

public:
    // id "": a new strategy, whose id is asked for; suggested is put there.
    InstallDialog(const Look &look, Strategies &strategies, const QString &id,
                  const QString &suggested, const QString &fileName, const QString &document,
                  QWidget *parent);

signals:
    void installed(const QString &id, int version);

private:
    void build(const QString &fileName);
    void check();
    void showFindings(const Strategies::Findings &findings);
    void tell(const QString &text, bool isProblem);
    void install();
    bool isIdGood() const;
    void refresh();

    const Look &m_look;
    QPointer<Strategies> m_strategies;
    bool m_isNew;
    bool m_isGood = false;
    bool m_isBusy = false;
    QString m_document;
    QLineEdit *m_id;
    QLineEdit *m_note;
    TickBox *m_activate;
    QLabel *m_state;
    QListWidget *m_findings;
    QPushButton *m_install;
};

} // namespace tandem
