// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QFrame;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tandem {

class Look;
class Settings;
class SignIn;
class TickBox;

// The way in: which server, who, and the password; what went wrong, where something did.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    SignInPage(const Look &look, Settings &settings, SignIn &signIn, QWidget *parent = nullptr);

    // Whether this computer can work without a server.
    void setEmbeddedAvailable(bool isAvailable);
    void notice(const QString &text);
    // The first start of this computer's own services: their one-time password.
    void offer(const QString &user, const QString &password);
    // For a picture of the page.
    void fill(const QString &server, const QString &user, const QString &password);

signals:
    void embeddedAsked();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QFrame *card();
    QLineEdit *field(QVBoxLayout *column, const QString &name, QLabel **label = nullptr);
    void submit();
    void refresh();
    void showLock();
    void dress();

    const Look &m_look;
    Settings &m_settings;
    SignIn &m_signIn;
    QLabel *m_logo;
    QLabel *m_what = nullptr;
    QLabel *m_serverLabel = nullptr;
    QLineEdit *m_server = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QAction *m_lock = nullptr;
    TickBox *m_keep;
    QLabel *m_problem;
    QLabel *m_notice;
    QPushButton *m_submit;
    QPushButton *m_embedded;
};

} // namespace tandem
