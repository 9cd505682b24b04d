// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/figuretext.h"

#include "models/timetext.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace tandem::figuretext {

namespace {

struct FigureWords
{
    Q_DECLARE_TR_FUNCTIONS(FigureText)
};

} // namespace

QString nothing() { return QStringLiteral("–"); }

QString count(std::optional<double> number)
{
    return number ? QLocale().toString(std::llround(*number)) : nothing();
}

QString percent(std::optional<double> share)
{
    return share ? FigureWords::tr("%1 %").arg(QLocale().toString(std::llround(*share * 100)))
                 : nothing();
}

QString wait(std::optional<Ms> time) { return time ? timetext::running(*time) : nothing(); }

} // namespace tandem::figuretext
