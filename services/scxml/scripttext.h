// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace tandem::scxml {

// What a script declares for the whole session, found without running it (ECMAScript 2015: `var`
// anywhere but in a function; `let`, `const`, `class` and `function` at the outermost level).
struct Declarations
{
    struct Function
    {
        QString name;
        QString source;
    };

    QString text; // the script with let, const and class turned into var, on the same lines
    QStringList variables;
    std::vector<Function> functions;
};

Declarations declarationsOf(const QString &script);

// No reserved word of ECMAScript.
bool isIdentifier(const QString &name);
// An identifier that a document may declare: no system variable (SCXML 5.10).
bool isVariable(const QString &name);

// A text as ECMAScript literal and JSON string at once.
QString quoted(const QString &text);

} // namespace tandem::scxml
