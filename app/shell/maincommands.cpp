// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desksession.h"
#include "models/text.h"
#include "shell/contextpanel.h"
#include "shell/conversationactions.h"
#include "shell/conversationpane.h"
#include "shell/dispositionbar.h"
#include "shell/mainwindow.h"
#include "shell/shortcutsdialog.h"
#include "shell/workpage.h"
#include "widgets/offertoast.h"

#include <QKeySequence>

// What the command box can do, as things are now.
namespace tandem {

namespace {

QString keysOf(const char *keys)
{
    return QKeySequence(QString::fromLatin1(keys)).toString(QKeySequence::NativeText);
}

} // namespace

std::vector<Command> MainWindow::commands()
{
    std::vector<Command> list;
    const auto add = [&](const QString &name, const char *keys, void (MainWindow::*does)()) {
        list.push_back({name, keysOf(keys), [this, does] {
                            if (m_session)
                                (this->*does)();
                        }});
    };
    if (m_workPage->toast()->hasOffer()) {
        add(tr("Accept the offer"), "Ctrl+Return", &MainWindow::acceptOffer);
        add(tr("Reject the offer"), "Ctrl+Backspace", &MainWindow::rejectOffer);
    }
    const auto *current = m_session ? m_session->current() : nullptr;
    const bool isOwner = current && current->part() == Conversation::Part::Owner;
    if (isOwner && current->isOpen() && !current->consulted()) {
        add(tr("Transfer …"), "Ctrl+T", &MainWindow::transfer);
        add(tr("Consult …"), "Ctrl+Shift+C", &MainWindow::consult);
        add(tr("Park …"), "Ctrl+Shift+P", &MainWindow::park);
        add(tr("End conversation"), "Ctrl+Shift+E", &MainWindow::endConversation);
    }
    if (isOwner)
        add(tr("Mark done"), "Ctrl+Shift+D", &MainWindow::markDone);
    if (current)
        add(tr("Why was this routed so?"), "Ctrl+Shift+W", &MainWindow::explain);
    addStateCommands(list);
    add(tr("Show work"), "Alt+1", &MainWindow::openWork);
    add(tr("Show queues and workbins"), "Alt+2", &MainWindow::openQueues);
    if (m_session && m_session->supervision().watches())
        add(tr("Show the team"), "Alt+3", &MainWindow::openTeam);
    add(tr("Show the wallboard"), "Alt+4", &MainWindow::openWallboard);
    if (m_session && mayAdminister())
        add(tr("Show the administration"), "Alt+5", &MainWindow::openAdministration);
    if (m_session && m_session->strategies().mayRead())
        add(tr("Show the strategies"), "Alt+6", &MainWindow::openStrategies);
    list.push_back(
        {tr("Keyboard shortcuts"), keysOf("F1"), [this] { showShortcuts(m_look, this); }});
    add(tr("Sign out"), "", &MainWindow::signOut);
    return list;
}

void MainWindow::addStateCommands(std::vector<Command> &commands)
{
    if (!m_session || !m_session->agent().takesConversations())
        return;
    auto &agent = m_session->agent();
    const auto add = [&](AgentState state, const std::string &reason, const char *keys) {
        commands.push_back(
            {tr("Status: %1").arg(AgentModel::stateText(state, reason, agent.reasons())),
             keysOf(keys), [this, state, reason] {
                 if (m_session)
                     m_session->agent().askState(state, reason);
             }});
    };
    add(AgentState::Ready, {}, "Ctrl+1");
    add(AgentState::NotReady, {}, "Ctrl+2");
    for (const auto &reason : agent.reasons())
        add(AgentState::NotReady, reason.code, "");
    add(AgentState::AfterContactWork, {}, "Ctrl+3");
    add(AgentState::DoNotDisturb, {}, "Ctrl+4");
    commands.push_back({tr("Channels …"), keysOf("Ctrl+Shift+K"), [this] { openChannels(); }});
}

} // namespace tandem
