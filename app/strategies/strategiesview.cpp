// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/strategiesview.h"

#include "models/desksession.h"
#include "models/errortext.h"
#include "models/text.h"
#include "strategies/installdialog.h"
#include "strategies/strategycells.h"
#include "strategies/strategypane.h"
#include "widgets/emptystate.h"
#include "widgets/listpanel.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>

namespace tandem {

namespace {

constexpr int strategiesWidth = 240;
constexpr qint64 largestDocument = 512 * 1024;

StrategyCells::Row strategyRow(const QModelIndex &index)
{
    const auto queues = index.data(Strategies::QueuesRole).toString();
    const int sessions = index.data(Strategies::SessionsRole).toInt();
    const QStringList parts{index.data(Strategies::IdRole).toString(),
                            index.data(Strategies::VersionRole).toString()};
    return {index.data().toString(),
            parts.join(QStringLiteral(" · ")),
            queues.isEmpty() ? StrategiesView::tr("No queue names it")
                             : StrategiesView::tr("Queues: %1").arg(queues),
            sessions > 0 ? QLocale().toString(sessions) : QString(),
            Colour::AccentText,
            Colour::Accent};
}

} // namespace

StrategiesView::StrategiesView(const Look &look, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_panel(new ListPanel(look, tr("Search"), Strategies::SearchRole, strategiesWidth, this)),
      m_add(m_panel->addButton(tr("Add"), QStringLiteral("plus"))),
      m_pane(new StrategyPane(look, this)),
      m_empty(new EmptyState(look, this)),
      m_stack(new QStackedLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_panel->setTitle(tr("Strategies"));
    m_panel->list()->setItemDelegate(new StrategyCells(look, 3, strategyRow, m_panel->list()));
    m_panel->list()->setAccessibleName(tr("List of strategies"));
    m_add->setAccessibleName(tr("Add a strategy"));
    setFocusProxy(m_panel->list());
    row->addWidget(m_panel);
    auto *holder = new QFrame(this);
    holder->setProperty("surface", QStringLiteral("plain"));
    holder->setLayout(m_stack);
    m_stack->addWidget(m_pane);
    m_stack->addWidget(m_empty);
    row->addWidget(holder, 1);
    connect(m_panel, &ListPanel::chosen, this, &StrategiesView::onChosen);
    connect(m_add, &QPushButton::clicked, this, [this] { chooseFile({}); });
    connect(m_pane, &StrategyPane::installAsked, this, &StrategiesView::chooseFile);
    connect(m_empty, &EmptyState::actionAsked, this, [this] {
        if (m_session && m_session->strategies().isLoaded())
            chooseFile({});
        else if (m_session)
            m_session->strategies().refresh();
    });
}

void StrategiesView::show(DeskSession *session)
{
    if (m_session)
        m_session->strategies().disconnect(this);
    m_session = session;
    m_chosen.clear();
    m_panel->setSource(session ? &session->strategies() : nullptr);
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
    m_panel->clearSearch();
    m_chosen = id;
    refresh();
}

void StrategiesView::openSessionOf(InteractionId id)
{
    if (!m_session)
        return;
    m_session->strategies().findSession(id, [self = QPointer(this), session = m_session](
                                                const Result<protocol::StrategySession> &found) {
        if (!self || !session || self->m_session != session)
            return;
        if (!found) {
            emit session->noticed(found.error().reason == Reason::NotFound
                                      ? tr("No session of this interaction is recorded.")
                                      : errorText(found.error()));
            return;
        }
        const auto strategy = toQString(found->strategyId);
        // Before the list is there, too: the pane needs it only for the head.
        self->choose(strategy);
        self->m_pane->choose(strategy);
        self->m_pane->openSession(toQString(found->sessionId));
    });
}

void StrategiesView::focusSearch() { m_panel->focusSearch(); }

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
    m_panel->choose(strategies.index(strategies.rowOf(m_chosen)));
    m_pane->choose(m_chosen);
}

void StrategiesView::onChosen(const QModelIndex &index)
{
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

} // namespace tandem
