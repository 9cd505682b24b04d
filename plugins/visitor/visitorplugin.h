// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/plugin.h"

namespace tandem::visitor {

// Adds the "Visitor" tab to the context pane.
class VisitorPlugin final : public Plugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID TANDEM_PLUGIN_IID FILE "visitor.json")

public:
    Result<void> initialize(ExtensionPoints &points) override;
};

} // namespace tandem::visitor
