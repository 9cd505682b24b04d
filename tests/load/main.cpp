// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/process.h"
#include "load/comparison.h"
#include "load/options.h"
#include "load/report.h"

#include <QCoreApplication>
#include <QFile>

#include <boost/json.hpp>

#include <algorithm>
#include <iostream>

namespace {

using namespace tandem;
using namespace tandem::load;

enum ExitCode { Clean = 0, NotClean = 1, WrongUsage = 2, NotRun = 3 };

int failed(const Error &error, ExitCode code)
{
    std::cerr << "tandem-load: " << error.message << '\n';
    return code;
}

Result<std::string> administratorsPassword(const Options &options)
{
    if (options.passwordFile.empty())
        return qEnvironmentVariable("TANDEM_PASSWORD", QStringLiteral("demo")).toStdString();
    QFile file(QString::fromStdString(options.passwordFile));
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(Reason::InvalidParams,
                       options.passwordFile + ": " + file.errorString().toStdString() + ".",
                       "password-file");
    }
    return file.readLine(4096).trimmed().toStdString();
}

bool writes(const std::string &file, const boost::json::value &json)
{
    if (file.empty())
        return true;
    QFile out(QString::fromStdString(file));
    const auto text = boost::json::serialize(json) + '\n';
    return out.open(QIODevice::WriteOnly | QIODevice::Truncate)
           && out.write(text.data(), static_cast<qint64>(text.size())) >= 0 && out.flush();
}

int runAlone(const Options &options, const std::string &password, const Stop &stop)
{
    const auto outcome = runOnce(options, options.server, password, stop);
    if (!outcome)
        return failed(outcome.error(), NotRun);
    std::cout << reportText(options, *outcome);
    if (!writes(options.json, reportJson(options, *outcome)))
        return failed({Reason::InvalidParams, options.json + " cannot be written.", "json"},
                      NotRun);
    return outcome->isClean() ? Clean : NotClean;
}

int runBoth(const Options &options, const std::string &password, const Stop &stop)
{
    const auto comparison = compare(options, password, stop);
    if (!comparison)
        return failed(comparison.error(), NotRun);
    if (comparison->outcomes[1].empty())
        return failed({Reason::WrongState, "It was stopped before both had run.", {}}, NotRun);
    std::cout << comparisonText(options, *comparison);
    boost::json::object json;
    bool isClean = true;
    for (std::size_t which = 0; which < 2; ++which) {
        boost::json::array runs;
        for (const auto &outcome : comparison->outcomes[which]) {
            runs.push_back(reportJson(options, outcome));
            isClean = isClean && outcome.isClean();
        }
        json[options.compared[which]] = std::move(runs);
    }
    if (!writes(options.json, json))
        return failed({Reason::InvalidParams, options.json + " cannot be written.", "json"},
                      NotRun);
    return isClean ? Clean : NotClean;
}

int run(const QStringList &arguments, const Stop &stop)
{
    const auto options = parseOptions(arguments);
    if (!options)
        return failed(options.error(), WrongUsage);
    if (options->help || options->version) {
        std::cout << (options->help ? manual : "tandem-load " TANDEM_VERSION "\n");
        return Clean;
    }
    const auto password = administratorsPassword(*options);
    if (!password)
        return failed(password.error(), WrongUsage);
    return options->compared.empty() ? runAlone(*options, *password, stop)
                                     : runBoth(*options, *password, stop);
}

} // namespace

int main(int argc, char **argv)
{
    static Stop stop;
    platform::onStopRequest([] { stop.request(); });
    platform::raiseFileLimit();
    const QCoreApplication application(argc, argv);
    return run(QCoreApplication::arguments().mid(1), stop);
}
