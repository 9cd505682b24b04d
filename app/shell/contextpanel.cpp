// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/contextpanel.h"

#include "extension/contextpane.h"
#include "models/desksession.h"
#include "shell/casepane.h"
#include "shell/dispositionbar.h"
#include "widgets/look.h"

#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace tandem {

ContextPanel::ContextPanel(const Look &look, const ExtensionPoints &points, QWidget *parent)
    : QFrame(parent), m_tabs(new QTabWidget(this)), m_disposition(new DispositionBar(look, this))
{
    setProperty("surface", QStringLiteral("right"));
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->setAccessibleName(tr("Context"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_disposition);
    const auto mayEdit = [this](InteractionId id) {
        const auto *known = m_session ? m_session->conversation(id) : nullptr;
        return known && known->part() != Conversation::Part::Supervisor;
    };
    addPane(new CasePane(look, mayEdit,
                         [this](InteractionId id, const protocol::Data &set,
                                const std::vector<std::string> &remove) {
                             if (m_session)
                                 m_session->updateData(id, set, remove);
                         }),
            tr("Case"));
    for (const auto &entry : points.contextPanes.entries())
        addPane(entry.create(look), entry.title());
}

void ContextPanel::addPane(ContextPane *pane, const QString &title)
{
    auto *scroll = new QScrollArea(m_tabs);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(pane);
    scroll->setFocusPolicy(Qt::NoFocus);
    pane->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    m_panes.push_back(pane);
    m_tabs->addTab(scroll, title);
}

void ContextPanel::show(DeskSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session)
        connect(session, &DeskSession::currentChanged, this, &ContextPanel::showCurrent);
    m_disposition->show(session);
    showCurrent();
}

void ContextPanel::showCurrent()
{
    if (m_conversation)
        m_conversation->disconnect(this);
    m_conversation = m_session ? m_session->current() : nullptr;
    if (m_conversation)
        connect(m_conversation, &Conversation::changed, this, &ContextPanel::refresh);
    m_tabs->setVisible(m_conversation);
    refresh();
}

void ContextPanel::refresh()
{
    for (auto *pane : m_panes)
        pane->show(m_conversation ? &m_conversation->interaction() : nullptr);
}

} // namespace tandem
