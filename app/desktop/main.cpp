// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/log.h"
#include "desktop/options.h"
#include "extension/pluginhost.h"
#include "link/remotelink.h"
#include "models/settings.h"
#include "models/signin.h"
#include "shell/keychainstore.h"
#include "shell/mainwindow.h"
#include "shell/screenshot.h"
#include "widgets/look.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTranslator>

#include <cstdio>

using namespace tandem;

namespace {

constexpr int pluginsFinishWithinMs = 3000;

void useLanguage(QApplication &application, const QString &language)
{
    QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    // Programs without a language (LANG=C) get English with the clock of the world at large.
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    QLocale::setDefault(locale);
    auto *ofQt = new QTranslator(&application);
    if (ofQt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(ofQt);
    auto *own = new QTranslator(&application);
    if (own->load(locale, QStringLiteral("tandem"), QStringLiteral("_"),
                  QStringLiteral(":/translations")))
        application.installTranslator(own);
}

int fail(const Error &error)
{
    std::fprintf(stderr, "tandem: %s\n", error.message.c_str());
    return 2;
}

int run(QApplication &application, const Options &options)
{
    // A picture shows defaults, not what this computer's user has set.
    QTemporaryDir nowhere;
    const bool isPicture = !options.screenshot.isEmpty();
    Settings settings(isPicture ? nowhere.path() : options.dataFolder);
    if (!options.server.isEmpty())
        settings.setServer(options.server);
    if (!options.theme.isEmpty())
        settings.setThemeName(options.theme);
    useLanguage(application, options.language.isEmpty() ? settings.language() : options.language);
    Look look;
    look.use(isPicture && options.theme.isEmpty() ? QStringLiteral("light") : settings.themeName(),
             settings.scalePercent());
    PluginHost plugins;
    plugins.load(QCoreApplication::applicationDirPath() + QStringLiteral("/../lib/tandem/plugins"),
                 QCoreApplication::applicationVersion());
    const SystemClock clock;
    KeychainStore tokens;
    SignIn signIn(settings, tokens, [](const ServerAddress &address) {
        return std::make_unique<RemoteLink>(address);
    });
    MainWindow window(look, settings, signIn, plugins.points(), clock);
    if (isPicture) {
        const auto written = writeScreenshot(window, options.view, options.size, options.screenshot);
        return written ? 0 : fail(written.error());
    }
    QObject::connect(&window, &MainWindow::closed, &plugins,
                     [&plugins] { plugins.shutdown(pluginsFinishWithinMs); });
    QObject::connect(&plugins, &PluginHost::shutdownFinished, &application, &QCoreApplication::quit,
                     Qt::QueuedConnection);
    application.setQuitOnLastWindowClosed(false);
    window.show();
    signIn.start();
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (asksForScreenshot(argc, argv) && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tandem"));
    QApplication::setApplicationVersion(QStringLiteral(TANDEM_VERSION));
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    startLogging({});
    const auto options = parseOptions(application.arguments());
    return options ? run(application, *options) : fail(options.error());
}
