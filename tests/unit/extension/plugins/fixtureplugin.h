// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/plugin.h"

#include "fixture.h" // FIXTURE_NAME, FIXTURE_FAILS, FIXTURE_LATE of this copy

#include <QTimer>

// One plug-in for tests; CMake builds it under several names, sound and broken.
class FixturePlugin final : public tandem::Plugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID TANDEM_PLUGIN_IID FILE "fixture.json")

public:
    tandem::Result<void> initialize(tandem::ExtensionPoints &points) override;
    void extensionsInitialized() override;
    Shutdown aboutToShutdown() override;
};
