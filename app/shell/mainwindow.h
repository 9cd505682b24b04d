// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "extension/extensionpoints.h"
#include "models/communicatormodel.h"
#include "protocol/session.h"
#include "shell/rail.h"

#include <QWidget>

#include <memory>

class QStackedLayout;

namespace tandem {

class AdminPage;
class DeskSession;
class Look;
class NoticeBar;
class OfferAlert;
class QueuesPage;
class ServiceLink;
class Settings;
class SignIn;
class SignInPage;
class StrategiesView;
class TeamPage;
class TopBar;
class WallboardPage;
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
    TopBar *topBar() const { return m_topBar; }
    WorkPage *workPage() const { return m_workPage; }
    QueuesPage *queuesPage() const { return m_queuesPage; }
    TeamPage *teamPage() const { return m_teamPage; }
    WallboardPage *wallboardPage() const { return m_wallboardPage; }
    AdminPage *adminPage() const { return m_adminPage; }
    // In the administration, or a page of its own for who may only look at strategies.
    StrategiesView *strategies() const;
    // Shows a page of the desk; the rail follows.
    void openPage(QWidget *page);

signals:
    void embeddedAsked();
    // The window was closed and drafts are kept.
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *deskPage(const ExtensionPoints &points);
    void addPage(const QString &icon, const QString &name, QWidget *page,
                 Rail::End end = Rail::End::Head);
    void addPages();
    void showPages(DeskSession *session);
    bool mayAdminister() const;
    // Whether changes of the site would be lost; then it is asked first, and done after a yes.
    bool asksBeforeLosing(void (MainWindow::*then)());
    void closeAnyway() { close(); }
    void setPageVisible(QWidget *page, bool isVisible);
    void setFullScreen(bool isFull);
    void connectTopBar();
    std::vector<Command> commands();
    void addStateCommands(std::vector<Command> &commands);
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
    void consult();
    void park();
    void explain();
    void search();
    void openChannels();
    void openWork();
    void openQueues();
    void openTeam();
    void openWallboard();
    void openAdministration();
    void openStrategies();
    void openStrategySession(InteractionId id);
    void toggleFullScreen();
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
    QStackedLayout *m_deskPages = nullptr;
    WorkPage *m_workPage = nullptr;
    QueuesPage *m_queuesPage = nullptr;
    TeamPage *m_teamPage = nullptr;
    WallboardPage *m_wallboardPage = nullptr;
    StrategiesView *m_strategiesPage = nullptr;
    AdminPage *m_adminPage = nullptr;
    bool m_isFull = false;
    std::unique_ptr<OfferAlert> m_alert;
    std::unique_ptr<DeskSession> m_session;
};

} // namespace tandem
