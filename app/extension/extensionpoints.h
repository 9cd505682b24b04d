// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extension/registry.h"

#include <QString>

#include <functional>

class QWidget;

namespace tandem {

class ContextPane;
class Look; // of the widgets, a layer above: only handed through

struct ContextPaneEntry
{
    std::string id; // "visitor.pane"
    int position = 100;
    std::function<QString()> title;                        // asked anew when the language changes
    std::function<ContextPane *(const Look &look)> create; // the caller owns it
};

// All that a plug-in can add to, one typed registry for each kind.
struct ExtensionPoints
{
    Registry<ContextPaneEntry> contextPanes;
};

} // namespace tandem
