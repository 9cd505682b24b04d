// SPDX-License-Identifier: GPL-3.0-or-later
#include "testserver/testserver.h"

#include "base/log.h"
#include "base/platform/process.h"
#include "host/configuration.h"

#include <QCoreApplication>

#include <iostream>

namespace tandem {

namespace {

Result<HostSettings> settingsGiven(const QCommandLineParser &given)
{
    HostSettings settings;
    settings.demo = given.isSet(QStringLiteral("demo"));
    settings.dataFolder = given.value(QStringLiteral("data")).toStdString();
    if (const auto file = given.value(QStringLiteral("config")); !file.isEmpty()) {
        if (auto read = readConfiguration(file.toStdString(), settings); !read)
            return std::unexpected(read.error());
    }
    if (given.isSet(QStringLiteral("database")))
        settings.database = given.value(QStringLiteral("database")).toStdString();
    const auto address = given.value(QStringLiteral("listen")).toStdString();
    if (auto set = setListenAddress(address, settings.gateway); !set)
        return std::unexpected(set.error());
    return settings;
}

} // namespace

int serve(int argc, char *argv[], const TestServer &server)
{
    platform::makeFilesPrivate();
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("data"), {}, QStringLiteral("DIR")},
                       {QStringLiteral("listen"), {}, QStringLiteral("ADDR:PORT")},
                       {QStringLiteral("config"), {}, QStringLiteral("FILE")},
                       {QStringLiteral("database"), {}, QStringLiteral("STORE")},
                       {QStringLiteral("demo"), {}}});
    parser.addOptions(server.options);
    parser.process(application);
    const auto fail = [&](const Error &error) {
        std::cerr << server.name << ": " << error.message << '\n';
        return 1;
    };
    auto settings = settingsGiven(parser);
    if (!settings)
        return fail(settings.error());
    if (server.adjust)
        server.adjust(parser, *settings);
    startLogging({});
    auto host = Host::start(std::move(*settings), server.prepare(parser));
    if (!host)
        return fail(host.error());
    std::cout << "ready " << (*host)->url() << std::endl;
    return QCoreApplication::exec();
}

} // namespace tandem
