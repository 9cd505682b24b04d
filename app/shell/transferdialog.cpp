// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/transferdialog.h"

#include "domain/limits.h"
#include "models/desksession.h"
#include "shell/teamdelegate.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace tandem {

TransferDialog::TransferDialog(const Look &look, DeskSession &session, InteractionId id,
                               QWidget *parent)
    : QDialog(parent),
      m_look(look),
      m_session(&session),
      m_id(id),
      m_search(new QLineEdit(this)),
      m_agents(new QListView(this)),
      m_empty(new EmptyState(look, this)),
      m_filter(new QSortFilterProxyModel(this)),
      m_hint(new QLabel(this)),
      m_note(new QLineEdit(this)),
      m_transfer(new QPushButton(tr("Transfer"), this))
{
    const auto *conversation = session.conversation(id);
    setWindowTitle(tr("Transfer conversation"));
    setModal(true);
    resize(look.px(420), look.px(480));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(10);
    auto *title = new QLabel(tr("Transfer %1 to a colleague")
                                 .arg(conversation ? conversation->contactName() : QString()),
                             this);
    title->setProperty("role", QStringLiteral("heading"));
    title->setTextFormat(Qt::PlainText);
    column->addWidget(title);
    m_search->setAccessibleName(tr("Search colleagues"));
    m_search->setPlaceholderText(tr("Search colleagues"));
    m_search->addAction(look.icon(QStringLiteral("search"), Colour::TextMuted, 16),
                        QLineEdit::LeadingPosition);
    for (auto *glass : m_search->findChildren<QToolButton *>())
        glass->setAccessibleName(tr("Search"));
    column->addWidget(m_search);
    column->addWidget(list(), 1);
    m_note->setAccessibleName(tr("Note for the colleague"));
    m_note->setPlaceholderText(tr("Note for the colleague (the customer does not see it)"));
    m_note->setMaxLength(static_cast<int>(limits::note));
    column->addWidget(m_note);
    auto *row = new QHBoxLayout;
    m_hint->setProperty("role", QStringLiteral("small"));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_transfer->setProperty("role", QStringLiteral("primary"));
    row->addWidget(m_hint, 1);
    row->addWidget(cancel);
    row->addWidget(m_transfer);
    column->addLayout(row);
    m_transfer->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_transfer, &QPushButton::clicked, this, &TransferDialog::transfer);
    connect(m_search, &QLineEdit::textChanged, m_filter,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(m_search, &QLineEdit::textChanged, this, &TransferDialog::refresh);
    m_search->installEventFilter(this);
    session.team().refresh();
    m_search->setFocus();
    refresh();
}

QWidget *TransferDialog::list()
{
    auto *holder = new QWidget(this);
    m_stack = new QStackedLayout(holder);
    m_filter->setSourceModel(&m_session->team());
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_agents->setModel(m_filter);
    m_agents->setAccessibleName(tr("Colleagues"));
    m_agents->setItemDelegate(new TeamDelegate(m_look, m_agents));
    m_agents->setMouseTracking(true);
    m_agents->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_agents->setEditTriggers(QListView::NoEditTriggers);
    m_stack->addWidget(m_agents);
    m_stack->addWidget(m_empty);
    auto &team = m_session->team();
    connect(&team, &TeamModel::loadingChanged, this, &TransferDialog::refresh);
    connect(&team, &QAbstractItemModel::modelReset, this, &TransferDialog::refresh);
    connect(m_agents->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &TransferDialog::onChosen);
    connect(m_agents, &QListView::doubleClicked, this, &TransferDialog::transfer);
    return holder;
}

bool TransferDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Up)
        return false;
    const int step = key == Qt::Key_Down ? 1 : -1;
    const int row =
        std::clamp(m_agents->currentIndex().row() + step, 0, std::max(0, m_filter->rowCount() - 1));
    m_agents->setCurrentIndex(m_filter->index(row, 0));
    return true;
}

void TransferDialog::refresh()
{
    if (!m_session)
        return;
    const auto loading = m_session->team().loading();
    const bool hasAgents = m_filter->rowCount() > 0;
    m_stack->setCurrentIndex(hasAgents ? 0 : 1);
    if (loading == TeamModel::Loading::Busy)
        m_empty->set(QStringLiteral("users"), tr("Looking who is there …"), {});
    else if (loading == TeamModel::Loading::Failed)
        m_empty->set(QStringLiteral("wifi-off"), tr("The team cannot be shown"),
                     tr("There is no connection to the server. Try again in a moment."));
    else
        m_empty->set(QStringLiteral("users"), tr("Nobody found"),
                     m_search->text().isEmpty() ? tr("There are no other agents.")
                                                : tr("Nobody has a name like this."));
    if (hasAgents && !m_agents->currentIndex().isValid())
        m_agents->setCurrentIndex(m_filter->index(0, 0));
    onChosen();
}

void TransferDialog::onChosen()
{
    const auto chosen = m_agents->currentIndex();
    const auto name = chosen.data(TeamModel::NameRole).toString();
    const bool canTake = chosen.data(TeamModel::CanTakeRole).toBool();
    m_transfer->setEnabled(canTake);
    m_transfer->setAccessibleName(canTake ? tr("Transfer to %1").arg(name) : tr("Transfer"));
    m_hint->setText(chosen.isValid() && !canTake ? tr("%1 is not free").arg(name) : QString());
}

void TransferDialog::transfer()
{
    const auto chosen = m_filter->mapToSource(m_agents->currentIndex());
    if (!m_session || !chosen.data(TeamModel::CanTakeRole).toBool())
        return;
    m_session->transferTo(m_id, m_session->team().idAt(chosen.row()), m_note->text());
    accept();
}

} // namespace tandem
