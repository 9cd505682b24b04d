// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/candidatelist.h"

#include "widgets/look.h"
#include "widgets/rowpainter.h"

#include <QPainter>

namespace tandem {

namespace {

constexpr int lineHeight = 34;

Colour inkOf(protocol::Verdict verdict)
{
    if (verdict == protocol::Verdict::Chosen)
        return Colour::Positive;
    return verdict == protocol::Verdict::Candidate ? Colour::Text : Colour::TextMuted;
}

} // namespace

CandidateList::CandidateList(const Look &look, std::vector<ExplainedCandidate> candidates,
                             QWidget *parent)
    : QWidget(parent), m_look(look), m_candidates(std::move(candidates))
{
    QStringList lines;
    for (const auto &one : m_candidates)
        lines += tr("%1: %2, %3", "agent, verdict, figures").arg(one.name, one.words, one.detail);
    setAccessibleName(tr("Agents who were looked at"));
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
    setToolTip(QString());
}

QSize CandidateList::sizeHint() const
{
    return {m_look.px(240), m_look.px(lineHeight) * static_cast<int>(m_candidates.size()) + 2};
}

void CandidateList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_look[Colour::Border]);
    painter.setBrush(m_look[Colour::Canvas]);
    const int radius = m_look.px(8);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    int y = 1;
    for (const auto &one : m_candidates) {
        const QRect line(1, y, width() - 2, m_look.px(lineHeight));
        if (y > 1)
            painter.fillRect(QRect(line.left(), y, line.width(), 1), m_look[Colour::Border]);
        paintLine(painter, line, one);
        y += line.height();
    }
}

void CandidateList::paintLine(QPainter &painter, const QRect &line,
                              const ExplainedCandidate &candidate) const
{
    QStyleOptionViewItem option;
    option.direction = layoutDirection();
    const RowPainter paints(m_look, painter, option, line);
    const bool isChosen = candidate.verdict == protocol::Verdict::Chosen;
    const int side = m_look.px(20);
    m_look.paintAgent(painter, paints.place(m_look.px(8), (line.height() - side) / 2, side, side),
                      candidate.name);
    int x = m_look.px(36);
    const int nameWidth = line.width() * 3 / 10;
    paints.text(paints.place(x, 0, nameWidth, line.height()), candidate.name, Colour::Text,
                m_look.font(13, isChosen ? QFont::DemiBold : QFont::Normal));
    x += nameWidth + m_look.px(8);
    const int right = line.width() - m_look.px(10);
    const int detail = paints.text(paints.place(x, 0, right - x, line.height()), candidate.detail,
                                   Colour::TextMuted, m_look.font(12), Qt::AlignTrailing);
    paints.text(paints.place(x, 0, right - x - detail - m_look.px(8), line.height()),
                candidate.words, inkOf(candidate.verdict),
                m_look.font(12, isChosen ? QFont::DemiBold : QFont::Normal));
}

} // namespace tandem
