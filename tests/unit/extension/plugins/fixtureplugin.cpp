// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtureplugin.h"

#include "extension/extensionpoints.h"

#include <QCoreApplication>
#include <QVariant>

namespace {

// What happened when, for the test to read.
void note(const char *what)
{
    auto *application = QCoreApplication::instance();
    const auto life = application->property("life").toString();
    application->setProperty("life", life + QLatin1String(what) + QLatin1String(FIXTURE_NAME " "));
}

} // namespace

tandem::Result<void> FixturePlugin::initialize(tandem::ExtensionPoints &points)
{
    points.contextPanes.add({FIXTURE_NAME ".pane", 10, [] { return QString(); }, {}});
    note("+");
    if (FIXTURE_FAILS)
        return tandem::failure(tandem::Reason::Internal, "It is made to fail.");
    return {};
}

void FixturePlugin::extensionsInitialized() { note("="); }

FixturePlugin::Shutdown FixturePlugin::aboutToShutdown()
{
    note("-");
    if (!FIXTURE_LATE)
        return Shutdown::Finished;
    QTimer::singleShot(FIXTURE_LATE, this, &Plugin::shutdownFinished);
    return Shutdown::Later;
}
