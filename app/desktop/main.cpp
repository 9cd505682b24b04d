// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "base/platform/process.h"
#include "desktop/desktop.h"
#include "desktop/picture.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QStyleFactory>
#include <QTranslator>

#include <cstdio>

using namespace tandem;

namespace {

enum ExitCode { Stopped = 0, Failed = 1, WrongUsage = 2 };

void useLanguage(QApplication &application, const QString &language)
{
    QLocale locale = language.isEmpty() ? QLocale() : QLocale(language);
    // Programs without a language (LANG=C) get English with the clock of the world at large.
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
    QLocale::setDefault(locale);
    application.setLayoutDirection(locale.textDirection());
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
    return error.reason == Reason::InvalidParams ? WrongUsage : Failed;
}

int takePicture(QApplication &application, const Options &options)
{
    useLanguage(application,
                options.language.isEmpty() ? QStringLiteral("en_GB") : options.language);
    const auto written = writePicture(options);
    return written ? Stopped : fail(written.error());
}

int work(QApplication &application, const Options &options)
{
    Settings settings(options.dataFolder);
    if (!options.server.isEmpty())
        settings.setServer(options.server);
    useLanguage(application, options.language.isEmpty() ? settings.language() : options.language);
    application.setQuitOnLastWindowClosed(false);
    const SystemClock clock;
    Desktop desktop(options, settings, clock);
    QObject::connect(&application, &QCoreApplication::aboutToQuit, &desktop, &Desktop::close);
    QObject::connect(&desktop, &Desktop::serves, [](const QString &url) {
        std::printf("ready %s\n", qPrintable(url));
        std::fflush(stdout);
    });
    desktop.start();
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    platform::makeFilesPrivate();
    platform::onStopRequest(
        [] { QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection); });
    if (asksForScreenshot(argc, argv) && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QCoreApplication::setApplicationName(QStringLiteral("tandem"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TANDEM_VERSION));
    if (asksForWords(argc, argv)) {
        const QCoreApplication withoutDisplay(argc, argv);
        (void)parseOptions(QCoreApplication::arguments());
    }
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    startLogging({});
    const auto options = parseOptions(application.arguments());
    if (!options)
        return fail(options.error());
    return options->screenshot.isEmpty() ? work(application, *options)
                                         : takePicture(application, *options);
}
