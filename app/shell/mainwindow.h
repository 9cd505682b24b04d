// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "extension/extensionpoints.h"
#include "protocol/session.h"

#include <QWidget>

#include <memory>

class QStackedLayout;

namespace tandem {

class DeskSession;
class Look;
class NoticeBar;
class OfferAlert;
class Rail;
class ServiceLink;
class Settings;
class SignIn;
class SignInPage;
class TopBar;
class WorkPage;

// The one window: the sign-in page, or the pages of an agent who is signed in.
class MainWindow : public QWidget
{
    Q_OBJECT

public:
    MainWindow(Look &look, Settings &settings, SignIn &signIn, const ExtensionPoints &points,
               const Clock &clock);
    ~MainWindow() override;

    void setEmbeddedAvailable(bool isAvailable);
    // What the agent should know, whatever page is shown.
    void notice(const QString &text);
    // Begins the work of an agent over a link that is signed in.
    void begin(std::unique_ptr<ServiceLink> link, const protocol::Welcome &welcome);
    DeskSession *session() const { return m_session.get(); }
    SignInPage *signInPage() const { return m_signInPage; }
    WorkPage *workPage() const { return m_workPage; }

signals:
    void embeddedAsked();
    // The window was closed and drafts are kept.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *deskPage(const ExtensionPoints &points);
    void addShortcuts();
    void shortcut(const char *keys, void (MainWindow::*slot)());
    void end(const QString &problem);
    void signOut();
    void showConnection();
    void acceptOffer();
    void rejectOffer();
    void nextConversation();
    void previousConversation();
    void writeMessage();
    void transfer();
    void endConversation();
    void markDone();
    void tick();
    void restoreGeometry();

    Look &m_look;
    Settings &m_settings;
    SignIn &m_signIn;
    const Clock &m_clock;
    int m_ticks = 0;
    QStackedLayout *m_pages;
    SignInPage *m_signInPage;
    Rail *m_rail = nullptr;
    TopBar *m_topBar = nullptr;
    NoticeBar *m_connection = nullptr;
    NoticeBar *m_notice = nullptr;
    WorkPage *m_workPage = nullptr;
    std::unique_ptr<OfferAlert> m_alert;
    std::unique_ptr<DeskSession> m_session;
};

} // namespace tandem
