// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "host/host.h"

#include <QCommandLineParser>

#include <string>

namespace tandem {

// A tandemd of the tests, with something wrong or watched in it.
struct TestServer
{
    std::string name;
    // Beside --data, --listen, --demo, --config and --database, which mean what they do to tandemd.
    QList<QCommandLineOption> options;
    // Before the host starts; gives what opens its store.
    std::function<Host::OpenDatabase(const QCommandLineParser &given)> prepare;
    // Of what it is started with; may be empty.
    std::function<void(const QCommandLineParser &given, HostSettings &settings)> adjust = {};
};

// Serves until the process is ended; gives the exit code where it cannot.
int serve(int argc, char *argv[], const TestServer &server);

} // namespace tandem
