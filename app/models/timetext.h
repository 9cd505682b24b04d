// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "models/models_export.h"

#include <QDateTime>
#include <QString>

// Times as people read them, in their language and time zone.
namespace tandem::timetext {

TANDEM_MODELS_EXPORT QDateTime local(UtcTime time);
// "13:24"
TANDEM_MODELS_EXPORT QString clock(UtcTime time);
// A time near now: "13:24" of today, "tomorrow 09:00", else date and time.
TANDEM_MODELS_EXPORT QString moment(UtcTime time);
// "Today", "Yesterday", else the long date.
TANDEM_MODELS_EXPORT QString day(QDate day, QDate today);
// A running clock: "0:41", "12:05", "1:02:18". Negative counts as 0.
TANDEM_MODELS_EXPORT QString running(Ms elapsed);
// A running clock of fixed width: "00:42:18".
TANDEM_MODELS_EXPORT QString runningLong(Ms elapsed);
// Roughly: "18 s", "6 min", "4 h", "3 d".
TANDEM_MODELS_EXPORT QString rough(Ms elapsed);
// A length as it was set, exactly: "20 s", "1 min 30 s", "30 d".
TANDEM_MODELS_EXPORT QString span(Ms length);
// In words for those who listen: "2 minutes 8 seconds".
TANDEM_MODELS_EXPORT QString inWords(Ms elapsed);

} // namespace tandem::timetext
