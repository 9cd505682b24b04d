// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/extension_export.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace tandem {

// What is known of a plug-in before it is loaded, and what has become of it. Value.
struct PluginSpec
{
    enum class State { Found, Initialized, Skipped };

    QString name;
    QString version;
    QString description;
    QStringList dependencies;
    QString file;
    State state = State::Found;
    QString problem; // of Skipped, for people

    bool operator==(const PluginSpec &) const = default;
};

// Reads the metadata that tandem_add_plugin generates; a spec that is Skipped says why.
// `desktopVersion`: plug-ins are built with the desktop and must be of its version.
TANDEM_EXTENSION_EXPORT PluginSpec pluginSpecFrom(const QString &file, const QJsonObject &metadata,
                                                  const QString &desktopVersion);

// Each after those that it depends on; what is missing a dependency, or is part of a circle, or
// has the name of another, is marked Skipped with the reason and comes last.
TANDEM_EXTENSION_EXPORT std::vector<PluginSpec> inDependencyOrder(std::vector<PluginSpec> specs);

} // namespace tandem
