// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/models_export.h"
#include "models/outbox.h"
#include "models/transcriptrow.h"
#include "protocol/types.h"

#include <vector>

// From events to lines: pure, so that every rule of it can be tested without a screen.
namespace tandem::transcriptrows {

// `own`: the participant that the agent is in this conversation; 0 for none.
TANDEM_MODELS_EXPORT TranscriptRow fromEvent(const protocol::ChatEvent &event, int own);
TANDEM_MODELS_EXPORT TranscriptRow fromUnsent(const Outbox::Entry &entry, const QString &sender);
// Somebody says something: a message, an address to open, or a file.
TANDEM_MODELS_EXPORT bool isSaid(const protocol::ChatEvent &event);
// Whether the event is a line at all (typing is not).
TANDEM_MODELS_EXPORT bool isShown(const protocol::ChatEvent &event);
// Appends the row, before it a day line where the day changes; joins groups.
TANDEM_MODELS_EXPORT void append(std::vector<TranscriptRow> &rows, TranscriptRow row);
// The file that the event is of; none where it is of none.
TANDEM_MODELS_EXPORT FileId fileOf(const protocol::ChatEvent &event);
// What a screen reader says and what is copied: "Maria: Hi!".
TANDEM_MODELS_EXPORT QString spoken(const TranscriptRow &row);

} // namespace tandem::transcriptrows
