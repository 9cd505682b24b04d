// SPDX-License-Identifier: GPL-3.0-or-later
#include "scxml/conformance.h"

#include "scxml/virtualplatform.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace tandem::scxml {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes patience{10}; // of virtual time

std::expected<QByteArray, QString> fileOf(const QDir &folder, QString src)
{
    static const QRegularExpression scheme(u"^file:(//)?"_s);
    src.remove(scheme);
    // No way out of the folder.
    if (src.contains(u'/') || src.contains(u'\\'))
        return std::unexpected(u"not a file of this folder"_s);
    QFile file(folder.filePath(src));
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(file.errorString());
    return file.readAll();
}

QString outcomeOf(ScriptEngine &scripts, const QDir &folder, const QString &name)
{
    const Loader loader = [&](const QString &src) { return fileOf(folder, src); };
    const auto document = fileOf(folder, name);
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
    const QDir directory(folder);
    for (const auto &name : directory.entryList({u"*.scxml"_s}, QDir::Files, QDir::Name)) {
        if (name.contains(invokedOnly))
            continue;
        const auto outcome = outcomeOf(scripts, directory, name);
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
