// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitorplugin.h"

#include "extension/extensionpoints.h"
#include "visitorpane.h"

namespace tandem::visitor {

Result<void> VisitorPlugin::initialize(ExtensionPoints &points)
{
    ContextPaneEntry entry;
    entry.id = "visitor.pane";
    entry.position = 200;
    entry.title = [] { return VisitorPane::tr("Visitor"); };
    entry.create = [](const Look &look) -> ContextPane * { return new VisitorPane(look); };
    if (!points.contextPanes.add(std::move(entry)))
        return failure(Reason::Conflict, "There is a context pane \"visitor.pane\" already.");
    return {};
}

} // namespace tandem::visitor
