// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "extension/extension_export.h"

#include <QObject>

#define TANDEM_PLUGIN_IID "org.tandem.Plugin/1"

namespace tandem {

struct ExtensionPoints;

// What a plug-in's library contains: a class of this kind with
// Q_PLUGIN_METADATA(IID TANDEM_PLUGIN_IID FILE "<name>.json"). Owned by PluginHost; GUI thread.
class TANDEM_EXTENSION_EXPORT Plugin : public QObject
{
    Q_OBJECT

public:
    enum class Shutdown { Finished, Later };

    Plugin();
    ~Plugin() override;

    // The plug-ins that this one depends on have been initialized. An error: it is skipped.
    virtual Result<void> initialize(ExtensionPoints &points) = 0;
    // Those that depend on this one have had their turn.
    virtual void extensionsInitialized() {}
    // Later: shutdownFinished() follows; the program waits for it, but not for ever.
    virtual Shutdown aboutToShutdown() { return Shutdown::Finished; }

signals:
    void shutdownFinished();
};

} // namespace tandem
