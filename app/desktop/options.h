// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSize>
#include <QString>
#include <QStringList>

namespace tandem {

// What the command line asks for. Value.
struct Options
{
    QString server;
    QString dataFolder;
    QString screenshot; // file; empty: none
    QString view;
    QString theme; // empty: as set
    QString language;
    int scalePercent = 0; // 0: as set
    QSize size{1280, 800};
    bool isDemo = false;
    bool isEmbedded = false; // with the services in this program

    bool operator==(const Options &) const = default;
};

// Reads the arguments; ends the program itself for --help and --version. `invalid_params` says
// what is wrong.
Result<Options> parseOptions(const QStringList &arguments);

// Asked before there is an application, since neither needs a display: whether a picture is asked
// for, and whether the help or the version (unless the word is the value of another option).
bool asksForScreenshot(int argc, char **argv);
bool asksForWords(int argc, char **argv);

} // namespace tandem
