// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/interactioncells.h"

#include "domain/interactionstate.h"
#include "models/interactionstable.h"
#include "widgets/look.h"

#include <QPainter>

namespace tandem {

namespace {

Colour dotOf(InteractionState state)
{
    switch (state) {
    case InteractionState::Queued:
    case InteractionState::Routing: return Colour::Warning;
    case InteractionState::Offered:
    case InteractionState::Consulting: return Colour::Accent;
    case InteractionState::Handling: return Colour::Positive;
    default: return Colour::TextFaint;
    }
}

} // namespace

void InteractionCells::paintCell(QPainter &painter, const QRect &where, const QModelIndex &index,
                                 Qt::LayoutDirection direction) const
{
    const auto state =
        static_cast<InteractionState>(index.data(InteractionsTable::StateRole).toInt());
    switch (static_cast<InteractionsTable::Column>(index.column())) {
    case InteractionsTable::Contact: paintContact(painter, where, index); return;
    case InteractionsTable::State:
        paintDotted(painter, where, index, dotOf(state), direction);
        return;
    case InteractionsTable::Channel:
        paintText(painter, where, index, Colour::TextMuted, look().font());
        return;
    case InteractionsTable::Due: {
        const bool isLate = index.data(InteractionsTable::LateRole).toBool();
        paintText(painter, where, index, isLate ? Colour::Critical : Colour::Text, look().font());
        return;
    }
    default: paintText(painter, where, index, Colour::Text, look().font());
    }
}

void InteractionCells::paintContact(QPainter &painter, const QRect &where,
                                    const QModelIndex &index) const
{
    const auto subject = index.data(InteractionsTable::SubjectRole).toString().simplified();
    if (subject.isEmpty()) {
        paintText(painter, where, index, Colour::Text, look().font(13, QFont::DemiBold));
        return;
    }
    const int middle = where.center().y();
    paintText(painter, QRect(where.left(), middle - look().px(17), where.width(), look().px(18)),
              index, Colour::Text, look().font(13, QFont::DemiBold));
    painter.setFont(look().font(11));
    painter.setPen(look()[Colour::TextMuted]);
    painter.drawText(QRect(where.left(), middle + look().px(1), where.width(), look().px(16)),
                     Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(subject, Qt::ElideRight, where.width()));
}

} // namespace tandem
