// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/waitingpane.h"

#include "models/desksession.h"
#include "models/text.h"
#include "shell/bulkbar.h"
#include "shell/waitingactions.h"
#include "widgets/choicebox.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"
#include "widgets/waitingdelegate.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace tandem {

WaitingPane::WaitingPane(const Look &look, Settings &settings, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_title(new ElidedLabel(this)),
      m_summary(new QLabel(this)),
      m_search(new QLineEdit(this)),
      m_order(new ChoiceBox(look, this)),
      m_table(new QTableView(this)),
      m_empty(new EmptyState(look, this)),
      m_actions(new WaitingActions(look, settings, this)),
      m_bulk(new BulkBar(look, this))
{
    setProperty("surface", QStringLiteral("canvas"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head());
    column->addWidget(m_bulk);
    column->addWidget(list(), 1);
    column->addWidget(m_actions);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (m_session)
            m_session->waiting().setSearch(text);
    });
    connect(m_order, &QComboBox::activated, this, [this](int index) {
        if (m_session)
            m_session->waiting().setOrder(
                static_cast<protocol::ListOrder>(m_order->itemData(index).toInt()));
    });
    connect(m_empty, &EmptyState::actionAsked, this, [this] {
        if (m_session)
            m_session->waiting().refresh();
    });
    connect(m_actions, &WaitingActions::explainAsked, this, &WaitingPane::explainAsked);
    connect(&look, &Look::changed, this, &WaitingPane::fitColumns);
}

QWidget *WaitingPane::head()
{
    auto *frame = new QFrame(this);
    frame->setProperty("surface", QStringLiteral("top"));
    m_title->setProperty("role", QStringLiteral("heading"));
    m_summary->setProperty("role", QStringLiteral("muted"));
    m_summary->setTextFormat(Qt::PlainText);
    m_search->setAccessibleName(tr("Search contact or subject"));
    m_search->setPlaceholderText(tr("Search contact or subject"));
    m_search->setClearButtonEnabled(false);
    m_search->setMaximumWidth(m_look.px(260));
    m_search->addAction(m_look.icon(QStringLiteral("search"), Colour::TextMuted, 16),
                        QLineEdit::LeadingPosition);
    for (auto *glass : m_search->findChildren<QToolButton *>())
        glass->setAccessibleName(tr("Search"));
    m_order->setAccessibleName(tr("Order"));
    const std::pair<QString, protocol::ListOrder> orders[] = {
        {tr("Oldest first"), protocol::ListOrder::Created},
        {tr("Highest priority first"), protocol::ListOrder::Priority},
        {tr("Due first"), protocol::ListOrder::Due}};
    for (const auto &[name, order] : orders)
        m_order->addItem(name, static_cast<int>(order));
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(20, 12, 16, 12);
    row->setSpacing(10);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_title);
    names->addWidget(m_summary);
    row->addLayout(names, 1);
    row->addWidget(m_search, 1);
    row->addWidget(m_order);
    return frame;
}

QWidget *WaitingPane::list()
{
    auto *holder = new QFrame(this);
    holder->setProperty("surface", QStringLiteral("plain"));
    m_stack = new QStackedLayout(holder);
    m_table->setAccessibleName(tr("Interactions"));
    m_table->setItemDelegate(new WaitingDelegate(m_look, m_table));
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::ExtendedSelection);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setVerticalScrollMode(QTableView::ScrollPerPixel);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionsClickable(false);
    m_table->installEventFilter(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    connect(m_table, &QTableView::customContextMenuRequested, this, &WaitingPane::openMenu);
    connect(m_table, &QTableView::doubleClicked, m_actions, &WaitingActions::pull);
    return holder;
}

void WaitingPane::show(DeskSession *session)
{
    if (m_session) {
        m_session->waiting().disconnect(this);
        m_session->queues().disconnect(this);
    }
    m_session = session;
    m_actions->show(session);
    m_bulk->show(session ? &session->bulk() : nullptr);
    m_search->clear();
    m_table->setModel(session ? &session->waiting() : nullptr);
    if (!session)
        return;
    auto &waiting = session->waiting();
    connect(&waiting, &WaitingModel::loadingChanged, this, &WaitingPane::showState);
    connect(&waiting, &QAbstractItemModel::modelReset, this, &WaitingPane::showHead);
    connect(&waiting, &QAbstractItemModel::modelReset, this, &WaitingPane::showChosen);
    connect(&waiting, &QAbstractItemModel::rowsRemoved, this, &WaitingPane::showChosen);
    connect(&session->queues(), &QueuesModel::refreshed, this, &WaitingPane::showHead);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &WaitingPane::showChosen);
    m_order->setCurrentIndex(std::max(0, m_order->findData(static_cast<int>(waiting.order()))));
    fitColumns();
    showHead();
    showState();
    showChosen();
}

void WaitingPane::fitColumns()
{
    if (!m_session)
        return;
    auto *header = m_table->horizontalHeader();
    m_table->verticalHeader()->setDefaultSectionSize(m_look.px(44));
    header->setFixedHeight(m_look.px(36));
    const std::pair<WaitingModel::Column, int> widths[] = {{WaitingModel::Contact, 190},
                                                           {WaitingModel::Medium, 100},
                                                           {WaitingModel::Priority, 80},
                                                           {WaitingModel::Due, 150},
                                                           {WaitingModel::Wait, 130}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, m_look.px(width));
    header->setSectionResizeMode(WaitingModel::Subject, QHeaderView::Stretch);
}

void WaitingPane::showHead()
{
    if (!m_session)
        return;
    const auto &queues = m_session->queues();
    const auto source = m_session->waiting().source();
    const int row = source ? queues.rowOf(*source) : -1;
    const auto at = queues.index(row);
    m_title->setWhole(row < 0 ? tr("Queues and workbins")
                              : at.data(QueuesModel::NameRole).toString());
    const int count = at.data(QueuesModel::CountRole).toInt();
    const bool isQueue = source && source->kind == Source::Kind::Queue;
    m_summary->setText(row < 0   ? QString()
                       : isQueue ? tr("%n waiting", nullptr, count)
                                 : tr("%n parked", nullptr, count));
}

void WaitingPane::showState()
{
    if (!m_session)
        return;
    const auto &waiting = m_session->waiting();
    const bool hasRows = waiting.rowCount() > 0;
    const bool isFailed = waiting.loading() == WaitingModel::Loading::Failed;
    // What was read stays while it is read anew.
    m_stack->setCurrentIndex(hasRows ? 0 : 1);
    m_actions->setVisible(hasRows);
    if (hasRows)
        return;
    const bool isQueue = !waiting.source() || waiting.source()->kind == Source::Kind::Queue;
    if (!waiting.source())
        m_empty->set(QStringLiteral("inbox"), tr("Choose a queue or a workbin"), {});
    else if (waiting.loading() == WaitingModel::Loading::Busy)
        m_empty->set(QStringLiteral("inbox"), tr("Reading …"), {});
    else if (waiting.loading() == WaitingModel::Loading::NotPermitted)
        m_empty->set(QStringLiteral("lock"), tr("This queue is not open to you"),
                     tr("What waits here comes to you, if it does, as an offer."));
    else if (isFailed)
        m_empty->set(QStringLiteral("wifi-off"), tr("The list cannot be read"),
                     tr("There is no answer from the server."), tr("Try again"));
    else if (!waiting.search().isEmpty())
        m_empty->set(QStringLiteral("search"), tr("Nothing found"),
                     tr("No contact and no subject has this in it."));
    else if (isQueue)
        m_empty->set(QStringLiteral("coffee"), tr("Nobody is waiting"),
                     tr("Whoever comes and finds nobody free stands here."));
    else
        m_empty->set(QStringLiteral("archive"), tr("Nothing is parked here"),
                     tr("Use Park in a conversation to put it aside for later."));
}

void WaitingPane::showChosen()
{
    if (!m_session || !m_table->selectionModel())
        return;
    const auto &waiting = m_session->waiting();
    std::vector<InteractionId> chosen;
    for (const auto &index : m_table->selectionModel()->selectedRows()) {
        if (const auto *interaction = waiting.at(index.row()))
            chosen.push_back(interaction->id);
    }
    const bool areAll = static_cast<int>(chosen.size()) == waiting.rowCount();
    m_actions->setChosen(std::move(chosen), areAll && waiting.hasMore());
}

void WaitingPane::openMenu(const QPoint &at)
{
    if (!m_table->indexAt(at).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fill(*menu);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

bool WaitingPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_actions->pull();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace tandem
