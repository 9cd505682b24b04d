// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/strategiesview.h"

#include "models/desksession.h"
#include "strategies/installdialog.h"
#include "strategies/strategycells.h"
#include "strategies/strategypane.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"
#include "widgets/searchfield.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tandem {

namespace {

constexpr qint64 largestDocument = 512 * 1024;

StrategyCells::Row strategyRow(const QModelIndex &index)
{
    const auto queues = index.data(Strategies::QueuesRole).toString();
    const int sessions = index.data(Strategies::SessionsRole).toInt();
    const QStringList parts{index.data(Strategies::IdRole).toString(),
                            index.data(Strategies::VersionRole).toString()};
    return {index.data().toString(),
            parts.join(QStringLiteral(" · ")),
            queues.isEmpty() ? StrategiesView::tr("No queue names it") : queues,
            sessions > 0 ? QLocale().toString(sessions) : QString(),
            Colour::AccentText,
            Colour::Accent};
}

} // namespace

StrategiesView::StrategiesView(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_filter(Strategies::SearchRole, Strategies::IdRole, Strategies::IdRole),
      m_panel(new QFrame(this)),
      m_add(new QPushButton(tr("Add"), m_panel)),
      m_search(new SearchField(look, tr("Search"), m_panel)),
      m_list(new QListView(m_panel)),
      m_pane(new StrategyPane(look, this)),
      m_empty(new EmptyState(look, this)),
      m_stack(new QStackedLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(panel());
    auto *holder = new QFrame(this);
    holder->setProperty("surface", QStringLiteral("plain"));
    holder->setLayout(m_stack);
    m_stack->addWidget(m_pane);
    m_stack->addWidget(m_empty);
    row->addWidget(holder, 1);
    connect(m_add, &QPushButton::clicked, this, [this] { chooseFile({}); });
    connect(m_pane, &StrategyPane::installAsked, this, &StrategiesView::chooseFile);
    connect(m_empty, &EmptyState::actionAsked, this, [this] {
        if (m_session && m_session->strategies().isLoaded())
            chooseFile({});
        else if (m_session)
            m_session->strategies().refresh();
    });
    connect(&look, &Look::changed, this, &StrategiesView::dress);
    dress();
}

QFrame *StrategiesView::panel()
{
    m_panel->setProperty("surface", QStringLiteral("left"));
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(12, 14, 12, 8);
    column->setSpacing(8);
    auto *top = new QHBoxLayout;
    auto *title = new QLabel(tr("Strategies"), m_panel);
    title->setProperty("role", QStringLiteral("heading"));
    m_add->setAccessibleName(tr("Add a strategy"));
    top->addWidget(title, 1);
    top->addWidget(m_add);
    column->addLayout(top);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    m_list->setModel(&m_filter);
    m_list->setItemDelegate(new StrategyCells(m_look, 3, strategyRow, m_list));
    m_list->setAccessibleName(tr("List of strategies"));
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    connect(m_search, &QLineEdit::textChanged, &m_filter, &TableFilter::setWords);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &StrategiesView::onCurrent);
    return m_panel;
}

void StrategiesView::show(DeskSession *session)
{
    if (m_session)
        m_session->strategies().disconnect(this);
    m_session = session;
    m_chosen.clear();
    m_filter.setSourceModel(session ? &session->strategies() : nullptr);
    m_pane->show(session);
    if (!session)
        return;
    auto &strategies = session->strategies();
    m_add->setVisible(strategies.mayChange());
    connect(&strategies, &Strategies::listed, this, &StrategiesView::refresh);
    connect(&strategies, &Strategies::loadingChanged, this, &StrategiesView::refresh);
    strategies.setShown(isVisible());
    refresh();
}

void StrategiesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_session)
        m_session->strategies().setShown(true);
}

void StrategiesView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_session)
        m_session->strategies().setShown(false);
}

void StrategiesView::choose(const QString &id)
{
    m_search->clear();
    m_chosen = id;
    refresh();
}

void StrategiesView::focusSearch() { m_search->setFocus(); }

void StrategiesView::refresh()
{
    if (!m_session)
        return;
    const auto &strategies = m_session->strategies();
    const bool hasAny = strategies.rowCount() > 0;
    m_stack->setCurrentIndex(hasAny ? 0 : 1);
    if (!strategies.isLoaded() && strategies.loading() == Strategies::Loading::Failed)
        m_empty->set(QStringLiteral("wifi-off"), tr("The strategies cannot be shown"),
                     strategies.problem(), tr("Try again"));
    else if (!strategies.isLoaded())
        m_empty->set(QStringLiteral("workflow"), tr("Reading the strategies …"), {});
    else
        m_empty->set(QStringLiteral("workflow"), tr("No strategies yet"),
                     tr("A strategy is a state chart (SCXML) that decides what becomes of each "
                        "interaction of a queue that names it."),
                     strategies.mayChange() ? tr("Install the first one") : QString());
    if (!hasAny)
        return;
    if (strategies.rowOf(m_chosen) < 0)
        m_chosen = strategies.index(0).data(Strategies::IdRole).toString();
    m_isSilent = true;
    const auto index = m_filter.mapFromSource(strategies.index(strategies.rowOf(m_chosen)));
    if (index != m_list->currentIndex())
        m_list->setCurrentIndex(index);
    m_isSilent = false;
    m_pane->choose(m_chosen);
}

void StrategiesView::onCurrent()
{
    const auto index = m_list->currentIndex();
    if (m_isSilent || !index.isValid())
        return;
    m_chosen = index.data(Strategies::IdRole).toString();
    m_pane->choose(m_chosen);
}

void StrategiesView::chooseFile(const QString &id)
{
    auto *dialog = new QFileDialog(window(), tr("Install a strategy"), QString(),
                                   tr("State chart (*.scxml *.xml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id](const QString &path) { readFile(id, path); });
    dialog->open();
}

void StrategiesView::readFile(const QString &id, const QString &path)
{
    if (!m_session)
        return;
    const QFileInfo info(path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        emit m_session->noticed(
            tr("%1 cannot be read: %2").arg(info.fileName(), file.errorString()));
        return;
    }
    if (file.size() > largestDocument) {
        emit m_session->noticed(tr("%1 is too large: a strategy has at most %2 KiB.")
                                    .arg(info.fileName())
                                    .arg(largestDocument / 1024));
        return;
    }
    auto *dialog = new InstallDialog(m_look, m_session->strategies(), id, info.completeBaseName(),
                                     info.fileName(), QString::fromUtf8(file.readAll()), window());
    connect(dialog, &InstallDialog::installed, this,
            [this](const QString &installed) { m_chosen = installed; });
    dialog->open();
}

void StrategiesView::dress()
{
    m_panel->setFixedWidth(m_look.px(240));
    m_add->setIcon(m_look.buttonIcon(QStringLiteral("plus"), Colour::Text, 14));
}

} // namespace tandem
