// SPDX-License-Identifier: GPL-3.0-or-later
#include "admin/adminpage.h"
#include "models/desksession.h"
#include "shell/conversationactions.h"
#include "shell/mainwindow.h"
#include "shell/queuespage.h"
#include "shell/teampage.h"
#include "shell/topbar.h"
#include "shell/workpage.h"
#include "strategies/strategiesview.h"
#include "wallboard/wallboardpage.h"
#include "widgets/confirmation.h"

#include <QPointer>
#include <QStackedLayout>

// The pages of the desk, and who sees them.
namespace tandem {

void MainWindow::addPages()
{
    m_teamPage = new TeamPage(m_look, m_settings, this);
    m_wallboardPage = new WallboardPage(m_look, m_settings, m_clock, this);
    m_strategiesPage = new StrategiesView(m_look, this);
    m_adminPage = new AdminPage(m_look, this);
    addPage(QStringLiteral("message-circle"), tr("Work"), m_workPage);
    addPage(QStringLiteral("inbox"), tr("Queues"), m_queuesPage);
    addPage(QStringLiteral("eye"), tr("Team"), m_teamPage);
    addPage(QStringLiteral("layout-dashboard"), tr("Wallboard"), m_wallboardPage);
    addPage(QStringLiteral("workflow"), tr("Strategies"), m_strategiesPage);
    addPage(QStringLiteral("settings"), tr("Admin"), m_adminPage, Rail::End::Foot);
    connect(m_rail, &Rail::pageAsked, m_deskPages, &QStackedLayout::setCurrentIndex);
    const auto explain = [this](InteractionId id, const QString &contact) {
        m_workPage->actions()->explain(id, contact);
    };
    connect(m_teamPage, &TeamPage::explainAsked, this, explain);
    connect(m_queuesPage, &QueuesPage::explainAsked, this, explain);
    connect(m_workPage->actions(), &ConversationActions::strategySessionAsked, this,
            &MainWindow::openStrategySession);
    connect(m_wallboardPage, &WallboardPage::fullScreenAsked, this, &MainWindow::toggleFullScreen);
}

void MainWindow::addPage(const QString &icon, const QString &name, QWidget *page, Rail::End end)
{
    m_rail->addPage(icon, name, end);
    m_deskPages->addWidget(page);
}

void MainWindow::openPage(QWidget *page)
{
    m_deskPages->setCurrentWidget(page);
    m_rail->choose(m_deskPages->currentIndex());
}

void MainWindow::setPageVisible(QWidget *page, bool isVisible)
{
    m_rail->setPageVisible(m_deskPages->indexOf(page), isVisible);
}

void MainWindow::showPages(DeskSession *session)
{
    setFullScreen(false);
    m_workPage->show(session);
    m_queuesPage->show(session);
    m_teamPage->show(session);
    m_wallboardPage->show(session);
    const bool administers = session && mayAdminister();
    const bool readsStrategies = session && !administers && session->strategies().mayRead();
    m_strategiesPage->show(readsStrategies ? session : nullptr);
    m_adminPage->show(administers ? session : nullptr);
    if (!session)
        return;
    const auto &agent = session->agent();
    const bool works = agent.takesConversations();
    setPageVisible(m_workPage, works);
    setPageVisible(m_queuesPage, works);
    setPageVisible(m_teamPage, session->supervision().watches());
    setPageVisible(m_strategiesPage, readsStrategies);
    setPageVisible(m_adminPage, administers);
    openPage(works         ? static_cast<QWidget *>(m_workPage)
             : administers ? static_cast<QWidget *>(m_adminPage)
                           : static_cast<QWidget *>(m_wallboardPage));
}

void MainWindow::openTeam()
{
    if (m_session->supervision().watches())
        openPage(m_teamPage);
}

void MainWindow::openWallboard() { openPage(m_wallboardPage); }

bool MainWindow::mayAdminister() const
{
    const auto &agent = m_session->agent();
    return agent.hasRole(Role::Administrator) || agent.hasRole(Role::Auditor);
}

bool MainWindow::asksBeforeLosing(void (MainWindow::*then)())
{
    const int count = m_session ? m_session->site().changeCount() : 0;
    if (count == 0)
        return false;
    confirm(this, m_look, tr("Leave without applying?"),
            tr("%n change(s) of the site are not applied and would be lost.", nullptr, count),
            tr("Leave"), [self = QPointer(this), then] {
                if (!self || !self->m_session)
                    return;
                self->m_session->site().discard();
                (self->*then)();
            });
    return true;
}

void MainWindow::openAdministration()
{
    if (mayAdminister())
        openPage(m_adminPage);
}

StrategiesView *MainWindow::strategies() const
{
    return mayAdminister() ? m_adminPage->strategies() : m_strategiesPage;
}

void MainWindow::openStrategies()
{
    if (!m_session->strategies().mayRead())
        return;
    if (mayAdminister())
        m_adminPage->openStrategies();
    openPage(mayAdminister() ? static_cast<QWidget *>(m_adminPage) : m_strategiesPage);
    strategies()->setFocus();
}

void MainWindow::openStrategySession(InteractionId id)
{
    openStrategies();
    strategies()->openSessionOf(id);
}

void MainWindow::toggleFullScreen()
{
    if (m_isFull)
        setFullScreen(false);
    else if (m_deskPages->currentWidget() == m_wallboardPage)
        setFullScreen(true);
}

void MainWindow::setFullScreen(bool isFull)
{
    if (isFull == m_isFull)
        return;
    m_isFull = isFull;
    m_rail->setVisible(!isFull);
    m_topBar->setVisible(!isFull);
    m_wallboardPage->setFullScreen(isFull);
    setWindowState(isFull ? windowState() | Qt::WindowFullScreen
                          : windowState() & ~Qt::WindowFullScreen);
}

} // namespace tandem
