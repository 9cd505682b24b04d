// SPDX-License-Identifier: GPL-3.0-or-later
#include "extension/pluginhost.h"

#include "base/log.h"
#include "extension/plugin.h"

#include <QDir>
#include <QLibrary>
#include <QPluginLoader>
#include <QTimer>

#include <algorithm>
#include <ranges>

namespace tandem {

PluginHost::PluginHost(QObject *parent) : QObject(parent) {}

PluginHost::~PluginHost()
{
    // Libraries stay loaded: code of theirs may still be on the way out of the program.
    for (const auto &loaded : m_loaded | std::views::reverse)
        delete loaded.plugin;
}

void PluginHost::load(const QString &folder, const QString &desktopVersion)
{
    std::vector<PluginSpec> found;
    const auto files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
    for (const auto &file : files) {
        if (!QLibrary::isLibrary(file.fileName()))
            continue;
        const QPluginLoader loader(file.absoluteFilePath());
        found.push_back(pluginSpecFrom(file.absoluteFilePath(), loader.metaData(), desktopVersion));
    }
    m_specs = inDependencyOrder(std::move(found));
    for (auto &spec : m_specs) {
        if (spec.state == PluginSpec::State::Found)
            start(spec);
    }
    for (const auto &loaded : m_loaded | std::views::reverse)
        loaded.plugin->extensionsInitialized();
    for (const auto &spec : m_specs) {
        if (spec.state == PluginSpec::State::Skipped)
            logger("extension")
                .warn("plug-in {} is skipped: {}", spec.name.toStdString(),
                      spec.problem.toStdString());
    }
}

void PluginHost::start(PluginSpec &spec)
{
    const auto skip = [&spec](const QString &problem) {
        spec.state = PluginSpec::State::Skipped;
        spec.problem = problem;
    };
    for (const auto &name : spec.dependencies) {
        if (!isInitialized(name)) {
            skip(tr("It needs the plug-in \"%1\", which could not start.").arg(name));
            return;
        }
    }
    auto loader = std::make_unique<QPluginLoader>(spec.file);
    auto *instance = loader->instance();
    if (!instance) {
        skip(loader->errorString());
        return;
    }
    auto *plugin = qobject_cast<Plugin *>(instance);
    if (!plugin) {
        delete instance;
        skip(tr("Its library contains no plug-in of Tandem."));
        return;
    }
    const auto before = m_points;
    if (const auto done = plugin->initialize(m_points); !done) {
        m_points = before;
        delete plugin;
        skip(QString::fromStdString(done.error().message));
        return;
    }
    spec.state = PluginSpec::State::Initialized;
    m_loaded.push_back({std::move(loader), plugin, spec.name});
}

bool PluginHost::isInitialized(const QString &name) const
{
    return std::ranges::find(m_loaded, name, &Loaded::name) != m_loaded.end();
}

void PluginHost::shutdown(int atMostMs)
{
    for (const auto &loaded : m_loaded)
        m_waitingFor.push_back(loaded.plugin);
    for (const auto &loaded : m_loaded | std::views::reverse) {
        auto *plugin = loaded.plugin;
        connect(plugin, &Plugin::shutdownFinished, this, [this, plugin] { finished(plugin); });
        if (plugin->aboutToShutdown() == Plugin::Shutdown::Finished)
            std::erase(m_waitingFor, plugin);
    }
    m_isAsked = true;
    QTimer::singleShot(m_waitingFor.empty() ? 0 : atMostMs, this, [this] {
        for (const auto &loaded : m_loaded) {
            if (std::ranges::find(m_waitingFor, loaded.plugin) != m_waitingFor.end())
                logger("extension")
                    .warn("plug-in {} did not finish in time", loaded.name.toStdString());
        }
        m_waitingFor.clear();
        finished(nullptr);
    });
}

void PluginHost::finished(Plugin *plugin)
{
    std::erase(m_waitingFor, plugin);
    if (!m_waitingFor.empty() || m_isFinished || !m_isAsked)
        return;
    m_isFinished = true;
    emit shutdownFinished();
}

} // namespace tandem
