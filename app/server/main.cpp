// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "base/platform/process.h"
#include "host/host.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

#include <atomic>
#include <iostream>
#include <mutex>

namespace {

enum ExitCode { Stopped = 0, CannotServe = 1, WrongUsage = 2 };

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(QStringLiteral(
        "Tandem's server: the whole engagement centre behind one port.\n"
        "Prints \"ready http://ADDRESS:PORT\" when it serves; logs go to standard error.\n"
        "Ends with 0 when it was stopped, 1 when it cannot serve, 2 when the options are wrong."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(
        {{QStringLiteral("data"), QStringLiteral("Folder of all that is kept."),
          QStringLiteral("DIR")},
         {QStringLiteral("listen"), QStringLiteral("Address and port; port 0 takes a free one."),
          QStringLiteral("ADDR:PORT"), QStringLiteral("127.0.0.1:8765")},
         {QStringLiteral("config"), QStringLiteral("Configuration file (JSON)."),
          QStringLiteral("FILE")},
         {QStringLiteral("demo"),
          QStringLiteral("A small company to try: users alice, bob, carol, sam, ada; password "
                         "\"demo\". On this machine only.")},
         {QStringLiteral("database"),
          QStringLiteral("The store: sqlite, or postgresql://USER@HOST:PORT/NAME. A password is "
                         "better kept in the configuration file or in ~/.pgpass: everybody on the "
                         "machine can read options."),
          QStringLiteral("STORE")},
         {QStringLiteral("tls-cert"),
          QStringLiteral("Certificate with its chain (PEM): speak TLS. SIGHUP reads it again."),
          QStringLiteral("FILE")},
         {QStringLiteral("tls-key"), QStringLiteral("Key of the certificate (PEM, no passphrase)."),
          QStringLiteral("FILE")},
         {QStringLiteral("log-level"), QStringLiteral("error, warning, info or debug."),
          QStringLiteral("L"), QStringLiteral("info")},
         {QStringLiteral("log-file"), QStringLiteral("Also log to this file, rotated at 10 MB."),
          QStringLiteral("FILE")},
         {QStringLiteral("log-json"), QStringLiteral("Log as JSON lines.")}});
}

tandem::Result<tandem::HostSettings> settingsFrom(const QCommandLineParser &parser)
{
    tandem::HostSettings settings;
    settings.demo = parser.isSet(QStringLiteral("demo"));
    auto folder = parser.value(QStringLiteral("data"));
    if (folder.isEmpty()) {
        folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
                 + (settings.demo ? QStringLiteral("/tandem-demo") : QStringLiteral("/tandem"));
    }
    settings.dataFolder = folder.toStdString();
    const auto level = parser.value(QStringLiteral("log-level"));
    if (!QStringList{QStringLiteral("error"), QStringLiteral("warning"), QStringLiteral("info"),
                     QStringLiteral("debug")}
             .contains(level)) {
        return tandem::failure(tandem::Reason::InvalidParams,
                               "--log-level is error, warning, info or debug.");
    }
    if (const auto file = parser.value(QStringLiteral("config")); !file.isEmpty()) {
        if (auto read = tandem::readConfiguration(file.toStdString(), settings); !read)
            return std::unexpected(read.error());
    }
    if (parser.isSet(QStringLiteral("database"))) {
        settings.database = parser.value(QStringLiteral("database")).toStdString();
        if (auto read = tandem::StoreAddress::read(settings.database, settings.dataFolder); !read)
            return std::unexpected(read.error());
    }
    if (parser.isSet(QStringLiteral("tls-cert")))
        settings.gateway.certificateFile = parser.value(QStringLiteral("tls-cert")).toStdString();
    if (parser.isSet(QStringLiteral("tls-key")))
        settings.gateway.keyFile = parser.value(QStringLiteral("tls-key")).toStdString();
    if (auto set = tandem::setListenAddress(parser.value(QStringLiteral("listen")).toStdString(),
                                            settings.gateway);
        !set)
        return std::unexpected(set.error());
    return settings;
}

// Known while there is a host whose files may be read again.
std::mutex servingMutex;
tandem::Host *serving = nullptr;

void reloadCertificate()
{
    const std::lock_guard lock(servingMutex);
    if (!serving)
        return;
    if (auto read = serving->reloadCertificate(); !read)
        tandem::logger("server").error("the old certificate stays: {}", read.error().message);
}

int fail(const tandem::Error &error, ExitCode code)
{
    std::cerr << "tandemd: " << error.message << '\n';
    return code;
}

} // namespace

int main(int argc, char *argv[])
{
    tandem::platform::makeFilesPrivate();
    tandem::platform::returnLargeBlocks();
    tandem::platform::raiseFileLimit();
    // Before any other thread, so that all of them leave the signals to its own.
    static std::atomic<bool> isStopping = false;
    tandem::platform::onStopRequest(
        [] {
            isStopping = true;
            if (QCoreApplication::instance())
                QMetaObject::invokeMethod(QCoreApplication::instance(), &QCoreApplication::quit,
                                          Qt::QueuedConnection);
        },
        reloadCertificate);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tandemd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TANDEM_VERSION));
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QCoreApplication::arguments())) {
        std::cerr << "tandemd: " << parser.errorText().toStdString() << "\nSee tandemd --help.\n";
        return WrongUsage;
    }
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp(Stopped);
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();
    auto settings = settingsFrom(parser);
    if (!settings)
        return fail(settings.error(), WrongUsage);
    tandem::startLogging({parser.value(QStringLiteral("log-level")).toStdString(),
                          parser.value(QStringLiteral("log-file")).toStdString(),
                          parser.isSet(QStringLiteral("log-json"))});
    auto host = tandem::Host::start(std::move(*settings));
    if (!host)
        return fail(host.error(), CannotServe);
    if (const auto &password = (*host)->administratorPassword(); !password.empty()) {
        std::cerr << "First start. Sign in as \"admin\" with this password, shown once: "
                  << password << std::endl;
    }
    {
        const std::lock_guard lock(servingMutex);
        serving = host->get();
    }
    std::cout << "ready " << (*host)->url() << std::endl;
    // Asked while it started: the event that says so came before there was a loop to take it.
    const int code = isStopping ? Stopped : QCoreApplication::exec();
    const std::lock_guard lock(servingMutex);
    serving = nullptr;
    return code;
}
