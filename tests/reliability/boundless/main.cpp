// SPDX-License-Identifier: GPL-3.0-or-later
// tandemd on a slow disk, or with some of its limits set otherwise or lifted.
#include "slowdatabase.h"

#include "testserver/testserver.h"

#include <limits>

namespace {

constexpr auto noLimit = std::numeric_limits<std::size_t>::max() / 4;

tandem::Host::OpenDatabase opensSlowly(const QCommandLineParser &given)
{
    const std::chrono::milliseconds time(given.value(QStringLiteral("commit-ms")).toInt());
    return [time](const tandem::StoreAddress &address) {
        return std::make_unique<tandem::SlowDatabase>(
            address.database(tandem::Database::Access::Write), time);
    };
}

void setLimits(const QCommandLineParser &given, tandem::HostSettings &settings)
{
    if (given.isSet(QStringLiteral("endless-backlog")))
        settings.core.backlog = noLimit;
    else if (given.isSet(QStringLiteral("backlog")))
        settings.core.backlog = given.value(QStringLiteral("backlog")).toULongLong();
    if (given.isSet(QStringLiteral("endless-queues"))) {
        settings.gateway.limits.socketBacklog = noLimit;
        settings.gateway.limits.sessionBacklog = noLimit;
    }
}

} // namespace

int main(int argc, char *argv[])
{
    return tandem::serve(
        argc, argv,
        {"boundless",
         {{QStringLiteral("commit-ms"), {}, QStringLiteral("MS"), QStringLiteral("0")},
          {QStringLiteral("backlog"), {}, QStringLiteral("JOBS")},
          {QStringLiteral("endless-backlog"), {}},
          {QStringLiteral("endless-queues"), {}}},
         opensSlowly,
         setLimits});
}
