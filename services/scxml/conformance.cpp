// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/conformance.h"

#include "scxml/folderloader.h"
#include "scxml/virtualplatform.h"

#include <QDir>
#include <QRegularExpression>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes patience{10}; // of virtual time

QString outcomeOf(ScriptEngine &scripts, const Loader &loader, const QString &name)
{
    const auto document = loader(name);
    if (!document)
        return document.error();
    const auto chart = Chart::read(*document, {{}, loader});
    if (!chart)
        return u"refused: "_s + textOf(chart.error());
    VirtualPlatform platform(scripts, loader);
    const auto *session = platform.add(*chart);
    platform.runUntil(patience);
    if (!session->isFinished())
        return u"waits in "_s + session->configuration().join(u' ');
    return session->finalState().isNull() ? session->failure() : session->finalState();
}

} // namespace

ConformanceResult runConformance(const QString &folder,
                                 const std::function<void(const QString &line)> &print)
{
    static const QRegularExpression invokedOnly(u"sub\\d+\\.scxml$"_s);
    ConformanceResult result;
    ScriptEngine scripts;
    const auto loader = folderLoader(folder);
    for (const auto &name : QDir(folder).entryList({u"*.scxml"_s}, QDir::Files, QDir::Name)) {
        if (name.contains(invokedOnly))
            continue;
        const auto outcome = outcomeOf(scripts, loader, name);
        const bool passes = outcome == u"pass"_s;
        if (passes)
            ++result.passed;
        else
            result.failed += name;
        print(passes ? u"pass %1"_s.arg(name) : u"FAIL %1: %2"_s.arg(name, outcome));
    }
    return result;
}

} // namespace tandem::scxml
