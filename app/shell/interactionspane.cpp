// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/interactionspane.h"

#include "models/desksession.h"
#include "models/text.h"
#include "shell/interactioncells.h"
#include "shell/prioritydialog.h"
#include "shell/targetdialog.h"
#include "widgets/confirmation.h"
#include "widgets/datatable.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

namespace tandem {

InteractionsPane::InteractionsPane(const Look &look, Settings &settings, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_settings(settings),
      m_filter(InteractionsTable::SearchRole, InteractionsTable::SortRole,
               InteractionsTable::QueueRole),
      m_table(new DataTable(look, this)),
      m_empty(new EmptyState(look, this)),
      m_stack(new QStackedLayout(this)),
      m_actions(new QWidget(this)),
      m_buttons(new QHBoxLayout(m_actions))
{
    setProperty("surface", QStringLiteral("table"));
    m_stack->setContentsMargins(1, 1, 1, 1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_table->setModel(&m_filter);
    m_table->setItemDelegate(new InteractionCells(look, m_table));
    m_table->setAccessibleName(tr("Open interactions"));
    m_table->sortByColumn(InteractionsTable::State, Qt::AscendingOrder);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_buttons->setSpacing(8);
    m_monitor = addAction(tr("Monitor"), &InteractionsPane::monitor);
    m_explain = addAction(tr("Why routed so?"), &InteractionsPane::explain);
    m_priority = addAction(tr("Priority …"), &InteractionsPane::setPriority);
    m_done = addAction(tr("Mark done"), &InteractionsPane::markDone);
    m_redistribute = addAction(tr("Redistribute …"), &InteractionsPane::redistribute);
    connect(m_table, &DataTable::chosenChanged, this, &InteractionsPane::refresh);
    connect(m_table, &DataTable::menuAsked, this, &InteractionsPane::openMenu);
    connect(m_empty, &EmptyState::actionAsked, this, [this] {
        if (m_session)
            m_session->supervision().refresh();
    });
    for (auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_filter, changed, this, &InteractionsPane::refresh);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &InteractionsPane::refresh);
}

QPushButton *InteractionsPane::addAction(const QString &text, void (InteractionsPane::*slot)())
{
    auto *button = new QPushButton(text, m_actions);
    m_buttons->addWidget(button);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

void InteractionsPane::show(DeskSession *session)
{
    if (m_session) {
        m_session->supervision().disconnect(this);
        m_session->bulk().disconnect(this);
    }
    m_session = session;
    m_filter.setSourceModel(session ? &session->supervision().interactions() : nullptr);
    if (!session)
        return;
    m_table->setShares({220, 150, 100, 130, 80, 75, 75, 75, 75});
    for (auto *button : {m_monitor, m_priority, m_done, m_redistribute})
        button->setVisible(session->supervision().mayDirect());
    connect(&session->supervision(), &Supervision::loadingChanged, this,
            &InteractionsPane::refresh);
    connect(&session->bulk(), &BulkOperation::changed, this, &InteractionsPane::refresh);
    refresh();
}

void InteractionsPane::setWords(const QString &words)
{
    m_filter.setWords(words);
    refresh();
}

void InteractionsPane::setQueue(const QString &queue)
{
    m_filter.setValue(queue);
    refresh();
}

void InteractionsPane::tick() { m_table->tick(); }

std::vector<InteractionId> InteractionsPane::chosen() const
{
    std::vector<InteractionId> ids;
    const auto rows = m_table->chosenRows();
    for (const auto &row : rows)
        ids.push_back(
            m_session->supervision().interactions().idAt(m_filter.mapToSource(row).row()));
    return ids;
}

void InteractionsPane::openMenu(const QPoint &where)
{
    if (m_table->chosenRows().isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (auto *button : {m_monitor, m_redistribute, m_priority, m_done, m_explain}) {
        if (button->isHidden())
            continue;
        auto *action = menu->addAction(button->text());
        action->setEnabled(button->isEnabled());
        connect(action, &QAction::triggered, button, &QPushButton::click);
    }
    menu->popup(where);
}

void InteractionsPane::refresh()
{
    if (!m_session)
        return;
    auto &supervision = m_session->supervision();
    const auto count = m_table->chosenRows().size();
    const bool mayAct = count > 0 && !m_session->bulk().isBusy();
    for (auto *button : {m_priority, m_done, m_redistribute})
        button->setEnabled(mayAct);
    m_explain->setEnabled(count == 1);
    const auto *one = count == 1 ? supervision.interactions().find(chosen().front()) : nullptr;
    m_monitor->setEnabled(one && one->mediaType == "chat" && !one->endedAt
                          && one->agentId != m_session->agent().id());
    m_stack->setCurrentIndex(m_filter.rowCount() > 0 ? 0 : 1);
    if (supervision.interactions().rowCount() > 0)
        m_empty->set(QStringLiteral("search"), tr("Nothing found"),
                     tr("No open interaction fits."));
    else if (supervision.loading() == Supervision::Loading::Failed)
        m_empty->set(QStringLiteral("wifi-off"), tr("The interactions cannot be shown"),
                     supervision.problem(), tr("Try again"));
    else if (supervision.loading() == Supervision::Loading::Busy)
        m_empty->set(QStringLiteral("inbox"), tr("Looking what is going on …"), {});
    else
        m_empty->set(QStringLiteral("inbox"), tr("Nothing is open"),
                     tr("Conversations stand here from the moment they begin to wait."));
}

void InteractionsPane::monitor()
{
    if (const auto ids = chosen(); ids.size() == 1)
        m_session->monitor(ids.front());
}

void InteractionsPane::redistribute()
{
    const auto ids = chosen();
    auto *dialog = new TargetDialog(
        m_look, *m_session, m_settings,
        tr("Redistribute %n interaction(s)", nullptr, static_cast<int>(ids.size())),
        TargetDialog::Note::None, window());
    const auto begin = [self = QPointer(this), ids](const protocol::Target *target) {
        if (!self)
            return;
        protocol::InteractionBulk request;
        request.action = protocol::BulkAction::Redistribute;
        request.interactionIds = ids;
        if (target)
            request.target = *target;
        self->start(std::move(request));
    };
    dialog->addWay({tr("Redistribute"), tr("Whoever handles one of them now loses it."),
                    tr("Redistribute to %1"),
                    [begin](const protocol::Target &target, const QString &) { begin(&target); }});
    dialog->addPlain(tr("By their own queues"), [begin] { begin(nullptr); });
    dialog->open(0);
}

void InteractionsPane::setPriority()
{
    auto *dialog = new PriorityDialog(m_look, window());
    connect(dialog, &PriorityDialog::chosen, this, [this, ids = chosen()](int priority) {
        protocol::InteractionBulk request;
        request.action = protocol::BulkAction::SetPriority;
        request.interactionIds = ids;
        request.priority = priority;
        start(std::move(request));
    });
    dialog->open();
}

void InteractionsPane::markDone()
{
    const auto ids = chosen();
    confirm(this, m_look, tr("Mark %n interaction(s) done?", nullptr, static_cast<int>(ids.size())),
            tr("Conversations that are still open end. This cannot be undone."), tr("Mark done"),
            [self = QPointer(this), ids] {
                if (!self)
                    return;
                protocol::InteractionBulk request;
                request.action = protocol::BulkAction::MarkDone;
                request.interactionIds = ids;
                self->start(std::move(request));
            });
}

void InteractionsPane::start(protocol::InteractionBulk request)
{
    if (m_session)
        m_session->bulk().start(request);
}

void InteractionsPane::explain()
{
    const auto ids = chosen();
    const auto *one =
        ids.size() == 1 ? m_session->supervision().interactions().find(ids.front()) : nullptr;
    if (one)
        emit explainAsked(one->id, toQString(one->contact.name));
}

} // namespace tandem
