// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/teampage.h"

#include "models/desksession.h"
#include "models/text.h"
#include "shell/agentspane.h"
#include "shell/bulkbar.h"
#include "shell/interactionspane.h"
#include "shell/monitormenu.h"
#include "shell/queuetiles.h"
#include "shell/transcriptspane.h"
#include "widgets/choicebox.h"
#include "widgets/look.h"
#include "widgets/searchfield.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShowEvent>
#include <QStackedLayout>
#include <QTimer>

namespace tandem {

TeamPage::TeamPage(const Look &look, Settings &settings, QWidget *parent)
    : QWidget(parent),
      m_look(look),
      m_title(new QLabel(tr("Team"), this)),
      m_what(new QLabel(this)),
      m_search(new SearchField(look, {}, this)),
      m_groups(new ChoiceBox(look, this)),
      m_tiles(new QueueTiles(look, this)),
      m_bulk(new BulkBar(look, this)),
      m_agents(new AgentsPane(look, this)),
      m_interactions(new InteractionsPane(look, settings, this)),
      m_transcripts(new TranscriptsPane(look, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 20);
    column->setSpacing(14);
    column->addLayout(head());
    column->addWidget(m_tiles);
    column->addLayout(tabs());
    column->addWidget(m_bulk);
    auto *holder = new QWidget(this);
    m_stack = new QStackedLayout(holder);
    m_stack->addWidget(m_agents);
    m_stack->addWidget(m_interactions);
    m_stack->addWidget(m_transcripts);
    column->addWidget(holder, 1);
    connect(m_search, &QLineEdit::textChanged, m_agents, &AgentsPane::setWords);
    connect(m_search, &QLineEdit::textChanged, m_interactions, &InteractionsPane::setWords);
    connect(m_search, &QLineEdit::textChanged, m_transcripts, &TranscriptsPane::setWords);
    connect(m_groups, &QComboBox::currentIndexChanged, this,
            [this] { m_agents->setGroup(m_groups->currentData().toString()); });
    connect(m_tiles, &QueueTiles::chosen, m_interactions, &InteractionsPane::setQueue);
    connect(m_tiles, &QueueTiles::menuAsked, this, &TeamPage::openQueueMenu);
    connect(m_interactions, &InteractionsPane::explainAsked, this, &TeamPage::explainAsked);
    auto *clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, &TeamPage::tick);
    clock->start(1000);
    choosePage(0);
}

QHBoxLayout *TeamPage::head()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    m_title->setProperty("role", QStringLiteral("page"));
    m_what->setProperty("role", QStringLiteral("muted"));
    m_what->setTextFormat(Qt::PlainText);
    m_search->setFixedWidth(m_look.px(240));
    m_groups->setAccessibleName(tr("Group"));
    row->addWidget(m_title);
    row->addWidget(m_what);
    row->addStretch();
    row->addWidget(m_search);
    row->addWidget(m_groups);
    return row;
}

QHBoxLayout *TeamPage::tabs()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    m_agentsTab = tab("first", 0);
    m_interactionsTab = tab("middle", 1);
    m_transcriptsTab = tab("last", 2);
    m_transcriptsTab->setText(tr("Done"));
    row->addWidget(m_agentsTab);
    row->addWidget(m_interactionsTab);
    row->addWidget(m_transcriptsTab);
    row->addStretch();
    row->addWidget(m_agents->actions());
    row->addWidget(m_interactions->actions());
    return row;
}

QPushButton *TeamPage::tab(const char *side, int page)
{
    auto *button = new QPushButton(this);
    button->setProperty("role", QStringLiteral("segment"));
    button->setProperty("side", QString::fromLatin1(side));
    button->setCheckable(true);
    button->setAutoExclusive(true);
    connect(button, &QPushButton::clicked, this, [this, page] { choosePage(page); });
    return button;
}

void TeamPage::show(DeskSession *session)
{
    auto *supervision = session ? &session->supervision() : nullptr;
    if (m_supervision) {
        for (auto *object : std::initializer_list<QObject *>{
                 m_supervision.get(), &m_supervision->agents(), &m_supervision->interactions()})
            object->disconnect(this);
    }
    m_supervision = supervision;
    m_tiles->show(supervision ? &supervision->queues() : nullptr);
    m_bulk->show(session ? &session->bulk() : nullptr);
    m_agents->show(supervision);
    m_interactions->show(session);
    m_transcripts->show(session);
    if (!supervision)
        return;
    connect(supervision, &Supervision::siteChanged, this, &TeamPage::fillGroups);
    for (auto *table : std::initializer_list<QAbstractItemModel *>{&supervision->agents(),
                                                                   &supervision->interactions()}) {
        connect(table, &QAbstractItemModel::modelReset, this, &TeamPage::countTabs);
        connect(table, &QAbstractItemModel::rowsInserted, this, &TeamPage::countTabs);
        connect(table, &QAbstractItemModel::rowsRemoved, this, &TeamPage::countTabs);
    }
    connect(&supervision->agents(), &AgentsTable::statesChanged, this, &TeamPage::countTabs);
    fillGroups();
    countTabs();
    choosePage(0);
    if (isVisible())
        supervision->setShown(QStringLiteral("team"), true);
}

void TeamPage::showInteractions() { choosePage(1); }

void TeamPage::showTranscripts() { choosePage(2); }

void TeamPage::focusSearch() { m_search->setFocus(); }

void TeamPage::choosePage(int page)
{
    m_stack->setCurrentIndex(page);
    QPushButton *const tabs[] = {m_agentsTab, m_interactionsTab, m_transcriptsTab};
    tabs[page]->setChecked(true);
    const QString searches[] = {tr("Search agents"), tr("Search interactions"),
                                tr("Search what is done")};
    m_search->setName(searches[page]);
    const bool isAgents = page == 0;
    m_agents->actions()->setVisible(isAgents && m_supervision && m_supervision->mayDirect());
    m_interactions->actions()->setVisible(page == 1);
    // Figures of now are no matter there, and what was said takes room.
    m_tiles->setVisible(page != 2);
    m_groups->setEnabled(isAgents);
}

void TeamPage::openQueueMenu(const QString &queue, const QPoint &where)
{
    if (!m_supervision || !m_supervision->mayDirect())
        return;
    const auto id = toUtf8(queue);
    auto *menu = new MonitorMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setWish(MonitorMenu::wishOf(m_supervision->orders(), {{}, id, {}}));
    connect(menu, &MonitorMenu::chosen, m_supervision,
            [supervision = m_supervision, id](MonitorMenu::Wish wish) {
                if (wish == MonitorMenu::Wish::None)
                    supervision->cancelMonitorNext(id);
                else
                    supervision->monitorNext(id, wish == MonitorMenu::Wish::Each);
            });
    menu->popup(where);
}

void TeamPage::countTabs()
{
    if (!m_supervision)
        return;
    const auto text = [](const QString &name, int count) {
        return QStringLiteral("%1  %2").arg(name, QLocale().toString(count));
    };
    m_agentsTab->setText(text(tr("Agents"), m_supervision->agents().rowCount()));
    m_interactionsTab->setText(text(tr("Interactions"), m_supervision->interactions().rowCount()));
    const auto states = m_supervision->agents().countByState();
    const auto count = [&](AgentState state) {
        const auto found = states.find(state);
        return found == states.end() ? 0 : found->second;
    };
    m_what->setText(tr("%1 ready, %2 of them free · live")
                        .arg(QLocale().toString(count(AgentState::Ready)),
                             QLocale().toString(m_supervision->agents().freeCount())));
}

void TeamPage::fillGroups()
{
    const auto before = m_groups->currentData();
    m_groups->clear();
    m_groups->addItem(tr("All groups"), QString());
    for (const auto &group : m_supervision->site().groups)
        m_groups->addItem(toQString(group.name), toQString(group.id));
    m_groups->setCurrentIndex(std::max(0, m_groups->findData(before)));
    m_groups->setVisible(m_groups->count() > 1);
}

void TeamPage::tick()
{
    if (!isVisible() || !m_supervision)
        return;
    m_agents->tick();
    m_interactions->tick();
    m_tiles->refresh();
}

void TeamPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_supervision && !event->spontaneous())
        m_supervision->setShown(QStringLiteral("team"), true);
}

void TeamPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_supervision && !event->spontaneous())
        m_supervision->setShown(QStringLiteral("team"), false);
}

} // namespace tandem
