// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/explanationdialog.h"

#include "models/desksession.h"
#include "models/explanation.h"
#include "shell/decisionview.h"
#include "widgets/emptystate.h"
#include "widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace tandem {

namespace {

// Of a long life the end is what is asked for; the rest is a press away.
constexpr std::size_t shownAtOnce = 20;

} // namespace

ExplanationDialog::ExplanationDialog(const Look &look, DeskSession &session, InteractionId id,
                                     const QString &contact, QWidget *parent)
    : QDialog(parent),
      m_look(look),
      m_id(id),
      m_maySeeStrategies(session.strategies().mayRead()),
      m_explanation(new Explanation(session.link(), session.directory(), session.queues(), this)),
      m_scroll(new QScrollArea(this)),
      m_empty(new EmptyState(look, this)),
      m_toStrategy(new QPushButton(tr("Strategy session"), this)),
      m_shown(shownAtOnce)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Why was this routed so?"));
    setModal(true);
    resize(look.px(640), look.px(620));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 18);
    column->setSpacing(6);
    auto *title = new QLabel(tr("Why was this routed so?"), this);
    title->setProperty("role", QStringLiteral("heading"));
    auto *who = new QLabel(contact, this);
    who->setProperty("role", QStringLiteral("muted"));
    who->setTextFormat(Qt::PlainText);
    column->addWidget(title);
    column->addWidget(who);
    column->addSpacing(8);
    auto *holder = new QWidget(this);
    m_stack = new QStackedLayout(holder);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Decisions"));
    m_scroll->viewport()->setAutoFillBackground(false);
    m_stack->addWidget(m_scroll);
    m_stack->addWidget(m_empty);
    column->addWidget(holder, 1);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    m_toStrategy->setToolTip(tr("What its strategy did, step by step"));
    m_toStrategy->setIcon(look.buttonIcon(QStringLiteral("workflow"), Colour::Text, 16));
    m_toStrategy->hide();
    auto *row = new QHBoxLayout;
    row->addWidget(m_toStrategy);
    row->addStretch();
    row->addWidget(close);
    column->addLayout(row);
    connect(m_toStrategy, &QPushButton::clicked, this, [this] {
        accept();
        emit strategySessionAsked(m_id);
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_explanation, &Explanation::changed, this, &ExplanationDialog::refresh);
    connect(m_empty, &EmptyState::actionAsked, this, [this] { m_explanation->load(m_id); });
    connect(&session, &QObject::destroyed, this, &QDialog::reject);
    session.queues().refresh();
    m_explanation->load(id);
}

bool ExplanationDialog::isLoaded() const
{
    return m_explanation->loading() != Explanation::Loading::Busy;
}

void ExplanationDialog::refresh()
{
    const auto decisions = m_explanation->decisions();
    const bool hasAny = !decisions.empty();
    m_toStrategy->setVisible(
        m_maySeeStrategies
        && std::ranges::find(decisions, protocol::DecisionKind::Strategy, &ExplainedDecision::kind)
               != decisions.end());
    m_stack->setCurrentIndex(hasAny ? 0 : 1);
    switch (m_explanation->loading()) {
    case Explanation::Loading::Busy:
        m_empty->set(QStringLiteral("route"), tr("Reading the decisions …"), {});
        break;
    case Explanation::Loading::Failed:
        m_empty->set(QStringLiteral("wifi-off"), tr("The decisions cannot be read"),
                     tr("There is no answer from the server."), tr("Try again"));
        break;
    case Explanation::Loading::NotPermitted:
        m_empty->set(QStringLiteral("lock"), tr("This is not open to you"),
                     tr("Who handles it, supervisors and auditors may see how it was routed."));
        break;
    case Explanation::Loading::Idle:
        m_empty->set(QStringLiteral("route"), tr("No decisions"),
                     tr("Nothing was decided about it yet, or it is too long ago."));
        break;
    }
    if (hasAny)
        fill();
}

void ExplanationDialog::fill()
{
    using Position = DecisionView::Position;
    const auto decisions = m_explanation->decisions();
    auto *page = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(0);
    const auto first = decisions.size() > m_shown ? decisions.size() - m_shown : 0;
    if (first > 0) {
        auto *earlier =
            new QPushButton(tr("Show %n earlier", nullptr, static_cast<int>(first)), page);
        earlier->setProperty("role", QStringLiteral("link"));
        column->addWidget(earlier, 0, Qt::AlignLeading);
        column->addSpacing(8);
        // The page that the button is on is replaced.
        connect(
            earlier, &QPushButton::clicked, this,
            [this, all = decisions.size()] {
                m_shown = all;
                fill();
            },
            Qt::QueuedConnection);
    }
    for (auto i = first; i < decisions.size(); ++i) {
        const bool isFirst = i == first;
        const bool isLast = i + 1 == decisions.size();
        const auto position = isFirst && isLast ? Position::Only
                              : isFirst         ? Position::First
                              : isLast          ? Position::Last
                                                : Position::Middle;
        column->addWidget(new DecisionView(m_look, decisions[i], position, page));
    }
    column->addStretch();
    m_scroll->setWidget(page);
    page->setAutoFillBackground(false);
}

} // namespace tandem
