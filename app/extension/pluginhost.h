// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/extension_export.h"
#include "extension/extensionpoints.h"
#include "extension/pluginspec.h"

#include <QObject>

#include <memory>
#include <vector>

class QPluginLoader;

namespace tandem {

class Plugin;

// Loads the plug-ins of a folder and leads them through their life. One that is broken is
// reported and skipped, and so are those that depend on it. GUI thread.
class TANDEM_EXTENSION_EXPORT PluginHost : public QObject
{
    Q_OBJECT

public:
    explicit PluginHost(QObject *parent = nullptr);
    ~PluginHost() override;

    // Finds, orders, loads, initializes. Once.
    void load(const QString &folder, const QString &desktopVersion);
    const std::vector<PluginSpec> &specs() const { return m_specs; }
    const ExtensionPoints &points() const { return m_points; }

    // Asks all to finish, those first that others do not depend on; shutdownFinished() when all
    // have, or at the latest after `atMostMs`.
    void shutdown(int atMostMs);

signals:
    void shutdownFinished();

private:
    struct Loaded
    {
        std::unique_ptr<QPluginLoader> loader;
        Plugin *plugin = nullptr;
        QString name;
    };

    void start(PluginSpec &spec);
    bool isInitialized(const QString &name) const;
    void finished(Plugin *plugin);

    std::vector<PluginSpec> m_specs;
    ExtensionPoints m_points;
    std::vector<Loaded> m_loaded;
    std::vector<Plugin *> m_waitingFor;
    bool m_isAsked = false;
    bool m_isFinished = false;
};

} // namespace tandem
