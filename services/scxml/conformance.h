// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace tandem::scxml {

struct ConformanceResult
{
    int passed = 0;
    QStringList failed; // names of the documents

    bool holds() const { return passed > 0 && failed.isEmpty(); }
};

// Runs each document of a folder as the W3C's implementation report plan asks (test*.scxml, ending
// in the state `pass`), with virtual time. Documents that others invoke (test*subN.scxml) are not
// run by themselves; `src` names files of the folder. Prints a line for each document. Needs a
// QCoreApplication.
ConformanceResult runConformance(const QString &folder,
                                 const std::function<void(const QString &line)> &print);

} // namespace tandem::scxml
