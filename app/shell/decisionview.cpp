// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/decisionview.h"

#include "shell/candidatelist.h"
#include "widgets/look.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace tandem {

namespace {

constexpr int gutter = 44; // for the line and its signs
constexpr int sign = 28;
constexpr std::size_t shownAtFirst = 5;

struct Sign
{
    QString icon;
    Colour ink;
    Colour field;
};

Sign signOf(protocol::DecisionKind kind)
{
    using protocol::DecisionKind;
    switch (kind) {
    case DecisionKind::Offered:
        return {QStringLiteral("user"), Colour::Positive, Colour::PositiveSoft};
    case DecisionKind::Waits:
        return {QStringLiteral("clock"), Colour::Warning, Colour::WarningSoft};
    case DecisionKind::Widened:
        return {QStringLiteral("users"), Colour::Accent, Colour::AccentSoft};
    case DecisionKind::Overflowed:
        return {QStringLiteral("arrow-right-left"), Colour::Accent, Colour::AccentSoft};
    case DecisionKind::Treated:
        return {QStringLiteral("circle-alert"), Colour::Warning, Colour::WarningSoft};
    case DecisionKind::Transferred:
        return {QStringLiteral("arrow-left-right"), Colour::Accent, Colour::AccentSoft};
    case DecisionKind::Strategy:
        return {QStringLiteral("workflow"), Colour::Accent, Colour::AccentSoft};
    }
    return {QStringLiteral("clock"), Colour::TextMuted, Colour::BubbleCustomer};
}

} // namespace

DecisionView::DecisionView(const Look &look, const ExplainedDecision &decision, Position position,
                           QWidget *parent)
    : QFrame(parent),
      m_look(look),
      m_decision(decision),
      m_position(position),
      m_column(new QVBoxLayout(this))
{
    setAccessibleName(QStringLiteral("%1 %2").arg(decision.time, decision.headline));
    setAccessibleDescription(decision.reason);
    m_column->setContentsMargins(isRightToLeft() ? 0 : look.px(gutter), 4,
                                 isRightToLeft() ? look.px(gutter) : 0, 20);
    m_column->setSpacing(4);
    auto *head = new QHBoxLayout;
    auto *headline = new QLabel(decision.headline, this);
    headline->setProperty("role", QStringLiteral("strong"));
    headline->setTextFormat(Qt::PlainText);
    headline->setWordWrap(true);
    auto *time = new QLabel(decision.time, this);
    time->setProperty("role", QStringLiteral("small"));
    head->addWidget(headline, 1);
    head->addWidget(time, 0, Qt::AlignTop);
    m_column->addLayout(head);
    addText(decision.reason, "plain");
    addText(decision.where, "muted");
    if (!decision.candidates.empty())
        addCandidates(std::min(shownAtFirst, decision.candidates.size()));
    addText(decision.others, "small");
}

void DecisionView::addText(const QString &text, const char *role)
{
    if (text.isEmpty())
        return;
    auto *label = new QLabel(text, this);
    label->setProperty("role", QString::fromLatin1(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(label);
}

void DecisionView::addCandidates(std::size_t count)
{
    const int at = m_candidates ? m_column->indexOf(m_candidates) : m_column->count();
    delete m_candidates;
    m_candidates = new QWidget(this);
    auto *column = new QVBoxLayout(m_candidates);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);
    const std::vector shown(m_decision.candidates.begin(),
                            m_decision.candidates.begin() + static_cast<std::ptrdiff_t>(count));
    column->addWidget(new CandidateList(m_look, shown, m_candidates));
    if (count < m_decision.candidates.size()) {
        const auto more = static_cast<int>(m_decision.candidates.size() - count);
        auto *all = new QPushButton(tr("Show %n more", nullptr, more), m_candidates);
        all->setProperty("role", QStringLiteral("link"));
        column->addWidget(all, 0, Qt::AlignLeading);
        // The button is deleted with the list that it stands below.
        connect(
            all, &QPushButton::clicked, this,
            [this] { addCandidates(m_decision.candidates.size()); }, Qt::QueuedConnection);
    }
    m_column->insertWidget(at, m_candidates);
}

void DecisionView::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = m_look.px(sign);
    const auto place = [this](const QRect &where) {
        return QStyle::visualRect(layoutDirection(), rect(), where);
    };
    const auto circle = place(QRect(0, 0, side, side));
    painter.setPen(QPen(m_look[Colour::Border], 2));
    const int x = circle.center().x();
    if (m_position == Position::First || m_position == Position::Middle)
        painter.drawLine(x, side + 2, x, height());
    const auto look = signOf(m_decision.kind);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look[look.field]);
    painter.drawEllipse(circle);
    const int inset = m_look.px(7);
    m_look.paintIcon(painter, circle.adjusted(inset, inset, -inset, -inset), look.icon,
                     m_look[look.ink]);
}

} // namespace tandem
