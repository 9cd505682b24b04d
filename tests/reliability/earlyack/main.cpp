// SPDX-License-Identifier: GPL-3.0-or-later
// tandemd with the database that acknowledges early. Only the options that the test gives.
#include "earlydatabase.h"

#include "base/log.h"
#include "base/platform/process.h"
#include "host/configuration.h"
#include "host/host.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <iostream>

namespace {

constexpr std::chrono::milliseconds late{50};

int fail(const tandem::Error &error)
{
    std::cerr << "earlyack: " << error.message << '\n';
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    tandem::platform::makeFilesPrivate();
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("data"), {}, QStringLiteral("DIR")},
                       {QStringLiteral("listen"), {}, QStringLiteral("ADDR:PORT")},
                       {QStringLiteral("demo"), {}}});
    parser.process(application);
    tandem::HostSettings settings;
    settings.demo = parser.isSet(QStringLiteral("demo"));
    settings.dataFolder = parser.value(QStringLiteral("data")).toStdString();
    const auto address = parser.value(QStringLiteral("listen")).toStdString();
    if (auto set = tandem::setListenAddress(address, settings.gateway); !set)
        return fail(set.error());
    tandem::startLogging({});
    auto host = tandem::Host::start(std::move(settings), [](const tandem::StoreAddress &address) {
        return std::make_unique<tandem::EarlyDatabase>(
            address.database(tandem::Database::Access::Write), late);
    });
    if (!host)
        return fail(host.error());
    std::cout << "ready " << (*host)->url() << std::endl;
    return QCoreApplication::exec();
}
