// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "link/remotelink.h"
#include "models/desksession.h"
#include "models/errortext.h"
#include "models/settings.h"
#include "models/signin.h"
#include "models/text.h"
#include "shell/commandbox.h"
#include "shell/conversationactions.h"
#include "shell/offeralert.h"
#include "shell/queuespage.h"
#include "shell/rail.h"
#include "shell/shortcutsdialog.h"
#include "shell/signinpage.h"
#include "shell/topbar.h"
#include "shell/workpage.h"
#include "widgets/look.h"
#include "widgets/noticebar.h"

#include <QCloseEvent>
#include <QDir>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedLayout>
#include <QTimer>

namespace tandem {

namespace {

constexpr int secondsBetweenSaves = 3;

} // namespace

MainWindow::MainWindow(Look &look, Settings &settings, SignIn &signIn,
                       const ExtensionPoints &points, const Clock &clock)
    : m_look(look),
      m_settings(settings),
      m_signIn(signIn),
      m_clock(clock),
      m_pages(new QStackedLayout(this)),
      m_signInPage(new SignInPage(look, settings, signIn, this))
{
    setWindowTitle(QStringLiteral("Tandem"));
    m_pages->addWidget(m_signInPage);
    m_pages->addWidget(deskPage(points));
    m_alert = std::make_unique<OfferAlert>(look, settings, *this);
    addShortcuts();
    restoreGeometry();
    connect(m_signInPage, &SignInPage::embeddedAsked, this, &MainWindow::embeddedAsked);
    connect(&signIn, &SignIn::signedIn, this,
            [this](const protocol::Welcome &welcome) { begin(m_signIn.takeLink(), welcome); });
    connect(&signIn, &SignIn::notKept, this, [this] {
        notice(tr("There is no keychain on this computer: you will be asked for your password "
                  "next time."));
    });
    connect(&settings, &Settings::changed, this,
            [this] { m_look.use(m_settings.themeName(), m_settings.scalePercent()); });
    if (!settings.setAside().isEmpty()) {
        m_signInPage->notice(tr("The settings could not be read and were reset. The old file is "
                                "kept as %1.")
                                 .arg(QDir::toNativeSeparators(settings.setAside())));
    }
    auto *clockTick = new QTimer(this);
    connect(clockTick, &QTimer::timeout, this, &MainWindow::tick);
    clockTick->start(1000);
}

MainWindow::~MainWindow() = default;

void MainWindow::setEmbeddedAvailable(bool isAvailable)
{
    m_signInPage->setEmbeddedAvailable(isAvailable);
}

void MainWindow::notice(const QString &text)
{
    if (m_session)
        m_notice->showBriefly(NoticeBar::Tone::Info, text);
    else
        m_signInPage->notice(text);
}

void MainWindow::begin(std::unique_ptr<ServiceLink> link, const protocol::Welcome &welcome)
{
    const auto drafts = QDir(m_settings.folder()).filePath(QStringLiteral("drafts.json"));
    m_session = std::make_unique<DeskSession>(std::move(link), welcome, m_clock, drafts);
    connect(m_session.get(), &DeskSession::noticed, this, &MainWindow::notice);
    connect(m_session.get(), &DeskSession::refused, this, [this](const Error &error) {
        m_notice->showBriefly(NoticeBar::Tone::Warning, errorText(error));
    });
    connect(m_session.get(), &DeskSession::ended, this,
            [this](const Error &error) { end(errorText(error)); });
    connect(&m_session->link(), &ServiceLink::stateChanged, this, &MainWindow::showConnection);
    connect(m_session.get(), &DeskSession::pulled, this, [this] { openPage(m_workPage); });
    m_look.setPictures(&m_session->pictures());
    m_topBar->show(m_session.get());
    showPages(m_session.get());
    m_alert->show(&m_session->offers());
    m_notice->hide();
    showConnection();
    m_pages->setCurrentIndex(1);
    if (!m_session->current())
        m_workPage->setFocus();
    m_session->setLookedAt(isActiveWindow());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (asksBeforeLosing(&MainWindow::closeAnyway)) {
        event->ignore();
        return;
    }
    m_settings.setGeometry(saveGeometry());
    if (m_session)
        m_session->saveDrafts();
    event->accept();
    emit closed();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && m_session)
        m_session->setLookedAt(isActiveWindow());
}

QWidget *MainWindow::deskPage(const ExtensionPoints &points)
{
    auto *page = new QWidget(this);
    m_rail = new Rail(m_look, page);
    m_topBar = new TopBar(m_look, m_settings, page);
    m_connection = new NoticeBar(m_look, page);
    m_notice = new NoticeBar(m_look, page);
    m_workPage = new WorkPage(m_look, m_settings, points, page);
    m_queuesPage = new QueuesPage(m_look, m_settings, page);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addWidget(m_connection);
    column->addWidget(m_notice);
    m_deskPages = new QStackedLayout;
    addPages();
    column->addLayout(m_deskPages, 1);
    row->addLayout(column, 1);
    connectTopBar();
    connect(m_connection, &NoticeBar::actionAsked, this, [this] {
        if (auto *remote = m_session ? qobject_cast<RemoteLink *>(&m_session->link()) : nullptr)
            remote->retryNow();
    });
    return page;
}

void MainWindow::connectTopBar()
{
    connect(m_topBar, &TopBar::shortcutsAsked, this, [this] { showShortcuts(m_look, this); });
    connect(m_topBar, &TopBar::signOutAsked, this, &MainWindow::signOut);
    auto *box = m_topBar->commandBox();
    box->setCommands([this] { return commands(); });
    connect(box, &CommandBox::handOverAsked, this,
            [this](ConversationActions::Way way, const QString &key) {
                openPage(m_workPage);
                m_workPage->actions()->handOver(way, key);
            });
    connect(box, &CommandBox::queueAsked, this, [this](const QString &id) {
        m_queuesPage->choose({Source::Kind::Queue, toUtf8(id)});
        openPage(m_queuesPage);
    });
    connect(box, &CommandBox::conversationAsked, this, [this](InteractionId id) {
        openPage(m_workPage);
        m_session->setCurrent(id);
    });
}

void MainWindow::end(const QString &problem)
{
    m_session->saveDrafts();
    m_alert->show(nullptr);
    showPages(nullptr);
    m_topBar->show(nullptr);
    m_pages->setCurrentIndex(0);
    // The session may be in the middle of telling that it is over.
    m_session.release()->deleteLater();
    if (problem.isEmpty())
        m_signIn.forget();
    else
        m_signIn.askAgain(problem);
}

void MainWindow::signOut()
{
    if (!m_session || asksBeforeLosing(&MainWindow::signOut))
        return;
    m_session->signOut();
    end({});
}

void MainWindow::showConnection()
{
    if (!m_session || m_session->link().state() != ServiceLink::State::Reconnecting) {
        m_connection->hide();
        return;
    }
    m_connection->showLasting(NoticeBar::Tone::Warning, QStringLiteral("wifi-off"),
                              tr("Reconnecting … You can go on writing: messages wait and are sent "
                                 "once, as soon as the connection is back."),
                              tr("Try now"));
}

void MainWindow::tick()
{
    if (!m_session)
        return;
    m_topBar->tick();
    // A crash of this program costs at most this much of what was being written.
    if (++m_ticks % secondsBetweenSaves == 0)
        m_session->saveDrafts();
}

void MainWindow::restoreGeometry()
{
    resize(m_look.px(1280), m_look.px(800));
    setMinimumSize(m_look.px(960), m_look.px(600));
    if (!m_settings.geometry().isEmpty())
        QWidget::restoreGeometry(m_settings.geometry());
}

} // namespace tandem
