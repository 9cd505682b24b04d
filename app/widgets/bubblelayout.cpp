// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/bubblelayout.h"

#include "models/timetext.h"
#include "widgets/look.h"
#include "widgets/wrappedtext.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>
#include <QStyle>

namespace tandem {

namespace {

struct Captions
{
    Q_DECLARE_TR_FUNCTIONS(Bubble)
};

using Kind = TranscriptRow::Kind;
using Delivery = TranscriptRow::Delivery;

BubbleLayout messageLayout(const TranscriptRow &row, int width, const Look &look)
{
    BubbleLayout layout;
    const int side = look.px(20);
    const int padX = look.px(12);
    const int padY = look.px(8);
    const int most = std::min((width - 2 * side) * 2 / 3, look.px(560)) - 2 * padX;
    const bool isBareFile = row.isFile() && row.text.isEmpty();
    auto size = isBareFile ? QSize(0, 0)
                           : wrappedtext::size(row.text, look.font(), most, look.px(messageLine));
    const bool isNote = row.audience == Audience::Agents;
    const bool hasLabel = isNote || row.isLink;
    const int label = hasLabel ? look.px(18) : 0;
    int inner = std::min(most, size.width() + 1);
    if (hasLabel) {
        const QFontMetrics small(look.font(11, QFont::DemiBold));
        inner = std::clamp(small.horizontalAdvance(labelOf(row)) + look.px(20), inner, most);
    }
    int file = 0;
    if (row.isFile()) {
        const bool hasPicture = row.hasPreview && !row.isGone;
        file = look.px(fileHeight + (hasPicture ? pictureHeight + 8 : 0));
        const QFontMetrics name(look.font(13, QFont::DemiBold));
        const int wanted = name.horizontalAdvance(row.fileName) + look.px(42);
        inner = std::clamp(std::max(wanted, look.px(hasPicture ? 200 : 150)), inner, most);
    }
    const int top = row.startsGroup ? look.px(12) : look.px(4);
    const int bubbleWidth = inner + 2 * padX;
    const int x = row.isAgents() ? width - side - bubbleWidth : side;
    layout.bubble = QRect(x, top, bubbleWidth, label + file + size.height() + 2 * padY);
    layout.label = QRect(x + padX, top + padY, inner, label);
    layout.file = QRect(x + padX, top + padY + label, inner, file);
    layout.text = QRect(x + padX, top + padY + label + file, inner, size.height());
    layout.height = layout.bubble.bottom() + 1;
    if (row.endsGroup) {
        layout.caption = QRect(side + look.px(4), layout.height + look.px(4),
                               width - 2 * side - look.px(8), look.px(16));
        layout.height = layout.caption.bottom() + 1 + look.px(2);
    }
    return layout;
}

} // namespace

BubbleLayout layoutOf(const TranscriptRow &row, int width, const Look &look, bool isLeftToRight)
{
    BubbleLayout layout;
    switch (row.kind) {
    case Kind::Day:
    case Kind::New:
        layout.height = look.px(36);
        layout.text = QRect(look.px(20), look.px(6), width - look.px(40), look.px(24));
        return layout;
    case Kind::System: {
        const int side = look.px(40);
        const auto size =
            wrappedtext::size(row.text, look.font(11), width - 2 * side, look.px(systemLine));
        layout.text = QRect(side, look.px(8), width - 2 * side, size.height());
        layout.height = size.height() + look.px(14);
        return layout;
    }
    case Kind::Message: break;
    }
    layout = messageLayout(row, width, look);
    if (!isLeftToRight) {
        const QRect whole(0, 0, width, layout.height);
        for (auto *part :
             {&layout.bubble, &layout.text, &layout.file, &layout.label, &layout.caption})
            *part = QStyle::visualRect(Qt::RightToLeft, whole, *part);
    }
    return layout;
}

QString captionOf(const TranscriptRow &row)
{
    const auto time = timetext::clock(utcFromMs(row.timeMs));
    if (row.delivery != Delivery::Sent && row.delivery != Delivery::Read
        && row.delivery != Delivery::Received)
        return {};
    return row.audience == Audience::Agents
               ? time
               : Captions::tr("%1 · %2", "who, when").arg(row.sender, time);
}

QString deliveryOf(const TranscriptRow &row)
{
    switch (row.delivery) {
    case Delivery::Waiting: return Captions::tr("Waiting for the connection");
    case Delivery::Sending: return Captions::tr("Sending …");
    case Delivery::Failed: return Captions::tr("Not sent. %1").arg(row.problem);
    case Delivery::Sent: return Captions::tr("Sent");
    case Delivery::Read: return Captions::tr("Read");
    case Delivery::Received: break;
    }
    return {};
}

QString labelOf(const TranscriptRow &row)
{
    if (row.audience == Audience::Everyone)
        return Captions::tr("Link");
    return row.from == ParticipantType::Supervisor
               ? Captions::tr("%1 (supervisor) · only agents see this").arg(row.sender)
               : Captions::tr("%1 · only agents see this").arg(row.sender);
}

QString fileLine(const TranscriptRow &row)
{
    if (row.isGone)
        return Captions::tr("Deleted");
    return QLocale().formattedDataSize(row.fileSize, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace tandem
