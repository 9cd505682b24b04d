// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desksession.h"
#include "shell/commandbox.h"
#include "shell/contextpanel.h"
#include "shell/conversationactions.h"
#include "shell/conversationpane.h"
#include "shell/dispositionbar.h"
#include "shell/mainwindow.h"
#include "shell/queuespage.h"
#include "shell/topbar.h"
#include "shell/workpage.h"
#include "widgets/offertoast.h"

#include <QShortcut>

// The window's keys; shortcutsdialog.cpp lists them.
namespace tandem {

void MainWindow::addShortcuts()
{
    shortcut("Ctrl+Return", &MainWindow::acceptOffer);
    shortcut("Ctrl+Enter", &MainWindow::acceptOffer);
    shortcut("Ctrl+Backspace", &MainWindow::rejectOffer);
    shortcut("Alt+Down", &MainWindow::nextConversation);
    shortcut("Alt+Up", &MainWindow::previousConversation);
    shortcut("Ctrl+M", &MainWindow::writeMessage);
    shortcut("Ctrl+T", &MainWindow::transfer);
    shortcut("Ctrl+Shift+C", &MainWindow::consult);
    shortcut("Ctrl+Shift+P", &MainWindow::park);
    shortcut("Ctrl+Shift+W", &MainWindow::explain);
    shortcut("Ctrl+K", &MainWindow::search);
    shortcut("Ctrl+Shift+K", &MainWindow::openChannels);
    shortcut("Alt+1", &MainWindow::openWork);
    shortcut("Alt+2", &MainWindow::openQueues);
    shortcut("Alt+3", &MainWindow::openTeam);
    shortcut("Alt+4", &MainWindow::openWallboard);
    shortcut("Alt+5", &MainWindow::openAdministration);
    shortcut("Alt+6", &MainWindow::openStrategies);
    shortcut("F11", &MainWindow::toggleFullScreen);
    shortcut("Ctrl+Shift+E", &MainWindow::endConversation);
    shortcut("Ctrl+Shift+D", &MainWindow::markDone);
}

void MainWindow::shortcut(const char *keys, void (MainWindow::*slot)())
{
    auto *shortcut = new QShortcut(QKeySequence(QString::fromLatin1(keys)), this);
    connect(shortcut, &QShortcut::activated, this, [this, slot] {
        if (m_session)
            (this->*slot)();
    });
}

void MainWindow::acceptOffer() { m_workPage->toast()->accept(); }

void MainWindow::rejectOffer() { m_workPage->toast()->reject(); }

void MainWindow::nextConversation() { m_workPage->step(1); }

void MainWindow::previousConversation() { m_workPage->step(-1); }

void MainWindow::writeMessage() { m_workPage->conversation()->focusComposer(); }

void MainWindow::transfer() { m_workPage->actions()->handOver(ConversationActions::Way::Transfer); }

void MainWindow::consult() { m_workPage->actions()->handOver(ConversationActions::Way::Consult); }

void MainWindow::park() { m_workPage->actions()->park(); }

void MainWindow::explain() { m_workPage->actions()->explain(); }

void MainWindow::search() { m_topBar->commandBox()->open(); }

void MainWindow::openChannels() { m_topBar->openChannels(); }

void MainWindow::openWork() { openPage(m_workPage); }

void MainWindow::openQueues() { openPage(m_queuesPage); }

void MainWindow::endConversation() { m_workPage->conversation()->askToEnd(); }

void MainWindow::markDone() { m_workPage->context()->disposition()->markDone(); }

} // namespace tandem
