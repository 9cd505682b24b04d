// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace tandem::timetext {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

qint64 wholeSeconds(Ms elapsed) { return std::max<qint64>(0, elapsed.count() / 1000); }

} // namespace

QDateTime local(UtcTime time) { return QDateTime::fromMSecsSinceEpoch(toMs(time)); }

QString clock(UtcTime time) { return QLocale().toString(local(time).time(), QLocale::ShortFormat); }

QString moment(UtcTime time)
{
    const auto when = local(time);
    const auto today = QDate::currentDate();
    if (when.date() == today)
        return clock(time);
    if (when.date() == today.addDays(1))
        return Words::tr("tomorrow %1", "time of day").arg(clock(time));
    return QLocale().toString(when, QLocale::ShortFormat);
}

QString day(QDate day, QDate today)
{
    if (day == today)
        return Words::tr("Today");
    if (day.daysTo(today) == 1)
        return Words::tr("Yesterday");
    return QLocale().toString(day, QLocale::LongFormat);
}

QString running(Ms elapsed)
{
    const auto seconds = wholeSeconds(elapsed);
    const auto rest = QStringLiteral("%1").arg(seconds % 60, 2, 10, QLatin1Char('0'));
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(rest);
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(rest);
}

QString runningLong(Ms elapsed)
{
    const auto seconds = wholeSeconds(elapsed);
    return QStringLiteral("%1:%2:%3")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString rough(Ms elapsed)
{
    const auto seconds = wholeSeconds(elapsed);
    if (seconds < 60)
        return Words::tr("%1 s", "seconds").arg(seconds);
    if (seconds < 3600)
        return Words::tr("%1 min", "minutes").arg(seconds / 60);
    if (seconds < 86400)
        return Words::tr("%1 h", "hours").arg(seconds / 3600);
    return Words::tr("%1 d", "days").arg(seconds / 86400);
}

QString span(Ms length)
{
    if (length.count() == 0)
        return Words::tr("%1 s", "seconds").arg(0);
    QStringList parts;
    auto rest = length.count();
    const auto take = [&](qint64 unit, auto text) {
        if (const auto whole = rest / unit; whole > 0)
            parts += text().arg(QLocale().toString(whole));
        rest %= unit;
    };
    take(86'400'000, [] { return Words::tr("%1 d", "days"); });
    take(3'600'000, [] { return Words::tr("%1 h", "hours"); });
    take(60'000, [] { return Words::tr("%1 min", "minutes"); });
    take(1000, [] { return Words::tr("%1 s", "seconds"); });
    take(1, [] { return Words::tr("%1 ms", "milliseconds"); });
    return parts.join(QLatin1Char(' '));
}

QString inWords(Ms elapsed)
{
    const auto seconds = static_cast<int>(wholeSeconds(elapsed));
    const auto part = Words::tr("%n second(s)", nullptr, seconds % 60);
    if (seconds < 60)
        return part;
    return Words::tr("%1 %2", "minutes, seconds")
        .arg(Words::tr("%n minute(s)", nullptr, seconds / 60), part);
}

} // namespace tandem::timetext
