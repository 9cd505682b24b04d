// SPDX-License-Identifier: GPL-3.0-or-later
#include "strategies/strategypane.h"

#include "models/desksession.h"
#include "models/errortext.h"
#include "models/text.h"
#include "strategies/chartview.h"
#include "strategies/sessionspanel.h"
#include "strategies/tracepanel.h"
#include "strategies/versionspanel.h"
#include "widgets/elidedlabel.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace tandem {

StrategyPane::StrategyPane(const Look &look, QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_title(new ElidedLabel(this)),
      m_what(new ElidedLabel(this)),
      m_remove(new QPushButton(tr("Remove …"), this)),
      m_mode(new QLabel(this)),
      m_chart(new ChartView(look, this)),
      m_noChart(new EmptyState(look, this)),
      m_charts(new QStackedLayout),
      m_toVersions(segment(tr("Versions"), "first")),
      m_toSessions(segment(tr("Sessions"), "last")),
      m_versions(new VersionsPanel(look, this)),
      m_sessions(new SessionsPanel(look, this)),
      m_trace(new TracePanel(look, this))
{
    setProperty("surface", QStringLiteral("plain"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(head());
    m_charts->addWidget(m_chart);
    m_charts->addWidget(m_noChart);
    column->addLayout(m_charts, 1);
    row->addLayout(column, 1);
    row->addWidget(side());
    connect(m_versions, &VersionsPanel::versionChosen, this, &StrategyPane::showVersion);
    connect(m_versions, &VersionsPanel::activateAsked, this, &StrategyPane::activate);
    connect(m_versions, &VersionsPanel::exportAsked, this, &StrategyPane::exportVersion);
    connect(m_versions, &VersionsPanel::installAsked, this, [this] { emit installAsked(m_id); });
    connect(m_sessions, &SessionsPanel::sessionChosen, this, &StrategyPane::openSession);
    connect(m_trace, &TracePanel::backAsked, this, &StrategyPane::closeSession);
    connect(m_remove, &QPushButton::clicked, this, &StrategyPane::remove);
    connect(&look, &Look::changed, this, &StrategyPane::dress);
    dress();
}

QWidget *StrategyPane::head()
{
    auto *holder = new QFrame(this);
    holder->setProperty("surface", QStringLiteral("top"));
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(20, 12, 16, 12);
    row->setSpacing(8);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_title->setProperty("role", QStringLiteral("page"));
    m_what->setProperty("role", QStringLiteral("muted"));
    words->addWidget(m_title);
    words->addWidget(m_what);
    row->addLayout(words, 1);
    m_mode->setProperty("role", QStringLiteral("notice"));
    m_mode->setTextFormat(Qt::PlainText);
    m_mode->hide();
    row->addWidget(m_mode, 0, Qt::AlignVCenter);
    row->addWidget(m_remove, 0, Qt::AlignVCenter);
    return holder;
}

QPushButton *StrategyPane::segment(const QString &text, const char *side)
{
    auto *made = new QPushButton(text, this);
    made->setProperty("role", QStringLiteral("segment"));
    made->setProperty("side", QString::fromLatin1(side));
    made->setCheckable(true);
    return made;
}

QWidget *StrategyPane::side()
{
    auto *holder = new QFrame(this);
    m_sideHolder = holder;
    holder->setProperty("surface", QStringLiteral("right"));
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(0);
    row->addWidget(m_toVersions, 1);
    row->addWidget(m_toSessions, 1);
    column->addLayout(row);
    auto *group = new QButtonGroup(this);
    group->addButton(m_toVersions);
    group->addButton(m_toSessions);
    m_toVersions->setChecked(true);
    m_sides = new QStackedLayout;
    for (auto *panel : {static_cast<QWidget *>(m_versions), static_cast<QWidget *>(m_sessions),
                        static_cast<QWidget *>(m_trace)})
        m_sides->addWidget(panel);
    column->addLayout(m_sides, 1);
    connect(m_toVersions, &QPushButton::clicked, this, [this] {
        closeSession();
        setSide(Versions);
    });
    connect(m_toSessions, &QPushButton::clicked, this, &StrategyPane::closeSession);
    return holder;
}

void StrategyPane::setSide(Side side)
{
    m_sides->setCurrentIndex(side);
    (side == Versions ? m_toVersions : m_toSessions)->setChecked(true);
}

void StrategyPane::show(DeskSession *session)
{
    if (m_session) {
        m_session->strategies().disconnect(this);
        m_session->strategyTrace().disconnect(this);
    }
    m_session = session;
    m_id.clear();
    m_sessions->show(session ? &session->strategySessions() : nullptr);
    m_trace->show(session ? &session->strategyTrace() : nullptr);
    if (!session)
        return;
    const bool mayChange = session->strategies().mayChange();
    m_versions->setMayChange(mayChange);
    m_remove->setVisible(mayChange);
    connect(&session->strategies(), &Strategies::listed, this, &StrategyPane::refreshHead);
    connect(&session->strategies(), &Strategies::placesChanged, this, &StrategyPane::refreshPlaces);
    connect(&session->strategyTrace(), &StrategyTraceModel::loadingChanged, this,
            &StrategyPane::onTrace);
    connect(&session->strategyTrace(), &StrategyTraceModel::currentChanged, this,
            &StrategyPane::onStep);
}

void StrategyPane::choose(const QString &id)
{
    if (!m_session || id == m_id)
        return;
    if (m_sides->currentIndex() == Steps)
        closeSession();
    m_id = id;
    m_sessions->choose(id);
    m_session->strategies().watch({}, {});
    refreshHead();
}

bool StrategyPane::isSettled() const { return !m_isFetching; }

void StrategyPane::openSessions() { setSide(Sessions); }

void StrategyPane::refreshHead()
{
    const auto *strategy = m_session ? m_session->strategies().strategy(m_id) : nullptr;
    if (!strategy)
        return;
    m_title->setWhole(toQString(strategy->name.empty() ? strategy->id : strategy->name));
    QStringList queues;
    for (const auto &queue : strategy->queues)
        queues += toQString(queue);
    QStringList parts{m_id};
    parts += strategy->activeVersion ? tr("version %1 is active").arg(*strategy->activeVersion)
                                     : tr("no version is active");
    parts += queues.isEmpty() ? tr("no queue names it")
                              : tr("queues: %1").arg(queues.join(QStringLiteral(", ")));
    m_what->setWhole(parts.join(QStringLiteral(" · ")));
    // A recorded session keeps the chart of its own version.
    if (m_sides->currentIndex() != Steps)
        m_versions->show(*strategy);
}

void StrategyPane::showVersion(int version)
{
    if (!m_session || version <= 0 || m_sides->currentIndex() == Steps)
        return;
    m_session->strategies().watch(m_id, version);
    m_isFetching = true;
    m_session->strategyDocuments().fetch(
        m_id, version, [self = QPointer(this), fetch = ++m_fetches](Result<ReadStrategy> document) {
            if (!self || fetch != self->m_fetches)
                return;
            self->m_isFetching = false;
            self->showChart(document);
            self->m_chart->setStep({}, {});
            self->refreshPlaces();
        });
}

void StrategyPane::showChart(const Result<ReadStrategy> &document)
{
    const bool isThere = document && document->chart;
    if (isThere) {
        m_version = document->version;
        m_chart->setChart(document->chart);
    } else {
        m_chart->setChart(nullptr);
        m_noChart->set(QStringLiteral("circle-alert"), tr("The chart cannot be drawn"),
                       document ? document->problem : errorText(document.error()));
    }
    m_charts->setCurrentIndex(isThere ? 0 : 1);
}

void StrategyPane::refreshPlaces()
{
    std::vector<ChartView::Place> places;
    const auto &now = m_session->strategies().places();
    if (now && now->version == m_version && m_sides->currentIndex() != Steps) {
        for (const auto &place : now->places) {
            QStringList ids;
            for (const auto &id : place.interactionIds)
                ids += toQString(id);
            places.push_back({toQString(place.state), place.count, ids});
        }
    }
    m_chart->setPlaces(places);
}

void StrategyPane::openSession(const QString &sessionId)
{
    const auto id = StrategySessionId::fromText(toUtf8(sessionId));
    if (!m_session || !id)
        return;
    setSide(Steps);
    m_session->strategies().watch({}, {});
    m_session->strategyTrace().load(*id);
    m_trace->setFocus();
}

void StrategyPane::onTrace()
{
    if (!m_session || m_sides->currentIndex() != Steps)
        return;
    const auto &recorded = m_session->strategyTrace().recorded();
    if (!recorded)
        return;
    const auto &session = recorded->session;
    m_mode->setText(tr("Recorded: version %1").arg(session.version));
    m_mode->show();
    m_remove->hide();
    m_isFetching = true;
    m_session->strategyDocuments().fetch(
        toQString(session.strategyId), session.version,
        [self = QPointer(this), fetch = ++m_fetches](Result<ReadStrategy> document) {
            if (!self || fetch != self->m_fetches)
                return;
            self->m_isFetching = false;
            self->showChart(document);
            self->refreshPlaces();
            self->onStep();
        });
}

void StrategyPane::onStep()
{
    if (!m_session || m_sides->currentIndex() != Steps)
        return;
    const auto *step = m_session->strategyTrace().step();
    if (!step) {
        m_chart->setStep({}, {});
        return;
    }
    QStringList states;
    for (const auto &state : step->states)
        states += toQString(state);
    m_chart->setStep(states, step->transitions);
}

void StrategyPane::closeSession()
{
    m_mode->hide();
    setSide(Sessions);
    if (!m_session)
        return;
    m_remove->setVisible(m_session->strategies().mayChange());
    m_session->strategyTrace().close();
    m_chart->setStep({}, {});
    refreshHead();
}

void StrategyPane::dress()
{
    m_sideHolder->setFixedWidth(m_look.px(304));
    m_remove->setIcon(m_look.buttonIcon(QStringLiteral("trash-2"), Colour::Text, 16));
}

} // namespace tandem
