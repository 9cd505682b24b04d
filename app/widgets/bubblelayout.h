// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transcriptrow.h"
#include "widgets/widgets_export.h"

#include <QRect>
#include <QString>

namespace tandem {

class Look;

// Heights of a text's line at 100 %.
inline constexpr int messageLine = 19;
inline constexpr int systemLine = 16;

// Where the parts of a transcript's line stand, for a width; from the line's own corner.
struct BubbleLayout
{
    QRect bubble;  // message
    QRect text;    // message, system: laid out as wrapped plain text
    QRect file;    // of a file: its picture or sign, name and size
    QRect label;   // "only agents see this" of a note
    QRect caption; // below the last of a group
    int height = 0;
};

TANDEM_WIDGETS_EXPORT BubbleLayout layoutOf(const TranscriptRow &row, int width, const Look &look,
                                            bool isLeftToRight);
// "Maria · 13:21"; empty while a message is under way.
TANDEM_WIDGETS_EXPORT QString captionOf(const TranscriptRow &row);
// Whether it has arrived: "Sent", "Sending …"; empty for what others wrote.
TANDEM_WIDGETS_EXPORT QString deliveryOf(const TranscriptRow &row);
TANDEM_WIDGETS_EXPORT QString labelOf(const TranscriptRow &row);
// "1.2 MB", or why there is none to be had.
TANDEM_WIDGETS_EXPORT QString fileLine(const TranscriptRow &row);
// A small picture stands above its name.
inline constexpr int pictureHeight = 150;
inline constexpr int fileHeight = 38;

} // namespace tandem
