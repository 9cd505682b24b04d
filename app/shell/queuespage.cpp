// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/queuespage.h"

#include "models/desksession.h"
#include "shell/waitingpane.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"
#include "widgets/queuedelegate.h"

#include <QHBoxLayout>
#include <QListView>
#include <QStackedLayout>

namespace tandem {

QueuesPage::QueuesPage(const Look &look, Settings &settings, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_list(new QListView(this)),
      m_empty(new EmptyState(look, this)),
      m_waiting(new WaitingPane(look, settings, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(panel());
    row->addWidget(m_waiting, 1);
    connect(m_empty, &EmptyState::actionAsked, this, [this] {
        if (m_session)
            m_session->queues().refresh();
    });
    connect(m_waiting, &WaitingPane::explainAsked, this, &QueuesPage::explainAsked);
    connect(&look, &Look::changed, this, &QueuesPage::dress);
    dress();
}

QFrame *QueuesPage::panel()
{
    m_panel = new QFrame(this);
    m_panel->setProperty("surface", QStringLiteral("left"));
    m_list->setAccessibleName(tr("Queues and workbins"));
    m_list->setItemDelegate(new QueueDelegate(m_look, m_list));
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_stack = new QStackedLayout(m_panel);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    return m_panel;
}

void QueuesPage::show(DeskSession *session)
{
    if (m_session)
        m_session->queues().disconnect(this);
    m_session = session;
    m_list->setModel(session ? &session->queues() : nullptr);
    m_waiting->show(session);
    if (!session)
        return;
    connect(&session->queues(), &QAbstractItemModel::modelReset, this, &QueuesPage::onReset);
    connect(&session->queues(), &QueuesModel::loadingChanged, this, &QueuesPage::showState);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &QueuesPage::onChosen);
    onReset();
    watch();
}

void QueuesPage::choose(const Source &source)
{
    if (!m_session)
        return;
    m_session->waiting().setSource(source);
    onReset();
}

void QueuesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    watch();
    m_list->setFocus();
}

void QueuesPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    watch();
}

void QueuesPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    dress();
}

void QueuesPage::watch()
{
    if (!m_session)
        return;
    m_session->queues().setShown(isVisible());
    m_session->waiting().setShown(isVisible());
}

void QueuesPage::onReset()
{
    showState();
    auto &queues = m_session->queues();
    if (queues.rowCount() == 0)
        return;
    const auto source = m_session->waiting().source();
    const int known = source ? queues.rowOf(*source) : -1;
    // One that is gone leaves the first one.
    m_list->setCurrentIndex(queues.index(std::max(0, known)));
    onChosen();
}

void QueuesPage::onChosen()
{
    const auto current = m_list->currentIndex();
    if (m_session && current.isValid())
        m_session->waiting().setSource(m_session->queues().sourceAt(current.row()));
}

void QueuesPage::showState()
{
    if (!m_session)
        return;
    const auto &queues = m_session->queues();
    m_stack->setCurrentIndex(queues.rowCount() > 0 ? 0 : 1);
    if (queues.loading() == QueuesModel::Loading::Failed)
        m_empty->set(QStringLiteral("wifi-off"), tr("The queues cannot be read"),
                     tr("There is no answer from the server."), tr("Try again"));
    else if (queues.loading() == QueuesModel::Loading::Busy)
        m_empty->set(QStringLiteral("inbox"), tr("Reading the queues …"), {});
    else
        m_empty->set(QStringLiteral("inbox"), tr("There are no queues"),
                     tr("An administrator sets them up."));
}

void QueuesPage::dress()
{
    m_panel->setFixedWidth(m_look.px(width() < m_look.px(1120) ? 248 : 288));
    m_list->doItemsLayout();
}

} // namespace tandem
