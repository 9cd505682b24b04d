// SPDX-License-Identifier: GPL-3.0-or-later
#include "extension/pluginspec.h"

#include "extension/plugin.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace tandem {

namespace {

using Key = QLatin1String;

struct Problems
{
    Q_DECLARE_TR_FUNCTIONS(PluginSpec)
};

void skip(PluginSpec &spec, const QString &problem)
{
    spec.state = PluginSpec::State::Skipped;
    spec.problem = problem;
}

bool isUsable(const PluginSpec &spec) { return spec.state != PluginSpec::State::Skipped; }

const PluginSpec *find(const std::vector<PluginSpec> &specs, const QString &name)
{
    const auto found = std::ranges::find_if(
        specs, [&](const PluginSpec &spec) { return spec.name == name && isUsable(spec); });
    return found == specs.end() ? nullptr : &*found;
}

void skipDoubles(std::vector<PluginSpec> &specs)
{
    for (std::size_t i = 0; i < specs.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (isUsable(specs[i]) && isUsable(specs[j]) && specs[i].name == specs[j].name)
                skip(specs[i], Problems::tr("There are two plug-ins of this name."));
        }
    }
}

// Also what depends on something that was itself skipped.
void skipIncomplete(std::vector<PluginSpec> &specs)
{
    for (bool isStable = false; !isStable;) {
        isStable = true;
        for (auto &spec : specs) {
            const auto missing = std::ranges::find_if(
                spec.dependencies, [&](const QString &name) { return !find(specs, name); });
            if (!isUsable(spec) || missing == spec.dependencies.end())
                continue;
            skip(spec,
                 Problems::tr("It needs the plug-in \"%1\", which is not there.").arg(*missing));
            isStable = false;
        }
    }
}

} // namespace

PluginSpec pluginSpecFrom(const QString &file, const QJsonObject &metadata,
                          const QString &desktopVersion)
{
    PluginSpec spec;
    spec.file = file;
    spec.name = QFileInfo(file).completeBaseName();
    if (metadata[Key("IID")].toString() != Key(TANDEM_PLUGIN_IID)) {
        skip(spec, Problems::tr("This file is not a plug-in of Tandem."));
        return spec;
    }
    const auto data = metadata[Key("MetaData")].toObject();
    spec.name = data[Key("name")].toString(spec.name);
    spec.version = data[Key("version")].toString();
    spec.description = data[Key("description")].toString();
    const auto dependencies = data[Key("dependencies")].toArray();
    for (const auto &dependency : dependencies)
        spec.dependencies += dependency.toString();
    if (spec.version != desktopVersion) {
        skip(spec, Problems::tr("It is of version %1, the desktop of version %2.")
                       .arg(spec.version, desktopVersion));
    }
    return spec;
}

std::vector<PluginSpec> inDependencyOrder(std::vector<PluginSpec> specs)
{
    std::ranges::sort(specs, {}, &PluginSpec::file);
    skipDoubles(specs);
    skipIncomplete(specs);
    std::vector<PluginSpec> ordered;
    for (bool isMoving = true; isMoving;) {
        isMoving = false;
        for (auto &spec : specs) {
            const bool isReady =
                isUsable(spec) && std::ranges::all_of(spec.dependencies, [&](const QString &name) {
                    return find(ordered, name);
                });
            if (!isReady || find(ordered, spec.name))
                continue;
            ordered.push_back(spec);
            isMoving = true;
        }
    }
    for (auto &spec : specs) {
        if (isUsable(spec) && find(ordered, spec.name))
            continue;
        if (isUsable(spec))
            skip(spec, Problems::tr("Its dependencies form a circle."));
        ordered.push_back(spec);
    }
    return ordered;
}

} // namespace tandem
