// SPDX-License-Identifier: GPL-3.0-or-later
// tandemd on a disk that forgets what was not synced, so that SIGKILL is a power cut, and that
// fails when the file of --faults says so. --hasty and --deaf are the controls.
#include "faultyvfs.h"
#include "unsafedatabases.h"

#include "testserver/testserver.h"

#include <cstdlib>

namespace {

std::unique_ptr<tandem::Database> storeOf(const QCommandLineParser &given,
                                          std::unique_ptr<tandem::Database> real,
                                          tandem::DiskFaults &faults)
{
    if (given.isSet(QStringLiteral("hasty")))
        return std::make_unique<tandem::HastyDatabase>(std::move(real));
    if (given.isSet(QStringLiteral("deaf")))
        return std::make_unique<tandem::DeafDatabase>(std::move(real));
    return std::make_unique<tandem::DoubtfulDatabase>(std::move(real), faults);
}

tandem::Host::OpenDatabase opensOnFaultyDisk(const QCommandLineParser &given)
{
    static tandem::DiskFaults faults(given.value(QStringLiteral("faults")).toStdString(),
                                     given.value(QStringLiteral("seed")).toULongLong());
    if (!tandem::useFaultyDisk(faults))
        std::abort();
    return [&given](const tandem::StoreAddress &address) {
        return storeOf(given, address.database(tandem::Database::Access::Write), faults);
    };
}

} // namespace

int main(int argc, char *argv[])
{
    const QList<QCommandLineOption> options{{QStringLiteral("faults"), {}, QStringLiteral("FILE")},
                                            {QStringLiteral("seed"), {}, QStringLiteral("N")},
                                            {QStringLiteral("hasty"), {}},
                                            {QStringLiteral("deaf"), {}}};
    return tandem::serve(argc, argv, {"faultydisk", options, opensOnFaultyDisk});
}
