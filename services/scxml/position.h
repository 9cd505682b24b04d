// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tandem::scxml {

// Where in a document, both from 1.
struct Position
{
    int line = 0;
    int column = 0;

    bool operator==(const Position &) const = default;
};

// What is wrong with a document, where, and what to do about it.
struct Finding
{
    Position at;
    QString message;

    bool operator==(const Finding &) const = default;
};

using Findings = QList<Finding>;

// "line 3, column 5: ..." for each, one a line.
QString textOf(const Findings &findings);

} // namespace tandem::scxml
